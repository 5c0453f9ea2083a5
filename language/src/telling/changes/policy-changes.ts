import type { Policy } from '../../ir/policy.js';
import type { ClauseChange, FactRead } from './clause-change.js';
import { clausesOf, type Clause } from './clauses.js';
import type { Facet } from './clause-words.js';
import { enumerate, quoted } from '../words/french.js';
import { nodesIn, readsIn } from './meaning.js';
import { policyWords } from './policy-words.js';

/**
 * What one policy changes of another, clause by clause, in words, in the order of the clauses: empty exactly when the two say the same,
 * words for people apart.
 */
export function policyChanges(before: Policy, after: Policy): readonly ClauseChange[] {
    const [old, edited] = [clausesOf(before, policyWords(before)), clausesOf(after, policyWords(after))];
    const olds = new Map(old.map((clause) => [clause.id, clause]));
    const kept = new Set(edited.map(({ id }) => id));
    const readers = readersOf([...edited, ...old]);
    return [
        ...edited.flatMap((clause) => changeOf(olds.get(clause.id), clause, readers)),
        ...old.filter(({ id }) => !kept.has(id)).flatMap((clause) => changeOf(clause, undefined, readers)),
    ];
}

type ReadersOf = (clause: Clause) => readonly string[];

/** Who reads a list, a deduced fact, a table or a value by its name: labels, each once. */
function readersOf(clauses: readonly Clause[]): ReadersOf {
    return ({ names, id }) => {
        if (names === undefined) return [];
        const readers = clauses.filter((other) => other.id !== id && nodesIn(other.node).flatMap(nameRead).includes(names));
        return [...new Set(readers.map(({ label }) => label))];
    };
}

function nameRead({ kind, name, table, list }: ReturnType<typeof nodesIn>[number]): readonly string[] {
    if (kind === 'derived') return [`derived ${String(name)}`];
    if (kind === 'lookup') return [`table ${String(table)}`];
    if (kind === 'parameter') return [`parameter ${String(name)}`];
    return typeof list === 'string' ? [`list ${list}`] : [];
}

function changeOf(before: Clause | undefined, after: Clause | undefined, readers: ReadersOf): readonly ClauseChange[] {
    const shown = after ?? before;
    if (shown === undefined || before?.meaning === after?.meaning) return [];
    const { id, act, label: clause, place } = shown;
    const common = { id, act, clause, ...(place === undefined ? {} : { place }), readBy: readers(shown) };
    if (before === undefined) return [edit(common, { kind: 'added', after: joined(shown.facets()) })];
    if (after === undefined) return [edit(common, { kind: 'removed', before: joined(shown.facets()) })];
    return [edit(common, { kind: 'edited', ...wordsOfEdit(before, after) })];
}

type Edit = Pick<ClauseChange, 'kind' | 'before' | 'after'>;

/** The change on one line. An edit that only adds words, or only takes some away, says so. */
function edit(common: Omit<ClauseChange, 'text' | keyof Edit>, words: Edit): ClauseChange {
    const { kind, before, after } = words;
    const verb = { added: 'ajouté', removed: 'retiré', edited: after === undefined ? 'retire' : 'ajoute' }[kind];
    const told =
        before !== undefined && after !== undefined
            ? `${before} → ${after}`
            : kind === 'edited'
              ? `${verb} ${before ?? after ?? ''}`
              : `${verb} (${before ?? after ?? ''})`;
    return { ...common, ...words, text: `${common.clause} : ${told}` };
}

/** The facets that differ, before and after; where none does in words, the place or the wording of the code is what moved. */
function wordsOfEdit(before: Clause, after: Clause): Pick<Edit, 'before' | 'after'> {
    const [all, others] = [before.facets(), after.facets()];
    const [gone, come] = [differing(all, others), differing(others, all)];
    const moved = before.place !== after.place;
    const text = (facets: readonly Facet[], place: string | undefined): string =>
        joined([...(moved && place !== undefined ? [['place', place] as const] : []), ...facets]);
    const words = { before: text(gone, before.place), after: text(come, after.place) };
    if (words.before === words.after) return { before: joined(all), after: `${joined(others)} (autrement écrit)` };
    return { ...(words.before === '' ? {} : { before: words.before }), ...(words.after === '' ? {} : { after: words.after }) };
}

function differing(facets: readonly Facet[], others: readonly Facet[]): readonly Facet[] {
    const known = new Map(others);
    return facets.filter(([name, words]) => known.get(name) !== words);
}

/** Facets of a clause shown at most: a table may have hundreds of cells. */
const SHOWN = 8;

function joined(facets: readonly Facet[]): string {
    const rest = facets.length - SHOWN;
    const shown = rest > 1 ? facets.slice(0, SHOWN) : facets;
    const long = shown.some(([, words]) => words.includes(' ; '));
    return `${shown.map(([, words]) => words).join(long ? ' — ' : ', ')}${rest > 1 ? ` et ${rest} autres` : ''}`;
}

/** The facts that the rules of one policy read to rank, admit or suit, and that those of another do not. */
export function factsReadOnlyBy(policy: Policy, other: Policy): readonly FactRead[] {
    const words = policyWords(policy);
    const known = ruleReads(other).facts;
    return [...ruleReads(policy).facts]
        .filter((fact) => !known.has(fact))
        .map((fact) => {
            const [owner = '', name = ''] = fact.split(' ');
            return { owner, name, label: words.fact(owner as 'demande', name, new Map()) };
        })
        .sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** All that the rules read to rank, admit or suit. */
export function ruleReads(policy: Policy): ReturnType<typeof readsIn> {
    const { scorings, ranking, unscored = [], exclusions, adequacies, refusalEffects, commission, routes } = policy;
    return readsIn(policy, [scorings, ranking, unscored, exclusions, adequacies, refusalEffects, commission, routes]);
}

/** Facts in a sentence: `« Loyer actuel » et « Âge »`. */
export function factsText(facts: readonly FactRead[]): string {
    return enumerate(facts.map(({ label }) => quoted(label)));
}
