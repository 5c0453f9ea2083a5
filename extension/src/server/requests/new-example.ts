import { runExample } from '@bareme/cli/examples';
import { compileSources } from '@bareme/language';
import type { Explanation } from '@bareme/language/engine';
import { formatFrenchDate, isDraft, type Policy } from '@bareme/language/ir';
import { exampleHousehold, plainFact } from '@bareme/language/lsp';
import type { DraftExample, DraftRefusal, NewExampleRequest } from '../../protocol.js';
import type { Program } from '../programs.js';
import { expectationText } from './explain.js';

/** The path of the example while it is tried: no file of a workspace has it. */
const TRIED = '\uFFFF/exemple.bareme';

/** How many times the facts that the note still lacks are given. */
const MOST_ROUNDS = 4;

/** A demand that a criterion counts, with what the policy as written gives it; the author confirms the note, or mends the rule. */
export function draftExample(programs: readonly Program[], asked: NewExampleRequest): DraftExample | DraftRefusal {
    for (const program of programs) {
        const policy = program.project.policies.find(({ name, version }) => name === asked.policy && version === asked.version);
        if (policy !== undefined) return drafted(program, policy, asked.criterion);
    }
    return refused(`La version « ${asked.version} » de « ${asked.policy} » n’est pas dans ce dossier.`);
}

function drafted(program: Program, policy: Policy, criterion: string): DraftExample | DraftRefusal {
    if (isDraft(policy)) return refused('Cette politique laisse des points à fixer : aucune note n’en est calculée.');
    const household = exampleHousehold(policy, criterion);
    if (household === undefined) return refused(`Aucun ménage n’a été trouvé qui remplisse la condition de « ${criterion} ».`);
    const tried = withNote(program, policy, { criterion, facts: household === '' ? [] : [household] });
    if (tried === undefined) return refused('L’exemple n’a pas pu être calculé : corrigez d’abord les erreurs de ce dossier.');
    const others = program.project.examples.find((example) => example.policy === policy.name && example.version === policy.version);
    const [main] = policy.at;
    const path = others?.at[0] ?? `${main.slice(0, main.lastIndexOf('/') + 1)}exemples.bareme`;
    return { uri: program.uriOf(path), header: 'barème 1\n', text: tried };
}

interface Written {
    readonly criterion: string;
    readonly facts: readonly string[];
}

/** The facts that the note lacks are given a plain value, as long as that makes it better known. */
function withNote(program: Program, policy: Policy, { criterion, facts }: Written): string | undefined {
    let known = { facts, explanation: explanationOf(program, exampleText(policy, { criterion, facts }, 'note 0')) };
    for (let round = 0; round < MOST_ROUNDS && known.explanation !== undefined; round += 1) {
        const { declared } = known.explanation.result;
        const more = declared.kind === 'incomplete' ? declared.missing.flatMap((name) => plainText(policy, name) ?? []) : [];
        const fuller = [...known.facts, ...more];
        const explanation = more.length === 0 ? undefined : explanationOf(program, exampleText(policy, { criterion, facts: fuller }, 'note 0'));
        if (explanation === undefined) break;
        known = { facts: fuller, explanation };
    }
    return known.explanation && exampleText(policy, { criterion, facts: known.facts }, expectationText(known.explanation));
}

function explanationOf({ sources }: Program, text: string): Explanation | undefined {
    const { project, diagnostics } = compileSources([...sources, { path: TRIED, text: `barème 1\n${text}` }]);
    if (diagnostics.some(({ severity, location }) => severity === 'error' && location?.path === TRIED)) return undefined;
    const example = project.examples.find(({ at: [file] }) => file === TRIED);
    return example && runExample(example, project).explanation;
}

function exampleText(policy: Policy, { criterion, facts }: Written, expected: string): string {
    const dated = facts.some((fact) => fact.includes('date d’examen :'));
    return [
        '// Proposé d’après les règles écrites : vérifiez que la délibération donne bien cette note à ce ménage.',
        `exemple "À relire : ${criterion}" de ${policy.name} version "${policy.version}" {`,
        // VS Code frames the spaces that typography wants.
        ...facts.map((fact) => `  ${fact.replace(/[\u00A0\u202F]/g, ' ')}`),
        ...(dated ? [] : [`  date d’examen : ${formatFrenchDate(policy.dates.from)}`]),
        `  attendu : ${expected}`,
        '}',
        '',
    ].join('\n');
}

function plainText(policy: Policy, name: string): string | undefined {
    const fact = plainFact(policy, name);
    return fact && `${fact.name} : ${fact.value}`;
}

function refused(reason: string): DraftRefusal {
    return { refused: reason };
}
