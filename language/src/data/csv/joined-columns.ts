import { growingColumn, type CsvFile, type RawColumn } from './read-csv.js';

/** A column made of several, and what it is called: the titles of all. */
export interface TitledColumn {
    readonly title: string;
    readonly column: RawColumn;
}

/** The cells of several columns, with a text between them; a row where all are empty has an empty cell. */
export function joinedColumn({ columns, header, rows }: CsvFile, places: readonly number[], by: string): TitledColumn {
    const made = growingColumn();
    for (let row = 0; row < rows; row += 1) {
        const parts = places.map((place) => textAt(columns[place], row));
        made.push(parts.every((part) => part === '') ? '' : parts.join(by));
    }
    return { title: places.map((place) => header[place] ?? '').join(' + '), column: made.finished() };
}

/** A file with more columns, after its own. */
export function withColumns(csv: CsvFile, made: readonly TitledColumn[]): CsvFile {
    if (made.length === 0) return csv;
    return { ...csv, header: [...csv.header, ...made.map(({ title }) => title)], columns: [...csv.columns, ...made.map(({ column }) => column)] };
}

/** The text of a row in a column; empty where there is no such column. */
export function textAt(column: RawColumn | undefined, row: number): string {
    return column === undefined ? '' : (column.texts[column.cells[row]!] ?? '');
}
