import { mul, integer, toFraction } from '../kit/exact-number.js';
import { beyondCents } from './expressions/in-unit.js';
import { nearestNames } from '../kit/nearest-name.js';
import { describeType } from '../diagnostics/type-words.js';
import type * as ast from '../generated/ast.js';
import type { LiteralValue } from '../ir/value.js';
import type { Span } from '../ir/span.js';
import type { ValueType } from '../ir/value-type.js';
import type { Table, TableKey, TablePeriod, TableRow } from '../ir/vocabulary.js';
import type { Scope, TableSignature } from '../references/scope.js';
import {
    fail,
    failUnknown,
    headSpan,
    locationOf,
    lowerReferences,
    nameIn,
    optional,
    placeOf,
    refer,
    spanOf,
    textOf,
    unquote,
    type FileContext,
} from './context/context.js';
import { lowerDate, lowerNumber, lowerWord, sameMeasure } from './expressions/lower-literal.js';
import { exact, lowerBounds, lowerType } from './expressions/lower-type.js';

/** The keys of a table, each of the type written or of the fact of that name, and the type it gives. */
export function tableSignature(context: FileContext, scope: Scope, node: ast.Table): TableSignature | undefined {
    const type = lowerType(context, scope, node.type);
    const keys = node.keys.map((key): TableKey | undefined => {
        const keyType = key.type === undefined ? typeOfName(scope, key.name) : lowerType(context, scope, key.type);
        if (key.type === undefined) refer(context, placeOf(context, key, 'name'), key.name, KEY_FACTS);
        if (keyType === undefined && key.type === undefined) {
            const names = [...scope.facts.demande.keys(), ...scope.facts.logement.keys(), ...scope.derived.keys()];
            return failUnknown(context, 'BAR201', { name: key.name, nearest: nearestNames(key.name, names) }, placeOf(context, key, 'name'));
        }
        if (keyType === undefined) return undefined;
        if (!isKeyType(keyType))
            return fail(context, 'BAR336', { table: node.name, key: key.name, type: describeType(keyType) }, placeOf(context, key, 'name'));
        return { name: key.name, type: keyType, ...optional('bounds', key.type && lowerBounds(context, key.type, keyType)) };
    });
    const complete = keys.filter((key) => key !== undefined);
    return type === undefined || complete.length !== keys.length ? undefined : { keys: complete, type };
}

/** Rows name their keys by words, or by whole numbers. */
function isKeyType(type: ValueType): boolean {
    return type.kind === 'number' ? type.places === 0 : ['enumeration', 'code', 'text'].includes(type.kind);
}

const KEY_FACTS = [
    ['fact', 'demande'],
    ['fact', 'logement'],
    ['derived', ''],
] as const;

function typeOfName(scope: Scope, name: string): ValueType | undefined {
    return scope.facts.demande.get(name)?.type ?? scope.facts.logement.get(name)?.type ?? scope.derived.get(name);
}

