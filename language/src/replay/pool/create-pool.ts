import { OUT, type RankUse, type Standings } from '../../engine/index.js';
import type { Phase } from '../rules/rule-set.js';
import { filtersOfPhase, type RunContext } from './replay-context.js';
import { intAt } from '../../kit/at.js';
import type { PhasePool, PoolRequest, PoolWorld } from './phase-pool.js';
import { filterClass, type PoolFilter } from './pool-filter.js';
import { rankClass } from './pool-buckets.js';
import { standingAt } from './standings.js';

/** A bucket is worth its making when it serves so many vacancies, on average. */
const VACANCIES_PER_BUCKET = 16;
const FEWEST_BUCKETS = 4;
/** Beyond so many classes of vacancies, a filter is not read of all rows for each. */
const MOST_CLASSES = 256;
/** How selective a filter is, is judged on so many rows for so many vacancies. */
const SAMPLED_ROWS = 200;
const SAMPLED_VACANCIES = 16;

/** The pools of a phase in a world: the filters of the version in force, the notes of the version that ranks. */
export function poolOfPhase(
    context: RunContext,
    phase: Phase,
    { world, standings, use }: { readonly world: PoolWorld; readonly standings: Standings; readonly use: RankUse },
): PhasePool | undefined {
    const ranks = context.readingOf(phase.ranking).ranking?.inWorld(world, use);
    if (ranks === undefined) return undefined;
    const { contingentRules } = context.readingOf(phase.inForce);
    const filters = filtersOfPhase(context, phase);
    const { dwellings, datesMove, territory } = context;
    const { rows } = territory.demands;
    return createPool({ world, days: phase, filters, contingentRules, ranks, dwellings, standings, rows, datesMove });
}

/** A pool with nothing read yet. How vacancies are sorted into buckets changes the time it takes, never who is in it. */
function createPool(request: PoolRequest): PhasePool {
    const { filters, rows } = request;
    const bare = { ...request, sorting: [], atVacancy: filters, bucketNames: [], passing: new Map(), buckets: new Map(), places: [] };
    const pool: PhasePool = { ...bare, told: new Uint16Array(rows) };
    const { sorting, bucketNames } = chooseSorting(pool);
    const move = request.datesMove && sorting.some(({ compiled }) => compiled.classesMove);
    return { ...pool, sorting, bucketNames: move ? undefined : bucketNames, atVacancy: filters.filter((filter) => !sorting.includes(filter)) };
}

/** Takes filters, those that let the fewest in first, as long as buckets stay few. */
function chooseSorting(pool: PhasePool): { readonly sorting: readonly PoolFilter[]; readonly bucketNames: readonly string[] } {
    const { filters, dwellings, ranks } = pool;
    const isSorting = ({ compiled: { steady, classes } }: PoolFilter): boolean => steady && classes <= MOST_CLASSES;
    const ranked = filters.filter(isSorting).map((filter) => ({ filter, passing: samplePassing(pool, filter) }));
    const most = Math.max(FEWEST_BUCKETS, Math.floor(dwellings.count / VACANCIES_PER_BUCKET));
    const sorting: PoolFilter[] = [];
    let bucketNames: readonly string[] = Array.from({ length: dwellings.count }, (_, vacancy) => rankClass(ranks, vacancy));
    // The most selective first: what comes after is then read on few rows.
    for (const { filter } of ranked.sort((a, b) => a.passing - b.passing)) {
        const finer = bucketNames.map((name, vacancy) => `${name} ${filterClass(dwellings, filter, vacancy)}`);
        if (new Set(finer).size > most) continue;
        sorting.push(filter);
        bucketNames = finer;
    }
    return { sorting, bucketNames };
}

/** How many of a sample of rows pass a filter, over a sample of vacancies. */
function samplePassing(pool: PhasePool, filter: PoolFilter): number {
    const { byFirstDay } = pool.world;
    const rows = samplePlaces(byFirstDay.length, SAMPLED_ROWS).map((place) => intAt(byFirstDay, place));
    const vacancies = samplePlaces(pool.dwellings.count, SAMPLED_VACANCIES);
    let passing = 0;
    for (const vacancy of vacancies) {
        const standing = standingAt(pool, [filter], vacancy);
        for (const row of rows) if (standing(row) !== OUT) passing += 1;
    }
    return passing;
}

/** Places spread over a list of that length. */
function samplePlaces(length: number, size: number): readonly number[] {
    const step = Math.max(1, Math.floor(length / size));
    return Array.from({ length: Math.min(size, length) }, (_, place) => place * step);
}
