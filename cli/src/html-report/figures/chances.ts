import type { Comparison, GroupCounts, GroupOutcome } from '@bareme/language/replay';
import { percentText } from '../../french.js';
import { breakdowns, groupName, publishGroups } from './groups.js';
import { publishColumn, SMALLEST_CELL, type PublishedCount } from './suppression.js';
import type { ReportView } from './view.js';
import { countText } from './words.js';

/** The chances of the households of one group: shares of its demands, over the replications where there are several. */
export interface GroupChances {
    readonly breakdown: string;
    readonly group: string;
    readonly name: string;
    /** A rule reads what tells the group apart. */
    readonly read: boolean;
    readonly counts: GroupCounts;
    /** Housed under the baseline, under the other, only under one of them, under neither: texts. */
    readonly shares: {
        readonly [share in 'baseline' | 'other' | 'onlyBaseline' | 'onlyOther' | 'sooner' | 'later' | 'neither']: string;
    };
}

/**
 * The groups of which all may be told that leads to a count by subtraction: demands, households that lose, that win, that are housed
 * under each rule set. Groups of which one of these is masked are left out. What is masked is what the first replication would give away.
 */
export function chancesOf(view: ReportView, comparison: Comparison): readonly GroupChances[] {
    return breakdowns(comparison.groups).flatMap((groups) => {
        const counts = groups.map((group) => countsOf(view, comparison.ruleSet, group));
        const told = publishGroups(groups);
        const column = (of: (counts: GroupCounts) => number): readonly PublishedCount[] => publishColumn(groups.map(of));
        const columns = { baseline: column(baselineOf), other: column(otherOf), sooner: column(({ sooner }) => sooner), later: column(({ later }) => later) };
        return groups.flatMap((group, place) => {
            const [published, count] = [told[place], counts[place]];
            if (published?.balance === undefined || count === undefined || published.demands === 'masked' || count.demands < SMALLEST_CELL) return [];
            if (columns.baseline[place] === 'masked' || columns.other[place] === 'masked') return [];
            const share = (of: number): string => percentText(of, count.demands);
            const perhaps = (name: 'sooner' | 'later'): string => (columns[name][place] === 'masked' ? countText('masked') : share(count[name]));
            return [
                {
                    breakdown: group.breakdown,
                    group: group.group,
                    name: groupName(published),
                    read: group.read,
                    counts: count,
                    shares: {
                        baseline: share(baselineOf(count)),
                        other: share(otherOf(count)),
                        onlyBaseline: share(count.onlyBaseline),
                        onlyOther: share(count.onlyOther),
                        sooner: perhaps('sooner'),
                        later: perhaps('later'),
                        neither: share(count.demands - otherOf(count) - count.onlyBaseline),
                    },
                },
            ];
        });
    });
}

export function baselineOf({ both, onlyBaseline }: GroupCounts): number {
    return both + onlyBaseline;
}

export function otherOf({ both, onlyOther }: GroupCounts): number {
    return both + onlyOther;
}

/** The counts of all replications added up, or those of the only one. */
function countsOf({ report: { replications } }: ReportView, ruleSet: string, group: GroupOutcome): GroupCounts {
    const replicated = replications?.comparisons.find((comparison) => comparison.ruleSet === ruleSet)?.groups;
    return replicated?.find((other) => other.breakdown === group.breakdown && other.group === group.group)?.totals ?? group;
}
