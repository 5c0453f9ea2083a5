import type { Day } from '../../ir/value.js';
import type { Breakdown } from '../contract/breakdown.js';
import type { GroupOutcome } from '../contract/group-outcome.js';
import { compareText } from '../../kit/text-order.js';

/** The day of the lease of a demand in a run; `undefined` where it has none. */
export type LeaseDays = (demand: number) => Day | undefined;

type GroupCount = Pick<GroupOutcome, 'demands' | 'onlyBaseline' | 'onlyOther' | 'both' | 'sooner' | 'later'>;
type GroupTally = { -readonly [Key in keyof GroupCount]: GroupCount[Key] };

/** Whom each class lost or gained, from the days of the leases under the baseline and under another rule set. */
export function groupOutcomes(breakdowns: readonly Breakdown[], baseline: LeaseDays, other: LeaseDays): readonly GroupOutcome[] {
    return breakdowns.flatMap((breakdown) => {
        const groups = breakdown.groups.map((group) => ({ group, counts: noCount() }));
        for (const [demand, place] of breakdown.groupOf.entries()) {
            const counts = groups[place]?.counts;
            if (counts !== undefined) countDemand(counts, baseline(demand), other(demand));
        }
        const rows = groups.map(({ group: { id, label, band }, counts }) => ({
            breakdown: breakdown.id,
            breakdownLabel: breakdown.label,
            read: breakdown.read,
            group: id,
            groupLabel: label,
            ...(band === undefined ? {} : { band }),
            ...counts,
        }));
        return rows.sort((a, b) => compareText(a.group, b.group));
    });
}

function noCount(): GroupTally {
    return { demands: 0, onlyBaseline: 0, onlyOther: 0, both: 0, sooner: 0, later: 0 };
}

function countDemand(counts: GroupTally, before: Day | undefined, after: Day | undefined): void {
    counts.demands += 1;
    if (before !== undefined && after !== undefined) {
        counts.both += 1;
        if (before !== after) counts[after < before ? 'sooner' : 'later'] += 1;
    } else if (before !== undefined) counts.onlyBaseline += 1;
    else if (after !== undefined) counts.onlyOther += 1;
}
