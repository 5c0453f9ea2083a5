import type { Day } from '../../ir/value.js';

/**
 * The demands open to a public that the policy names, on the first and last days of the window, under one rule set or in the record
 * (`HISTORY`); and the leases that it signed meanwhile. A public is that of a contingent or of an imputation.
 */
export interface StockOutcome {
    readonly ruleSet: string;
    /** The fact that says who is of the public, or the first contingent or imputation that says so at length. */
    readonly public: string;
    readonly label: string;
    /** The reservees that have a contingent kept to it, and the imputations whose public it is. */
    readonly reservees: readonly string[];
    readonly imputations: readonly string[];
    /** Absent where no version is in force that day. */
    readonly start?: StockCount;
    readonly end?: StockCount;
    /** Leases signed in the window to the public, and those of which it is not known. */
    readonly leases: number;
    readonly unsureLeases: number;
}

/** The demands of a public open on a day. */
export interface StockCount {
    readonly day: Day;
    readonly demands: number;
    /** Open, and not known to be of the public or not. */
    readonly unsure: number;
    /** Of an imputation's public, where the data say when a household was recognised: by whole months since then. */
    readonly recognised?: readonly { readonly months: number; readonly demands: number }[];
    /** Those of which the day is not known. */
    readonly undated?: number;
}
