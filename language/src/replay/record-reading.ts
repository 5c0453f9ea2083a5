import type { Ratio } from './model.js';

/** What the baseline says of the record, vacancy by vacancy. */
export interface RecordReading {
    /** By vacancy: the rank of the commission's first in the pool as recorded; `undefined` when there is none, or it is not in it. */
    readonly ranks: readonly (number | undefined)[];
    /** Recorded candidates found in the pool, of those recorded; `undefined` when the record names nobody. */
    readonly inPool: Ratio | undefined;
}

/** The record read elsewhere: what it says once it is there; `failed` when it never will be, and the replay reads it itself. */
export type RecordElsewhere = RecordReading | 'waiting' | 'failed';
