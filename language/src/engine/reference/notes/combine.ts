import type { Combination } from '../../../ir/scoring.js';
import { absurd } from '../../../kit/absurd.js';
import { add, compare, equals, max, min, sub, ZERO, type Rational } from '../../../kit/exact-number.js';
import type { LoadedGroup } from '../policy/loaded-scoring.js';
import { finished, isCertain, leastOf, mostOf, NOTHING, type Certainty, type Outcome } from './outcome.js';
import { joinGaps, NO_GAP, type Gap } from '../values/value.js';

/** What the items of a group come to together, before its increase and limits. */
export type Combined = Outcome;

/** The points of a group before its increase and limits: bounds that hold, not always the tightest. */
export function combine(combination: Combination, items: readonly Outcome[]): Combined {
    switch (combination) {
        case 'cumulables':
            return sum(items);
        case 'le plus favorable':
        case 'un seul':
            return best(items);
        case "dans l'ordre":
            return first(items);
        default:
            return absurd(combination);
    }
}

/** The points of a group: combination, then increase rounded to an integer, then cap, then floor. */
export function finish(group: LoadedGroup, combined: Combined): Outcome {
    const low = finished(group, combined.low);
    const high = combined.high === combined.low ? low : finished(group, combined.high);
    const gap = combined.applies !== 'maybe' && equals(low, high) ? NO_GAP : combined.gap;
    return { applies: combined.applies, low, high, idle: finished(group, combined.idle), gap };
}

/** Under `un seul`, two criteria that surely apply: the policy promised that it would not happen. The most favourable is kept. */
export function twoHold(combination: Combination, items: readonly Outcome[]): boolean {
    return combination === 'un seul' && items.filter((item) => item.applies === 'yes').length > 1;
}

function sum(items: readonly Outcome[]): Combined {
    let low = ZERO;
    let spread = ZERO;
    let idle = ZERO;
    for (const item of items) {
        if (item === NOTHING) continue;
        const least = leastOf(item);
        low = add(low, least);
        spread = widened(spread, least, mostOf(item));
        if (item.idle.n !== 0n) idle = add(idle, item.idle);
    }
    const applies = anyApplies(items);
    const high = spread.n === 0n ? low : add(low, spread);
    const open = applies === 'yes' ? items.filter((item) => !equals(leastOf(item), mostOf(item))) : items;
    return { applies, low, high, idle, gap: applies === 'yes' && spread.n === 0n ? NO_GAP : gapOf(open) };
}

function widened(spread: Rational, least: Rational, most: Rational): Rational {
    return least === most || equals(least, most) ? spread : add(spread, sub(most, least));
}

/** The best of the items that apply, 0 when none does: a malus alone counts. An item that cannot beat a sure one asks for nothing. */
function best(items: readonly Outcome[]): Combined {
    if (items.every((item) => item.applies === 'no')) return NOTHING;
    const sure = items.filter((item) => item.applies === 'yes');
    const open = items.filter((item) => item.applies === 'maybe');
    const surely = greatest(sure.map((item) => item.low));
    if (surely === undefined) {
        // What none gives is said by `idle` alone: beside an item that surely applies, it must not pass for points.
        const low = open.map((item) => item.low).reduce(min);
        const high = open.map((item) => item.high).reduce(max);
        return { applies: 'maybe', low, high, idle: ZERO, gap: gapOf(open) };
    }
    const rivals = [...sure, ...open].filter((item) => compare(item.high, surely) > 0);
    const high = rivals.reduce((most, item) => max(most, item.high), surely);
    return { applies: 'yes', low: surely, high, idle: ZERO, gap: gapOf(rivals) };
}

function greatest(points: readonly Rational[]): Rational | undefined {
    return points.length === 0 ? undefined : points.reduce(max);
}

/** The first that applies; while it is not known which is, any up to the first that surely does. */
function first(items: readonly Outcome[]): Combined {
    const sure = items.findIndex((item) => item.applies === 'yes');
    const candidates = (sure < 0 ? items : items.slice(0, sure + 1)).filter((item) => item.applies !== 'no');
    if (candidates.length === 0) return NOTHING;
    const low = candidates.map((item) => item.low).reduce(min);
    const high = candidates.map((item) => item.high).reduce(max);
    const applies: Certainty = sure >= 0 ? 'yes' : 'maybe';
    return { applies, low, high, idle: ZERO, gap: gapOf(candidates) };
}

function anyApplies(items: readonly Outcome[]): Certainty {
    if (items.some((item) => item.applies === 'yes')) return 'yes';
    return items.some((item) => item.applies === 'maybe') ? 'maybe' : 'no';
}

function gapOf(items: readonly Outcome[]): Gap {
    return items.reduce((gap: Gap, item) => (isCertain(item) ? gap : joinGaps(gap, item.gap)), NO_GAP);
}
