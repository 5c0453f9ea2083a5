import { fluxTable, ledgerTable, type CsvCell, type SheetTable } from '@bareme/cli/outputs';
import { formatIso } from '@bareme/language/ir';
import type { Receipt } from '@bareme/language/replay';
import type { Block, Cell, Table, Telling } from '@bareme/language/telling';

/** A sheet of a workbook: its name, then rows whose cells are texts or numbers, never formulas. */
export interface Sheet {
    readonly sheet: string;
    readonly data: readonly (readonly SheetCell[])[];
}

/** A cell as the library of workbooks takes it: with its type, so that no text is guessed to be something else. */
export type SheetCell =
    | { readonly value: string; readonly type: StringConstructor; readonly fontWeight?: 'bold' }
    | { readonly value: number; readonly type: NumberConstructor }
    | null;

/** What a workbook is made of; the ledger only where the edition lets it out. */
export interface WorkbookParts {
    readonly telling: Telling;
    readonly report: Parameters<typeof ledgerTable>[0];
    readonly receipt: Receipt;
    readonly withLedger: boolean;
}

/** A spreadsheet holds no longer text in a cell, and this many letters in a sheet's name. */
const LONGEST_TEXT = 32_767;
const LONGEST_NAME = 31;
/** A spreadsheet counts with so many digits: a longer number stays a text, exact. */
const MOST_DIGITS = 15;

/** What is told, table by table, then the flux, the ledger and where it all comes from. */
export function workbookSheets({ telling, report, receipt, withLedger }: WorkbookParts): readonly Sheet[] {
    const taken = new Set<string>();
    const sheets = [
        { name: 'À lire', rows: noticeRows(telling, receipt) },
        ...[...telling.first, ...telling.parts].flatMap(blockTables),
        { name: 'Comptes de flux', rows: tableRows(fluxTable(report)) },
        ...(withLedger ? [{ name: 'Registre des baux', rows: tableRows(ledgerTable(report)) }] : []),
    ];
    return sheets.map(({ name, rows }) => ({ sheet: freeName(name, taken), data: rows }));
}

interface NamedRows {
    readonly name: string;
    readonly rows: readonly (readonly SheetCell[])[];
}

function noticeRows({ title, period, warnings, edition }: Telling, { inputsSha256, inputs }: Receipt): NamedRows['rows'] {
    const line = (name: string, value: string): readonly SheetCell[] => [bold(name), text(value)];
    return [
        [bold(title)],
        line('Période', `${period.text} (${formatIso(inputs.window.from)} – ${formatIso(inputs.window.to)})`),
        line('Édition', edition.text),
        ...warnings.map((warning) => line('Avertissement', warning)),
        line('Tirages', String(inputs.replications ?? 1)),
        line('Empreinte du rejeu', inputsSha256),
    ];
}

function blockTables({ title, exhibits }: Block): readonly NamedRows[] {
    const tables = exhibits.filter((exhibit): exhibit is Table => exhibit.kind === 'table');
    return tables.map((table) => ({ name: tables.length === 1 ? (title.split(' : ')[0] ?? title) : table.caption, rows: toldRows(title, table) }));
}

function toldRows(title: string, { caption, columns, rows, notes }: Table): NamedRows['rows'] {
    return [
        [bold(title)],
        [text(caption)],
        columns.map((column) => bold(column.title)),
        ...rows.map(({ cells, group }) => [...cells.map(toldCell), ...(group === undefined ? [] : [text(group)])]),
        ...notes.map((note) => [text(note)]),
    ];
}

function toldCell({ text: shown, detail }: Cell): SheetCell {
    return text(detail === undefined ? shown : `${shown} (${detail})`);
}

function tableRows({ header, rows }: SheetTable): NamedRows['rows'] {
    return [header.map(bold), ...rows.map((cells) => cells.map(cellOf))];
}

function cellOf(cell: CsvCell): SheetCell {
    if (cell === undefined) return null;
    if (typeof cell === 'number') return { value: cell, type: Number };
    if (typeof cell === 'string') return text(cell);
    const isCounted = /^-?\d+(?:,\d+)?$/.test(cell.exact) && cell.exact.replaceAll(/\D/g, '').length <= MOST_DIGITS;
    return isCounted ? { value: Number(cell.exact.replace(',', '.')), type: Number } : text(cell.exact);
}

function bold(value: string): SheetCell {
    return { value: storable(value), type: String, fontWeight: 'bold' };
}

function text(value: string): SheetCell {
    return value === '' ? null : { value: storable(value), type: String };
}

/** What XML cannot hold is shown as such; what a cell cannot hold is said to be cut. */
function storable(value: string): string {
    const clean = value.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd');
    return clean.length <= LONGEST_TEXT ? clean : `${clean.slice(0, LONGEST_TEXT - 10)}… (coupé)`;
}

/** A name that a spreadsheet takes: some signs are forbidden, two sheets never have the same. */
function freeName(name: string, taken: Set<string>): string {
    const clean =
        name
            .replaceAll(/[\\/?*[\]:\0-\x1f]/g, ' ')
            .replaceAll(/^'+|'+$/g, '')
            .trim() || 'Tableau';
    for (let count = 1; ; count += 1) {
        const suffix = count === 1 ? '' : ` (${count})`;
        const candidate = shortened(clean, LONGEST_NAME - suffix.length) + suffix;
        if (taken.has(candidate.toLowerCase())) continue;
        taken.add(candidate.toLowerCase());
        return candidate;
    }
}

/** Cut between two words where it is too long, which its end says. */
function shortened(name: string, most: number): string {
    if (name.length <= most) return name;
    const cut = name.slice(0, most - 1);
    return `${cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut}…`;
}
