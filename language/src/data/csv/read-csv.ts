import { growingIndexes } from '../../columns/growing-array.js';
import { csvRecords, type CsvRecord } from './csv-records.js';
import { finding, type DataFinding, type NotTextReason } from '../finding.js';
import { firstInvalidByte } from './utf8.js';

/** A file as text, column by column; nothing in it has a meaning yet. */
export interface CsvFile {
    readonly file: string;
    /** Titles in the order of the file; empty where a column has none. */
    readonly header: readonly string[];
    readonly columns: readonly RawColumn[];
    readonly rows: number;
    /** The number of each row for the reader: data rows count from 1, blank ones included. */
    readonly rowNumbers: Uint32Array;
    /** Rows that could not be cut into cells, each with its finding. */
    readonly refused: number;
}

/** The cells of a column: row r holds `texts[cells[r]]`. Equal texts are held once; outer blanks are gone, accents are composed. */
export interface RawColumn {
    readonly texts: readonly string[];
    readonly cells: Uint32Array;
}

/** A file read, or why it was not. */
export interface CsvReading {
    readonly csv?: CsvFile;
    readonly findings: readonly DataFinding[];
}

export type Separator = ';' | ',' | '\t';

const SEPARATORS: readonly Separator[] = [';', '\t', ','];

/** Its name, and what the correspondance says of its form. */
export interface CsvOptions {
    readonly file: string;
    readonly separator?: string;
    /** Its first line is a row: columns are titled `1`, `2`, `3`… */
    readonly headerless?: true;
}

/**
 * Reads a CSV file: UTF-8 with or without mark, the separator given or, of `;`, tab and `,`, the one that the header holds most.
 * Never throws and never drops a row in silence.
 */
export function readCsv(bytes: Uint8Array, options: CsvOptions): CsvReading {
    const { file } = options;
    const reason = notText(bytes);
    if (reason !== undefined) return { findings: [finding('BAR704', { file }, { reason })] };
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const said = saidSeparator(bytes, mark);
    const start = said?.end ?? mark;
    const separator = said?.separator ?? options.separator ?? detectSeparator(bytes, start);
    const records = csvRecords(bytes, start, separator.charCodeAt(0));
    const first = records.next();
    if (!first.done && first.value.oversized) return { findings: [finding('BAR735', { file }, {})] };
    if (first.done || isBlank(first.value)) return { findings: [finding('BAR705', { file }, {})] };
    if (options.headerless !== true) return gather(file, first.value, records);
    const titles = first.value.cells.map((_, place) => String(place + 1));
    return gather(file, { ...first.value, cells: titles, unterminated: false }, numberedFromOne(csvRecords(bytes, start, separator.charCodeAt(0))));
}

/** A file with the rows that are kept alone. */
export function keptRowsOf(csv: CsvFile, isKept: (row: number) => boolean): CsvFile {
    const keep = (_: number, row: number): boolean => isKept(row);
    const rowNumbers = csv.rowNumbers.filter(keep);
    return { ...csv, columns: csv.columns.map(({ texts, cells }) => ({ texts, cells: cells.filter(keep) })), rowNumbers, rows: rowNumbers.length };
}

/** Why these bytes are no text in UTF-8; `undefined` when they are. */
function notText(bytes: Uint8Array): NotTextReason | undefined {
    const [first, second] = bytes;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16';
    if (first === 0x50 && second === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04) return 'zip';
    if (first === 0x1f && second === 0x8b) return 'gzip';
    if (bytes.includes(0)) return 'nul-byte';
    return firstInvalidByte(bytes) < 0 ? undefined : 'invalid-utf8';
}

/** A first line `sep=;`, by which spreadsheets tell each other the separator: no title of a column. */
function saidSeparator(bytes: Uint8Array, start: number): { readonly separator: string; readonly end: number } | undefined {
    const line = /^"?sep=([;,|\t])"?(\r\n|\r|\n|$)/i.exec(String.fromCharCode(...bytes.subarray(start, start + 12)));
    return line?.[1] === undefined ? undefined : { separator: line[1], end: start + line[0].length };
}

/** The separator that cuts the header into the most cells; the first of `;`, tab and `,` when several do. */
function detectSeparator(bytes: Uint8Array, start: number): Separator {
    let best: { readonly separator: Separator; readonly cells: number } = { separator: ';', cells: 0 };
    for (const separator of SEPARATORS) {
        const header = csvRecords(bytes, start, separator.charCodeAt(0)).next();
        const cells = header.done ? 0 : header.value.cells.length;
        if (cells > best.cells) best = { separator, cells };
    }
    return best.separator;
}

/** The records of a file without header: its first line is row 1. */
function* numberedFromOne(records: Iterable<CsvRecord>): Generator<CsvRecord> {
    for (const record of records) yield { ...record, index: record.index + 1 };
}

function gather(file: string, header: CsvRecord, records: Iterable<CsvRecord>): CsvReading {
    const findings: DataFinding[] = [];
    const columns = header.cells.map(() => growingColumn());
    const rowNumbers = growingIndexes();
    let refused = 0;
    if (header.unterminated) return { findings: [finding('BAR712', { file }, {})] };
    for (const record of records) {
        const row = record.index;
        if (record.unterminated) return { findings: [...findings, finding('BAR712', { file, row }, {})] };
        if (record.oversized) return { findings: [...findings, finding('BAR735', { file, row }, {})] };
        if (isBlank(record)) continue;
        const wrong = malformed(file, record, columns.length);
        if (wrong === undefined) {
            rowNumbers.push(row);
            columns.forEach((column, index) => column.push(record.cells[index] ?? ''));
        } else {
            findings.push(wrong);
            refused += 1;
        }
    }
    const csv: CsvFile = {
        file,
        header: header.cells.map(cleaned),
        columns: columns.map((column) => column.finished()),
        rows: rowNumbers.size(),
        rowNumbers: rowNumbers.finished(),
        refused,
    };
    return { csv, findings };
}

/** Empty cells beyond the last title are let go: spreadsheets write them. */
function malformed(file: string, record: CsvRecord, expected: number): DataFinding | undefined {
    const place = { file, row: record.index };
    if (record.textAfterQuote) return finding('BAR714', place, {});
    const found = record.cells.length;
    const shifted = found < expected || record.cells.slice(expected).some((cell) => cell.trim() !== '');
    return shifted ? finding('BAR713', place, { found, expected }) : undefined;
}

function isBlank({ cells }: CsvRecord): boolean {
    return cells.every((cell) => cell.trim() === '');
}

/** Each text as written is cleaned once; those that are then the same share their place. A clean text stays as it is. */
export function growingColumn(): { readonly push: (written: string) => void; readonly finished: () => RawColumn } {
    const texts: string[] = [];
    const places = new Map<string, number>();
    const cells = growingIndexes();
    const place = (written: string): number => {
        const text = cleaned(written);
        const found = places.get(text) ?? texts.push(text) - 1;
        places.set(text, found).set(written, found);
        return found;
    };
    return { push: (written) => cells.push(places.get(written) ?? place(written)), finished: () => ({ texts, cells: cells.finished() }) };
}

/** The apostrophe that keeps a spreadsheet from reading a text as a formula is no part of the text (REQ-10). */
const GUARDED = /^'\s*[=+\-@\0\uFF1D\uFF0B\uFF0D\uFF20]/;

function cleaned(cell: string): string {
    const text = cell.trim().normalize('NFC');
    return GUARDED.test(text) ? text.slice(1).trim() : text;
}
