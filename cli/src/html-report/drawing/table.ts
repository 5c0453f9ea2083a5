import { el, type Child, type Markup } from './markup.js';

/** A column of a table; numbers are set to the right. */
export interface Column {
    readonly title: string;
    readonly numeric?: boolean;
}

/** A row: its first cell names it. */
export type Row = readonly Child[];

/** A table of so few rows stays on one printed page. */
const SHORT_TABLE = 12;

/**
 * A data table: caption, headers with scope, roles kept explicit because narrow screens lay each row out as a card, where every cell
 * repeats its column's title.
 */
export function dataTable({
    caption,
    columns,
    rows,
}: {
    readonly caption: string;
    readonly columns: readonly Column[];
    readonly rows: readonly Row[];
}): Markup {
    if (rows.length === 0) return el('p', {}, `${caption} : rien à montrer.`);
    return el(
        'table',
        { role: 'table', class: rows.length <= SHORT_TABLE ? 'short' : undefined },
        tableHead(caption, columns),
        el('tbody', { role: 'rowgroup' }, bodyRows(rows, columns)),
    );
}

/** Rows that go together in a long table, under a title. */
export interface RowGroup {
    readonly title?: string;
    readonly rows: readonly Row[];
}

/** A long data table: rows set close, by groups that each have a title. Narrow screens put the cells of a row one after the other. */
export function groupedTable({
    caption,
    columns,
    groups,
}: {
    readonly caption: string;
    readonly columns: readonly Column[];
    readonly groups: readonly RowGroup[];
}): Markup {
    return el(
        'table',
        { role: 'table', class: 'compact' },
        tableHead(caption, columns),
        groups.map(({ title, rows }) =>
            el('tbody', { role: 'rowgroup' }, title === undefined ? undefined : groupRow(title, columns.length), bodyRows(rows, columns)),
        ),
    );
}

function tableHead(caption: string, columns: readonly Column[]): readonly Markup[] {
    return [el('caption', {}, caption), el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, columns.map(headerCell)))];
}

function groupRow(title: string, width: number): Markup {
    return el('tr', { role: 'row', class: 'group' }, el('th', { role: 'rowheader', scope: 'rowgroup', colspan: width }, title));
}

function bodyRows(rows: readonly Row[], columns: readonly Column[]): readonly Markup[] {
    return rows.map((row) =>
        el(
            'tr',
            { role: 'row' },
            row.map((cell, index) => bodyCell(cell, index, columns[index])),
        ),
    );
}

function headerCell({ title, numeric }: Column): Markup {
    return el('th', { role: 'columnheader', scope: 'col', class: numeric ? 'number' : undefined }, title);
}

function bodyCell(cell: Child, index: number, column: Column | undefined): Markup {
    if (index === 0) return el('th', { role: 'rowheader', scope: 'row' }, cell);
    return el('td', { role: 'cell', class: column?.numeric ? 'number' : undefined, 'data-label': column?.title }, el('span', {}, cell));
}
