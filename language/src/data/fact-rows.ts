import type { FactValue } from '../ir/value.js';
import type { FactDeclaration } from '../ir/value-type.js';
import type { Enumeration } from '../ir/vocabulary.js';
import { heldAs, OWN_FORM, valueClassOf, type Cell, type CellForm, type RefusedCell } from './cell.js';
import { shownTitle } from './direct-identifiers.js';
import { finding, LISTED_FINDINGS, type CellReason, type DataFinding } from './finding.js';
import { proposedCodes, type ProposedCode } from './proposed-codes.js';
import { cellReader } from './read-cell.js';
import { textAt } from './csv/joined-columns.js';
import type { CsvFile } from './csv/read-csv.js';
import { spreadDates } from './spread-dates.js';
import type { PlannedField, PlannedSource } from './table-plan.js';

/** The facts of a file, row by row, before any row is set aside or moved. */
export interface FactRows {
    readonly file: string;
    readonly rows: number;
    readonly rowNumbers: Uint32Array;
    readonly fields: readonly FactField[];
    readonly findings: readonly DataFinding[];
    /** Cells refused, each with its finding. */
    readonly refusedCells: number;
}

/** One fact over all rows. */
export interface FactField {
    readonly fact: FactDeclaration;
    /** The column's title as it may be shown; absent when the values come from no column. */
    readonly column?: string;
    readonly value: (row: number) => FactValue;
    readonly proved: (row: number) => boolean;
    /** Rows whose cell was refused: their value is missing, and already told. */
    readonly refused: ReadonlySet<number>;
}

/** Roles of the facts without which a row names nothing. */
export const IDENTIFYING_ROLES: ReadonlySet<string | undefined> = new Set(['identifiant', 'logement', 'demande']);

const MISSING: FactValue = { kind: 'missing' };
const NO_ROWS: ReadonlySet<number> = new Set();

/** How a column `<fait>.justifié` is written. */
const PROOF_FORM: CellForm = { ...OWN_FORM, split: '' };

/** Reads the planned fields. Each distinct text of a column is read once, whatever the number of rows that hold it. */
export function readFactRows(csv: CsvFile, fields: readonly PlannedField[], enumerations: readonly Enumeration[]): FactRows {
    const findings: DataFinding[] = [];
    const state: ReadState = { csv, enumerations, findings, refusedCells: 0 };
    const read = fields.map((field) => readField(state, field));
    return { file: csv.file, rows: csv.rows, rowNumbers: csv.rowNumbers, fields: read, findings, refusedCells: state.refusedCells };
}

interface ReadState {
    readonly csv: CsvFile;
    readonly enumerations: readonly Enumeration[];
    readonly findings: DataFinding[];
    refusedCells: number;
}

/** The values of a fact, and the rows whose cell was refused. */
type ReadValues = Pick<FactField, 'value' | 'refused'>;

function readField(state: ReadState, { fact, source, proof }: PlannedField): FactField {
    const proved = proof === undefined ? () => false : readProof(state, fact, proof);
    if (source.kind !== 'column') return { fact, ...readOther(state, fact, source), proved };
    return { fact, column: titleOf(state.csv, source.index), ...readColumn(state, fact, source), proved };
}

function readColumn(state: ReadState, fact: FactDeclaration, { index, form }: { readonly index: number; readonly form: CellForm }): ReadValues {
    const column = state.csv.columns[index];
    if (column === undefined) return { value: () => MISSING, refused: NO_ROWS };
    const cells = column.texts.map(cellReader(fact, form, state.enumerations));
    const values = cells.map(valueOf);
    const refused = new Set<number>();
    const codes = proposedCodes(
        column.texts.filter((_, text) => cells[text]?.kind === 'refused'),
        fact,
    );
    column.cells.forEach((text, row) => {
        const cell = cells[text]!;
        if (cell.kind !== 'refused') return;
        refused.add(row);
        if (refused.size <= LISTED_FINDINGS) reportCell(state, { fact, index, row, text: column.texts[text]!, cell, codes });
    });
    countRefused(state, titleOf(state.csv, index), refused);
    return { value: (row) => values[column.cells[row]!]!, refused };
}

