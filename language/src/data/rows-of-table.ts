import type { RowTest, SourceTable } from '../ir/mapping.js';
import { finding, type DataFinding } from './finding.js';
import { keptRowsOf, type CsvFile } from './csv/read-csv.js';
import { columnOf, missingColumn } from './table-plan.js';

/** The rows of a file that are of a table, and the columns that tell. */
export interface RowsOfTable {
    readonly csv: CsvFile;
    readonly used: ReadonlySet<number>;
    readonly findings: readonly DataFinding[];
}

/** Leaves the rows that the correspondance says are not of the table; how many is told (BAR743). A column that is not there, or there twice, keeps every row, and is told. */
export function rowsOfTable(csv: CsvFile, table: string, mapping: Pick<SourceTable, 'rows'> | undefined): RowsOfTable {
    const tests = mapping?.rows ?? [];
    const found = tests.map(({ column }) => columnOf(csv, [column]));
    const findings = found.flatMap(({ index, findings: told }, test) => (index === undefined ? [missingColumn(csv, table, tests[test]!.column)] : told));
    const used = new Set(found.flatMap(({ index }) => index ?? []));
    if (tests.length === 0 || findings.length > 0) return { csv, used, findings };
    const passing = tests.map((test, place) => passes(csv, found[place]!.index!, test));
    const kept = keptRowsOf(csv, (row) => passing.every((each) => each(row)));
    const count = csv.rows - kept.rows;
    return { csv: kept, used, findings: count === 0 ? [] : [finding('BAR743', { file: csv.file }, { table, count, of: csv.rows })] };
}

function passes({ columns }: CsvFile, place: number, { kind, values }: RowTest): (row: number) => boolean {
    const column = columns[place]!;
    const named = new Set(values.map((value) => value.trim().normalize('NFC')));
    const isKept = column.texts.map((text) => named.has(text) === (kind === 'among'));
    return (row) => isKept[column.cells[row]!]!;
}
