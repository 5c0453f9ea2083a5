import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { LiteralValue } from '../ir/value.js';
import type { ValueType } from '../ir/value-type.js';
import type { Table, TablePeriod, TablePromise, TableRow } from '../ir/vocabulary.js';
import { compare, integer, type Rational } from '../kit/exact-number.js';
import { place } from './checking.js';
import { describeLiteral } from './describe-value.js';
import { exact, type Model } from './model.js';

/** Values that do not follow their key as the table promises; a promise that nothing can hold is told at its words. */
export function brokenPromises(model: Model, table: Table): readonly Diagnostic[] {
    return (table.promises ?? []).flatMap((promise) => {
        const index = table.keys.findIndex(({ name }) => name === promise.key);
        const rank = rankOfKey(model, table.keys[index]?.type);
        if (index < 0 || rank === undefined || !areComparable(table)) {
            const keys = table.keys.filter(({ type }) => rankOfKey(model, type) !== undefined).map(({ name }) => name);
            return [report('BAR344', { table: table.name, key: promise.key, keys: areComparable(table) ? keys : [] }, place(promise.at))];
        }
        return table.periods.flatMap((period) => brokenIn(table, period, { promise, index, rank }));
    });
}

interface Promised {
    readonly promise: TablePromise;
    readonly index: number;
    readonly rank: (key: string) => Rational | undefined;
}

/** The order of the values of a key: none for words that have no order. */
function rankOfKey(model: Model, type: ValueType | undefined): ((key: string) => Rational | undefined) | undefined {
    if (type?.kind === 'number') return exact;
    const words = type?.kind === 'enumeration' ? model.enumerations.get(type.name) : undefined;
    if (words?.ordered !== true) return undefined;
    const places = new Map(words.values.map(({ name }, place) => [name, integer(place)]));
    return (key) => places.get(key);
}

/** Whether any two values of a table compare: months and days do not. */
function areComparable({ periods }: Table): boolean {
    const values = periods.flatMap(({ rows }) => rows.map(({ value }) => value));
    const units = new Set(values.map((value) => (value.kind === 'duration' ? value.unit === 'jours' : false)));
    return units.size <= 1 && values.every((value) => sizeOf(value) !== undefined);
}

function sizeOf(value: LiteralValue): Rational | undefined {
    switch (value.kind) {
        case 'number':
            return exact(value.value);
        case 'date':
            return integer(value.day);
        case 'duration':
            return integer(value.unit === 'ans' ? value.amount * 12 : value.amount);
        default:
            return undefined;
    }
}

/** The rows of a period alike but for the key, each beside the one before it in the order of the key; then what each unit beyond the last adds. */
function brokenIn(table: Table, period: TablePeriod, promised: Promised): readonly Diagnostic[] {
    const { promise, index } = promised;
    const sign = promise.kind === 'growing' ? 1 : -1;
    const isBroken = (before: Rational, after: Rational): boolean => compare(before, after) * sign > 0;
    return alike(period, promised).flatMap((rows) =>
        rows.flatMap((row, position) => {
            const before = rows[position - 1] ?? row;
            const falls = isBroken(sizeOf(before.value)!, sizeOf(row.value)!);
            const least = index === table.keys.length - 1 ? integer(0) : perExtraOf(before);
            const beyond = isBroken(least ?? integer(0), perExtraOf(row) ?? least ?? integer(0));
            return falls || beyond ? [broken(table, promised, { before, row, beyond: !falls }, period)] : [];
        }),
    );
}

/** What each unit beyond the last column adds. */
function perExtraOf({ perExtra }: TableRow): Rational | undefined {
    return perExtra === undefined ? undefined : exact(perExtra.amount);
}

interface BrokenRows {
    readonly before: TableRow;
    readonly row: TableRow;
    /** It is what is added beyond the last column that breaks the promise. */
    readonly beyond: boolean;
}

function broken(table: Table, { promise, index }: Promised, { before, row, beyond }: BrokenRows, period: TablePeriod): Diagnostic {
    const shown = ({ keys, value }: TableRow): string => `${describeLiteral(value, table.type)} (${keys[index] ?? ''})`;
    const params = { table: table.name, promise: promise.kind, key: promise.key, first: shown(before), second: shown(row), beyond };
    const related = [{ message: 'La promesse de la table', location: place(promise.at) }];
    return report('BAR345', params, place(row.places?.value ?? period.at), { related });
}

/** Rows by the other keys, in the order of the promised one; a row for any other value has no place in it. */
function alike({ rows }: TablePeriod, { index, rank }: Promised): readonly (readonly TableRow[])[] {
    const groups = new Map<string, { readonly row: TableRow; readonly rank: Rational }[]>();
    for (const row of rows) {
        const key = row.keys[index];
        const place = key === null || key === undefined ? undefined : rank(key);
        if (place === undefined) continue;
        const others = JSON.stringify(row.keys.filter((_, other) => other !== index));
        groups.set(others, [...(groups.get(others) ?? []), { row, rank: place }]);
    }
    return [...groups.values()].map((group) => group.sort((a, b) => compare(a.rank, b.rank)).map(({ row }) => row));
}
