import type { Classed } from './breakdown-classes.js';

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
