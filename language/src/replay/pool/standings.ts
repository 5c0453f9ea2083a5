import type { Day } from '../../ir/value.js';
import { IN, OUT, reasonsOf, type Standing } from './doubts.js';
import type { PhasePool, PoolEntry } from './phase-pool.js';
import { filtersUnder, readFilter, readingDay, type ContingentRule, type PoolFilter, type Verdict } from './pool-filter.js';
import { verdictOf, verdictTable, type VerdictTable } from './verdict-book.js';

/** A filter ready to be read for one vacancy. */
interface ReadyFilter {
    readonly filter: PoolFilter;
    readonly table: VerdictTable | undefined;
    /** The verdicts of a table in which those read hold for ever. */
    readonly steady: Uint8Array | undefined;
    readonly day: Day;
}

/** Filters ready to be read for one vacancy: gives how a row stands. */
export function standingAt(pool: PhasePool, filters: readonly PoolFilter[], vacancy: number): (row: number) => Standing {
    const { world, dwellings } = pool;
    const dwelling = dwellings.reader(vacancy);
    const ready = filters.map((filter) => readyFilter(pool, filter, vacancy));
    const read = ({ filter, table, day, steady }: ReadyFilter, row: number): Standing => {
        if (table === undefined) return readFilter(filter, { demand: world.reader(row), dwelling, day }).standing;
        if ((steady?.[row] ?? 0) === 0) verdictOf(filter, table, { row, demand: world.reader(row), dwelling, day });
        return table.standings[row]!;
    };
    return (row) => {
        let standing = IN;
        for (const one of ready) {
            const found = read(one, row);
            if (found === OUT) return OUT;
            standing |= found;
        }
        return standing;
    };
}

function readyFilter(pool: PhasePool, filter: PoolFilter, vacancy: number): ReadyFilter {
    const table = tableOf(pool, filter, vacancy);
    const isSteady = table !== undefined && !filter.dated && !filter.stateful;
    return { filter, table, steady: isSteady ? table.verdicts : undefined, day: readingDay(filter, pool.dwellings.vacancy(vacancy)) };
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

/** What each filter says of a row for a vacancy held on a contingent. */
export function verdictsFor(
    pool: PhasePool,
    row: number,
    { vacancy, contingentRule: rule }: { readonly vacancy: number; readonly contingentRule: ContingentRule | undefined },
): readonly { readonly filter: PoolFilter; readonly verdict: Verdict }[] {
    const dwelling = pool.dwellings.reader(vacancy);
    return filtersUnder(pool.filters, rule).map((filter) => {
        const reading = { row, demand: pool.world.reader(row), dwelling, day: readingDay(filter, pool.dwellings.vacancy(vacancy)) };
        return { filter, verdict: verdictOf(filter, tableOf(pool, filter, vacancy), reading) };
    });
}

function tableOf(pool: PhasePool, filter: PoolFilter, vacancy: number): VerdictTable | undefined {
    return verdictTable(filter.stateful ? pool.own : pool.shared, filter, pool.tuples(filter), vacancy);
}
