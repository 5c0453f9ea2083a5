import { factListReader, noteText, pointsResultText, runExample } from '@bareme/cli/examples';
import { draftDiagnostics } from '@bareme/cli/findings';
import { compileSources } from '@bareme/language';
import { evaluateEligibility, explainDemand, loadPolicy, type EligibilityResult, type Explanation, type TraceLine } from '@bareme/language/engine';
import {
    formatFrench,
    formatFrenchDate,
    parseDate,
    withGivenDerived,
    type Example,
    type FactDeclaration,
    type Policy,
    type ValueType,
} from '@bareme/language/ir';
import type { ExplainedLine, ExplainForm, ExplainRequest, ExplainResult, FormFact } from '../../protocol.js';
import type { Program } from '../programs.js';

/** The path of the demand while it is tried: no file of a workspace has it. */
const TRIED = '\uFFFF/demande.bareme';

/** What may be said of a demand and a dwelling, the facts that the policy reads first. */
export function explainForm({ project }: Program, asked: { readonly policy: string; readonly version: string }): ExplainForm | undefined {
    const policy = versionOf(project.policies, asked);
    if (policy === undefined) return undefined;
    const read = factsReadBy(policy);
    const facts = policy.vocabulary.facts.filter(({ owner, type, name }) => owner !== 'candidature' && type.kind !== 'events' && name !== 'identifiant');
    const formFacts = facts.map((fact): FormFact => formFact(fact, policy, read.has(fact.name) && fact.owner === 'demande'));
    return { title: `${policy.label ?? policy.name}, version ${policy.version}`, from: formatFrenchDate(policy.dates.from), facts: formFacts };
}

/** A demand of which nothing is known names, in what it lacks, every fact that may change its note. */
function factsReadBy(policy: Policy): ReadonlySet<string> {
    const { result, traces } = explainDemand(loadPolicy(policy), { demand: factListReader([], []), day: policy.dates.from });
    const lacking = result.declared.kind === 'incomplete' ? result.declared.missing : [];
    return new Set([...lacking, ...traces.declared.lines.flatMap(({ facts }) => facts.map(({ name }) => name))]);
}

function formFact({ owner, name, label, type, multiple }: FactDeclaration, { vocabulary }: Policy, read: boolean): FormFact {
    const values = type.kind === 'enumeration' ? vocabulary.enumerations.find((item) => item.name === type.name)?.values : undefined;
    const choices =
        type.kind === 'boolean'
            ? [{ value: 'oui' }, { value: 'non' }]
            : values?.map((value) => ({ value: value.name, ...(value.label === undefined ? {} : { label: value.label }) }));
    return {
        owner: owner === 'logement' ? 'logement' : 'demande',
        name,
        label: label ?? name,
        read,
        multiple,
        hint: hintOf(type),
        ...(choices === undefined ? {} : { choices }),
    };
}

function hintOf(type: ValueType): string {
    switch (type.kind) {
        case 'date':
            return '01/02/2022';
        case 'money':
            return type.per === undefined ? '1 200 €' : `1 200 € par ${type.per}`;
        case 'ratio':
            return '33 %';
        case 'duration':
            return '12 mois';
        case 'number':
            return type.unit === undefined ? '3' : `3 ${type.unit}`;
        default:
            return '';
    }
}

/** Why a demand described by its facts has its note; what cannot be read is said fact by fact. */
export function explain({ project, sources }: Program, asked: ExplainRequest): ExplainResult {
    const policy = versionOf(project.policies, asked);
    if (policy === undefined) return { kind: 'refused', findings: [`La version « ${asked.version} » de « ${asked.policy} » n’est pas dans ce dossier.`] };
    const day = parseDate(asked.day.trim());
    if (day === undefined) return { kind: 'refused', findings: [`« ${asked.day} » n’est pas une date : écrivez-la comme 15/03/2024.`] };
    const compiled = compileSources([...sources, { path: TRIED, text: exampleText(asked, 'note 0') }]);
    const findings = compiled.diagnostics.filter(({ location, severity }) => location?.path === TRIED && severity === 'error');
    const example = compiled.project.examples.find(({ at: [file] }) => file === TRIED);
    if (findings.length > 0 || example === undefined) return { kind: 'refused', findings: findings.map(({ message, remedy }) => `${message} ${remedy}`) };
    const { explanation } = runExample(example, compiled.project);
    const drafts = draftDiagnostics([policy]);
    if (drafts.length > 0) return { kind: 'refused', findings: drafts.map(({ message, remedy }) => `${message} ${remedy}`) };
    if (explanation === undefined) return { kind: 'refused', findings: ['Aucune version de la politique ne s’applique ce jour-là.'] };
    return explained(explanation, eligibilityOf(policy, example), exampleText(asked, expectationText(explanation)));
}

