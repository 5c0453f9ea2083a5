import { absurd } from '../kit/absurd.js';
import { rational, toFraction } from '../kit/exact-number.js';
import type { DurationUnit, EventRecord, FactValue } from '../ir/value.js';
import { CELL_MISSING, CELL_NOT_APPLICABLE, type Column, type Table } from './column.js';
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
    const known = new Map<string, FactValue>();
    return {
        fact: (name) => {
            const before = known.get(name);
            if (before !== undefined) return before;
            const column = columns.get(name);
            const value = column === undefined ? MISSING : cellValue(column, row);
            known.set(name, value);
            return value;
        },
        proved: (name) => columns.get(name)?.proved?.[row] === 1,
    };
}

/** The value of one cell. */
export function cellValue(column: Column, row: number): FactValue {
    const state = column.states[row];
    if (state === CELL_NOT_APPLICABLE) return NOT_APPLICABLE;
    if (state === CELL_MISSING || state === undefined) return MISSING;
    const { data } = column;
    switch (data.kind) {
        case 'integers':
            return interned(column, data.values[row]!, integerValue);
        case 'booleans':
            return data.values[row] === 1 ? YES : NO;
        case 'words':
            return interned(column, data.values[row]!, wordValue);
        case 'sets':
            return { kind: 'set', values: wordsBetween(data, row) };
        case 'events':
            return { kind: 'events', events: eventsBetween(data, row) };
        default:
            return absurd(data);
    }
}

/** Values already made for a column, by the integer or the index that it stores. */
const INTERNED = new WeakMap<Column, Map<number, FactValue>>();

function interned(column: Column, stored: number, make: (column: Column, stored: number) => FactValue): FactValue {
    let values = INTERNED.get(column);
    if (values === undefined) {
        values = new Map();
        INTERNED.set(column, values);
    }
    const before = values.get(stored);
    if (before !== undefined) return before;
    const value = make(column, stored);
    values.set(stored, value);
    return value;
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
    for (let at = data.offsets[row] ?? 0; at < (data.offsets[row + 1] ?? 0); at += 1) {
        events.push([...data.events.columns].map(([name, field]) => [name, cellValue(field, at)] as const));
    }
    return events;
}
