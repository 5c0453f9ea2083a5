import type { Column, Table } from '../columns/column.js';
import { incoherences } from './coherence/table-coherence.js';
import { householdIncoherences } from './coherence/household-coherence.js';
import { buildTable, eventsColumn, groupEvents } from './fact-table.js';
import { addFindings, finding, type DataFinding } from './finding.js';
import { daysOfRole, fieldOfRole, placeOf, wordOf, wordsOfRole } from './kept-rows.js';
import { pseudonymsOf, type Pseudonyms } from './pseudonyms.js';
import { keepTable, type ReadTable, type TableCount } from './read-table.js';
import { TABLE_ROLES } from './table-roles.js';
import { MAIN_TABLES, type MainTable } from './territory-sources.js';

/** The tables of a territory, with what became of each row. */
export interface BuiltTables {
    readonly demands: Table;
    readonly dwellings: Table;
    readonly candidatures?: Table;
    readonly occupants?: Table;
}

/** Tables by name, as read from their files. */
export type ReadTables = ReadonlyMap<string, ReadTable>;

/** What building tables gives; `tables` is absent when demands or dwellings could not be read. */
export interface Building {
    readonly tables?: BuiltTables;
    readonly findings: readonly DataFinding[];
    readonly counts: readonly TableCount[];
}

interface BuildState {
    readonly read: ReadTables;
    readonly findings: DataFinding[];
    readonly counts: TableCount[];
    readonly pseudonyms: Pseudonyms;
}

/** Sets rows in order, joins events to their demands, and replaces ids where they tell too much. */
export function buildTables(read: ReadTables): Building {
    const state = buildState(read);
    const demands = buildDemands(state);
    const dwellings = buildMain(state, 'logements');
    const candidatures = buildMain(state, 'candidatures');
    const occupants = buildMain(state, 'occupants');
    addFindings(state.findings, unknownReferences(read));
    addFindings(state.findings, contradictions(read.get('logements')));
    addFindings(state.findings, incoherences(read));
    addFindings(state.findings, householdIncoherences(read));
    const { findings, counts } = state;
    if (demands === undefined || dwellings === undefined) return { findings, counts };
    const others = { ...(candidatures === undefined ? {} : { candidatures }), ...(occupants === undefined ? {} : { occupants }) };
    return { tables: { demands, dwellings, ...others }, findings, counts };
}

/** Only the demands and their events. */
export function buildDemandTable(read: ReadTables): { readonly demands?: Table } & Omit<Building, 'tables'> {
    const state = buildState(read);
    const demands = buildDemands(state);
    addFindings(state.findings, householdIncoherences(read));
    return { ...(demands === undefined ? {} : { demands }), findings: state.findings, counts: state.counts };
}

function buildState(read: ReadTables): BuildState {
    const pseudonyms = pseudonymsOf(demandIds(read));
    const file = read.get('demandes')?.source.file;
    const replaced = pseudonyms.count > 0 && file !== undefined ? [finding('BAR711', { file }, { count: pseudonyms.count })] : [];
    return { read, findings: replaced, counts: [], pseudonyms };
}

/** Ids of demands wherever they stand: one id has one pseudonym in all the files. */
function demandIds(read: ReadTables): ReadonlySet<string> {
    const ids = new Set<string>();
    const collect = ({ source }: ReadTable, roles: readonly string[]): void => {
        for (const role of roles) {
            const idOf = wordsOfRole(source, role);
            for (let row = 0; row < source.rows; row += 1) {
                const id = idOf(row);
                if (id !== undefined) ids.add(id);
            }
        }
    };
    for (const table of MAIN_TABLES) {
        const source = read.get(table);
        if (source !== undefined) collect(source, TABLE_ROLES[table].demands);
    }
    for (const source of read.values()) if (source.table.events !== undefined) collect(source, ['identifiant']);
    return ids;
}

function buildMain(state: BuildState, name: MainTable): Table | undefined {
    const read = state.read.get(name);
    return read === undefined ? undefined : writeRows(state, read, { name, events: () => [] });
}

interface Writing {
    readonly name: MainTable;
    /** Columns made from the ids of the rows kept, in their order. */
    readonly events: (ids: readonly string[]) => readonly Column[];
}

