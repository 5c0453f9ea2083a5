import type { Day, Fraction } from '../../ir/value.js';

/**
 * The demands that the baseline ranks first, all dwellings apart, on the window's first day, and what the window offers them under it.
 * A note that a dwelling would complete is that without one.
 */
export interface TopDemands {
    /** Where several territories have their own policies: whose ranking, in words. All demands are ranked for each. */
    readonly territory?: string;
    readonly day: Day;
    /** From the fewest to all; each holds those before it. */
    readonly bands: readonly TopBand[];
}

/** The first of the ranking: at least that share of the demands open, and those level with the last of them. */
export interface TopBand {
    readonly share: Fraction;
    readonly demands: number;
    /** Housed under the baseline; else in the pool of a vacancy at least once; else in none: the three add up to `demands`. */
    readonly housed: number;
    readonly inPool: number;
    readonly withoutDwelling: number;
    /** By type wanted: a demand that wants several counts for each of them. */
    readonly types: readonly { readonly typology: string; readonly label: string; readonly demands: number; readonly withoutDwelling: number }[];
}
