import type { AmountBand } from './group-outcome.js';

/** The households that enter beside those that already occupy, fact by fact. Counts are whole: the reader of the report suppresses small ones. */
export interface EntrantsOutcome {
    /** Households of the file of occupants. */
    readonly occupants: number;
    /** Households housed in a vacancy of the window, once for each lease, a change of dwelling within the stock included: under each rule set, then in the record (`HISTORY`). */
    readonly entrants: readonly EntrantsCount[];
    /** In the order of the vocabulary's facts, then of its derived facts. */
    readonly breakdowns: readonly EntrantsBreakdown[];
    /** Labels of the facts that the file of occupants has and that of the demands has not: nothing is compared by them. */
    readonly notInDemands: readonly string[];
}

/** Households that enter under one rule set, or in the record. */
export interface EntrantsCount {
    readonly ruleSet: string;
    readonly households: number;
}

/** One way of sorting households into classes: `fait:<name>`, `fait:<name>:<word>` for one word of several, or `déduit:<name>`. */
export interface EntrantsBreakdown {
    readonly breakdown: string;
    readonly breakdownLabel: string;
    /** By code unit of their ids; every household is in one of them, and in one only. */
    readonly groups: readonly EntrantsGroup[];
}

/**
 * One class. `group` is a word of the data, a quarter from `1` to `4` of the amounts of the occupants, or `oui`, `non`, `inconnu`,
 * `sans objet`; the label of a quarter is its code.
 */
export interface EntrantsGroup {
    readonly group: string;
    readonly groupLabel: string;
    /** Of a quarter: its bounds. */
    readonly band?: AmountBand;
    readonly occupants: number;
    /** As many as in the whole, in the same order. */
    readonly entrants: readonly EntrantsCount[];
}
