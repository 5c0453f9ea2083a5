import type { Bounds, ValueType } from '../../../ir/value-type.js';
import { compare, max, min, type Rational } from '../../../kit/exact-number.js';
import { exact } from '../values/exact.js';
import type { Known } from '../values/value.js';
import type { Context } from './context.js';
import { limitComparison, orderOfDurations, type Duration, type Span } from './durations.js';

/** Whether a value that was computed lies within declared bounds; a value without order has none. */
export function isInside(context: Context, bounds: Bounds | undefined, value: Known): boolean {
    if (bounds === undefined) return true;
    switch (value.kind) {
        case 'number':
            return isBetween(value.value, endsOf(bounds));
        case 'date':
            return value.day >= Number(bounds.low) && value.day <= Number(bounds.high);
        case 'duration':
        case 'span':
            return isTimeInside(context, bounds, value);
        default:
            return true;
    }
}

interface Ends {
    readonly low: Rational;
    readonly high: Rational;
}

/** Each declaration's bounds, read once. */
const ENDS = new WeakMap<Bounds, Ends>();

function endsOf(bounds: Bounds): Ends {
    const known = ENDS.get(bounds);
    if (known !== undefined) return known;
    const ends = { low: exact(bounds.low), high: exact(bounds.high) };
    ENDS.set(bounds, ends);
    return ends;
}

function isBetween(value: Rational, { low, high }: Ends): boolean {
    return compare(value, low) >= 0 && compare(value, high) <= 0;
}

/** Lengths in days and in months do not compare: nothing is said against them. */
function isTimeInside(context: Context, bounds: Bounds, value: Span | Duration): boolean {
    const order = (months: number): number => {
        const length: Duration = { kind: 'duration', amount: months, unit: 'mois' };
        limitComparison(context, value, length);
        return orderOfDurations(value, length) ?? 0;
    };
    return order(Math.ceil(ratioOf(bounds.low))) >= 0 && order(Math.floor(ratioOf(bounds.high))) <= 0;
}

function ratioOf(fraction: string): number {
    const { n, d } = exact(fraction);
    return Number(n) / Number(d);
}

/** What is left of a range of numbers between declared bounds; the bounds alone where nothing is, or where no range is known. */
export function boundedRange(
    { kind }: ValueType,
    bounds: Bounds | undefined,
    range?: { readonly low: Rational; readonly high: Rational },
): { readonly low: Rational; readonly high: Rational } | undefined {
    if (bounds === undefined || kind === 'date' || kind === 'duration') return range;
    const [low, high] = [exact(bounds.low), exact(bounds.high)];
    if (range === undefined) return { low, high };
    const inside = { low: max(range.low, low), high: min(range.high, high) };
    return compare(inside.low, inside.high) <= 0 ? inside : { low, high };
}
