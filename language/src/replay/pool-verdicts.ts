import type { Day } from '../ir/value.js';
import type { PhasePool } from './phase-pool.js';
import { KEPT_OUT, readingDay, UNKNOWN, type PoolFilter, type Verdict } from './pool-filter.js';
import { storedVerdict, verdictOf, verdictTable, type VerdictTable } from './verdicts.js';

/** How a row stands at a vacancy: out, or in with the doubts that the filters leave, as bits. */
export type Standing = number;
export const OUT: Standing = 0;
const IN: Standing = 1;
const ADEQUACY_UNKNOWN: Standing = 2;
const TO_VERIFY: Standing = 4;
/** In what a listener was told of a row: that it came in. */
export const ENTERED = IN;

/** The reason code of a doubt that a filter leaves. */
export function doubtOf({ kind }: PoolFilter): 'adequacy-unknown' | 'to-verify' {
    return kind === 'adequacy' ? 'adequacy-unknown' : 'to-verify';
}

/** A filter ready to be read for one vacancy. */
interface ReadyFilter {
    readonly filter: PoolFilter;
    readonly table: VerdictTable | undefined;
    /** The verdicts of a table in which those read hold for ever. */
    readonly steady: Uint8Array | undefined;
    readonly day: Day;
    readonly doubt: Standing;
}

/** Filters ready to be read for one vacancy: gives how a row stands. */
export function standingAt(pool: PhasePool, filters: readonly PoolFilter[], vacancy: number): (row: number) => Standing {
    const { world, dwellings } = pool;
    const dwelling = dwellings.reader(vacancy);
    const ready = filters.map((filter) => readyFilter(pool, filter, vacancy));
    const read = ({ filter, table, day }: ReadyFilter, row: number): Verdict => verdictOf(filter, table, { row, demand: world.reader(row), dwelling, day });
    return (row) => {
        let standing = IN;
        for (let place = 0; place < ready.length; place += 1) {
            const one = ready[place]!;
            const verdict = one.steady?.[row] || (storedVerdict(one.table, row, one.day) ?? read(one, row));
            if (verdict === KEPT_OUT) return OUT;
            if (verdict === UNKNOWN) standing |= one.doubt;
        }
        return standing;
    };
}

function readyFilter(pool: PhasePool, filter: PoolFilter, vacancy: number): ReadyFilter {
    const table = tableOf(pool, filter, vacancy);
    const isSteady = table !== undefined && !filter.dated && !filter.stateful;
    const doubt = filter.kind === 'adequacy' ? ADEQUACY_UNKNOWN : TO_VERIFY;
    return { filter, table, steady: isSteady ? table.verdicts : undefined, day: readingDay(filter, pool.dwellings.vacancies[vacancy]!), doubt };
}

/** Tells the doubts about a row at a vacancy that were not told yet, and what could not be computed then. */
export function tellDoubts(pool: PhasePool, row: number, vacancy: number, standing: Standing): void {
    const { told, world } = pool;
    const untold = standing & ~told[row]! & ~IN;
    if (untold === 0 || world.listener === undefined) return;
    told[row]! |= untold;
    if ((untold & ADEQUACY_UNKNOWN) !== 0) world.listener.onDoubt(row, 'adequacy-unknown');
    if ((untold & TO_VERIFY) !== 0) world.listener.onDoubt(row, 'to-verify');
    for (const filter of pool.filters) {
        for (const kind of tableOf(pool, filter, vacancy)?.anomalies.get(row) ?? []) world.listener.onDoubt(row, `anomaly-${kind}`);
    }
}

/** What each filter says of a row for a vacancy. */
export function verdictsFor(pool: PhasePool, row: number, vacancy: number): readonly { readonly filter: PoolFilter; readonly verdict: Verdict }[] {
    const dwelling = pool.dwellings.reader(vacancy);
    return pool.filters.map((filter) => {
        const reading = { row, demand: pool.world.reader(row), dwelling, day: readingDay(filter, pool.dwellings.vacancies[vacancy]!) };
        return { filter, verdict: verdictOf(filter, tableOf(pool, filter, vacancy), reading) };
    });
}

function tableOf(pool: PhasePool, filter: PoolFilter, vacancy: number): VerdictTable | undefined {
    return verdictTable(filter.stateful ? pool.own : pool.shared, filter, pool.tuples.get(filter)!, vacancy);
}