function explained({ result, traces }: Explanation, eligibility: EligibilityResult, example: string): ExplainResult {
    return {
        kind: 'explained',
        declared: noteText(result.declared),
        verified: noteText(result.verified),
        eligibility: eligibilityText(eligibility),
        lines: traces.declared.lines.map(lineOf),
        example,
    };
}

function lineOf({ kind, path, label, name, points, kept, status, text }: TraceLine): ExplainedLine {
    return { kind, depth: path.length, label: label ?? name, points: pointsResultText(points), kept: pointsResultText(kept), status: STATUSES[status], text };
}

const STATUSES: Readonly<Record<TraceLine['status'], string>> = {
    given: 'donné',
    'not-met': 'condition non remplie',
    'set-aside': 'écarté par une autre règle',
    unproved: 'non justifié',
    unknown: 'à compléter',
};

function eligibilityOf(policy: Policy, { demand, dwelling, proved, day }: Example): EligibilityResult {
    const subject = { demand: factListReader(demand, proved), day, ...(dwelling === undefined ? {} : { dwelling: factListReader(dwelling, []) }) };
    return evaluateEligibility(loadPolicy(withGivenDerived(policy, demand)), subject);
}

function eligibilityText(result: EligibilityResult): string {
    switch (result.kind) {
        case 'eligible':
            return 'éligible';
        case 'ineligible':
            return `inéligible (${result.exclusions.join(', ')})`;
        case 'to-verify':
            return `à vérifier : il manque ${result.missing.join(', ')}`;
    }
}

/** The demand as an example of the policy, which any file may keep. */
function exampleText({ label, policy, version, day, facts }: ExplainRequest, expected: string): string {
    const given = facts.filter(({ value }) => value.trim() !== '');
    const fields = (owner: string): readonly string[] => given.filter((fact) => fact.owner === owner).map(({ name, value }) => `${name} : ${oneLine(value)}`);
    const dwelling = fields('logement');
    return [
        'barème 1',
        '',
        `exemple "${oneLine(label).replaceAll('"', ' ')}" de ${policy} version "${version}" {`,
        ...fields('demande').map((field) => `  ${field} ;`),
        ...(dwelling.length === 0 ? [] : [`  logement { ${dwelling.join(' ; ')} }`]),
        `  date d’examen : ${oneLine(day)}`,
        `  attendu : ${expected}`,
        '}',
        '',
    ].join('\n');
}

/** What an example of the demand expects: what the policy gives it. */
export function expectationText({ result: { declared } }: Explanation): string {
    const text = (value: Parameters<typeof formatFrench>[0]): string => formatFrench(value);
    switch (declared.kind) {
        case 'note':
            return `note ${text(declared.note)}`;
        case 'interval':
            return `note ${text(declared.fixed)}`;
        case 'incomplete':
            return `incomplète entre ${text(declared.low)} et ${text(declared.high)}`;
        case 'unscored':
            return `hors cotation ${declared.clauses[0] ?? ''}`.trim();
    }
}

function oneLine(text: string): string {
    return text.replace(/[\r\n{}]+/g, ' ').trim();
}

function versionOf(policies: readonly Policy[], { policy, version }: { readonly policy: string; readonly version: string }): Policy | undefined {
    return policies.find((item) => item.name === policy && item.version === version);
}
