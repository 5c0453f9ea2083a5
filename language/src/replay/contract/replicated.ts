import type { Fraction } from '../../ir/value.js';
import type { GroupCounts } from './group-outcome.js';
import type { ObjectiveName } from './objective-name.js';

/**
 * A figure over the replications: nearest-rank quantiles at 5 %, 50 % and 95 %. Below twenty replications the two ends are the least and
 * the greatest. They measure the draws, not the model.
 */
export interface Spread {
    readonly low: Fraction;
    readonly median: Fraction;
    readonly high: Fraction;
}

/** The same replay under several seeds: what the draws alone change. The report around it is that of the first seed. */
export interface Replications {
    readonly seeds: readonly number[];
    readonly objectives: readonly ReplicatedObjective[];
    readonly comparisons: readonly ReplicatedComparison[];
}

/** An objective under a rule set; it is named as its `ObjectiveOutcome`. */
export interface ReplicatedObjective extends ObjectiveName {
    /** The share of the denominator, or the leases; absent when no replication has a base. */
    readonly figure?: Spread;
    /** Replications whose verdict is `met`, those whose leases leave it `unsure`, and those that have a base. */
    readonly met: number;
    readonly unsure: number;
    readonly measured: number;
}

/** A rule set against the baseline. */
export interface ReplicatedComparison {
    readonly ruleSet: string;
    readonly baseline: string;
    readonly firstChanged: Spread;
    readonly onlyBaseline: Spread;
    readonly onlyOther: Spread;
    /** By group, those of the first replication: households housed only under the other, less those only under the baseline. */
    readonly groups: readonly ReplicatedGroup[];
}

/** One class of one breakdown, named as its `GroupOutcome`. */
export interface ReplicatedGroup {
    readonly breakdown: string;
    readonly breakdownLabel: string;
    readonly group: string;
    readonly groupLabel: string;
    readonly balance: Spread;
    /** Households housed under one of the two only. */
    readonly affected: Spread;
    /** Counts of all replications added up: divided by their `demands`, they are probabilities. */
    readonly totals: GroupCounts;
}
