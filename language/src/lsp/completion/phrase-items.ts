import { CompletionItemKind } from 'vscode-languageserver';
import type { Policy } from '../../ir/policy.js';
import { formatFrenchDate } from '../../kit/civil-date.js';
import { PHRASE, WHOLE_CLAUSE } from '../words/completion-words.js';
import { CLAUSE_SNIPPETS } from './clause-snippets.js';
import { standingOf, type Operand } from './operand.js';
import type { Proposal } from './proposal.js';

/** Where phrases are proposed. */
export interface PhrasePlace {
    /** The text before. */
    readonly before: string;
    /** What a relation would be said of. */
    readonly operand: Operand | undefined;
    /** The version that blanks are filled with. */
    readonly policy: Policy | undefined;
}

/** Phrases of the language that may stand there, and the whole clauses that they begin: these first where a statement begins. */
export function phraseProposals(phrases: readonly string[], place: PhrasePlace): readonly Proposal[] {
    const beginsStatement = /(?:^|[\n{};])\s*$/.test(place.before);
    return phrases.flatMap((phrase) => {
        const clauses = CLAUSE_SNIPPETS.filter(({ begins }) => begins === phrase).map(({ label, body }): Proposal => ({
            label,
            text: filled(body, place.policy),
            isSnippet: true,
            rank: beginsStatement ? '2' : '8',
            kind: CompletionItemKind.Snippet,
            detail: WHOLE_CLAUSE,
        }));
        return [...(/^\p{L}/u.test(phrase) ? phraseProposal(phrase, place) : []), ...clauses];
    });
}

/** A phrase, where it may be said of what stands before it. */
export function phraseProposal(phrase: string, { operand }: PhrasePlace): readonly Proposal[] {
    const standing = operand === undefined ? 'any' : standingOf(phrase, operand);
    if (standing === 'never') return [];
    return [{ label: phrase, text: phrase, rank: standing === 'first' ? '1' : '3', kind: CompletionItemKind.Keyword, detail: PHRASE }];
}

/** Blanks that the version near the file answers: its name, its number, and a day when it is in force. */
function filled(body: string, policy: Policy | undefined): string {
    if (policy === undefined) return body;
    return body
        .replace(/\$\{(\d+):nom_de_la_politique\} version "\$\{(\d+):1\}"/, `\${$1:${policy.name}} version "\${$2:${policy.version}}"`)
        .replace(/(date d’examen : \$\{\d+:)[^}]*\}/, `$1${formatFrenchDate(policy.dates.from)}}`);
}
