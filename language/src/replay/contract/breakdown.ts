import type { AmountBand } from './group-outcome.js';

/** One way of sorting households into classes. */
export interface Breakdown {
    readonly id: string;
    readonly label: string;
    /** A rule reads what it sorts by: for a note, the order of candidates, admission or suitability. */
    readonly read: boolean;
    /** By demand: its class; −1 for a demand not seen in the window. */
    readonly groupOf: Int32Array;
    readonly groups: readonly Classed[];
}

/** What a reader sees of a class or of what it sorts by. */
export interface Named {
    readonly id: string;
    readonly label: string;
}

/** A class, with the bounds of a band of amounts. */
export interface Classed extends Named {
    readonly band?: AmountBand;
}
