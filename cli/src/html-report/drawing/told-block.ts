import type { Block, Cell, Exhibit, IntervalChart, Severity, Side, Statement, Table, TableRow } from '@bareme/language/telling';
import { el, type Child, type Markup } from './markup.js';
import { intervalMark, stackFigure } from './told-marks.js';

/** What a severity is shown by, beside its colour: a sign that grey keeps. */
const SIGNS: Readonly<Record<Severity, string>> = { plain: '', good: '✓', bad: '✗', doubt: '?', alert: '!' };

/** A block of a telling: its sentences, then what proves them. The title is the caller's. */
export function toldContent(block: Block, sides: readonly Side[]): readonly Child[] {
    const charts = new Map(block.exhibits.flatMap((exhibit) => (exhibit.kind === 'intervals' ? [[exhibit.id, exhibit] as const] : [])));
    const statements = block.statements.map(toldStatement);
    return [
        ...(statements.length === 0 ? [] : [el('ul', { class: 'told' }, statements)]),
        ...block.exhibits.flatMap((exhibit) => toldExhibit(exhibit, charts, sides)),
    ];
}

function toldStatement({ text, severity }: Statement): Markup {
    return el('li', { class: `said ${severity}` }, sign(severity), el('span', {}, text));
}

function sign(severity: Severity): Child {
    return SIGNS[severity] === '' ? undefined : el('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[severity]);
}

type Charts = ReadonlyMap<string, IntervalChart>;

/** Intervals are drawn in the cells of their table, so that chart and figures are read together. */
function toldExhibit(exhibit: Exhibit, charts: Charts, sides: readonly Side[]): readonly Child[] {
    if (exhibit.kind === 'intervals') return [];
    return exhibit.kind === 'stack'
        ? [stackFigure(exhibit)]
        : [toldTable(exhibit, charts, sides), ...exhibit.notes.map((note) => el('p', { class: 'quiet small' }, note))];
}

function toldTable(table: Table, charts: Charts, sides: readonly Side[]): Markup {
    const groups = groupsOf(table.rows);
    return el(
        'table',
        { role: 'table', class: `told-table ${groups.length > 1 || table.rows.length > 12 ? '' : 'short'}`.trim() },
        el('caption', {}, table.caption, axisText(table, charts)),
        el(
            'thead',
            { role: 'rowgroup' },
            el(
                'tr',
                { role: 'row' },
                table.columns.map(({ title, kind }) =>
                    el('th', { role: 'columnheader', scope: 'col', class: kind === 'number' ? 'number' : undefined }, title),
                ),
            ),
        ),
        groups.map(({ title, rows }) =>
            el(
                'tbody',
                { role: 'rowgroup' },
                title === undefined
                    ? undefined
                    : el('tr', { role: 'row', class: 'group' }, el('th', { role: 'rowheader', scope: 'rowgroup', colspan: table.columns.length }, title)),
                rows.map((row) => toldRow(row, table, { charts, sides })),
            ),
        ),
    );
}

/** The ends of the axis that the marks of a table are drawn on. */
function axisText({ rows }: Table, charts: Charts): Child {
    const chart = rows.flatMap(({ cells }) => cells.flatMap(({ mark }) => (mark === undefined ? [] : [charts.get(mark.chart)])))[0];
    if (chart === undefined) return undefined;
    const { ticks } = chart.axis;
    const bounds = chart.lines.some(({ thresholds }) => thresholds.length > 0) ? ' ; trait plein : seuil de l’année, tirets : seuil de l’acte' : '';
    return el('span', { class: 'quiet small' }, ` Traits dessinés de ${ticks[0]?.text ?? ''} à ${ticks.at(-1)?.text ?? ''}${bounds}.`);
}

interface RowsOfGroup {
    readonly title?: string;
    readonly rows: readonly TableRow[];
}

/** Rows that follow each other under one name. */
function groupsOf(rows: readonly TableRow[]): readonly RowsOfGroup[] {
    const groups: { title?: string; rows: TableRow[] }[] = [];
    for (const row of rows) {
        const last = groups.at(-1);
        if (last !== undefined && last.title === row.group) last.rows.push(row);
        else groups.push({ ...(row.group === undefined ? {} : { title: row.group }), rows: [row] });
    }
    return groups;
}

interface Drawn {
    readonly charts: Charts;
    readonly sides: readonly Side[];
}

function toldRow({ cells, quiet }: TableRow, { columns }: Table, drawn: Drawn): Markup {
    return el(
        'tr',
        { role: 'row', class: quiet === true ? 'faint' : undefined },
        cells.map((cell, place) => {
            const order = cell.order === undefined ? undefined : String(cell.order);
            if (place === 0) return el('th', { role: 'rowheader', scope: 'row', 'data-order': order }, cell.text, detailOf(cell));
            const column = columns[place];
            const classes = [
                column?.kind === 'number' && cell.mark === undefined ? 'number' : '',
                column?.minor === true ? 'minor' : '',
                column?.kind === 'verdict' ? 'verdict-cell' : '',
                isAlone(columns, column) ? 'alone' : '',
                cell.severity ?? '',
            ]
                .filter((name) => name !== '')
                .join(' ');
            return el(
                'td',
                { role: 'cell', class: classes === '' ? undefined : classes, 'data-label': column?.title, 'data-order': order },
                el('span', {}, markOf(cell, drawn), sign(cell.severity ?? 'plain'), cell.text, detailOf(cell)),
            );
        }),
    );
}

/** Whether a narrow screen shows this column only: its title is then that of the table. */
function isAlone(columns: Table['columns'], column: Table['columns'][number] | undefined): boolean {
    const [only, ...others] = columns.slice(1).filter(({ minor }) => minor !== true);
    return only !== undefined && only === column && others.length === 0;
}

function detailOf({ detail }: Cell): Child {
    return detail === undefined ? undefined : el('span', { class: 'detail' }, detail);
}

function markOf({ mark }: Cell, { charts, sides }: Drawn): Child {
    const chart = mark === undefined ? undefined : charts.get(mark.chart);
    const line = mark === undefined ? undefined : chart?.lines[mark.line];
    if (chart === undefined || line === undefined) return undefined;
    const place = sides.find(({ id }) => id === line.side)?.place ?? 0;
    return intervalMark(chart, line, place < 0 ? 9 : place % 5);
}
