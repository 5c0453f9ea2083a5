import { columnBuilder } from '../columns/column-builder.js';
import type { Column, Table } from '../columns/column.js';
import type { EventRecord, FactValue } from '../ir/value.js';
import type { FactDeclaration } from '../ir/value-type.js';
import type { FactField, FactRows } from './fact-rows.js';
import { finding, type DataFinding } from './finding.js';
import { dayOf, fieldOfRole, placeOf, wordOf } from './kept-rows.js';
import { compareText } from '../kit/text-order.js';

/** The rows that make a table, in the order in which they are written, and the fields that hold ids of demands. */
export interface TableContent {
    readonly source: FactRows;
    readonly rows: readonly number[];
    readonly rename: (id: string) => string;
    /** Roles of the fields whose words are ids of demands. */
    readonly demandRoles: readonly string[];
}

/** Writes rows into columns, one per fact that the file gives. */
export function buildTable(content: TableContent, events: readonly Column[] = []): Table {
    const columns = content.source.fields.map((field) => [field.fact.name, buildColumn(content, field)] as const);
    return { rows: content.rows.length, columns: new Map([...columns, ...events.map((column) => [column.fact.name, column] as const)]) };
}

function buildColumn({ rows, rename, demandRoles }: TableContent, { fact, value, proved }: FactField): Column {
    const builder = columnBuilder(fact);
    const holdsDemands = fact.role !== undefined && demandRoles.includes(fact.role);
    for (const row of rows) builder.push(holdsDemands ? renamed(value(row), rename) : value(row), proved(row));
    return builder.build();
}

function renamed(value: FactValue, rename: (id: string) => string): FactValue {
    return value.kind === 'word' ? { kind: 'word', value: rename(value.value) } : value;
}

/** The events of a file, under the demand that each names. */
export interface DemandEvents {
    readonly byDemand: ReadonlyMap<string, readonly EventRecord[]>;
    readonly kept: number;
    readonly findings: readonly DataFinding[];
}

/** Groups events by demand, by date then content; refuses an event of no demand (BAR715) or of an unknown one (BAR720). */
export function groupEvents(source: FactRows, table: string, demands: ReadonlySet<string>): DemandEvents {
    const ids = fieldOfRole(source, 'identifiant');
    const date = fieldOfRole(source, 'date');
    const end = fieldOfRole(source, 'fin');
    const findings: DataFinding[] = [];
    const grouped = new Map<string, { readonly event: EventRecord; readonly day: number; readonly text: string }[]>();
    let kept = 0;
    for (let row = 0; row < source.rows; row += 1) {
        const id = wordOf(ids?.value(row));
        if (id === undefined || !demands.has(id)) {
            findings.push(id === undefined ? finding('BAR715', placeOf(source, row), { table }) : finding('BAR720', placeOf(source, row), {}));
            continue;
        }
        if ((dayOf(end?.value(row)) ?? Infinity) < (dayOf(date?.value(row)) ?? -Infinity)) {
            findings.push(finding('BAR728', placeOf(source, row), {}));
            continue;
        }
        const event = source.fields.filter((field) => field !== ids).map((field) => [field.fact.name, field.value(row)] as const);
        const item = { event, day: dayOf(date?.value(row)) ?? -Infinity, text: JSON.stringify(event) };
        const group = grouped.get(id);
        if (group === undefined) grouped.set(id, [item]);
        else group.push(item);
        kept += 1;
    }
    const byDemand = new Map([...grouped].map(([id, items]) => [id, items.sort(compareEvents).map(({ event }) => event)]));
    return { byDemand, kept, findings };
}

function compareEvents(a: { readonly day: number; readonly text: string }, b: { readonly day: number; readonly text: string }): number {
    if (a.day !== b.day) return a.day < b.day ? -1 : 1;
    return compareText(a.text, b.text);
}

/** The column of an events fact over the demands, in the order of their rows; a demand without event holds an empty list. */
export function eventsColumn(fact: FactDeclaration, ids: readonly string[], byDemand: DemandEvents['byDemand']): Column {
    const builder = columnBuilder(fact);
    for (const id of ids) builder.push({ kind: 'events', events: byDemand.get(id) ?? [] });
    return builder.build();
}
