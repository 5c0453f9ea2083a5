import type { Day, DurationUnit } from '../../../ir/value.js';
import { addDays, addMonths, monthsElapsed } from '../../../kit/civil-date.js';
import { limit, type Context } from './context.js';
import type { Known } from '../values/value.js';

export type Span = Extract<Known, { kind: 'span' }>;
export type Duration = Extract<Known, { kind: 'duration' }>;
export type Order = -1 | 0 | 1;

/** The day so long after another: an anniversary, a missing day (29 to 31) being the last of the month. */
export function anniversary(from: Day, { amount, unit }: Pick<Duration, 'amount' | 'unit'>): Day {
    return unit === 'jours' ? addDays(from, amount) : addMonths(from, unit === 'ans' ? 12 * amount : amount);
}

/**
 * How two durations compare. A span is compared to a length by the anniversary: it is longer than 36 months strictly after the 36th
 * anniversary of its start, and equal to 36 months on that day. Of two spans the one of more days is longer: spans that end on the same
 * day compare by when they began.
 * Days and months are of different families: `undefined`, unless both are nothing.
 */
export function orderOfDurations(a: Span | Duration, b: Span | Duration): Order | undefined {
    if (a.kind === 'span') return b.kind === 'span' ? order(a.to - a.from, b.to - b.from) : order(a.to, anniversary(a.from, b));
    if (b.kind === 'span') return order(anniversary(b.from, a), b.to);
    if ((a.unit === 'jours') !== (b.unit === 'jours')) return a.amount === 0 && b.amount === 0 ? 0 : undefined;
    return order(inSmallestUnit(a), inSmallestUnit(b));
}

/** Notes until when the comparison of a span to a length holds: the eve of the anniversary, then the anniversary, then for ever. */
export function limitComparison(context: Context, a: Span | Duration, b: Span | Duration): void {
    if (a.kind === 'span' && b.kind === 'duration') limitAnniversary(context, a, b);
    if (a.kind === 'duration' && b.kind === 'span') limitAnniversary(context, b, a);
}

function limitAnniversary(context: Context, span: Span, duration: Duration): void {
    const day = anniversary(span.from, duration);
    if (span.to < day) limitAt(context, span.to, addDays(day, -1));
    if (span.to === day) limitAt(context, span.to, day);
}

/** What holds until a day, for a span that ends at `to` on the evaluation date and grows by a day a day at most. */
function limitAt(context: Context, to: Day, day: Day): void {
    limit(context, context.day + (day - to));
}

/**
 * Whole units between the ends of a span, never below 0: `révolu` counts anniversaries reached, `commencé` one more when days
 * remain after the last one.
 */
export function unitsElapsed(
    context: Context,
    { from, to }: Pick<Span, 'from' | 'to'>,
    { unit, mode }: { readonly unit: DurationUnit; readonly mode: 'révolu' | 'commencé' },
): number {
    const until = (day: Day): void => limitAt(context, to, day);
    if (unit === 'jours') {
        until(Math.max(from, to));
        return Math.max(0, to - from);
    }
    const step = unit === 'ans' ? 12 : 1;
    const elapsed = Math.floor(monthsElapsed(from, to) / step);
    if (mode === 'révolu') {
        const counted = Math.max(0, elapsed);
        until(addDays(addMonths(from, (counted + 1) * step), -1));
        return counted;
    }
    if (elapsed < 0) {
        until(from);
        return 0;
    }
    const exactly = addMonths(from, elapsed * step) === to;
    until(exactly ? to : addMonths(from, (elapsed + 1) * step));
    return exactly ? elapsed : elapsed + 1;
}

function inSmallestUnit({ amount, unit }: Duration): number {
    return unit === 'ans' ? 12 * amount : amount;
}

function order(a: number, b: number): Order {
    return a < b ? -1 : a > b ? 1 : 0;
}
