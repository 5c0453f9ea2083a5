import type { Comparison, GroupOutcome, ReplayReport } from '@bareme/language/replay';
import { approximate } from '../base/french.js';

/** No figure about fewer households than this is shown in a page made to be shared. */
export const SMALLEST_GROUP = 11;

/** A group of households, and what it gains under a rule set. */
export interface GroupGain {
    readonly breakdown: string;
    readonly group: string;
    readonly outcome: GroupOutcome;
    /** Households housed only under the rule set, less those housed only under the baseline. */
    readonly gain: number;
    /** Over the draws, where there are several: from the fifth to the ninety-fifth hundredth. */
    readonly range?: { readonly low: number; readonly high: number };
    /** The draws alone could make it nothing. */
    readonly unsure: boolean;
}

/** The groups of one breakdown, or of all of them. */
export function gainsOf(report: ReplayReport, comparison: Comparison): readonly GroupGain[] {
    const replicated = report.replications?.comparisons.find(({ ruleSet }) => ruleSet === comparison.ruleSet)?.groups ?? [];
    const ranges = new Map(replicated.map(({ breakdown, group, balance }) => [`${breakdown} ${group}`, balance]));
    return comparison.groups.map((outcome) => {
        const spread = ranges.get(`${outcome.breakdown} ${outcome.group}`);
        const range = spread && { low: approximate(spread.low), high: approximate(spread.high) };
        return {
            breakdown: outcome.breakdownLabel,
            group: outcome.groupLabel,
            outcome,
            gain: outcome.onlyOther - outcome.onlyBaseline,
            range,
            unsure: range !== undefined && range.low <= 0 && range.high >= 0,
        };
    });
}

/** Whether the counts of a group may be shown in an edition made to be shared: none of them is of 1 to 10 households. */
export function isPublishable({ outcome }: GroupGain): boolean {
    const { demands, onlyBaseline, onlyOther, both } = outcome;
    return [demands, onlyBaseline, onlyOther, both].every((count) => count === 0 || count >= SMALLEST_GROUP);
}

/** The groups that gain the most, then those that lose the most. */
export function extremes(gains: readonly GroupGain[], count: number): { readonly up: readonly GroupGain[]; readonly down: readonly GroupGain[] } {
    const sorted = [...gains].sort((a, b) => b.gain - a.gain);
    return {
        up: sorted.filter(({ gain }) => gain > 0).slice(0, count),
        down: sorted
            .filter(({ gain }) => gain < 0)
            .slice(-count)
            .reverse(),
    };
}
