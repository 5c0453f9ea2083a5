import type { FactReader } from '../columns/facts.js';
import type { Day } from '../ir/value.js';
import type { ExactNote, NoteBook } from './note-book.js';
import type { PoolFilter } from './pool-filter.js';
import type { Openness } from './population.js';
import type { RankHeap } from './rank-heap.js';
import type { Dwellings, Tuples } from './tuples.js';
import type { DayRange } from './vacancies.js';
import { MOST_CLASSES, type VerdictBook } from './verdicts.js';

/** Who may be in a pool, and when. */
export interface PoolWorld {
    readonly openness: Openness;
    /** Rows of `demandes` that are part of a history, by first then by last day open. */
    readonly byFirstDay: Int32Array;
    readonly byLastDay: Int32Array;
    readonly reader: (row: number) => FactReader;
    /** Housed already: never in a pool again. */
    readonly isGone: (row: number) => boolean;
    /** Told of each row that comes into a pool. */
    readonly onEntry: (entry: PoolEntry) => void;
}

/** A row that comes into the pool of a class of vacancies. */
export interface PoolEntry {
    readonly row: number;
    /** Any vacancy of the class, and the day. */
    readonly vacancy: number;
    readonly day: Day;
    readonly note: ExactNote;
    readonly adequacyUnknown: boolean;
    readonly toVerify: boolean;
    readonly anomalies: readonly string[];
}

/** What a pool is made from: the filters of the policy in force, the notes of the policy that ranks, over some days. */
export interface PoolRequest {
    readonly world: PoolWorld;
    readonly days: DayRange;
    readonly filters: readonly PoolFilter[];
    readonly notes: NoteBook;
    readonly dwellings: Dwellings;
    /** Verdicts shared by all runs, and those of this run. */
    readonly shared: VerdictBook;
    readonly own: VerdictBook;
}

/**
 * The pools of all vacancies of a phase. A vacancy looks only at demands that pass the filters whose verdict neither time nor the run
 * changes: those are read once for each class of dwellings, and the vacancies of one class share one heap. The other filters are
 * read at the vacancy.
 */
export interface PhasePool extends PoolRequest {
    readonly tuples: ReadonlyMap<PoolFilter, Tuples>;
    readonly fixed: readonly PoolFilter[];
    readonly moving: readonly PoolFilter[];
    /** Rows that pass the first so many fixed filters, by the classes of the vacancy. */
    readonly passing: Map<string, Int32Array>;
    readonly buckets: Map<string, Bucket>;
    /** By row: where it is a member. */
    readonly places: Map<number, Place[]>;
}

interface Place {
    readonly bucket: Bucket;
    readonly member: number;
}

/** The demands that vacancies of one class look at. */
export interface Bucket {
    /** Any vacancy of the class. */
    readonly vacancy: number;
    /** By member, by first day open; and members by last day open. */
    readonly rows: Int32Array;
    readonly leaving: Int32Array;
    arrived: number;
    left: number;
    readonly heap: RankHeap;
}

/** A pool with nothing read yet. */
export function phasePool(request: PoolRequest): PhasePool {
    const tuples = new Map(request.filters.map((filter) => [filter, request.dwellings.tuples(filter.dwellingFacts)]));
    const count = (filter: PoolFilter): number => tuples.get(filter)!.count;
    const isFixed = (filter: PoolFilter): boolean => !filter.dated && !filter.stateful && count(filter) <= MOST_CLASSES;
    const fixed = request.filters.filter(isFixed).sort((a, b) => count(a) - count(b));
    return {
        ...request,
        tuples,
        fixed,
        moving: request.filters.filter((filter) => !isFixed(filter)),
        passing: new Map(),
        buckets: new Map(),
        places: new Map(),
    };
}
