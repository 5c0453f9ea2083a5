import { directIdentifiers, looksLikeValue } from './direct-identifiers.js';
import { addFindings, finding, type DataFinding } from './finding.js';
import { foldedText } from './words-of-enumeration.js';
import { readCsv, type CsvFile, type CsvOptions } from './csv/read-csv.js';

/** The title of the column by which every row of the generator says what it is. */
export const SYNTHETIC_TITLE = 'synthétique';

/** Files read once each, and what is wrong with them. */
export interface OpenFiles {
    /** The file as columns; `undefined` when it was not given or cannot be read, which `findings` says once. */
    readonly open: (file: string, options: Omit<CsvOptions, 'file'> & { readonly table: string }) => CsvFile | undefined;
    /** Declares the columns that a table reads. */
    readonly use: (csv: CsvFile, columns: ReadonlySet<number>) => void;
    /** What was found so far, with the columns that no table read. */
    readonly findings: () => readonly DataFinding[];
}

/**
 * Opens the files of a territory, each one once even when several tables are read from it. `synthetic` is what the manifest says of
 * them, when there is one.
 */
export function openFiles(files: ReadonlyMap<string, Uint8Array>, synthetic?: boolean): OpenFiles {
    const opened = new Map<string, CsvFile | undefined>();
    const used = new Map<CsvFile, Set<number>>();
    const findings: DataFinding[] = [];
    const read = (options: CsvOptions, table: string): CsvFile | undefined => {
        const { file } = options;
        const bytes = files.get(file);
        const missing = { findings: [finding('BAR703', { file }, { table })] };
        const reading = bytes === undefined ? missing : readCsv(bytes, options);
        addFindings(findings, reading.findings);
        const csv = 'csv' in reading ? reading.csv : undefined;
        const personal = csv === undefined ? [] : directIdentifiers(csv);
        findings.push(...personal, ...(csv === undefined || synthetic === undefined ? [] : syntheticLabel(csv, synthetic)));
        return personal.length > 0 ? undefined : csv;
    };
    return {
        open: (file, { table, ...form }) => {
            const key = JSON.stringify([file, form.separator ?? null, form.headerless ?? false]);
            if (!opened.has(key)) opened.set(key, read({ file, ...form }, table));
            return opened.get(key);
        },
        use: (csv, columns) => void used.set(csv, new Set([...(used.get(csv) ?? []), ...columns])),
        findings: () => [...findings, ...[...used].flatMap(([csv, columns]) => ignoredColumns(csv, columns))],
    };
}

function ignoredColumns({ file, header }: CsvFile, used: ReadonlySet<number>): readonly DataFinding[] {
    const ignored = header.filter((title, index) => title !== '' && title !== SYNTHETIC_TITLE && !used.has(index));
    if (ignored.length === 0) return [];
    // Where no title is known, the first line may well be a row: none of its cells is repeated.
    const columns = used.size === 0 ? [] : ignored.filter((title) => !looksLikeValue(title));
    return [finding('BAR708', { file }, { columns, hidden: ignored.length - columns.length })];
}

/** True when at least one row says that it was made by the generator. */
export function saysSynthetic({ header, columns }: CsvFile): boolean {
    const texts = columns[header.indexOf(SYNTHETIC_TITLE)]?.texts ?? [];
    return texts.some((text) => foldedText(text) === 'oui');
}

/** Rows made by the generator say so; the manifest must say the same. */
function syntheticLabel({ file, header, columns }: CsvFile, synthetic: boolean): readonly DataFinding[] {
    const texts = columns[header.indexOf(SYNTHETIC_TITLE)]?.texts ?? [];
    const belied = texts.some((text) => text !== '' && (foldedText(text) === 'oui') !== synthetic);
    return belied ? [finding('BAR725', { file, column: SYNTHETIC_TITLE }, { manifest: synthetic })] : [];
}
