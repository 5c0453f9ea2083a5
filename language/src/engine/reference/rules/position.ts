import type { FactReader } from '../../../columns/facts.js';
import type { Expression } from '../../../ir/expression.js';
import type { Day } from '../../../ir/value.js';
import { compare, nearestRank, rational, type Rational } from '../../../kit/exact-number.js';
import { rankingNote } from '../../note-ends.js';
import { identical } from '../expressions/compare-values.js';
import { evaluateDemand } from '../results/evaluate-demand.js';
import { evaluateEligibility, evaluateExpression } from './evaluate-policy-parts.js';
import { compareRankingKeys, rankingKeyOf, type RankingValue } from './ranking-key.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import { wordsOf, type ExpressionValue } from '../values/value.js';

/**
 * Where a demand stands by the ranking of the policy (category, note, tie-break) among the admissible demands that it calls analogous,
 * itself included. `rank` is 1 more than the demands before it, `ties` the others that only the commission's appraisal tells apart.
 * `unsure`: demands of which a fact is missing, so that nothing says whether they are analogous. Quartiles are nearest-rank, over the
 * notes that rank; a demand that the policy puts last for want of a note has none.
 */
export type PositionResult =
    | {
          readonly kind: 'position';
          readonly rank: number;
          readonly ties: number;
          readonly analogous: number;
          readonly unsure: number;
          readonly notes?: { readonly q1: Rational; readonly median: Rational; readonly q3: Rational };
      }
    /** The demand itself lacks facts that say which demands are analogous. */
    | { readonly kind: 'unknown'; readonly missing: readonly string[] }
    /** A deliberation treats the demand apart: it has no place. */
    | { readonly kind: 'unscored'; readonly clauses: readonly string[] }
    /** A rule keeps the demand out: it has no place. */
    | { readonly kind: 'inadmissible'; readonly exclusions: readonly string[] };

/** A demand and those among which its place is asked, on a day; `rules` is the version whose exclusions are read, the ranking's own where absent. */
export interface PositionAsked {
    readonly demand: FactReader;
    readonly others: readonly FactReader[];
    readonly day: Day;
    readonly rules?: LoadedPolicy;
}

/** The position of a demand among others on a day; `undefined` where the policy does not say which demands are analogous. */
export function positionAmong(loaded: LoadedPolicy, asked: PositionAsked): PositionResult | undefined {
    const { demand, others, day } = asked;
    const { analogous } = loaded.policy;
    if (analogous === undefined) return undefined;
    const rules = asked.rules ?? loaded;
    const eligibility = evaluateEligibility(rules, { demand, day });
    if (eligibility.kind === 'ineligible') return { kind: 'inadmissible', exclusions: eligibility.exclusions };
    const { declared } = evaluateDemand(loaded, { demand, day });
    if (declared.kind === 'unscored') return { kind: 'unscored', clauses: declared.clauses };
    const own = profileOf(loaded, analogous.facts, demand, day);
    const missing = [...new Set(own.flatMap((value) => (value.kind === 'missing' ? value.missing : [])))].sort();
    if (missing.length > 0) return { kind: 'unknown', missing };
    const placed = [placedOf(loaded, demand, day)];
    let unsure = 0;
    for (const other of others) {
        const likeness = likenessOf(own, profileOf(loaded, analogous.facts, other, day));
        if (likeness === 'different' || evaluateEligibility(rules, { demand: other, day }).kind === 'ineligible' || isApart(loaded, other, day)) continue;
        if (likeness === 'unknown') unsure += 1;
        else placed.push(placedOf(loaded, other, day));
    }
    return { kind: 'position', ...standingIn(loaded, placed), analogous: placed.length, unsure };
}

function isApart(loaded: LoadedPolicy, demand: FactReader, day: Day): boolean {
    return loaded.unscored.length > 0 && evaluateDemand(loaded, { demand, day }).declared.kind === 'unscored';
}

/** What places a demand, and the note that it is told with. */
interface Placed {
    readonly key: readonly RankingValue[];
    readonly note: Rational | undefined;
}

/** Where the policy does not rank, the declared note alone places. */
function placedOf(loaded: LoadedPolicy, demand: FactReader, day: Day): Placed {
    const { ranking } = loaded.policy;
    const result = evaluateDemand(loaded, { demand, day });
    const which = ranking?.keys.find((key) => key.kind === 'note')?.which ?? 'declared';
    return { key: rankingKeyOf(loaded, { demand, day }, result), note: rankingNote(result[which], ranking?.incomplete ?? 'minimum') };
}

function standingIn(loaded: LoadedPolicy, placed: readonly Placed[]): Omit<PositionOf, 'kind' | 'analogous' | 'unsure'> {
    const [own, ...others] = placed;
    const orders = others.map((other) => (own === undefined ? 0 : orderOf(loaded, other, own)));
    const notes = placed.flatMap(({ note }) => note ?? []).sort(compare);
    const at = (quarter: number): Rational | undefined => nearestRank(notes, rational(quarter, 4));
    const [q1, median, q3] = [at(1), at(2), at(3)];
    return {
        rank: 1 + orders.filter((order) => order < 0).length,
        ties: orders.filter((order) => order === 0).length,
        ...(q1 === undefined || median === undefined || q3 === undefined ? {} : { notes: { q1, median, q3 } }),
    };
}

type PositionOf = Extract<PositionResult, { kind: 'position' }>;

/** Negative when the first comes before the second. */
function orderOf(loaded: LoadedPolicy, a: Placed, b: Placed): number {
    if (loaded.policy.ranking !== undefined) return compareRankingKeys(loaded, a.key, b.key);
    if (a.note === undefined || b.note === undefined) return Number(a.note === undefined) - Number(b.note === undefined);
    return compare(b.note, a.note);
}

/** Whether two demands are analogous on a day: alike by every fact that the policy names, a list by one value at least. */
export function areAnalogous(loaded: LoadedPolicy, a: FactReader, b: FactReader, day: Day): 'alike' | 'different' | 'unknown' {
    const facts = loaded.policy.analogous?.facts ?? [];
    return likenessOf(profileOf(loaded, facts, a, day), profileOf(loaded, facts, b, day));
}

function profileOf(loaded: LoadedPolicy, facts: readonly Expression[], demand: FactReader, day: Day): readonly ExpressionValue[] {
    return facts.map((fact) => evaluateExpression(loaded, fact, { demand, day }));
}

/** One fact that surely differs is enough; `sans objet` is like itself only. */
function likenessOf(a: readonly ExpressionValue[], b: readonly ExpressionValue[]): 'alike' | 'different' | 'unknown' {
    const likeness = a.map((value, place) => isLike(value, b[place] ?? value));
    if (likeness.includes(false)) return 'different';
    return likeness.includes(undefined) ? 'unknown' : 'alike';
}

function isLike(a: ExpressionValue, b: ExpressionValue): boolean | undefined {
    if (a.kind === 'missing' || b.kind === 'missing') return undefined;
    if (a.kind === 'not-applicable' || b.kind === 'not-applicable') return a.kind === b.kind;
    if (a.kind === 'set' || b.kind === 'set') return wordsOf(a).some((word) => wordsOf(b).includes(word));
    return identical(a, b);
}
