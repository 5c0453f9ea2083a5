import { intAt } from '../../kit/at.js';
import type { Breakdown } from '../contract/breakdown.js';
import { groupOutcomes, type LeaseDays } from './groups.js';
import type { Comparison, Honesty, MoveCause } from '../contract/report.js';
import type { ReplayContext } from '../pool/replay-context.js';
import { housingOf, type RunResult } from '../run/run.js';
import { compareText } from '../../kit/text-order.js';
import type { VacancyOutcome } from '../run/vacancy-outcome.js';

/** A rule set against the baseline, on the same people and the same draws. */
export function compareRuns(context: ReplayContext, baseline: RunResult, other: RunResult, breakdowns: readonly Breakdown[]): Comparison {
    const { population, window } = context;
    const housed = { both: 0, onlyBaseline: 0, onlyOther: 0, neither: 0, sooner: 0, later: 0, sameDay: 0 };
    for (const [demand, { entry }] of population.histories.entries()) {
        const before = housingOf(baseline, demand);
        const after = housingOf(other, demand);
        const seen = entry <= window.to && intAt(population.runEnd, demand) >= Math.max(entry, window.from);
        if (before !== undefined && after !== undefined) {
            housed.both += 1;
            const sooner = before.lease - after.lease;
            housed[sooner > 0 ? 'sooner' : sooner < 0 ? 'later' : 'sameDay'] += 1;
        } else if (before !== undefined) housed.onlyBaseline += 1;
        else if (after !== undefined) housed.onlyOther += 1;
        else if (seen) housed.neither += 1;
    }
    return {
        ruleSet: other.ruleSet.id,
        baseline: baseline.ruleSet.id,
        housedBoth: housed.both,
        onlyBaseline: housed.onlyBaseline,
        onlyOther: housed.onlyOther,
        neither: housed.neither,
        sooner: housed.sooner,
        later: housed.later,
        sameDay: housed.sameDay,
        ...countMoves(other.outcomes),
        groups: groupOutcomes(breakdowns, leaseDaysOf(baseline), leaseDaysOf(other)),
    };
}

function leaseDaysOf(run: RunResult): LeaseDays {
    return (demand) => housingOf(run, demand)?.lease;
}

/** The vacancies whose first is another, and what moved them: the commonest cause first. */
export function countMoves(outcomes: readonly Pick<VacancyOutcome, 'moved'>[]): Pick<Comparison, 'firstChanged' | 'causes'> {
    const causes = new Map<string, { cause: MoveCause; clause?: string; label?: string; count: number }>();
    let firstChanged = 0;
    for (const { moved } of outcomes) {
        if (moved === undefined) continue;
        firstChanged += 1;
        const key = `${moved.cause} ${moved.clause ?? ''}`;
        const known = causes.get(key);
        if (known === undefined) causes.set(key, { cause: moved.cause, clause: moved.clause, label: moved.label, count: 1 });
        else known.count += 1;
    }
    const sorted = [...causes].sort(([a, { count: many }], [b, { count: more }]) => more - many || compareText(a, b));
    return { firstChanged, causes: sorted.map(([, cause]) => cause) };
}

/** How many vacancies the tie-break, and how many the draw, decided. */
export function tiesOf(ruleSet: string, outcomes: readonly Pick<VacancyOutcome, 'decidedBy'>[]): Honesty['tiesDecided'][number] {
    const count = (wanted: VacancyOutcome['decidedBy']): number => outcomes.filter(({ decidedBy }) => decidedBy === wanted).length;
    return { ruleSet, byTie: count('tie-break'), byDraw: count('draw') };
}
