import { compare, equals, max, min, roundTo, mul, ZERO, type Rational } from '../../../kit/exact-number.js';
import type { PointsResult } from '../../result.js';
import type { Limits, LoadedGroup } from '../policy/loaded-scoring.js';
import { isEmptyGap, joinGaps, namesOf, NO_GAP, type Gap } from '../values/value.js';

/**
 * What an item of a group comes to: whether it applies, the points it gives if it does (between `low` and `high`, equal when known), and
 * those it gives if it does not (`idle`: 0 for a criterion; a floor may say otherwise of a rubric). `gap` is why something is not known.
 */
export interface Outcome {
    readonly applies: Certainty;
    readonly low: Rational;
    readonly high: Rational;
    readonly idle: Rational;
    readonly gap: Gap;
}

export type Certainty = 'yes' | 'no' | 'maybe';

/** Does not apply: 0 point. */
export const NOTHING: Outcome = { applies: 'no', low: ZERO, high: ZERO, idle: ZERO, gap: NO_GAP };

/** Applies, with these points. */
export function given(points: Rational): Outcome {
    return { applies: 'yes', low: points, high: points, idle: ZERO, gap: NO_GAP };
}

/** The points that the item surely gives at least, whether it applies or not. */
export function leastOf({ applies, low, idle }: Outcome): Rational {
    return applies === 'maybe' ? min(low, idle) : low;
}

/** The points that the item gives at most, whether it applies or not. */
export function mostOf({ applies, high, idle }: Outcome): Rational {
    return applies === 'maybe' ? max(high, idle) : high;
}

/** Whether nothing of the outcome is uncertain. */
export function isCertain(outcome: Outcome): boolean {
    return outcome.applies !== 'maybe' && equals(outcome.low, outcome.high);
}

/** The same item when it is not known whether it is set aside. */
export function perhaps(outcome: Outcome, gap: Gap): Outcome {
    return outcome.applies === 'no' ? outcome : { ...outcome, applies: 'maybe', gap: joinGaps(outcome.gap, gap) };
}

/** One of two outcomes, it is not known which. */
export function either(a: Outcome, b: Outcome): Outcome {
    if (a === b) return a;
    const applies = a.applies === b.applies ? a.applies : 'maybe';
    return { applies, low: min(a.low, b.low), high: max(a.high, b.high), idle: a.idle, gap: joinGaps(a.gap, b.gap) };
}

/** At most the cap, then at least the floor. */
export function within({ cap, floor }: Limits, points: Rational): Rational {
    const capped = cap === undefined ? points : min(points, cap);
    return floor === undefined ? capped : max(capped, floor);
}

/** The points of a group from those of its combination: increased and rounded to an integer, then capped, then floored. */
export function finished({ increase, limits }: LoadedGroup, points: Rational): Rational {
    const increased = increase === undefined ? points : roundTo(mul(points, increase.factor), 0, increase.direction);
    return within(limits, increased);
}

/** The outcome as a trace shows it. */
export function pointsResult(outcome: Outcome): PointsResult {
    const low = leastOf(outcome);
    const high = mostOf(outcome);
    if (compare(low, high) === 0) return { kind: 'exact', points: low };
    return { kind: 'bounds', low, high, missing: isEmptyGap(outcome.gap) ? [] : namesOf(outcome.gap) };
}
