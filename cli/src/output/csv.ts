/** A cell of a table written for spreadsheets: a number keeps its meaning, a text can never be a formula. */
export type CsvCell = string | number | ExactCell | undefined;

/** An exact number as French text (`12,5`; `≈0,333333` where it has no end): a code made of digits is not one. */
export interface ExactCell {
    readonly exact: string;
}

/** A table for spreadsheets: a header, and rows of as many cells. */
export interface SheetTable {
    readonly header: readonly string[];
    readonly rows: readonly (readonly CsvCell[])[];
}

const NUMBER = /^-?\d+(,\d+)?$/;
/** What a spreadsheet takes for the start of a formula, full-width forms included, also after blanks. */
const FORMULA = /^[\s\uFEFF\u200B]*[=+\-@＝＋－＠\u2212]|^[\t\r\0]/u;

/**
 * Rows as CSV for French spreadsheets: `;` between cells, CRLF between rows, a byte order mark so that accents are read as such.
 * A text that a spreadsheet would run is preceded by `'` (REQ-10); one that already begins with `'` too, so that the way back is exact.
 */
export function csvText(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
    const lines = [header.map(cellText).join(';')];
    for (const row of rows) lines.push(row.map(cellText).join(';'));
    return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cellText(cell: CsvCell): string {
    if (cell === undefined) return '';
    if (typeof cell === 'number') return String(cell);
    if (typeof cell === 'object') return cell.exact;
    const safe = NUMBER.test(cell) ? cell : neutralised(cell);
    return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function neutralised(text: string): string {
    return FORMULA.test(text) || text.startsWith("'") ? `'${text}` : text;
}