function readProof(state: ReadState, fact: FactDeclaration, index: number): (row: number) => boolean {
    const { value } = readColumn(state, { ...fact, type: { kind: 'boolean' }, multiple: false }, { index, form: PROOF_FORM });
    return (row) => {
        const proof = value(row);
        return proof.kind === 'boolean' && proof.value;
    };
}

function readOther(state: ReadState, fact: FactDeclaration, source: Exclude<PlannedSource, { kind: 'column' }>): ReadValues {
    switch (source.kind) {
        case 'constant': {
            const value = heldAs(fact, source.value);
            return { value: () => value, refused: NO_ROWS };
        }
        case 'row-number':
            return { value: (row) => numbered(fact, state.csv.rowNumbers[row]!), refused: NO_ROWS };
        case 'spread-date':
            return readSpreadDates(state, fact, source);
    }
}

function numbered({ type }: FactDeclaration, row: number): FactValue {
    return type.kind === 'number' ? { kind: 'number', value: String(row) } : { kind: 'word', value: String(row) };
}

function readSpreadDates(state: ReadState, fact: FactDeclaration, source: Extract<PlannedSource, { kind: 'spread-date' }>): ReadValues {
    const { columns, rows } = state.csv;
    const sources = Array.from({ length: rows }, (_, row) => ({ year: textAt(columns[source.year], row), order: textAt(columns[source.order], row) }));
    const days = spreadDates(sources);
    const refused = new Set<number>();
    days.forEach((cell, row) => {
        if (cell.kind !== 'refused') return;
        refused.add(row);
        const index = cell.reason === 'not-a-number' ? source.order : source.year;
        if (refused.size <= LISTED_FINDINGS) reportCell(state, { fact, index, row, text: textAt(columns[index], row), cell });
    });
    countRefused(state, titleOf(state.csv, source.year), refused);
    return { value: (row) => valueOf(days[row]!), refused };
}

function valueOf(cell: Cell): FactValue {
    return cell.kind === 'refused' ? MISSING : cell;
}

interface RefusedPlace {
    readonly fact: FactDeclaration;
    readonly index: number;
    readonly row: number;
    readonly text: string;
    readonly cell: RefusedCell;
    readonly codes?: readonly ProposedCode[];
}

/** Reasons that a code of the correspondance can lift. */
const CODED_REASONS: ReadonlySet<CellReason> = new Set(['not-yes-no', 'not-a-date', 'not-a-number', 'unknown-value']);

function reportCell({ csv, findings }: ReadState, { fact, index, row, text, cell, codes = [] }: RefusedPlace): void {
    const { reason, low, high } = cell;
    const proposed = codes.length > 0 && CODED_REASONS.has(reason) ? { codes } : {};
    const place = { file: csv.file, row: csv.rowNumbers[row]!, column: titleOf(csv, index), valueClass: valueClassOf(text), reason };
    findings.push(
        finding('BAR718', place, {
            fact: fact.name,
            ...(IDENTIFYING_ROLES.has(fact.role) ? { rowLost: true } : {}),
            ...(low === undefined ? {} : { low }),
            ...(high === undefined ? {} : { high }),
            ...proposed,
        }),
    );
}

/** Counts the cells of a column that hold no value, and says how many were not listed. */
function countRefused(state: ReadState, column: string, refused: ReadonlySet<number>): void {
    state.refusedCells += refused.size;
    const count = refused.size - LISTED_FINDINGS;
    if (count > 0) state.findings.push(finding('BAR723', { file: state.csv.file, column }, { code: 'BAR718', count }));
}

function titleOf({ header }: CsvFile, index: number): string {
    return shownTitle(header[index] ?? '', index);
}
