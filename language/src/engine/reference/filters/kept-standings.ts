import type { Day } from '../../../ir/value.js';
import type { CompiledFilter } from '../../backend/policy-filters.js';
import type { Standing } from '../../backend/standing.js';
import type { DatedStanding } from './read-filter.js';
import { rowLikes, type RowLikes } from './row-likes.js';

/** Beyond so many classes of dwellings a standing is hardly ever asked twice: it is not kept. */
export const MOST_CLASSES = 256;

/** Standings read, by filter (those that mean the same share a number) and class of dwellings. */
export interface StandingBook {
    readonly rows: number;
    readonly tables: Map<number, (StandingTable | undefined)[]>;
    /** By filter: the rows that its facts cannot tell apart. */
    readonly likes: Map<number, RowLikes>;
}

/** Set on every standing read: 0 is not read yet. */
const READ = 1 << 15;

/** The standings of one filter for one class of dwellings, by row. */
export interface StandingTable {
    readonly standings: Uint16Array;
    /** Between which days of reading they hold, and of which version of the row's facts, where one of them matters. */
    readonly held: HeldFor | undefined;
    /** What was read of rows alike, for a filter that facts alone change. */
    readonly read: Map<string, DatedStanding>;
    readonly likes: RowLikes;
}

interface HeldFor {
    readonly from: Int32Array;
    readonly until: Int32Array;
    readonly version: Int32Array;
}

/** An empty book. One serves all worlds for filters that read nothing that worlds write; each world has its own for those that do. */
export function standingBook(rows: number): StandingBook {
    return { rows, tables: new Map(), likes: new Map() };
}

/** Where the standings of a filter for a class of dwellings are kept; `undefined` when they are not. */
export function standingTable(book: StandingBook, filter: CompiledFilter, dwellingClass: number): StandingTable | undefined {
    if (filter.classes > MOST_CLASSES) return undefined;
    const known = book.tables.get(filter.number) ?? [];
    book.tables.set(filter.number, known);
    return (known[dwellingClass] ??= emptyTable(book, filter));
}

function emptyTable({ rows, likes }: StandingBook, { number, steady }: CompiledFilter): StandingTable {
    const alike = likes.get(number) ?? rowLikes();
    likes.set(number, alike);
    const held = steady ? undefined : { from: new Int32Array(rows), until: new Int32Array(rows), version: new Int32Array(rows) };
    return { standings: new Uint16Array(rows), held, read: new Map(), likes: alike };
}

/** The standing that a table holds for a row on a day of reading, the facts of the row being those of a version; `undefined`: read it. */
export function heldStanding(
    { standings, held }: StandingTable,
    row: number,
    { day, version }: { readonly day: Day; readonly version: number },
): Standing | undefined {
    const stored = standings[row]!;
    if (stored === 0) return undefined;
    if (held !== undefined && !(held.version[row] === version && held.from[row]! <= day && day <= held.until[row]!)) return undefined;
    return stored & ~READ;
}

/** Keeps what was read of a row. */
export function keepStanding(
    { standings, held }: StandingTable,
    row: number,
    { standing, until, day, version }: DatedStanding & { readonly day: Day; readonly version: number },
): void {
    standings[row] = standing | READ;
    if (held === undefined) return;
    held.from[row] = day;
    held.until[row] = until;
    held.version[row] = version;
}
