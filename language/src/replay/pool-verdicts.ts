import type { PhasePool } from './phase-pool.js';
import { KEPT_OUT, PASSES, readingDay, UNKNOWN, type PoolFilter, type Verdict } from './pool-filter.js';
import { verdictOf, verdictTable, type VerdictTable } from './verdicts.js';

/** The filters that are read at the vacancy, ready for one. */
export function movingFilters(pool: PhasePool, vacancy: number): (row: number) => Verdict {
    const dwelling = pool.dwellings.reader(vacancy);
    const ready = pool.moving.map((filter) => ({ filter, table: tableOf(pool, filter, vacancy), day: readingDay(filter, pool.dwellings.vacancies[vacancy]!) }));
    return (row) => {
        let worst: Verdict = PASSES;
        for (const { filter, table, day } of ready) {
            const verdict = verdictOf(filter, table, { row, demand: pool.world.reader(row), dwelling, day });
            if (verdict === KEPT_OUT) return KEPT_OUT;
            if (verdict === UNKNOWN) worst = UNKNOWN;
        }
        return worst;
    };
}

/** What each filter, fixed or not, says of a row for a vacancy. */
export function verdictsFor(pool: PhasePool, row: number, vacancy: number): readonly { readonly filter: PoolFilter; readonly verdict: Verdict }[] {
    const dwelling = pool.dwellings.reader(vacancy);
    return pool.filters.map((filter) => {
        const reading = { row, demand: pool.world.reader(row), dwelling, day: readingDay(filter, pool.dwellings.vacancies[vacancy]!) };
        return { filter, verdict: verdictOf(filter, tableOf(pool, filter, vacancy), reading) };
    });
}

/** The class of a vacancy for a filter. */
export function classOf({ tuples }: PhasePool, filter: PoolFilter, vacancy: number): number {
    return tuples.get(filter)!.classOf[vacancy]!;
}

/** Where the verdicts of a filter for the class of a vacancy are kept. */
export function tableOf(pool: PhasePool, filter: PoolFilter, vacancy: number): VerdictTable | undefined {
    return verdictTable(filter.stateful ? pool.own : pool.shared, filter, pool.tuples.get(filter)!, vacancy);
}
