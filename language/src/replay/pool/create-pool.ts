import type { PhasePool, PoolRequest } from './phase-pool.js';
import { filterTuples, type PoolFilter } from './pool-filter.js';
import { OUT } from './doubts.js';
import { standingAt } from './pool-verdicts.js';
import type { Tuples } from '../record/tuples.js';
import { MOST_CLASSES } from './verdicts.js';

/** A bucket is worth its making when it serves so many vacancies, on average. */
const VACANCIES_PER_BUCKET = 16;
const FEWEST_BUCKETS = 4;
/** How selective a filter is, is judged on so many rows for so many vacancies. */
const SAMPLED_ROWS = 200;
const SAMPLED_VACANCIES = 16;

/** A pool with nothing read yet. How vacancies are sorted into buckets changes the time it takes, never who is in it. */
export function createPool(request: PoolRequest): PhasePool {
    const { filters, openings, dwellings, own } = request;
    const publics = [...openings.values()].flatMap(({ filter }) => filter ?? []);
    const tuples = new Map([...filters, ...publics].map((filter) => [filter, filterTuples(dwellings, filter)]));
    const bare = { ...request, tuples, sorting: [], atVacancy: filters, bucketNames: [], passing: new Map(), buckets: new Map(), places: [] };
    const pool: PhasePool = { ...bare, told: new Uint16Array(own.rows) };
    const { sorting, bucketNames } = chooseSorting(pool);
    const move = sorting.some((filter) => tuples.get(filter)!.now !== undefined);
    return { ...pool, sorting, bucketNames: move ? undefined : bucketNames, atVacancy: filters.filter((filter) => !sorting.includes(filter)) };
}

/** Takes filters, those that let the fewest in first, as long as buckets stay few. */
function chooseSorting(pool: PhasePool): { readonly sorting: readonly PoolFilter[]; readonly bucketNames: readonly string[] } {
    const { filters, dwellings, notes, tuples } = pool;
    const isSteady = (filter: PoolFilter): boolean => !filter.dated && !filter.stateful && tuples.get(filter)!.count <= MOST_CLASSES;
    const ranked = filters.filter(isSteady).map((filter) => ({ filter, passing: samplePassing(pool, filter) }));
    const most = Math.max(FEWEST_BUCKETS, Math.floor(dwellings.vacancies.length / VACANCIES_PER_BUCKET));
    const sorting: PoolFilter[] = [];
    let bucketNames: readonly string[] = dwellings.vacancies.map((_, vacancy) => (notes.forAll ? '' : String(notes.tuples.classOf[vacancy]!)));
    for (const { filter } of ranked.sort((a, b) => a.passing - b.passing)) {
        const finer = withClasses(bucketNames, tuples.get(filter)!);
        if (new Set(finer).size > most) continue;
        sorting.push(filter);
        bucketNames = finer;
    }
    return { sorting, bucketNames };
}

function withClasses(names: readonly string[], { classOf }: Tuples): readonly string[] {
    return names.map((name, vacancy) => `${name} ${classOf[vacancy]!}`);
}

/** How many of a sample of rows pass a filter, over a sample of vacancies. */
function samplePassing(pool: PhasePool, filter: PoolFilter): number {
    const rows = sample(pool.world.byFirstDay, SAMPLED_ROWS);
    const vacancies = sample([...pool.dwellings.vacancies.keys()], SAMPLED_VACANCIES);
    let passing = 0;
    for (const vacancy of vacancies) {
        const standing = standingAt(pool, [filter], vacancy);
        for (const row of rows) if (standing(row) !== OUT) passing += 1;
    }
    return passing;
}

function sample<Item>(items: ArrayLike<Item>, size: number): readonly Item[] {
    const step = Math.max(1, Math.floor(items.length / size));
    return Array.from({ length: Math.min(size, items.length) }, (_, place) => items[place * step]!);
}
