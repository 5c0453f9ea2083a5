import type { Day, FactValue } from '../ir/value.js';
import type { FactField, FactRows } from './fact-rows.js';
import { finding, type DataFinding } from './finding.js';

/** The rows of a file that make a table, and why the others do not. */
export interface KeptRows {
    readonly rows: readonly number[];
    readonly findings: readonly DataFinding[];
}

/** The first field whose fact plays a role. */
export function fieldOfRole({ fields }: FactRows, role: string): FactField | undefined {
    return fields.find(({ fact }) => fact.role === role);
}

/** The words of the field that plays a role, row by row; none where no field does. */
export function wordsOfRole(source: FactRows, role: string): (row: number) => string | undefined {
    const field = fieldOfRole(source, role);
    return (row) => wordOf(field?.value(row));
}

/** The days of the field that plays a role, row by row; none where no field does. */
export function daysOfRole(source: FactRows, role: string): (row: number) => Day | undefined {
    const field = fieldOfRole(source, role);
    return (row) => dayOf(field?.value(row));
}

/** The word of a cell. */
export function wordOf(value: FactValue | undefined): string | undefined {
    return value?.kind === 'word' ? value.value : undefined;
}

/** The day of a cell. */
export function dayOf(value: FactValue | undefined): Day | undefined {
    return value?.kind === 'date' ? value.day : undefined;
}

/** What makes two rows speak of the same thing, or `undefined` for a row that has no id. */
export type RowKey = (row: number) => string | undefined;

/** Keeps what can be believed of the rows that speak of one thing, no two of which are the same. */
export type Reconcile = (rows: readonly number[], keep: (row: number) => void, findings: DataFinding[]) => void;

/**
 * Keeps the rows that can be told apart. A row without key is refused; of rows that repeat one another word for word one is kept;
 * `reconcile` decides of the others. What is kept does not depend on the order of the rows.
 */
export function keepRows(source: FactRows, options: { readonly table: string; readonly key: RowKey; readonly reconcile: Reconcile }): KeptRows {
    const { table, key, reconcile } = options;
    const findings: DataFinding[] = [];
    const groups = new Map<string, number[]>();
    for (let row = 0; row < source.rows; row += 1) {
        const name = key(row);
        const group = name === undefined ? undefined : groups.get(name);
        if (name === undefined) findings.push(finding('BAR715', placeOf(source, row), { table }));
        else if (group === undefined) groups.set(name, [row]);
        else group.push(row);
    }
    const kept: number[] = [];
    for (const group of groups.values()) {
        const distinct = group.length === 1 ? group : withoutRepeats(source, group, findings);
        reconcile(distinct, (row) => kept.push(row), findings);
    }
    return { rows: kept, findings };
}

/** Of rows that name the same vacancy or candidature and do not say the same, none can be believed. */
export function refuseAll(source: FactRows, table: string): Reconcile {
    return (rows, keep, findings) => {
        if (rows.length === 1) return keep(rows[0]!);
        rows.forEach((row, index) => {
            const other = rows[index === 0 ? 1 : 0]!;
            findings.push(finding('BAR717', placeOf(source, row), { table, other: source.rowNumbers[other]! }));
        });
    };
}

interface ValidRow {
    readonly row: number;
    readonly from: Day;
    readonly to: Day | undefined;
}

/**
 * Rows of one demand, each valid over its period: the first day included where none is said, the last day that before the next row
 * begins. Rows valid on a same day contradict one another, and are refused.
 */
export function separatePeriods(source: FactRows, table: string): Reconcile {
    const from = daysOfRole(source, 'valide_du');
    const to = daysOfRole(source, 'valide_au');
    return (rows, keep, findings) => {
        const periods = rows.flatMap((row): readonly ValidRow[] => {
            const period = { row, from: from(row) ?? -Infinity, to: to(row) };
            if (period.to === undefined || period.to >= period.from) return [period];
            findings.push(finding('BAR728', placeOf(source, row), {}));
            return [];
        });
        periods.sort((a, b) => compareDays(a.from, b.from) || compareDays(a.to ?? Infinity, b.to ?? Infinity) || a.row - b.row);
        const conflicts = overlapping(periods);
        for (const { row } of periods) {
            const other = conflicts.get(row);
            if (other === undefined) keep(row);
            else findings.push(finding('BAR717', placeOf(source, row), { table, other: source.rowNumbers[other]! }));
        }
    };
}

/** Each row that shares a day with another, and that other; `periods` are sorted by their first day. */
function overlapping(periods: readonly ValidRow[]): ReadonlyMap<number, number> {
    const conflicts = new Map<number, number>();
    let latest: { readonly row: number; readonly end: Day } | undefined;
    periods.forEach(({ row, from, to }, index) => {
        const next = periods[index + 1]?.from;
        const end = to ?? (next === undefined ? Infinity : Math.max(from, next - 1));
        if (latest !== undefined && from <= latest.end) {
            conflicts.set(row, latest.row);
            if (!conflicts.has(latest.row)) conflicts.set(latest.row, row);
        }
        if (latest === undefined || end > latest.end) latest = { row, end };
    });
    return conflicts;
}

/** All the rows of a file that names nobody: two of them may say the same of two households. */
export function keepAll({ rows }: FactRows): KeptRows {
    return { rows: Array.from({ length: rows }, (_, row) => row), findings: [] };
}

/** All that a row says, as one text. */
export function contentOf({ fields }: FactRows, row: number): string {
    return JSON.stringify(fields.map(({ value, proved, refused }) => [value(row), proved(row), refused.has(row)]));
}

function withoutRepeats(source: FactRows, rows: readonly number[], findings: DataFinding[]): readonly number[] {
    const first = new Map<string, number>();
    for (const row of rows) {
        const content = contentOf(source, row);
        const same = first.get(content);
        if (same === undefined) first.set(content, row);
        else findings.push(finding('BAR716', placeOf(source, row), { first: source.rowNumbers[same]! }));
    }
    return [...first.values()];
}

/** Two days, where ±∞ may stand for none. */
function compareDays(a: Day, b: Day): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

/** Where a finding about a whole row is. */
export function placeOf(source: FactRows, row: number): { readonly file: string; readonly row: number } {
    return { file: source.file, row: source.rowNumbers[row]! };
}
