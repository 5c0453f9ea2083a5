/** Characters by which a spreadsheet takes a text for a formula (REQ-10); blanks before them are cut. */
const FORMULA = /^[=+\-@\0\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^-?[0-9]+(?:,[0-9]+)?$/;
const QUOTED = /[;"\r\n]/;
/** A title is also quoted around what could be taken for another separator. */
const QUOTED_TITLE = /[;"\r\n\t,]/;

/**
 * A CSV text that `readCsv` gives back cell for cell, outer blanks apart: separator `;`, LF, quotation marks where needed. A cell that a spreadsheet would
 * read as a formula is preceded by an apostrophe, which our reader takes away; a negative number stays a number.
 */
export function writeCsv(header: readonly string[], rows: Iterable<readonly string[]>): string {
    const lines = [lineOf(header, QUOTED_TITLE)];
    for (const row of rows) lines.push(lineOf(row, QUOTED));
    return lines.join('');
}

function lineOf(cells: readonly string[], quoted: RegExp): string {
    return `${cells.map((cell) => cellText(cell, quoted)).join(';')}\n`;
}

function cellText(cell: string, quoted: RegExp): string {
    const text = cell.trim();
    const guarded = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
    return quoted.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
