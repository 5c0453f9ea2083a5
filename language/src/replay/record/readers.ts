import { rowReader } from '../../columns/row-reader.js';
import type { Table } from '../../columns/column.js';
import type { FactWorld } from '../../engine/index.js';
import { eventDay, type FactReader } from '../../columns/facts.js';
import type { Day, EventRecord, FactValue } from '../../ir/value.js';
import type { FactDeclaration } from '../../ir/value-type.js';
import { columnOfRole } from './cells.js';

/** The facts of the rows of a table: one reader a row, the same as long as its facts are. */
export interface RowFacts {
    readonly reader: (row: number) => FactReader;
}

/** Readers of a table, each made once. */
export function rowFacts(table: Table): RowFacts {
    const readers: (FactReader | undefined)[] = [];
    return { reader: (row) => (readers[row] ??= rowReader(table, row)) };
}

/** The facts of demands as recorded: those of every row are of the first version. */
export function recordedFacts({ reader }: RowFacts): FactWorld {
    return { reader, version: () => 0 };
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
    const kept = events.filter((event) => (eventDay(event, fact.date) ?? from - 1) < from);
    if (kept.length === events.length && simulated.length === 0) return recorded;
    const read: FactValue = { kind: 'events', events: [...kept, ...simulated] };
    return { fact: (name) => (name === fact.name ? read : recorded.fact(name)), proved: (name) => recorded.proved(name) };
}

function fieldOf(fields: readonly FactDeclaration[], role: string): string | undefined {
    return fields.find((field) => field.role === role)?.name;
}
