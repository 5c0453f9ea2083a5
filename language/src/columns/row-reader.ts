import { absurd } from '../kit/absurd.js';
import { rational, toFraction } from '../kit/exact-number.js';
import type { DurationUnit, EventRecord, FactValue } from '../ir/value.js';
import { CELL_NOT_APPLICABLE, CELL_VALUE, type Column, type Table } from './column.js';
import type { FactReader } from './facts.js';

const MISSING: FactValue = { kind: 'missing' };
const NOT_APPLICABLE: FactValue = { kind: 'not-applicable' };
const YES: FactValue = { kind: 'boolean', value: true };
const NO: FactValue = { kind: 'boolean', value: false };

/**
 * The facts of one row. Equal words, numbers and dates of a column are one and the same object over all its rows, and a set or a list
 * of events is read once, so that readers may keep what they derive from a value. A fact that the table does not carry is
 * `non renseigné`. Throws `RangeError` for a row that the table does not have: a caller's bug.
 */
export function rowReader(table: Table, row: number): FactReader {
    if (!Number.isInteger(row) || row < 0 || row >= table.rows) throw new RangeError(`no row ${row} in a table of ${table.rows}`);
    const { columns } = table;
    const cells = cellsOf(table);
    return {
        fact: (name) => cells.get(name)?.(row) ?? MISSING,
        proved: (name) => columns.get(name)?.proved?.[row] === 1,
    };
}

/** The value of one cell. */
export function cellValue(column: Column, row: number): FactValue {
    return cellReader(column)(row);
}

/** Gives the value of a column at a row. */
type CellReader = (row: number) => FactValue;

/** Readers of the columns of a table, made once: they hold the values that they have already made. */
const CELLS = new WeakMap<Table, ReadonlyMap<string, CellReader>>();

function cellsOf(table: Table): ReadonlyMap<string, CellReader> {
    const known = CELLS.get(table);
    if (known !== undefined) return known;
    const cells = new Map([...table.columns].map(([name, column]) => [name, cellReader(column)]));
    CELLS.set(table, cells);
    return cells;
}

function cellReader(column: Column): CellReader {
    const { states } = column;
    const read = valueReader(column);
    return (row) => {
        const state = states[row];
        if (state === CELL_VALUE) return read(row);
        return state === CELL_NOT_APPLICABLE ? NOT_APPLICABLE : MISSING;
    };
}

function valueReader(column: Column): CellReader {
    const { data } = column;
    switch (data.kind) {
        case 'integers':
            return remembering(data.values, (stored) => integerValue(column, stored));
        case 'booleans':
            return (row) => (data.values[row] === 1 ? YES : NO);
        case 'words':
            return remembering(data.values, (stored) => wordValue(column, stored));
        case 'sets':
            return onceByRow((row) => ({ kind: 'set', values: wordsBetween(data, row) }));
        case 'events':
            return onceByRow((row) => ({ kind: 'events', events: eventsBetween(data, row) }));
        default:
            return absurd(data);
    }
}

/** One value for each integer or index that a column stores. */
function remembering(stored: Float64Array | Uint32Array, make: (stored: number) => FactValue): CellReader {
    const made = new Map<number, FactValue>();
    return (row) => {
        const key = stored[row]!;
        const before = made.get(key);
        if (before !== undefined) return before;
        const value = make(key);
        made.set(key, value);
        return value;
    };
}

function onceByRow(make: CellReader): CellReader {
    const made: (FactValue | undefined)[] = [];
    return (row) => (made[row] ??= make(row));
}

function integerValue({ fact, data }: Column, stored: number): FactValue {
    if (fact.type.kind === 'date') return { kind: 'date', day: stored };
    const scale = data.kind === 'integers' ? data.scale : 0;
    return { kind: 'number', value: scale === 0 ? String(stored) : toFraction(rational(stored, 10n ** BigInt(scale))) };
}

function wordValue({ fact, data }: Column, stored: number): FactValue {
    const word = (data.kind === 'words' ? data.dictionary[stored] : undefined) ?? '';
    if (fact.type.kind !== 'duration') return { kind: 'word', value: word };
    const space = word.indexOf(' ');
    return { kind: 'duration', amount: Number(word.slice(0, space)), unit: durationUnit(word.slice(space + 1)) };
}

function durationUnit(word: string): DurationUnit {
    return word === 'ans' || word === 'jours' ? word : 'mois';
}

function wordsBetween(data: Extract<Column['data'], { kind: 'sets' }>, row: number): readonly string[] {
    const indexes = data.values.subarray(data.offsets[row], data.offsets[row + 1]);
    return Array.from(indexes, (index) => data.dictionary[index] ?? '');
}

function eventsBetween(data: Extract<Column['data'], { kind: 'events' }>, row: number): readonly EventRecord[] {
    const events: EventRecord[] = [];
    const fields = [...cellsOf(data.events)];
    for (let at = data.offsets[row] ?? 0; at < (data.offsets[row + 1] ?? 0); at += 1) {
        events.push(fields.map(([name, read]) => [name, read(at)] as const));
    }
    return events;
}
