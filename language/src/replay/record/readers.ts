import { rowReader } from '../../columns/row-reader.js';
import type { Table } from '../../columns/column.js';
import type { FactReader } from '../../columns/facts.js';
import type { Day, EventRecord, FactValue } from '../../ir/value.js';
import type { FactDeclaration } from '../../ir/value-type.js';
import { columnOfRole } from './cells.js';
import { NEVER } from './demand-histories.js';

/** The facts of the rows of a table: one reader a row, the same as long as its facts are. */
export interface RowFacts {
    readonly reader: (row: number) => FactReader;
}

/** Readers of a table, each made once. */
export function rowFacts(table: Table): RowFacts {
    const readers: (FactReader | undefined)[] = [];
    return { reader: (row) => (readers[row] ??= rowReader(table, row)) };
}

/** The fact of the demand that lists its refusals, and the fields that a simulated one fills. */
export interface RefusalFact {
    readonly name: string;
    readonly date: string;
    readonly adapted?: string;
    readonly legitimate?: string;
}

/** The fact with role `refus`, where the table carries one whose events are dated. */
export function refusalFact(demands: Table): RefusalFact | undefined {
    const fact = columnOfRole(demands, 'refus')?.fact;
    if (fact?.type.kind !== 'events') return undefined;
    const date = fieldOf(fact.type.fields, 'date');
    return date === undefined
        ? undefined
        : { name: fact.name, date, adapted: fieldOf(fact.type.fields, 'adapté'), legitimate: fieldOf(fact.type.fields, 'légitime') };
}

/** A refusal of a dwelling in a run. `adapted` is unknown where the adequacy was. */
export interface SimulatedRefusal {
    readonly day: Day;
    readonly adapted: boolean | undefined;
    readonly legitimate: boolean;
}

/** The refusal as an event of the demand's fact. */
export function refusalEvent(fact: RefusalFact, { day, adapted, legitimate }: SimulatedRefusal): EventRecord {
    const event: (readonly [string, FactValue])[] = [[fact.date, { kind: 'date', day }]];
    if (fact.adapted !== undefined && adapted !== undefined) event.push([fact.adapted, { kind: 'boolean', value: adapted }]);
    if (fact.legitimate !== undefined) event.push([fact.legitimate, { kind: 'boolean', value: legitimate }]);
    return event;
}

/**
 * A demand's facts in a run: the refusals recorded from the window's first day on are the record's and are not read, those of the run
 * are read in their place. A list of refusals that the file does not know stays unknown.
 */
export function runReader(
    recorded: FactReader,
    fact: RefusalFact,
    { from, simulated }: { readonly from: Day; readonly simulated: readonly EventRecord[] },
): FactReader {
    const value = recorded.fact(fact.name);
    if (value.kind === 'missing' || (value.kind === 'not-applicable' && simulated.length === 0)) return recorded;
    const events = value.kind === 'events' ? value.events : [];
    const kept = events.filter((event) => (eventDay(event, fact) ?? from - 1) < from);
    if (kept.length === events.length && simulated.length === 0) return recorded;
    const read: FactValue = { kind: 'events', events: [...kept, ...simulated] };
    return { fact: (name) => (name === fact.name ? read : recorded.fact(name)), proved: (name) => recorded.proved(name) };
}

/** The first day after a day on which a refusal of the reader is dated; `NEVER` when there is none. */
export function nextRefusalAfter(reader: FactReader, fact: RefusalFact, day: Day): Day {
    const value = reader.fact(fact.name);
    let next = NEVER;
    if (value.kind !== 'events') return next;
    for (const event of value.events) {
        const dated = eventDay(event, fact);
        if (dated !== undefined && dated > day && dated < next) next = dated;
    }
    return next;
}

function eventDay(event: EventRecord, { date }: RefusalFact): Day | undefined {
    const value = event.find(([field]) => field === date)?.[1];
    return value?.kind === 'date' ? value.day : undefined;
}

function fieldOf(fields: readonly FactDeclaration[], role: string): string | undefined {
    return fields.find((field) => field.role === role)?.name;
}
