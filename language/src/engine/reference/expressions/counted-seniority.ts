import type { SeniorityEffect } from '../../../ir/expression.js';
import type { Day } from '../../../ir/value.js';
import type { Context } from './context.js';
import { anniversary } from './durations.js';
import { datesOfEvents } from './evaluate-events.js';
import type { Absence } from '../values/value.js';

/** Between which days a duration runs: to the evaluation date, or to an earlier day by as many days as it was suspended. */
export interface CountedSpan {
    readonly from: Day;
    readonly to: Day;
    /** Its end moves with the evaluation date from now on. */
    readonly steady: boolean;
}

/**
 * The span that remains of one from a day to the evaluation date: begun again at the last refusal that resets it, and ended earlier by
 * the days that follow refusals that suspend it. Durations so counted stand still while suspended, to the day.
 */
export function countedSpan(context: Context, from: Day, effects: readonly SeniorityEffect[]): CountedSpan | Absence {
    const suspended: Days[] = [];
    let start = from;
    for (const { source, filter, effect } of effects) {
        const dates = datesOfEvents(context, source, filter);
        if (dates.kind !== 'days') return dates;
        for (const date of dates.days) {
            if (effect.kind === 'suspension') suspended.push({ from: date, to: anniversary(date, effect) });
            else if (date > start) start = date;
        }
    }
    const to = context.day - daysWithin(suspended, { from: start, to: context.day });
    return { from: start, to, steady: to === context.day && suspended.every((days) => days.to <= context.day) };
}

type Days = Pick<CountedSpan, 'from' | 'to'>;

/** How many days of a span, its first excluded and its last included, are in at least one of others. */
function daysWithin(spans: readonly Days[], { from, to }: Days): number {
    let days = 0;
    let covered = from;
    for (const span of [...spans].sort((a, b) => a.from - b.from)) {
        const begin = Math.max(span.from, covered);
        const end = Math.min(span.to, to);
        if (end <= begin) continue;
        days += end - begin;
        covered = end;
    }
    return days;
}
