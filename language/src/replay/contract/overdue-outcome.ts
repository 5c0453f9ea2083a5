import type { Day } from '../../ir/value.js';

/**
 * The demands that wait beyond the delay that the rules call abnormal (the deduced fact with role `délai_dépassé`), by the type that they
 * want: a demand that wants several types counts for each of them. Under one rule set, or in the record (`HISTORY`).
 */
export interface OverdueOutcome {
    readonly ruleSet: string;
    /** Where several territories have their own policies: whose rules tell the delay, in words. All demands are counted for each. */
    readonly territory?: string;
    /** A value of the fact with role `typologies_souhaitées`; empty: demands that do not say; absent: all, each once. */
    readonly typology?: string;
    readonly typologyLabel?: string;
    /** On the window's first and last days; absent where no version in force that day deduces it. */
    readonly start?: OverdueCount;
    readonly end?: OverdueCount;
}

/** Demands open on a day: all, those beyond the delay, those of which it is not known. */
export interface OverdueCount {
    readonly day: Day;
    readonly demands: number;
    readonly overdue: number;
    readonly unknown: number;
}
