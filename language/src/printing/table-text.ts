import { formatFrenchDate } from '../kit/civil-date.js';
import type { LiteralValue } from '../ir/value.js';
import type { ValueType } from '../ir/value-type.js';
import type { Table, TableKey, TablePeriod, TableRow, Vocabulary } from '../ir/vocabulary.js';
import type { PrintContext } from './context.js';
import { aligned, block, items, words } from './layout.js';
import { literalText, wordText } from './literal-text.js';
import { eurosText, exact, numberText, pluralUnit } from './number-text.js';
import { labelText, referencesText, typeText } from './type-text.js';
import { quoted } from './words.js';

/** A dated table; a key goes without its type when the fact of its name has it. */
export function tableText(context: PrintContext, table: Table): string {
    const keys = table.keys.map((key) =>
        isTypeOfName(context.vocabulary, key) ? key.name : `${key.name} : ${typeText(key.type, context.enumerations, key.bounds)}`,
    );
    const head = `table ${table.name}(${items(keys)}) : ${typeText(table.type, context.enumerations, table.bounds)}`;
    const promises = (table.promises ?? []).map(({ kind, key }) => `${kind === 'growing' ? 'croissante' : 'décroissante'} avec ${key}`);
    return block(words(head, labelText(table.label), ...promises, referencesText(table.references)), periodTexts(table, table.periods));
}

/** The periods that a policy adds to a table of its vocabulary. */
export function supplementText(table: Table, added: readonly TablePeriod[]): string {
    return block(`complète table ${table.name}`, periodTexts(table, added));
}

function isTypeOfName({ facts, derived }: Vocabulary, key: TableKey): boolean {
    const named =
        facts.find((fact) => fact.owner === 'demande' && fact.name === key.name) ?? facts.find((fact) => fact.owner === 'logement' && fact.name === key.name);
    const type = named?.type ?? derived.find((fact) => fact.name === key.name)?.type;
    return type !== undefined && key.bounds === undefined && JSON.stringify(type) === JSON.stringify(key.type);
}

function periodTexts(table: Table, periods: readonly TablePeriod[]): readonly string[] {
    return periods.map((period) => {
        const end = period.end === undefined ? '' : `jusqu'au ${formatFrenchDate(period.end)}`;
        const head = words(`à partir du ${formatFrenchDate(period.start)}`, end, referencesText(period.references));
        return block(head, rowTexts(table, period.rows));
    });
}

/** Rows with one column per value of the last key when several keys make a grid or units increase it, else with one value each. */
function rowTexts(table: Table, rows: readonly TableRow[]): readonly string[] {
    const grid = gridOf(rows);
    const cells = grid === undefined ? narrowRows(table, rows) : wideRows(table, grid);
    const lines = aligned(cells, ' | ');
    return lines.map((line, index) => (UNIT_FIRST.test(lines[index + 1] ?? '') ? `${line} ;` : line));
}

/** A row whose first cell would be read as the unit of the number that ends the row before. */
const UNIT_FIRST = /^(?:points?|mois|ans?|jours?)(?![^\s|])/;

function narrowRows({ keys, type }: Table, rows: readonly TableRow[]): readonly (readonly string[])[] {
    const head = [...keys.map((key) => key.name), 'valeur'];
    return [head, ...rows.map((row) => [...row.keys.map((key, index) => keyText(key, keys[index]?.type)), cellText(row.value, type)])];
}

/** The rows of each line of a table, all with the same last keys and the same increases. */
type Grid = readonly (readonly TableRow[])[];

function gridOf(rows: readonly TableRow[]): Grid | undefined {
    const lines: TableRow[][] = [];
    for (const row of rows) {
        const line = lines.at(-1);
        if (line?.[0] !== undefined && sameLine(line[0], row) && !line.some((other) => other.keys.at(-1) === row.keys.at(-1))) line.push(row);
        else lines.push([row]);
    }
    const [first] = lines;
    const several = (first?.length ?? 0) > 1 && (first?.[0]?.keys.length ?? 0) > 1;
    const wide = first !== undefined && (several || first.some((row) => row.perExtra !== undefined));
    return wide && lines.every((line) => sameColumns(line, first)) ? lines : undefined;
}

function sameLine(a: TableRow, b: TableRow): boolean {
    return JSON.stringify(a.keys.slice(0, -1)) === JSON.stringify(b.keys.slice(0, -1));
}

function sameColumns(a: readonly TableRow[], b: readonly TableRow[]): boolean {
    const columns = (line: readonly TableRow[]): string => JSON.stringify(line.map((row) => [row.keys.at(-1), row.perExtra?.last]));
    return columns(a) === columns(b);
}

function wideRows({ keys, type }: Table, grid: Grid): readonly (readonly string[])[] {
    const last = keys.at(-1);
    const increase = `par ${last?.type.kind === 'number' && last.type.unit !== undefined ? unitColumn(last.type.unit) : 'unité'} en plus`;
    const head = (grid[0] ?? []).flatMap((row) => [columnText(row.keys.at(-1), last?.type), ...(row.perExtra === undefined ? [] : [increase])]);
    const lines = grid.map((line) => {
        const before = (line[0]?.keys.slice(0, -1) ?? []).map((key, index) => keyText(key, keys[index]?.type));
        const values = line.flatMap((row) => {
            const extra: LiteralValue | undefined = row.perExtra === undefined ? undefined : { kind: 'number', value: row.perExtra.amount };
            return [cellText(row.value, type), ...(extra === undefined ? [] : [cellText(extra, type)])];
        });
        return [...before, ...values];
    });
    return [[...keys.slice(0, -1).map((key) => key.name), ...head], ...lines];
}

/** The unit of an increase is a name: the language's own units are not. */
function unitColumn(unit: string): string {
    return ['point', 'mois', 'an', 'jour', 'm²'].includes(unit) ? 'unité' : unit === 'personne' ? unit : pluralUnit(unit);
}

/** The head of a column; `valeur` between quotes, since alone it announces a table with one value a row. */
function columnText(key: string | null | undefined, type: ValueType | undefined): string {
    return key === 'valeur' ? quoted(key) : keyText(key, type);
}

function keyText(key: string | null | undefined, type: ValueType | undefined): string {
    if (key === null || key === undefined) return 'sinon';
    if (type?.kind === 'number') return numberText(exact(key));
    return wordText(key, type ?? { kind: 'text' });
}

/** A cell: amounts in euros without sign, as published tables write them. */
function cellText(value: LiteralValue, type: ValueType): string {
    if (value.kind === 'number' && type.kind === 'money') return eurosText(exact(value.value));
    if (value.kind === 'word' && value.value === 'valeur') return quoted(value.value);
    return literalText(value, type, 'bare');
}
