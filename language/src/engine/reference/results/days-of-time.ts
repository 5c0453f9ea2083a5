import type { Expression } from '../../../ir/expression.js';
import type { Day, DayRange } from '../../../ir/value.js';
import { compare, integer } from '../../../kit/exact-number.js';
import { contextLike, type Context } from '../expressions/context.js';
import { orderOfDurations, unitsElapsed } from '../expressions/durations.js';
import { FIRST_DAY, LAST_DAY } from '../expressions/range.js';
import type { Known } from '../values/value.js';

/**
 * The days since which the time counted, at the evaluation date, is exactly a value: since an earlier day it is more, since a later one
 * less. The range is empty, `from` one more than `to`, where no day gives it. `undefined` for values that are not of that kind.
 */
export function daysOfTime(context: Context, time: Extract<Expression, { kind: 'since' | 'elapsed' }>, value: Known): DayRange | undefined {
    const order = orderSince(context, time, value);
    if (order === undefined) return undefined;
    return { from: firstDay((day) => order(day) <= 0), to: firstDay((day) => order(day) < 0) - 1 };
}

/** How the time since a day compares to the value; it never grows with the day. */
function orderSince(context: Context, time: Extract<Expression, { kind: 'since' | 'elapsed' }>, value: Known): ((day: Day) => number) | undefined {
    if (time.kind === 'since') {
        if (value.kind !== 'duration') return undefined;
        return (from) => orderOfDurations({ kind: 'span', from, to: context.day }, value) ?? 0;
    }
    if (value.kind !== 'number') return undefined;
    // What is only searched limits nothing of the evaluation around.
    const apart = contextLike(context, {});
    return (from) => compare(integer(unitsElapsed(apart, { from, to: context.day }, time)), value.value);
}

/** The first day from which a condition holds, by bisection: once it holds it holds for ever. The day after the last where it never does. */
function firstDay(holds: (day: Day) => boolean): Day {
    let [low, high] = [FIRST_DAY, LAST_DAY + 1];
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (holds(middle)) high = middle;
        else low = middle + 1;
    }
    return low;
}
