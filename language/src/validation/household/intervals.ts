import { ceil, compare, floor, integer, mul, rational, type Rational } from '../../kit/exact-number.js';

/** An end of an interval. */
export interface End {
    readonly value: Rational;
    readonly inclusive: boolean;
}

/** All numbers between two ends; without end on a side that has none. */
export interface Interval {
    readonly low?: End;
    readonly high?: End;
}

/** A set of numbers: intervals that do not meet, ascending. */
export type Intervals = readonly Interval[];

export const EVERY_NUMBER: Intervals = [{}];

export function point(value: Rational): Interval {
    return { low: { value, inclusive: true }, high: { value, inclusive: true } };
}

/** What is in both sets. */
export function intersection(left: Intervals, right: Intervals): Intervals {
    return left.flatMap((a) => right.flatMap((b) => common(a, b) ?? []));
}

function common(a: Interval, b: Interval): Interval | undefined {
    const low = a.low === undefined ? b.low : b.low === undefined ? a.low : tighter(a.low, b.low, 1);
    const high = a.high === undefined ? b.high : b.high === undefined ? a.high : tighter(a.high, b.high, -1);
    const found: Interval = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
    return isVoid(found) ? undefined : found;
}

/** The end that lets less in: the greater of two lows (`side` 1), the lesser of two highs (−1). */
function tighter(a: End, b: End, side: 1 | -1): End {
    const order = compare(a.value, b.value) * side;
    if (order === 0) return a.inclusive ? b : a;
    return order > 0 ? a : b;
}

function isVoid({ low, high }: Interval): boolean {
    if (low === undefined || high === undefined) return false;
    const order = compare(low.value, high.value);
    return order > 0 || (order === 0 && !(low.inclusive && high.inclusive));
}

/** Every number that is not in the set. */
export function complement(set: Intervals): Intervals {
    return set.reduce<Intervals>((rest, interval) => intersection(rest, outside(interval)), EVERY_NUMBER);
}

function outside({ low, high }: Interval): Intervals {
    return [
        ...(low === undefined ? [] : [{ high: { value: low.value, inclusive: !low.inclusive } }]),
        ...(high === undefined ? [] : [{ low: { value: high.value, inclusive: !high.inclusive } }]),
    ];
}

/** The set cut to the multiples of 1/k: each interval begins and ends on one. */
export function onGrid(set: Intervals, k: bigint | undefined): Intervals {
    if (k === undefined) return set;
    return set.flatMap((interval) => {
        const low = interval.low && { value: rational(firstStep(interval.low, k), k), inclusive: true };
        const high = interval.high && { value: rational(lastStep(interval.high, k), k), inclusive: true };
        const cut: Interval = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
        return isVoid(cut) ? [] : [cut];
    });
}

function firstStep({ value, inclusive }: End, k: bigint): bigint {
    const steps = mul(value, integer(k));
    return steps.d === 1n && !inclusive ? steps.n + 1n : ceil(steps);
}

function lastStep({ value, inclusive }: End, k: bigint): bigint {
    const steps = mul(value, integer(k));
    return steps.d === 1n && !inclusive ? steps.n - 1n : floor(steps);
}

/** Whether a number is in the set. */
export function holds(set: Intervals, value: Rational): boolean {
    return intersection(set, [point(value)]).length > 0;
}
