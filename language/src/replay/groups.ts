import type { Breakdown } from './breakdowns.js';
import type { GroupOutcome } from './group-outcome.js';
import { compareText } from './text-order.js';

/** By demand: the day of its lease in a run, where it is housed. */
export type LeaseDays = (demand: number) => number | undefined;

/** Whom each class lost or gained, from the days of the leases under the baseline and under another rule set, by demand. */
export function groupOutcomes(breakdowns: readonly Breakdown[], baseline: LeaseDays, other: LeaseDays): readonly GroupOutcome[] {
    return breakdowns.flatMap((breakdown) => {
        const counts = breakdown.groups.map(() => ({ demands: 0, onlyBaseline: 0, onlyOther: 0, both: 0, sooner: 0, later: 0 }));
        for (const [demand, group] of breakdown.groupOf.entries()) {
            const count = counts[group];
            if (count === undefined) continue;
            const [before, after] = [baseline(demand), other(demand)];
            count.demands += 1;
            if (before !== undefined && after !== undefined) {
                count.both += 1;
                if (before !== after) count[after < before ? 'sooner' : 'later'] += 1;
            } else if (before !== undefined) count.onlyBaseline += 1;
            else if (after !== undefined) count.onlyOther += 1;
        }
        const rows = breakdown.groups.map(({ id, label, band }, place) => ({
            breakdown: breakdown.id,
            breakdownLabel: breakdown.label,
            read: breakdown.read,
            group: id,
            groupLabel: label,
            ...(band === undefined ? {} : { band }),
            ...counts[place]!,
        }));
        return rows.sort((a, b) => compareText(a.group, b.group));
    });
}
