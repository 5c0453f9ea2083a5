import type { FactValue } from '../ir/value.js';
import type { Enumeration, Vocabulary } from '../ir/vocabulary.js';
import { personalIdentifiers, shownTitle } from './direct-identifiers.js';
import { readFactRows, type FactRows } from './fact-rows.js';
import { addFindings, finding, type DataFinding } from './finding.js';
import {
    contentOf,
    dayOf,
    daysOfRole,
    fieldOfRole,
    keepAll,
    keepRows,
    placeOf,
    refuseAll,
    separatePeriods,
    wordsOfRole,
    type KeptRows,
    type RowKey,
} from './kept-rows.js';
import type { OpenFiles } from './open-files.js';
import type { CsvFile } from './csv/read-csv.js';
import { rowsOfData } from './rows-of-data.js';
import { rowsOfTable } from './rows-of-table.js';
import { missingColumn, planTable, type TablePlan } from './table-plan.js';
import { TABLE_ROLES } from './table-roles.js';
import type { MainTable, TableSource } from './territory-sources.js';
import { compareText } from '../kit/text-order.js';

/** What became of the rows of one table, those that its correspondance leaves apart. `read` = `kept` + `refused`. */
export interface TableCount {
    readonly table: string;
    readonly file: string;
    readonly read: number;
    readonly kept: number;
    readonly refused: number;
    /** Cells of kept or refused rows that held no value of their fact. */
    readonly refusedCells: number;
}

/** A table's file, its cells read; `csv.refused` rows could not be cut into cells. */
export interface ReadTable {
    readonly table: TableSource;
    readonly csv: CsvFile;
    readonly source: FactRows;
}

/** Reads the cells of a table from its file; nothing when the file cannot be read, which is told. */
export function readSource(files: OpenFiles, table: TableSource, enumerations: readonly Enumeration[], findings: DataFinding[]): ReadTable | undefined {
    const { separator, headerless } = table.mapping ?? {};
    const form = { ...(separator === undefined ? {} : { separator }), ...(headerless === undefined ? {} : { headerless }) };
    const opened = files.open(table.file, { table: table.table, ...form });
    if (opened === undefined) return undefined;
    const taken = rowsOfTable(opened, table.table, table.mapping);
    const plan = planTable(taken.csv, { ...table, enumerations });
    files.use(opened, new Set([...taken.used, ...plan.used]));
    addFindings(findings, [...taken.findings, ...plan.findings]);
    const { csv, findings: refused } = rowsOfData(plan.csv, plan.fields);
    addFindings(findings, refused);
    addFindings(findings, namedPeople(csv, plan));
    const source = readFactRows(csv, plan.fields, enumerations);
    addFindings(findings, source.findings);
    if (opened.rows === 0 && opened.refused === 0) findings.push(finding('BAR722', { file: csv.file }, { table: table.table }));
    return { table, csv, source };
}

/** Roles whose words tell demands apart. */
const DEMAND_ROLES = new Set(['identifiant', 'demande', 'attributaire', 'libéré_par']);

/** Columns of identifiers of demands that hold the telephone numbers or the names of people. */
function namedPeople(csv: CsvFile, { fields }: TablePlan): readonly DataFinding[] {
    return fields.flatMap(({ fact, source }) => {
        const isOfDemand = DEMAND_ROLES.has(fact.role ?? '') && !(fact.owner === 'logement' && fact.role === 'identifiant');
        const column = isOfDemand && source.kind === 'column' ? csv.columns[source.index] : undefined;
        const personal = column === undefined ? undefined : personalIdentifiers(column);
        if (personal === undefined || source.kind !== 'column') return [];
        const title = shownTitle(csv.header[source.index] ?? '', source.index);
        return [finding('BAR710', { file: csv.file, column: title }, { column: title, ...personal })];
    });
}

/** Reports the roles that a table cannot do without, or that part of a replay needs, when nothing plays them. */
export function checkRoles({ csv, source, table }: ReadTable, name: MainTable, { facts }: Pick<Vocabulary, 'facts'>): readonly DataFinding[] {
    const roles = TABLE_ROLES[name];
    const { file } = csv;
    const declared = new Map(facts.flatMap((fact) => (fact.owner === roles.owner && fact.role !== undefined ? [[fact.role, fact] as const] : [])));
    /** Roles that a fact could play, that no column plays, and whose column was not already looked for in vain. */
    const unplayed = (role: string): readonly { readonly role: string; readonly column: string }[] => {
        const fact = declared.get(role);
        const mapped = table.mapping?.fields.some((field) => field.fact === fact?.name) ?? false;
        return fact === undefined || mapped || fieldOfRole(source, role) !== undefined ? [] : [{ role, column: fact.column ?? fact.name }];
    };
    return [
        ...roles.required.filter((role) => !declared.has(role)).map((role) => finding('BAR724', { file }, { table: name, role })),
        ...[...roles.required, ...roles.requiredWhereDeclared].flatMap(unplayed).map(({ column }) => missingColumn(csv, name, column)),
        ...roles.wanted.flatMap(unplayed).map(({ role, column }) => finding('BAR707', { file }, { table: name, column, role })),
    ];
}

