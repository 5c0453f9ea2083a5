import type { Day } from '../../ir/value.js';

/** The demands open on a day in the order of one territory's ranking, all dwellings apart. */
export interface RankPlaces {
    readonly policy: string;
    readonly day: Day;
    /** By demand: how many rank before it, plus one; the same for demands that only the appraisal separates; 0 for one not open. */
    readonly places: Int32Array;
}
