import type { UncertainReason } from '../contract/report-codes.js';
import type { FactWorld, Ranks, Standings } from '../../engine/index.js';
import type { Day, DayRange } from '../../ir/value.js';
import type { ContingentRule, PoolFilter } from './pool-filter.js';
import type { Openness } from '../record/population.js';
import type { RankHeap } from '../ranking/rank-heap.js';
import type { Dwellings } from '../record/dwellings.js';

/** Who may be in a pool, and when. */
export interface PoolWorld extends FactWorld {
    readonly openness: Openness;
    /** Rows of `demandes` that are part of a history, by first then by last day open. */
    readonly byFirstDay: Int32Array;
    readonly byLastDay: Int32Array;
    /** Housed already: never in a pool again. */
    readonly isGone: (row: number) => boolean;
    /** Told of what comes into pools; absent when nobody listens. */
    readonly listener?: PoolListener;
}

/** Told, once for each row, of what the pools hold. */
export interface PoolListener {
    /** The first time a row is in a pool. */
    readonly onEntry: (entry: PoolEntry) => void;
    /** A filter leaves a doubt about a row in a pool, or could not be computed. */
    readonly onDoubt: (row: number, reason: UncertainReason) => void;
}

/** A row in the pool of a vacancy on the day of designation. */
export interface PoolEntry {
    readonly row: number;
    readonly vacancy: number;
    readonly day: Day;
}

/** What a pool is made from: the filters of the policy in force, the notes of the policy that ranks, over some days. */
export interface PoolRequest {
    readonly world: PoolWorld;
    readonly days: DayRange;
    readonly filters: readonly PoolFilter[];
    /** By contingent: what it changes in the pool of a vacancy held on it. */
    readonly contingentRules: ReadonlyMap<string, ContingentRule>;
    readonly ranks: Ranks;
    readonly dwellings: Dwellings;
    /** How demands stand by filters in the world. */
    readonly standings: Standings;
    /** A run may move the dates of vacancies. */
    readonly datesMove: boolean;
    /** How many rows of demands there are. */
    readonly rows: number;
}

/**
 * The pools of all vacancies of a phase. Vacancies that some filters cannot tell apart share a bucket: the demands that pass these
 * filters, which neither time nor the run changes. The other filters are read at the vacancy.
 */
export interface PhasePool extends PoolRequest {
    /** Filters that make the buckets, and those read at the vacancy. */
    readonly sorting: readonly PoolFilter[];
    readonly atVacancy: readonly PoolFilter[];
    /** By vacancy: the name of its bucket; absent where a run may move its dates. */
    readonly bucketNames: readonly string[] | undefined;
    /** Rows that pass the first so many sorting filters, by the classes of the vacancy. */
    readonly passing: Map<string, Int32Array>;
    readonly buckets: Map<string, Bucket>;
    /** By row: where it is a member, and what of its standings the listener was told. */
    readonly places: (Place[] | undefined)[];
    readonly told: Uint16Array;
}

/** A row in a bucket. */
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
    /** By member that arrived: how it stands by the sorting filters. */
    readonly standings: Uint16Array;
    /** Members that arrived since a pool was last told of all of them. */
    readonly untold: number[];
    arrived: number;
    left: number;
    readonly heap: RankHeap;
}