export function lowerTable(context: FileContext, scope: Scope, node: ast.Table, signature: TableSignature): Table {
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        keys: signature.keys,
        type: signature.type,
        ...optional('bounds', lowerBounds(context, node.type, signature.type)),
        ...lowerPromises(context, node),
        periods: node.periods.flatMap((period) => lowerPeriod(context, scope, period, { name: node.name, ...signature }) ?? []),
        references: lowerReferences(context, node.references),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

function lowerPromises(context: FileContext, { name, promises }: ast.Table): Pick<Table, 'promises'> {
    if (promises.length === 0) return {};
    return {
        promises: promises.map((promise) => {
            refer(context, placeOf(context, promise, 'key'), promise.key, [['table-key', name]]);
            return { kind: promise.kind === 'croissante avec' ? 'growing' : 'falling', key: promise.key, at: spanOf(context, promise) };
        }),
    };
}

interface NamedSignature extends TableSignature {
    readonly name: string;
}

/** One period's rows; the first row names the columns: the keys, then `valeur` or the values of the last key. */
export function lowerPeriod(context: FileContext, scope: Scope, node: ast.TablePeriod, table: NamedSignature): TablePeriod | undefined {
    const start = lowerDate(context, placeOf(context, node, 'start'), node.start);
    const end = node.end === undefined ? undefined : lowerDate(context, placeOf(context, node, 'end'), node.end);
    const [header, ...rows] = node.rows;
    if (start === undefined || header === undefined) return undefined;
    const columns = lowerHeader(context, scope, header, table);
    if (columns === undefined) return undefined;
    return {
        start,
        ...optional('end', end),
        rows: rows.flatMap((row) => lowerRow(context, scope, row, { table, columns })),
        references: lowerReferences(context, node.references),
        at: spanOf(context, node),
        places: { start: headSpan(context, node, ['start', 'end']) },
    };
}

/** What each cell after the row's keys gives: the value for one value of the last key, the only value, or the increase per unit. */
type Column = { readonly kind: 'value' } | { readonly kind: 'key'; readonly key: string | null; readonly at: Span } | { readonly kind: 'per-extra' };

interface Columns {
    readonly rowKeys: readonly TableKey[];
    readonly values: readonly Column[];
}

function lowerHeader(context: FileContext, scope: Scope, header: ast.TableRow, table: NamedSignature): Columns | undefined {
    const single = header.cells.at(-1)?.$type === 'CellName' && textOf(context, header.cells.at(-1) ?? header) === 'valeur';
    const rowKeys = single ? table.keys : table.keys.slice(0, -1);
    const named = header.cells.slice(0, rowKeys.length);
    named.forEach((cell) => refer(context, locationOf(context, cell), textOf(context, cell), [['table-key', table.name]]));
    const wrong = named.find((cell, index) => cell.$type !== 'CellName' || cell.value !== rowKeys[index]?.name);
    if (wrong !== undefined) return fail(context, 'BAR312', { found: textOf(context, wrong), expected: rowKeys.map((key) => key.name) }, wrong);
    if (single) return { rowKeys, values: [{ kind: 'value' }] };
    const lastKey = table.keys.at(-1);
    if (lastKey === undefined) return undefined;
    const values = header.cells.slice(rowKeys.length).map((cell) => headerColumn(context, scope, cell, lastKey));
    const complete = values.filter((column) => column !== undefined);
    return complete.length === values.length ? { rowKeys, values: complete } : undefined;
}

function headerColumn(context: FileContext, scope: Scope, cell: ast.TableCell, key: TableKey): Column | undefined {
    if (cell.$type === 'CellPerExtra') return { kind: 'per-extra' };
    const word = keyCell(context, scope, cell, key);
    return word === undefined ? undefined : { kind: 'key', key: word, at: spanOf(context, cell) };
}

/** A key as rows carry it: a word, digits, or `null` for `sinon`. */
function keyCell(context: FileContext, scope: Scope, cell: ast.TableCell, key: TableKey): string | null | undefined {
    if (cell.$type === 'CellOtherwise') return null;
    if (cell.$type === 'CellNumber') return numberKey(context, cell, key);
    if (cell.$type === 'CellName' || cell.$type === 'CellText') {
        const value = lowerWord(context, scope, cell, { word: unquote(cell.value) ?? '', expected: key.type });
        return value?.kind === 'word' ? value.value : undefined;
    }
    return fail(context, 'BAR312', { found: textOf(context, cell), expected: [key.name] }, cell);
}

/** A whole number, or a code written in digits, by its words in both cases. */
function numberKey(context: FileContext, cell: ast.CellNumber, { type }: TableKey): string | undefined {
    const literal = type.kind === 'number' || type.kind === 'code' ? lowerNumber(context, cell, cell, type) : undefined;
    if (literal?.value.kind === 'word') return literal.value.value;
    if (literal?.value.kind === 'number' && sameMeasure(literal.type, type)) return literal.value.value;
    return fail(context, 'BAR306', { unit: textOf(context, cell), expected: describeType(type) }, cell);
}

interface RowContext {
    readonly table: NamedSignature;
    readonly columns: Columns;
}

function lowerRow(context: FileContext, scope: Scope, row: ast.TableRow, { table, columns }: RowContext): readonly TableRow[] {
    const expected = columns.rowKeys.length + columns.values.length;
    if (row.cells.length !== expected) {
        fail(context, 'BAR311', { table: table.name, expected: String(expected), found: String(row.cells.length) }, row);
        return [];
    }
    const keys = columns.rowKeys.map((key, index) => {
        const cell = row.cells[index];
        return cell === undefined ? undefined : keyCell(context, scope, cell, key);
    });
    const complete = keys.filter((key) => key !== undefined);
    if (complete.length !== keys.length) return [];
    const cells = row.cells.slice(columns.rowKeys.length);
    const values = cells.map((cell) => valueCell(context, scope, cell, table.type));
    const places = { line: spanOf(context, row), keys: row.cells.slice(0, complete.length).map((cell) => spanOf(context, cell)) };
    const written = cells.map((cell, index) => ({ value: values[index], at: spanOf(context, cell) }));
    return rowsOf({ keys: complete, places }, columns.values, written);
}

/** A cell after the keys of its row: its value unless it was refused, and its place. */
interface WrittenCell {
    readonly value: LiteralValue | undefined;
    readonly at: Span;
}

type RowHead = Required<Pick<TableRow, 'keys' | 'places'>>;

function rowsOf({ keys, places }: RowHead, columns: readonly Column[], cells: readonly WrittenCell[]): readonly TableRow[] {
    const rows: TableRow[] = [];
    columns.forEach((column, index) => {
        const { value, at } = cells[index] ?? {};
        if (value === undefined || at === undefined) return;
        if (column.kind === 'value') rows.push({ keys, value, places: { ...places, value: at } });
        if (column.kind === 'key')
            rows.push({ keys: [...keys, column.key], value, places: { ...places, value: at, keys: [...(places.keys ?? []), column.at] } });
        const before = rows.at(-1);
        const last = before?.keys.at(-1);
        if (column.kind !== 'per-extra' || before === undefined || value.kind !== 'number' || typeof last !== 'string') return;
        rows[rows.length - 1] = { ...before, perExtra: { last: Number(last), amount: value.value } };
    });
    return rows;
}

function valueCell(context: FileContext, scope: Scope, cell: ast.TableCell, type: ValueType): LiteralValue | undefined {
    if (cell.$type === 'CellNumber') return numberCell(context, cell, type);
    if (cell.$type === 'CellName' || cell.$type === 'CellText') return lowerWord(context, scope, cell, { word: unquote(cell.value) ?? '', expected: type });
    if (cell.$type === 'CellBoolean' && type.kind === 'boolean') return { kind: 'boolean', value: cell.value === 'oui' };
    if (cell.$type !== 'CellDate' || type.kind !== 'date')
        return fail(context, 'BAR303', { found: `« ${textOf(context, cell)} »`, expected: describeType(type) }, cell);
    const day = lowerDate(context, cell, cell.value);
    return day === undefined ? undefined : { kind: 'date', day };
}

/** A bare number in a table of amounts is in euros, as published tables write it. */
function numberCell(context: FileContext, cell: ast.CellNumber, type: ValueType): LiteralValue | undefined {
    const cents = type.kind === 'money' ? beyondCents(cell) : undefined;
    if (cents !== undefined) return fail(context, 'BAR127', { found: textOf(context, cell), readings: cents }, cell);
    const literal = lowerNumber(context, cell, cell, type);
    if (literal === undefined) return undefined;
    if (type.kind === 'money' && literal.value.kind === 'number') {
        const inCents = literal.type.kind === 'money' ? literal.value.value : toFraction(mul(exact(literal.value.value), integer(100)));
        return { kind: 'number', value: inCents };
    }
    if (sameMeasure(literal.type, type)) return literal.value;
    return fail(context, 'BAR306', { unit: textOf(context, cell), expected: describeType(type) }, cell);
}
