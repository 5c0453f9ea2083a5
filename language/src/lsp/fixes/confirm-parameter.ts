import { AstUtils } from 'langium';
import { isParameterConfirmation, isPolicy, type Policy } from '../../generated/ast.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FindingData } from '../../workspace/document-findings.js';
import { confirmParameters } from '../words/fix-words.js';
import type { FixGround, FixProvider } from './fix.js';

/**
 * Parameters that no text fixes: the clauses by which the policy confirms them, with what the vocabulary proposes, all that one rule rests on at
 * once. What is proposed is the author's to vote, and the source, said once, is theirs to give: it is left blank.
 */
export const confirmParameter: FixProvider = (ground, finding) => {
    const together = lackingThere(ground, finding);
    const clauses = together.flatMap((each) => clauseOf(ground, each) ?? []);
    const place = placeOfClauses(ground, finding);
    // One action for them all: that of the first.
    if (together[0]?.message !== finding.message || clauses.length === 0 || place === undefined) return [];
    const written = (valueOf: (value: string, rank: number) => string, source: string): string =>
        clauses.map(({ name, value }, rank) => `confirme ${name} : ${valueOf(value, rank)} source "${source}"\n`).join('');
    const edit = {
        location: { path: ground.path, start: place.at, end: place.at },
        newText: `${written((value) => value, '')}${place.after}`,
        snippet: `${written((value, rank) => `\${${rank + 2}:${value}}`, '$1')}${place.after}`,
    };
    return [{ title: confirmParameters(clauses.map(({ name }) => name)), edits: [edit] }];
};

/** The findings of the rule: one that computes rests on several parameters. */
function lackingThere({ document }: FixGround, { code, location }: Diagnostic): readonly Diagnostic[] {
    const findings = (document.diagnostics ?? []).flatMap(({ data }) => (data as FindingData | undefined)?.finding ?? []);
    return findings.filter((each) => each.code === code && each.location?.start === location?.start && each.location?.end === location?.end);
}

/** The parameter that a finding is about, with what is proposed, as the vocabulary writes it. */
function clauseOf({ compilation }: FixGround, { related }: Diagnostic): { readonly name: string; readonly value: string } | undefined {
    const declared = related[0]?.location;
    const parameters = compilation.project.policies.flatMap(({ vocabulary }) => vocabulary.parameters);
    const found = parameters.find(({ at: [path, start] }) => path === declared?.path && start === declared.start);
    const [path, start, end] = found?.places?.proposed ?? [];
    const value = compilation.sources.find((source) => source.path === path)?.text.slice(start, end);
    return found === undefined || value === undefined || start === undefined ? undefined : { name: found.name, value };
}

/** After the last confirmation of the policy, on a line of its own; else before its first clause. */
function placeOfClauses({ document, text }: FixGround, { location }: Diagnostic): { readonly at: number; readonly after: string } | undefined {
    const policy = AstUtils.streamAst(document.parseResult.value)
        .filter(isPolicy)
        .find(({ $cstNode: cst }) => location !== undefined && cst !== undefined && cst.offset <= location.start && location.start < cst.end);
    if (policy === undefined) return undefined;
    const last = policy.items.filter(isParameterConfirmation).at(-1)?.$cstNode?.end;
    const feed = last === undefined ? -1 : text.indexOf('\n', last);
    if (feed !== -1) return { at: feed + 1, after: '' };
    const first = firstClause(policy);
    return first === undefined ? undefined : { at: withComments(text, first), after: '\n' };
}

function firstClause({ items }: Policy): number | undefined {
    return items[0]?.$cstNode?.offset;
}

/** The beginning of the comments that stand right above a clause: they are about it. */
function withComments(text: string, clause: number): number {
    const above = /(?:(?<=^|\n)[ \t]*\/\/[^\n]*\n)*[ \t]*$/.exec(text.slice(0, clause))?.[0] ?? '';
    return clause - above.length;
}
