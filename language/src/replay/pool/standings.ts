import { IN, OUT, type Standing } from '../../engine/index.js';
import { reasonsOf } from './doubts.js';
import type { PhasePool, PoolEntry } from './phase-pool.js';
import { filtersUnder, readingDay, type ContingentRule, type PoolFilter } from './pool-filter.js';

/** Filters ready to be read for one vacancy: gives how a row stands. */
export function standingAt(pool: PhasePool, filters: readonly PoolFilter[], vacancy: number): (row: number) => Standing {
    const readers = filters.map((filter) => readerAt(pool, filter, vacancy));
    return (row) => {
        let standing = IN;
        for (const read of readers) {
            const found = read(row);
            if (found === OUT) return OUT;
            standing |= found;
        }
        return standing;
    };
}

function readerAt({ standings, dwellings }: PhasePool, filter: PoolFilter, vacancy: number): (row: number) => Standing {
    return standings.reader(filter.compiled, { dwelling: vacancy, day: readingDay(filter, dwellings.vacancy(vacancy)) });
}

/** Those of some rows that a filter lets in the pool of a vacancy. */
export function passing(
    { standings, dwellings }: PhasePool,
    filter: PoolFilter,
    { rows, vacancy }: { readonly rows: Int32Array; readonly vacancy: number },
): Int32Array {
    const out = new Uint16Array(rows.length);
    standings.standings(filter.compiled, rows, { dwelling: vacancy, day: readingDay(filter, dwellings.vacancy(vacancy)) }, out);
    return rows.filter((_, place) => out[place] !== OUT);
}

/** A row is in the pool of a vacancy: tells what was not told yet of it in this phase, that it came in and the doubts about it. */
export function tellPresence(pool: PhasePool, { row, vacancy, day }: PoolEntry, standing: Standing): void {
    const { told, world } = pool;
    const before = told[row] ?? 0;
    const untold = standing & ~before;
    if (untold === 0 || world.listener === undefined) return;
    told[row] = before | untold;
    if ((untold & IN) !== 0) world.listener.onEntry({ row, vacancy, day });
    for (const reason of reasonsOf(untold)) world.listener.onDoubt(row, reason);
}

/** How a row stands by each of some filters, for a vacancy. */
export function standingsBy(
    pool: PhasePool,
    filters: readonly PoolFilter[],
    { row, vacancy }: { readonly row: number; readonly vacancy: number },
): readonly { readonly filter: PoolFilter; readonly standing: Standing }[] {
    return filters.map((filter) => ({ filter, standing: readerAt(pool, filter, vacancy)(row) }));
}

/** How a row stands by each filter that a vacancy held on a contingent is read with. */
export function standingsFor(
    pool: PhasePool,
    row: number,
    { vacancy, contingentRule: rule }: { readonly vacancy: number; readonly contingentRule: ContingentRule | undefined },
): ReturnType<typeof standingsBy> {
    return standingsBy(pool, filtersUnder(pool.filters, rule), { row, vacancy });
}
