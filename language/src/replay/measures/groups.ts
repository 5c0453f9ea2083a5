import type { Breakdown } from '../contract/breakdown.js';
import type { GroupOutcome } from '../contract/group-outcome.js';
import { compareText } from '../../kit/text-order.js';

/** By demand: the day of its lease in a run; `NOT_HOUSED` where it has none. */
export type LeaseDays = Int32Array;

/** No day of a lease. */
export const NOT_HOUSED = -0x8000_0000;

/** Whom each class lost or gained, from the days of the leases under the baseline and under another rule set, by demand. */
export function groupOutcomes(breakdowns: readonly Breakdown[], baseline: LeaseDays, other: LeaseDays): readonly GroupOutcome[] {
    return breakdowns.flatMap((breakdown) => {
        const counts = breakdown.groups.map(() => ({ demands: 0, onlyBaseline: 0, onlyOther: 0, both: 0, sooner: 0, later: 0 }));
        for (let demand = 0; demand < breakdown.groupOf.length; demand += 1) {
            const count = counts[breakdown.groupOf[demand]!];
            if (count === undefined) continue;
            const before = baseline[demand]!;
            const after = other[demand]!;
            count.demands += 1;
            if (before !== NOT_HOUSED && after !== NOT_HOUSED) {
                count.both += 1;
                if (before !== after) count[after < before ? 'sooner' : 'later'] += 1;
            } else if (before !== NOT_HOUSED) count.onlyBaseline += 1;
            else if (after !== NOT_HOUSED) count.onlyOther += 1;
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