function writeRows(state: BuildState, read: ReadTable, { name, events }: Writing): Table {
    const { source } = read;
    const { rename } = state.pseudonyms;
    const kept = keepTable(source, name, rename);
    addFindings(state.findings, kept.findings);
    state.counts.push(countOf(read, kept.rows.length));
    const idOf = wordsOfRole(source, 'identifiant');
    const ids = kept.rows.map((row) => idOf(row) ?? '');
    return buildTable({ source, rows: kept.rows, rename, demandRoles: TABLE_ROLES[name].demands }, events(ids));
}

function buildDemands(state: BuildState): Table | undefined {
    const demands = state.read.get('demandes');
    if (demands === undefined) return undefined;
    const events = (ids: readonly string[]): readonly Column[] => {
        const known = new Set(ids);
        return [...state.read.values()].flatMap((read) => {
            const fact = read.table.events;
            if (fact === undefined) return [];
            const grouped = groupEvents(read.source, read.table.table, known);
            addFindings(state.findings, grouped.findings);
            state.counts.push(countOf(read, grouped.kept));
            return [eventsColumn(fact, ids, grouped.byDemand)];
        });
    };
    return writeRows(state, demands, { name: 'demandes', events });
}

function countOf({ table: { table }, csv, source }: ReadTable, kept: number): TableCount {
    const read = csv.rows + csv.refused;
    return { table, file: csv.file, read, kept, refused: read - kept, refusedCells: source.refusedCells };
}

/** References from a table to the ids of another, by the roles of both. */
const REFERENCES: readonly (readonly [table: MainTable, role: string, target: MainTable])[] = [
    ['candidatures', 'demande', 'demandes'],
    ['candidatures', 'logement', 'logements'],
    ['logements', 'attributaire', 'demandes'],
    ['logements', 'libéré_par', 'demandes'],
];

function unknownReferences(read: ReadTables): readonly DataFinding[] {
    return REFERENCES.flatMap(([table, role, target]) => {
        const source = read.get(table)?.source;
        const field = source === undefined ? undefined : fieldOfRole(source, role);
        if (source === undefined || field === undefined) return [];
        const known = idsOf(read.get(target));
        const column = field.column === undefined ? {} : { column: field.column };
        return Array.from({ length: source.rows }, (_, row) => row)
            .filter((row) => !known.has(wordOf(field.value(row))))
            .map((row) => finding('BAR721', { ...placeOf(source, row), ...column }, { target }));
    });
}

/** What two vacancies cannot both say: whom they house, or where the dwelling that they share is. Two rows of one vacancy are told apart (BAR717). */
function contradictions(read: ReadTable | undefined): readonly DataFinding[] {
    if (read === undefined) return [];
    const { source } = read;
    const [lesseeOf, idOf, communeOf] = ['attributaire', 'identifiant', 'commune'].map((role) => wordsOfRole(source, role)) as [Words, Words, Words];
    const releasedOn = daysOfRole(source, 'libération');
    const isOneVacancy = (a: number, b: number): boolean => idOf(a) === idOf(b) && releasedOn(a) === releasedOn(b);
    const [lettings, places] = [new Map<string, number>(), new Map<string, number>()];
    const findings: DataFinding[] = [];
    for (let row = 0; row < source.rows; row += 1) {
        const [lessee, id, commune] = [lesseeOf(row), idOf(row), communeOf(row)];
        const [housed, placed] = [lettings.get(lessee ?? ''), places.get(id ?? '')];
        if (lessee !== undefined && housed !== undefined && !isOneVacancy(row, housed))
            findings.push(finding('BAR729', placeOf(source, row), { other: source.rowNumbers[housed]! }));
        else if (lessee !== undefined) lettings.set(lessee, row);
        if (id === undefined || commune === undefined) continue;
        if (placed === undefined) places.set(id, row);
        else if (communeOf(placed) !== commune && !isOneVacancy(row, placed))
            findings.push(finding('BAR730', placeOf(source, row), { other: source.rowNumbers[placed]! }));
    }
    return findings;
}

type Words = (row: number) => string | undefined;

/** The ids of a table; an empty reference names nothing, and is no fault. */
function idsOf(read: ReadTable | undefined): ReadonlySet<string | undefined> {
    const ids = new Set<string | undefined>([undefined]);
    if (read === undefined) return ids;
    const idOf = wordsOfRole(read.source, 'identifiant');
    for (let row = 0; row < read.source.rows; row += 1) ids.add(idOf(row));
    return ids;
}
