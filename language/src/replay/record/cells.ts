import { CELL_VALUE, type Column, type Table } from '../../columns/column.js';
import type { Day } from '../../ir/value.js';
import { rational, type Rational } from '../../kit/exact-number.js';
import { compareText } from '../../kit/text-order.js';

/** The column of a table whose fact plays a role; of several, the first by the name of the fact. */
export function columnOfRole(table: Table, role: string): Column | undefined {
    let found: Column | undefined;
    for (const column of table.columns.values()) {
        if (column.fact.role !== role) continue;
        if (found === undefined || compareText(column.fact.name, found.fact.name) < 0) found = column;
    }
    return found;
}

/** The day that a cell holds; `undefined` where it has none, or is not an integer. */
export function dayAt(column: Column | undefined, row: number): Day | undefined {
    return integerAt(column, row);
}

/** The integer that a cell holds; `undefined` where it has none, or has decimals. */
export function integerAt(column: Column | undefined, row: number): number | undefined {
    if (column === undefined || column.states[row] !== CELL_VALUE || column.data.kind !== 'integers') return undefined;
    const value = column.data.values[row];
    if (value === undefined) return undefined;
    if (column.data.scale === 0) return value;
    const unit = 10 ** column.data.scale;
    return value % unit === 0 ? value / unit : undefined;
}

/** The exact number that a cell holds, decimals included. */
export function numberAt(column: Column | undefined, row: number): Rational | undefined {
    if (column === undefined || column.states[row] !== CELL_VALUE || column.data.kind !== 'integers') return undefined;
    const value = column.data.values[row];
    return value === undefined ? undefined : rational(BigInt(value), 10n ** BigInt(column.data.scale));
}

/** The word that a cell holds: an enumeration value, a code, the digits of an integer. */
export function wordAt(column: Column | undefined, row: number): string | undefined {
    if (column === undefined || column.states[row] !== CELL_VALUE) return undefined;
    if (column.data.kind === 'words') return column.data.dictionary[column.data.values[row] ?? -1];
    const integer = integerAt(column, row);
    return integer === undefined ? undefined : String(integer);
}

/** The yes or no that a cell holds. */
export function booleanAt(column: Column | undefined, row: number): boolean | undefined {
    if (column === undefined || column.states[row] !== CELL_VALUE || column.data.kind !== 'booleans') return undefined;
    return column.data.values[row] === 1;
}