/** The rows of a table that can be told apart, in the order of their ids and days, whatever the file's; without ids, of what they say. */
export function keepTable(source: FactRows, table: MainTable, rename: (id: string) => string): KeptRows {
    const kept = keptRows(source, table);
    const doubts = [...emptyEssentials(source, table, kept.rows), ...disorderedDates(source, table, kept.rows)];
    return { rows: orderedRows(source, table, kept.rows, rename), findings: [...kept.findings, ...doubts] };
}

function keptRows(source: FactRows, table: MainTable): KeptRows {
    const words = (role: string) => wordsOfRole(source, role);
    switch (table) {
        case 'demandes':
            return keepRows(source, { table, key: words('identifiant'), reconcile: separatePeriods(source, table) });
        case 'logements': {
            const released = daysOfRole(source, 'libération');
            return keepRows(source, { table, key: pairOf(words('identifiant'), (row) => String(released(row) ?? '')), reconcile: refuseAll(source, table) });
        }
        case 'candidatures':
            return keepRows(source, { table, key: pairOf(words('logement'), words('demande')), reconcile: refuseAll(source, table) });
        case 'occupants':
            return keepAll(source);
    }
}

function pairOf(first: RowKey, second: RowKey): RowKey {
    return (row) => {
        const [one, two] = [first(row), second(row)];
        return one === undefined || two === undefined ? undefined : JSON.stringify([one, two]);
    };
}

function emptyEssentials(source: FactRows, table: MainTable, rows: readonly number[]): readonly DataFinding[] {
    return TABLE_ROLES[table].essential.flatMap((role) => {
        const field = fieldOfRole(source, role);
        if (field === undefined) return [];
        const empty = rows.filter((row) => isAbsent(field.value(row)) && !field.refused.has(row));
        const column = field.column === undefined ? {} : { column: field.column };
        return empty.map((row) => finding('BAR719', { ...placeOf(source, row), ...column }, { fact: field.fact.name, role }));
    });
}

function isAbsent({ kind }: FactValue): boolean {
    return kind === 'missing' || kind === 'not-applicable';
}

/** Pairs of roles whose days follow one another. */
const DATE_ORDERS: readonly (readonly [table: MainTable, earlier: string, later: string])[] = [
    ['demandes', 'dépôt', 'entrée'],
    ['demandes', 'entrée', 'sortie'],
    ['demandes', 'dépôt', 'sortie'],
    ['logements', 'libération', 'bail'],
    ['logements', 'libération', 'examen'],
    ['logements', 'examen', 'bail'],
];

function disorderedDates(source: FactRows, table: MainTable, rows: readonly number[]): readonly DataFinding[] {
    return DATE_ORDERS.filter(([name]) => name === table).flatMap(([, first, second]) => {
        const [earlier, later] = [fieldOfRole(source, first), fieldOfRole(source, second)];
        if (earlier === undefined || later === undefined) return [];
        const disordered = rows.filter((row) => (dayOf(later.value(row)) ?? Infinity) < (dayOf(earlier.value(row)) ?? -Infinity));
        return disordered.map((row) => finding('BAR727', placeOf(source, row), { earlier: earlier.fact.name, later: later.fact.name }));
    });
}

/** Rows in an order that does not depend on the file's: no two rows kept have the same keys, but those that say the same. */
function orderedRows(source: FactRows, table: MainTable, rows: readonly number[], rename: (id: string) => string): readonly number[] {
    const keyOf = sortKeys(source, table, rename);
    const keyed = rows.map((row) => ({ row, ...keyOf(row) }));
    keyed.sort((a, b) => compareText(a.id, b.id) || compareDays(a.day, b.day) || compareText(a.other, b.other));
    return keyed.map(({ row }) => row);
}

interface SortKey {
    readonly id: string;
    readonly day: number;
    readonly other: string;
}

function sortKeys(source: FactRows, table: MainTable, rename: (id: string) => string): (row: number) => SortKey {
    if (table === 'occupants') return (row) => ({ id: contentOf(source, row), day: -Infinity, other: '' });
    const [id, other] = table === 'candidatures' ? ['logement', 'demande'] : ['identifiant', ''];
    const ids = wordsOfRole(source, id);
    const others = wordsOfRole(source, other);
    const days = daysOfRole(source, table === 'demandes' ? 'valide_du' : 'libération');
    return (row) => {
        const word = ids(row) ?? '';
        return { id: table === 'demandes' ? rename(word) : word, day: days(row) ?? -Infinity, other: rename(others(row) ?? '') };
    };
}

/** Two days, where −∞ may stand for none. */
function compareDays(a: number, b: number): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
