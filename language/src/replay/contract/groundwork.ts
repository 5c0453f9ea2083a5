import type { Breakdown } from './breakdown.js';
import type { Ratio } from './report.js';
import type { RankPlaces } from './rank-places.js';

/** What the baseline says of the record, vacancy by vacancy. */
export interface RecordReading {
    /** By vacancy: the rank of the commission's first in the pool as recorded; `undefined` when there is none, or it is not in it. */
    readonly ranks: readonly (number | undefined)[];
    /** Recorded candidates found in the pool, of those recorded; `undefined` when the record names nobody. */
    readonly inPool: Ratio | undefined;
}

/** What a report is made of that depends on no run: plain data, which another thread may make while the runs go on. */
export interface Groundwork {
    readonly record: RecordReading;
    /** How households are sorted into classes, for rule sets to be compared; absent: not made. */
    readonly breakdowns?: readonly Breakdown[];
    /** The demands open on the first day in the order of the baseline's ranking; absent: not made. */
    readonly places?: readonly RankPlaces[];
}

/** The groundwork made elsewhere: what it is once it is there; `failed` when it never will be, and the replay makes it itself. */
export type GroundworkElsewhere = Groundwork | 'waiting' | 'failed';
