import { absurd } from '../kit/absurd.js';
import type { CellConversions, MappedField, SourceTable } from '../ir/mapping.js';
import type { FactValue } from '../ir/value.js';
import type { FactDeclaration } from '../ir/value-type.js';
import type { Enumeration } from '../ir/vocabulary.js';
import { fromFraction } from '../kit/exact-number.js';
import { nearestNames } from '../kit/nearest-name.js';
import { OWN_FORM, type CellForm } from './cell.js';
import { looksLikeValue } from './direct-identifiers.js';
import { finding, type DataFinding } from './finding.js';
import { decimalMarkOf, holdsPercents } from './number-cell.js';
import { joinedColumn, withColumns, type TitledColumn } from './csv/joined-columns.js';
import { hasCellForm } from './read-cell.js';
import type { CsvFile } from './csv/read-csv.js';
import { foldedText } from './words-of-enumeration.js';

/** Where the values of one fact come from, columns by their place in the file. */
export type PlannedSource =
    | { readonly kind: 'column'; readonly index: number; readonly form: CellForm }
    | { readonly kind: 'constant'; readonly value: FactValue }
    | { readonly kind: 'row-number' }
    | { readonly kind: 'spread-date'; readonly year: number; readonly order: number };

/** One fact of a table and its source; `proof` is the column that says whether it was proved. */
export interface PlannedField {
    readonly fact: FactDeclaration;
    readonly source: PlannedSource;
    readonly proof?: number;
}

/** What a table asks of its file. */
export interface TableRequest {
    /** `demandes`, `logements`, `candidatures`, `occupants`, or the name of an events fact. */
    readonly table: string;
    readonly facts: readonly FactDeclaration[];
    readonly enumerations: readonly Enumeration[];
    /** The correspondance of that table; without it a fact's column is the one that it declares, else the one that bears its name. */
    readonly mapping?: SourceTable;
    /** Other titles under which the column of a fact is known. */
    readonly titles?: ReadonlyMap<string, readonly string[]>;
}

/** The fields found, the file with the columns made of several, and the places of the columns that they read. */
export interface TablePlan {
    readonly csv: CsvFile;
    readonly fields: readonly PlannedField[];
    readonly used: ReadonlySet<number>;
    readonly findings: readonly DataFinding[];
}

/** Finds the source of each fact of a table. A fact without column is not planned: the caller knows which ones it cannot do without. */
export function planTable(csv: CsvFile, request: TableRequest): TablePlan {
    const state: PlanState = { csv, request, used: new Set(), joined: [], findings: [] };
    const planned = request.mapping === undefined ? defaultFields(state) : mappedFields(state, request.mapping);
    const near = request.mapping === undefined ? nearTitles(state, planned) : [];
    return { csv: withColumns(csv, state.joined), fields: planned, used: state.used, findings: [...state.findings, ...near] };
}

interface PlanState {
    readonly csv: CsvFile;
    readonly request: TableRequest;
    readonly used: Set<number>;
    /** Columns made of several, after those of the file. */
    readonly joined: TitledColumn[];
    readonly findings: DataFinding[];
}

function defaultFields(state: PlanState): readonly PlannedField[] {
    const { csv, request } = state;
    const found = request.facts.flatMap((fact) => {
        const index = findColumn(state, [fact.column ?? fact.name, ...(request.titles?.get(fact.name) ?? [])]);
        if (index === undefined) return [];
        if (hasCellForm(fact)) return [{ fact, index }];
        state.findings.push(finding('BAR726', { file: csv.file, column: csv.header[index] ?? '' }, { fact: fact.name }));
        return [];
    });
    const numeric = found.filter(({ fact }) => ['number', 'money', 'ratio'].includes(fact.type.kind));
    const decimal = decimalMarkOf(numeric.flatMap(({ index }) => csv.columns[index]?.texts ?? [])) ?? ',';
    const form: CellForm = { ...OWN_FORM, decimal };
    return found.map(({ fact, index }) => ({ fact, source: { kind: 'column', index, form: ownForm(state, fact, index, form) }, ...proofOf(state, fact) }));
}

function ownForm({ csv }: PlanState, { type }: FactDeclaration, index: number, form: CellForm): CellForm {
    return type.kind === 'ratio' && holdsPercents(csv.columns[index]?.texts ?? [], form.decimal) ? { ...form, percents: true } : form;
}

function mappedFields(state: PlanState, mapping: SourceTable): readonly PlannedField[] {
    return mapping.fields.flatMap((field) => {
        const fact = state.request.facts.find(({ name }) => name === field.fact);
        if (fact === undefined) return [];
        if (!hasCellForm(fact)) {
            state.findings.push(finding('BAR726', { file: state.csv.file }, { fact: fact.name }));
            return [];
        }
        const source = mappedSource(state, mapping, field, fact);
        return source === undefined ? [] : [{ fact, source, ...proofOf(state, fact) }];
    });
}

