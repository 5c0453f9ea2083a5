import type { Cell, IntervalChart, Severity, Table, TableRow } from '@bareme/language/telling';
import type { ReactNode } from 'react';
import { IntervalMark } from './told-marks.js';

/** What a severity is shown by, beside its colour: a sign that grey keeps. */
export const SIGNS: Readonly<Record<Severity, string>> = { plain: '', good: '✓', bad: '✗', doubt: '?', alert: '!' };

interface ToldTableProps {
    readonly table: Table;
    /** The charts of the block, drawn in the cells that name them. */
    readonly charts: readonly IntervalChart[];
    /** What the name of a row leads to, by its place in the table. */
    readonly lead?: (text: string, place: number) => ReactNode;
}

/** A table of a telling: rows by group, verdicts with their sign, intervals drawn where they are told. */
export function ToldTable({ table, charts, lead }: ToldTableProps) {
    const { caption, columns, rows, notes } = table;
    return (
        <>
            <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
                <table className="grid-table told-table">
                    <caption className="small soft">
                        {caption}
                        <span className="block">{axisText(rows, charts)}</span>
                    </caption>
                    <thead>
                        <tr>
                            {columns.map(({ title, kind }, place) => (
                                <th key={place} scope="col" className={kind === 'number' ? 'number' : undefined}>
                                    {title}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    {groupsOf(rows).map(({ title, first, rows: own }, place, groups) => (
                        <tbody key={place}>
                            {title !== undefined && groups.length > 1 && (
                                <tr>
                                    <th scope="rowgroup" colSpan={columns.length} className="told-group">
                                        {title}
                                    </th>
                                </tr>
                            )}
                            {own.map((row, index) => (
                                <Row key={index} row={row} table={table} charts={charts} lead={lead && ((text) => lead(text, first + index))} />
                            ))}
                        </tbody>
                    ))}
                </table>
            </div>
            {notes.map((note) => (
                <p key={note} className="small soft">
                    {note}
                </p>
            ))}
        </>
    );
}

interface RowProps {
    readonly row: TableRow;
    readonly table: Table;
    readonly charts: readonly IntervalChart[];
    readonly lead: ((text: string) => ReactNode) | undefined;
}

function Row({ row: { cells, quiet }, table: { columns }, charts, lead }: RowProps) {
    return (
        <tr data-quiet={quiet === true}>
            {cells.map((cell, place) =>
                place === 0 ? (
                    <th key={place} scope="row">
                        {lead?.(cell.text) ?? cell.text}
                        <Detail cell={cell} />
                    </th>
                ) : (
                    <td key={place} className={columns[place]?.kind === 'number' && cell.mark === undefined ? 'number' : undefined}>
                        <Mark cell={cell} charts={charts} />
                        <span className="said" data-severity={cell.severity ?? 'plain'}>
                            <Sign severity={cell.severity ?? 'plain'} />
                            {cell.text}
                        </span>
                        <Detail cell={cell} />
                    </td>
                ),
            )}
        </tr>
    );
}

/** The sign of a severity; the text says it too. */
export function Sign({ severity }: { readonly severity: Severity }) {
    return SIGNS[severity] === '' ? null : (
        <span className="sign" aria-hidden="true">
            {SIGNS[severity]}{' '}
        </span>
    );
}

function Detail({ cell: { detail } }: { readonly cell: Cell }) {
    return detail === undefined ? null : <span className="block small soft told-detail">{detail}</span>;
}

function Mark({ cell: { mark }, charts }: { readonly cell: Cell; readonly charts: readonly IntervalChart[] }) {
    const chart = charts.find(({ id }) => id === mark?.chart);
    const line = mark === undefined ? undefined : chart?.lines[mark.line];
    return chart === undefined || line === undefined ? null : <IntervalMark chart={chart} line={line} />;
}

/** The ends of the axis that the marks of a table are drawn on. */
function axisText(rows: readonly TableRow[], charts: readonly IntervalChart[]): string {
    const chart = charts.find(({ id }) => rows.some(({ cells }) => cells.some(({ mark }) => mark?.chart === id)));
    if (chart === undefined) return '';
    const { ticks } = chart.axis;
    const bounds = chart.lines.some(({ thresholds }) => thresholds.length > 0) ? ' ; trait plein : seuil de l’année, tirets : seuil de l’acte' : '';
    return `Traits dessinés de ${ticks[0]?.text ?? ''} à ${ticks.at(-1)?.text ?? ''}${bounds}.`;
}

interface RowsOfGroup {
    readonly title: string | undefined;
    /** The place of its first row in the table. */
    readonly first: number;
    readonly rows: TableRow[];
}

/** Rows that follow each other under one name. */
function groupsOf(rows: readonly TableRow[]): readonly RowsOfGroup[] {
    const groups: RowsOfGroup[] = [];
    for (const [place, row] of rows.entries()) {
        const last = groups.at(-1);
        if (last !== undefined && last.title === row.group) last.rows.push(row);
        else groups.push({ title: row.group, first: place, rows: [row] });
    }
    return groups;
}
