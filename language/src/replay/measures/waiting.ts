import { intAt } from '../../kit/at.js';
import { monthsElapsed } from '../../kit/civil-date.js';
import type { Day } from '../../ir/value.js';
import { NEVER } from '../record/demand-histories.js';
import { HISTORY, type WaitingOutcome } from '../contract/report.js';
import type { ReplayContext } from '../pool/replay-context.js';
import { demandAt } from '../record/population.js';
import { housingOf, type RunResult } from '../run/run.js';
import { waitingOutcome, type Wait } from './cumulative-incidence.js';

/** How a demand's time in the window ends, and when. */
interface End {
    readonly day: Day;
    readonly end: 'housed' | 'left';
}

/** Waiting in a run: housing is dated at the lease, as the record dates it. */
export function waitingOfRun(context: ReplayContext, run: RunResult): WaitingOutcome {
    const { population } = context;
    const leaseOf = (demand: number): Day | undefined => housingOf(run, demand)?.lease;
    const ends = (demand: number): End => {
        const lease = leaseOf(demand);
        return lease === undefined ? { day: intAt(population.runEnd, demand), end: 'left' } : { day: lease, end: 'housed' };
    };
    return waitingOutcome(run.ruleSet.id, waitsOf(context, ends), senioritiesOf(context, leaseOf));
}

/** Waiting in the record: a recorded letting ends it housed, any other recorded exit does not. */
export function waitingOfRecord(context: ReplayContext): WaitingOutcome {
    const { population } = context;
    const lettingOf = (demand: number): Day | undefined => {
        const { exit, exitByLetting } = demandAt(population, demand);
        const letting = intAt(population.letting, demand);
        if (letting !== NEVER) return letting;
        return exitByLetting === true ? exit : undefined;
    };
    const ends = (demand: number): End => {
        const housed = lettingOf(demand);
        return housed === undefined ? { day: demandAt(population, demand).exit ?? NEVER, end: 'left' } : { day: housed, end: 'housed' };
    };
    const inWindow = (day: Day | undefined): Day | undefined => (day !== undefined && day >= context.window.from && day <= context.window.to ? day : undefined);
    return waitingOutcome(
        HISTORY,
        waitsOf(context, ends),
        senioritiesOf(context, (demand) => inWindow(lettingOf(demand))),
    );
}

/** Demands seen in the window, with a known first demand; what comes after the window is not seen. */
function waitsOf({ population, window }: ReplayContext, endOf: (demand: number) => End): readonly Wait[] {
    return population.histories.flatMap(({ deposit, entry }, demand): readonly Wait[] => {
        const { day, end } = endOf(demand);
        const from = Math.max(entry, window.from);
        if (deposit === undefined || from > window.to || day < from) return [];
        return [day > window.to ? { deposit, from, to: window.to, end: 'waiting' } : { deposit, from, to: day, end }];
    });
}

function senioritiesOf({ population }: ReplayContext, leaseOf: (demand: number) => Day | undefined): readonly number[] {
    return population.histories.flatMap(({ deposit }, demand) => {
        const lease = leaseOf(demand);
        return deposit === undefined || lease === undefined ? [] : [Math.max(0, monthsElapsed(deposit, lease))];
    });
}
