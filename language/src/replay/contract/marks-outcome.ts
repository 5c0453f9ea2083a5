/**
 * How a lease counts in an objective. The numerator is `reached` and `by-default`; the denominator adds `missed`; `unknown` are the leases
 * of which the base or the target is not known.
 */
export type LeaseMark = 'reached' | 'by-default' | 'missed' | 'unknown';

/** What one lease weighs in the figures of its rule set, or of the record: the way from a figure to the lettings behind it. */
export interface LeaseMarks {
    /** By objective whose base holds the lease, or may. */
    readonly objectives: Readonly<Record<string, LeaseMark>>;
    /** By imputation to whose public the lease is: the reservee on whose rights it weighs, empty where no line takes it. */
    readonly imputations: Readonly<Record<string, string>>;
    /** Signals of the policy that hold of the household in its dwelling, by name. */
    readonly signals: readonly string[];
    /** Facts of the household whose proof is asked and not given, by name. */
    readonly unproved: readonly string[];
    /** Whole months from the first demand to the lease, where its day is known. */
    readonly waited?: number;
}
