import { intAt } from '../../kit/at.js';
import type { FactReader } from '../../columns/facts.js';
import type { Day } from '../../ir/value.js';
import { NEVER } from '../record/demand-histories.js';
import { KEPT_OUT, PASSES, readFilter, UNKNOWN, type Filtered, type PoolFilter, type Verdict } from './pool-filter.js';
import { likeOf, rowLikes, type RowLikes } from './row-likes.js';
import { classIn, type Tuples } from '../record/tuples.js';

/** Beyond so many classes of dwellings a verdict is hardly ever asked twice: it is not kept. */
export const MOST_CLASSES = 256;

/** Verdicts read, by filter (filters that mean the same share a number) and class of dwellings. */
export interface VerdictBook {
    readonly rows: number;
    readonly tables: Map<number, (VerdictTable | undefined)[]>;
    /** By filter: the rows that its facts cannot tell apart. */
    readonly likes: Map<number, RowLikes>;
}

/** The verdicts of one filter for one class of dwellings, by row, each with the days of reading on which it holds. 0: not read yet. */
export interface VerdictTable {
    readonly verdicts: Uint8Array;
    readonly from: Int32Array;
    readonly until: Int32Array;
    /** By row: the standing that goes with the verdict. */
    readonly standings: Uint16Array;
    /** What was read of rows alike, for a filter that only facts change. */
    readonly read: Map<string, Filtered>;
    readonly likes: RowLikes;
}

/** An empty book. One serves all runs for filters that read no refusal; each run has its own for those that do. */
export function verdictBook(rows: number): VerdictBook {
    return { rows, tables: new Map(), likes: new Map() };
}

/** Where the verdicts of a filter for a class of dwellings are kept; `undefined` when they are not. */
export function verdictTable(book: VerdictBook, { number }: PoolFilter, tuples: Tuples, vacancy: number): VerdictTable | undefined {
    const { tables } = book;
    if (tuples.count > MOST_CLASSES) return undefined;
    const known = tables.get(number) ?? [];
    tables.set(number, known);
    return (known[classIn(tuples, vacancy)] ??= emptyTable(book, number));
}

function emptyTable({ rows, likes }: VerdictBook, number: number): VerdictTable {
    const alike = likes.get(number) ?? rowLikes();
    likes.set(number, alike);
    return {
        verdicts: new Uint8Array(rows),
        from: new Int32Array(rows),
        until: new Int32Array(rows),
        standings: new Uint16Array(rows),
        read: new Map(),
        likes: alike,
    };
}

/** A row read by a filter for a dwelling on a day. */
interface Reading {
    readonly row: number;
    readonly demand: FactReader;
    readonly dwelling: FactReader;
    readonly day: Day;
}

/** The verdict that a table holds for a row on a day of reading; `undefined`: read it. */
function storedVerdict(table: VerdictTable | undefined, row: number, day: Day): Verdict | undefined {
    if (table === undefined) return undefined;
    const stored = table.verdicts[row] ?? 0;
    return stored !== 0 && intAt(table.from, row) <= day && day <= intAt(table.until, row) ? asVerdict(stored) : undefined;
}

/** The verdict of a filter, remembered where it still holds. */
export function verdictOf(filter: PoolFilter, table: VerdictTable | undefined, reading: Reading): Verdict {
    if (table === undefined) return readFilter(filter, reading).verdict;
    return storedVerdict(table, reading.row, reading.day) ?? renew(filter, table, reading);
}

function renew(filter: PoolFilter, table: VerdictTable, reading: Reading): Verdict {
    const { row, day } = reading;
    const changes = filter.dated || filter.stateful;
    const { verdict, until, standing } = changes ? readFilter(filter, reading) : readAlike(filter, table, reading);
    table.verdicts[row] = verdict;
    table.from[row] = changes ? day : -NEVER;
    table.until[row] = changes ? until : NEVER;
    table.standings[row] = standing;
    return verdict;
}

/** Rows with the same facts have the same verdict: it is read once. */
function readAlike(filter: PoolFilter, { read, likes }: VerdictTable, reading: Reading): Filtered {
    const like = likeOf(likes, filter.demandFacts, reading);
    const known = like === undefined ? undefined : read.get(like);
    if (known !== undefined) return known;
    const filtered = readFilter(filter, reading);
    if (like !== undefined) read.set(like, filtered);
    return filtered;
}

function asVerdict(stored: number): Verdict {
    return stored === KEPT_OUT ? KEPT_OUT : stored === UNKNOWN ? UNKNOWN : PASSES;
}

/** The facts of a row change on a day: no verdict of the book about it holds from then on. */
export function forgetVerdicts({ tables }: VerdictBook, row: number, day: Day): void {
    for (const classes of tables.values()) for (const table of classes) if (table !== undefined) table.until[row] = Math.min(intAt(table.until, row), day - 1);
}
