import type { Expression, Window } from '../../../ir/expression.js';
import type { Day, EventRecord } from '../../../ir/value.js';
import { addDays } from '../../../kit/civil-date.js';
import { integer } from '../../../kit/exact-number.js';
import { limit, type Context, type EventScope } from './context.js';
import { anniversary } from './durations.js';
import type { LoadedFact } from '../policy/loaded-fact.js';
import { readDeclared, readField } from './read-fact.js';
import { every, isUnknown, some, unknownBecause, type Truth } from '../values/truth.js';
import { isAbsence, joinGaps, missingBecause, NO_GAP, NOT_APPLICABLE, numberValue, type Absence, type Evaluated, type Gap } from '../values/value.js';

type CountExpression = Extract<Expression, { kind: 'count' }>;
type ExistsExpression = Extract<Expression, { kind: 'exists' }>;

/** How many events surely satisfy the filter, and how many may. */
export interface Count {
    readonly sure: number;
    readonly possible: number;
    readonly gap: Gap;
}

/**
 * How many events satisfy the filter in the window; none is 0. One event that cannot be told leaves the count missing.
 * Without window every event that has happened counts.
 */
export function countValue(context: Context, expression: CountExpression): Evaluated {
    const count = countEvents(context, expression);
    if ('kind' in count) return count;
    return count.sure === count.possible ? numberValue(integer(count.sure)) : missingBecause(count.gap);
}

/** The events counted, or why they are not known at all. */
export function countEvents(context: Context, { source, window, filter }: Pick<CountExpression, 'source' | 'window' | 'filter'>): Count | Absence {
    const events = eventsIn(context, { source, window, filter });
    if ('kind' in events) return events;
    let sure = 0;
    let possible = 0;
    let gap = NO_GAP;
    for (const { truth } of events.counted) {
        if (truth === true) sure += 1;
        if (truth !== false) possible += 1;
        if (isUnknown(truth)) gap = joinGaps(gap, truth.gap);
    }
    return { sure, possible, gap };
}

/** An event, and whether it counts. */
export interface CountedEvent {
    readonly event: EventScope;
    readonly truth: Truth;
}

/** Each event, and whether it is in the window and satisfies the filter; or why events are not known at all. */
export function eventsIn(
    context: Context,
    { source, window, filter }: Pick<CountExpression, 'source' | 'window' | 'filter'>,
): { readonly counted: readonly CountedEvent[] } | Absence {
    const events = eventsOf(context, source);
    if ('kind' in events) return events;
    const counted = events.records.map((record) => {
        const event = { source: events.fact, record };
        const truth = holdsFor(context, event, [
            () => (window === undefined ? hasHappened(context, events.fact) : isWithin(context, events.fact, window)),
            () => filter === undefined || context.interpreter.truth(context, filter),
        ]);
        return { event, truth };
    });
    return { counted };
}

/** The days of the events that have happened and satisfy the filter; missing as soon as one of them cannot be told, or has no date. */
export function datesOfEvents(
    context: Context,
    source: string,
    filter: Expression | undefined,
): { readonly kind: 'days'; readonly days: readonly Day[] } | Absence {
    const events = eventsOf(context, source);
    if ('kind' in events) return events;
    const { fact } = events;
    const days: Day[] = [];
    let gap = NO_GAP;
    for (const record of events.records) {
        const event = { source: fact, record };
        const date = inEvent(context, event, () => (fact.dateField === undefined ? fact.missing : readField(context, fact.dateField, '')));
        if (date.kind === 'date' && !hasCome(context, date.day)) continue;
        const truth = holdsFor(context, event, [() => filter === undefined || context.interpreter.truth(context, filter)]);
        if (truth === false) continue;
        if (isUnknown(truth)) gap = joinGaps(gap, truth.gap);
        else if (date.kind === 'date') days.push(date.day);
        else gap = joinGaps(gap, (fact.dateField ?? fact).missing.gap);
    }
    return gap === NO_GAP ? { kind: 'days', days } : missingBecause(gap);
}

/** Whether at least one event satisfies the filter: one that surely does is enough. */
export function existsEvent(context: Context, { source, filter, current }: ExistsExpression): Truth {
    const events = eventsOf(context, source);
    if ('kind' in events) return events.kind === 'missing' ? unknownBecause(events.gap) : false;
    return some(events.records, (record) =>
        holdsFor(context, { source: events.fact, record }, [
            () => (current ? isCurrent(context, events.fact) : hasHappened(context, events.fact)),
            () => context.interpreter.truth(context, filter),
        ]),
    );
}

function eventsOf(context: Context, source: string): { readonly fact: LoadedFact; readonly records: readonly EventRecord[] } | Absence {
    const fact = context.loaded.facts.demande.get(source);
    if (fact === undefined) return missingBecause({ facts: [source], absent: [] });
    const value = readDeclared(context, fact);
    if (isAbsence(value)) return value;
    return value.kind === 'events' ? { fact, records: value.events } : fact.missing;
}

function holdsFor(context: Context, event: NonNullable<Context['event']>, tests: readonly (() => Truth)[]): Truth {
    return inEvent(context, event, () => every(tests, (test) => test()));
}

/** Evaluates where the fields of an event are read. */
export function inEvent<Outcome>(context: Context, event: NonNullable<Context['event']>, evaluate: () => Outcome): Outcome {
    const around = context.event;
    context.event = event;
    const outcome = evaluate();
    context.event = around;
    return outcome;
}

/** An event dated after the evaluation date has not happened yet; one without date has. */
function hasHappened(context: Context, source: LoadedFact): Truth {
    const date = source.dateField === undefined ? NOT_APPLICABLE : readField(context, source.dateField, '');
    return date.kind !== 'date' || hasCome(context, date.day);
}

/** Begun at the evaluation date and not ended before it. An event without end still runs. */
function isCurrent(context: Context, source: LoadedFact): Truth {
    const begun = source.dateField === undefined || dateTest(readField(context, source.dateField, ''), (day) => hasCome(context, day));
    if (begun !== true || source.endField === undefined) return begun;
    const end = readField(context, source.endField, '');
    if (end.kind !== 'date') return true;
    if (context.day <= end.day) limit(context, end.day);
    return context.day <= end.day;
}

/** Whether the event is dated in the window ]d − amount, d] that ends at the evaluation date d. */
function isWithin(context: Context, source: LoadedFact, window: Window): Truth {
    if (source.dateField === undefined) return unknownBecause(source.missing.gap);
    return dateTest(readField(context, source.dateField, ''), (day) => hasCome(context, day) && isRecent(context, day, window));
}

function isRecent(context: Context, day: Day, { amount, unit }: Window): boolean {
    const recent = anniversary(context.day, { amount: -amount, unit }) < day;
    // A window opens on a day of the same number in another month: it cannot reach the event before the event's own anniversary.
    if (recent) limit(context, Math.max(context.day, addDays(anniversary(day, { amount, unit }), -1)));
    return recent;
}

function hasCome(context: Context, day: Day): boolean {
    if (context.day < day) limit(context, addDays(day, -1));
    return day <= context.day;
}

function dateTest(date: Evaluated, test: (day: Day) => boolean): Truth {
    if (date.kind === 'missing') return unknownBecause(date.gap);
    return date.kind === 'date' && test(date.day);
}
