import type { FactReader } from '../../../columns/facts.js';
import type { Expression } from '../../../ir/expression.js';
import type { Day } from '../../../ir/value.js';
import { compare, nearestRank, rational, type Rational } from '../../../kit/exact-number.js';
import { rankingNote } from '../../note-ends.js';
import { identical } from '../expressions/compare-values.js';
import { evaluateDemand } from '../results/evaluate-demand.js';
import { evaluateExpression } from './evaluate-policy-parts.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import { wordsOf, type ExpressionValue } from '../values/value.js';

/**
 * Where a demand stands by its note among those that the policy calls analogous (CCH R.441-2-17), itself included. `rank` is 1 more than
 * the demands with a higher note, `ties` the others with the same one. `unsure`: demands of which a fact is missing, so that nothing says
 * whether they are analogous, or that have no note to rank by. Quartiles are nearest-rank.
 */
export type PositionResult =
    | {
          readonly kind: 'position';
          readonly rank: number;
          readonly ties: number;
          readonly analogous: number;
          readonly unsure: number;
          readonly notes: { readonly q1: Rational; readonly median: Rational; readonly q3: Rational };
      }
    /** The demand itself lacks facts, or a note to rank by. */
    | { readonly kind: 'unknown'; readonly missing: readonly string[] };

/** The position of a demand among others on a day; `undefined` where the policy does not say which demands are analogous. */
export function positionAmong(loaded: LoadedPolicy, demand: FactReader, others: readonly FactReader[], day: Day): PositionResult | undefined {
    const { analogous } = loaded.policy;
    if (analogous === undefined) return undefined;
    const own = profileOf(loaded, analogous.facts, demand, day);
    const missing = [...new Set(own.flatMap((value) => (value.kind === 'missing' ? value.missing : [])))].sort();
    const note = rankingNoteOf(loaded, demand, day);
    if (missing.length > 0 || note === undefined) return { kind: 'unknown', missing };
    const notes = [note];
    let unsure = 0;
    for (const other of others) {
        const likeness = likenessOf(own, profileOf(loaded, analogous.facts, other, day));
        const ranked = likeness === 'different' ? undefined : rankingNoteOf(loaded, other, day);
        if (likeness === 'unknown' || (likeness === 'alike' && ranked === undefined)) unsure += 1;
        else if (ranked !== undefined) notes.push(ranked);
    }
    const sorted = [...notes].sort(compare);
    const at = (quarter: number): Rational => nearestRank(sorted, rational(quarter, 4)) ?? note;
    return {
        kind: 'position',
        rank: 1 + notes.filter((other) => compare(other, note) > 0).length,
        ties: notes.filter((other) => compare(other, note) === 0).length - 1,
        analogous: notes.length,
        unsure,
        notes: { q1: at(1), median: at(2), q3: at(3) },
    };
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

/** The note that ranks, as the policy ranks incomplete ones; nothing for those that it puts last. */
function rankingNoteOf(loaded: LoadedPolicy, demand: FactReader, day: Day): Rational | undefined {
    const { ranking } = loaded.policy;
    const which = ranking?.keys.find((key) => key.kind === 'note')?.which ?? 'declared';
    return rankingNote(evaluateDemand(loaded, { demand, day })[which], ranking?.incomplete ?? 'minimum');
}