function mappedSource(state: PlanState, mapping: SourceTable, { source }: MappedField, fact: FactDeclaration): PlannedSource | undefined {
    switch (source.kind) {
        case 'constant':
            return source;
        case 'row-number':
            return source;
        case 'spread-date': {
            const year = requireColumn(state, source.year);
            const order = requireColumn(state, source.order);
            return year === undefined || order === undefined ? undefined : { kind: 'spread-date', year, order };
        }
        case 'column': {
            const index = requireColumn(state, source.column);
            if (index === undefined) return undefined;
            const form = mappedForm(mapping, source);
            return { kind: 'column', index, form: source.factor === undefined ? ownForm(state, fact, index, form) : form };
        }
        case 'joined': {
            const places = source.columns.flatMap((column) => requireColumn(state, column) ?? []);
            if (places.length < source.columns.length) return undefined;
            state.joined.push(joinedColumn(state.csv, places, source.by));
            const form = { ...mappedForm(mapping, source), joined: { by: source.by, count: places.length } };
            return { kind: 'column', index: state.csv.header.length + state.joined.length - 1, form };
        }
        default:
            return absurd(source);
    }
}

function mappedForm(mapping: SourceTable, source: CellConversions): CellForm {
    const factor = source.factor === undefined ? undefined : fromFraction(source.factor);
    return {
        decimal: mapping.decimal === '.' ? '.' : ',',
        marksDeclared: mapping.decimal !== undefined,
        ...(mapping.thousands === undefined ? {} : { thousands: mapping.thousands }),
        split: source.split ?? OWN_FORM.split,
        empty: source.empty ?? OWN_FORM.empty,
        codes: new Map(source.codes ?? []),
        ...(source.time === true ? { time: true } : {}),
        ...(factor === undefined ? {} : { factor }),
    };
}

function requireColumn(state: PlanState, title: string): number | undefined {
    const { csv, request } = state;
    const index = findColumn(state, [title]);
    if (index === undefined) state.findings.push(missingColumn(csv, request.table, title));
    return index;
}

/** A column that is not there, with the titles of the file that come close. */
export function missingColumn(csv: CsvFile, table: string, column: string): DataFinding {
    const titles = csv.header.filter((title) => !looksLikeValue(title));
    return finding('BAR706', { file: csv.file }, { table, column, nearest: nearestTitles(column, titles) });
}

/** Titles close to one: the same but for capitals, accents and spaces first. */
function nearestTitles(column: string, titles: readonly string[]): readonly string[] {
    const same = titles.filter((title) => foldedTitle(title) === foldedTitle(column));
    return same.length > 0 ? same : nearestNames(column, titles);
}

/** A title without capitals, accents, spaces, underscores, nor the unit that ends it between brackets. */
function foldedTitle(title: string): string {
    const bare = foldedText(title).replace(/[ _]*[([][^()[\]]*[)\]]$/, '');
    return bare.replace(/[\s_\u200B-\u200D\u2060\uFEFF-]+/g, '_');
}

/** Columns left aside whose title is that of a fact without column, but for capitals, accents or spaces. */
function nearTitles({ csv, request, used }: PlanState, fields: readonly PlannedField[]): readonly DataFinding[] {
    const expected = request.facts
        .filter((fact) => hasCellForm(fact) && !fields.some((field) => field.fact === fact))
        .map(({ column, name }) => column ?? name);
    const byFolded = new Map(expected.map((title) => [foldedTitle(title), title]));
    return csv.header.flatMap((title, index) => {
        const meant = byFolded.get(foldedTitle(title));
        return used.has(index) || meant === undefined || meant === title || looksLikeValue(title)
            ? []
            : [finding('BAR734', { file: csv.file, column: title }, { column: title, expected: meant })];
    });
}

/** The place of the first of these titles that the file has; reports a title that two columns bear. */
function findColumn(state: PlanState, titles: readonly string[]): number | undefined {
    const { index, findings } = columnOf(state.csv, titles);
    state.findings.push(...findings);
    if (index !== undefined) state.used.add(index);
    return index;
}

/** The place of the first of these titles that a file has, and a finding where two columns bear it. */
export function columnOf({ header, file }: CsvFile, titles: readonly string[]): { readonly index?: number; readonly findings: readonly DataFinding[] } {
    const title = titles.find((each) => header.includes(each));
    if (title === undefined) return { findings: [] };
    const index = header.indexOf(title);
    return { index, findings: header.includes(title, index + 1) ? [finding('BAR709', { file, column: title }, { column: title })] : [] };
}

function proofOf(state: PlanState, fact: FactDeclaration): { readonly proof?: number } {
    const proof = findColumn(state, [`${fact.name}.justifié`, ...(fact.column === undefined ? [] : [`${fact.column}.justifié`])]);
    return proof === undefined ? {} : { proof };
}
