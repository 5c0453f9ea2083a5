import type { Program } from '../engine/index.js';
import { at, intAt } from '../kit/at.js';
import { checkLeases, type CheckedLease } from './measures/checked-lease.js';
import { compareRuns, tiesOf } from './measures/comparison.js';
import { compareEntrants } from './measures/entrants.js';
import { isSameOutcome, meanTheSame } from './run/changes-nothing.js';
import { fluxOfRun, type RecordedFlux } from './measures/flux-report.js';
import type { Breakdown } from './contract/breakdown.js';
import { monthsStarted } from '../kit/civil-date.js';
import { NEVER } from './record/demand-histories.js';
import { measureImputations } from './measures/imputations.js';
import { interleave, ledgerRows, recordRows } from './ledger.js';
import { measureChecks } from './measures/checks.js';
import { countUnmeasured, leasesOfRun, recordedLeases } from './measures/lease-sources.js';
import { HISTORY, REPORT_VERSION, type Honesty, type ObjectiveOutcome, type ReplayReport } from './contract/report.js';
import { measureByTerritory } from './measures/objectives-by-territory.js';
import { rankSummary } from './run/record-pass.js';
import type { RecordReading } from './contract/groundwork.js';
import type { NotesFound } from './measures/recorded-notes.js';
import { measureOverdue } from './measures/overdue.js';
import type { RankPlaces } from './contract/rank-places.js';
import { policiesOf, ruleSetOf, territoryOf } from './report-names.js';
import type { ReplayContext } from './pool/replay-context.js';
import type { LoadedRuleSet } from './rules/rule-set.js';
import { housingOf, type RunResult } from './run/run.js';
import { recordedAnswers } from './measures/recorded-answers.js';
import { measureStocks, type StockSource } from './measures/stocks.js';
import { stockOfRecord, stockOfRun } from './measures/stock-sources.js';
import { stepNotes } from './step-notes.js';
import type { Tally } from './record/tally.js';
import type { TensionOutcome } from './contract/tension-outcome.js';
import { topDemands } from './measures/top-demands.js';
import { volumesOf } from './measures/volumes.js';
import { waitingOfRecord, waitingOfRun } from './measures/waiting.js';

/** The record as the report compares it: where it names lessees or candidates. */
interface RecordedSide {
    readonly reading: RecordReading;
    readonly counts: Tally;
    readonly hasLessees: boolean;
    readonly flux: RecordedFlux;
    readonly notes: NotesFound;
}

/** What stands beside the runs in a report. */
interface BesideRuns {
    readonly recorded: RecordedSide;
    /** By which rule sets are compared. */
    readonly breakdowns: readonly Breakdown[];
    /** The demands open on the first day, as the baseline ranks them. */
    readonly places: readonly RankPlaces[];
    /** Who was in the pools of the baseline's run; absent where no profile is told. */
    readonly tension: TensionOutcome | undefined;
}

/** The runs of a replay, the baseline first. */
type Runs = readonly [baseline: RunResult, ...others: RunResult[]];

/** A run, or the record beside the runs, with what is measured of its leases. */
interface MeasuredSide {
    readonly ruleSet: string;
    readonly policies: readonly Program[];
    readonly leases: readonly CheckedLease[];
    readonly objectives: readonly ObjectiveOutcome[];
    readonly stock: StockSource;
}

/** The same of a run. */
interface MeasuredRun extends MeasuredSide {
    readonly run: RunResult;
}

/** What the runs and the record come to. */
export function reportOfRuns(context: ReplayContext, runs: Runs, { recorded, breakdowns, places, tension }: BesideRuns): ReplayReport {
    const [baseline, ...others] = runs;
    const first = measuredRun(context, baseline);
    const measured = [first, ...others.map((run) => measuredRun(context, run))];
    const history = recorded.hasLessees ? [measuredRecord(context, baseline.ruleSet)] : [];
    const sides: readonly MeasuredSide[] = [...measured, ...history];
    for (const { leases } of sides) countUnmeasured(recorded.counts, leases);
    return {
        reportVersion: REPORT_VERSION,
        mode: 'vivier',
        territory: territoryOf(context),
        ruleSets: measured.map((side) => ruleSetOf(side.run.ruleSet, side !== first && changesNothing(first, side))),
        volumes: volumesOf(context, runs, recorded.counts),
        objectives: sides.flatMap(({ objectives }) => objectives),
        comparisons: others.map((other) => compareRuns(context, baseline, other, breakdowns)),
        waiting: [...runs.map((run) => waitingOfRun(context, run)), ...(recorded.hasLessees ? [waitingOfRecord(context)] : [])],
        flux: [...runs.flatMap(({ ruleSet, book }) => fluxOfRun(ruleSet, book)), ...recorded.flux.outcomes],
        imputations: sides.flatMap(({ ruleSet, policies, leases }) => measureImputations(ruleSet, policies, leases)),
        checks: sides.flatMap(({ ruleSet, policies, leases }) => measureChecks(ruleSet, policies, leases)),
        stocks: sides.flatMap(({ stock }) => measureStocks(context, stock)),
        overdue: sides.flatMap(({ stock }) => measureOverdue(context, stock)),
        ...(tension === undefined ? {} : { tension }),
        top: topDemands(context, baseline, places),
        entrants: compareEntrants(context, baseline.ruleSet, sides),
        answers: recordedAnswers(context),
        honesty: honestyOf(context, runs, recorded),
        steps: stepNotes(
            context,
            'vivier',
            runs.map(({ ruleSet }) => ruleSet),
        ),
        ledger: interleave(
            measured.map((side) =>
                ledgerRows(context, {
                    ruleSet: side.ruleSet,
                    dates: side.run.vacancies,
                    outcomes: side.run.outcomes,
                    recordedRanks: side === first ? recorded.reading.ranks : [],
                    leases: side.leases,
                }),
            ),
        ),
        ...(history[0] === undefined ? {} : { recordLedger: recordRows(context, { leases: history[0].leases, holders: recorded.flux.holders }) }),
    };
}

function measuredRun(context: ReplayContext, run: RunResult): MeasuredRun {
    const policies = policiesOf(run.ruleSet);
    const ruleSet = run.ruleSet.id;
    const leases = checkLeases(policies, leasesOfRun(context, run));
    const objectives = measureByTerritory(ruleSet, policies, leases, context.window.to);
    return { run, ruleSet, policies, leases, objectives, stock: stockOfRun(context, run, leases) };
}

/** The record, measured by the versions of the baseline. */
function measuredRecord(context: ReplayContext, baseline: LoadedRuleSet): MeasuredSide {
    const policies = policiesOf(baseline);
    const leases = checkLeases(policies, recordedLeases(context, baseline));
    const objectives = measureByTerritory(HISTORY, policies, leases, context.window.to);
    return { ruleSet: HISTORY, policies, leases, objectives, stock: stockOfRecord(context, baseline, leases) };
}

function changesNothing(first: MeasuredRun, side: MeasuredRun): boolean {
    const [baseline, run] = [first.run, side.run];
    if (meanTheSame(baseline.phases, run.phases)) return true;
    return (
        sameObjectives(first.objectives, side.objectives) &&
        sameAccounts(baseline, run) &&
        !run.notesDiffer &&
        run.outcomes.every((outcome, vacancy) => isSameOutcome(outcome, at(baseline.outcomes, vacancy)))
    );
}

/** Whether conventions owe and gave the same: a share may change while every household stays where it was. */
function sameAccounts(baseline: RunResult, run: RunResult): boolean {
    const accounts = ({ ruleSet, book }: RunResult): string =>
        JSON.stringify(fluxOfRun(ruleSet, book).map((outcome) => ({ ...outcome, ruleSet: '', text: '', references: [] })));
    return accounts(baseline) === accounts(run);
}

function sameObjectives(a: readonly ObjectiveOutcome[], b: readonly ObjectiveOutcome[]): boolean {
    const measured = (outcomes: readonly ObjectiveOutcome[]): string =>
        JSON.stringify(outcomes.map((outcome) => ({ ...outcome, ruleSet: '', label: '', text: '', references: [] })));
    return measured(a) === measured(b);
}

function honestyOf(context: ReplayContext, runs: Runs, { reading, hasLessees, notes }: RecordedSide): Honesty {
    const rankOfRecordedFirst = rankSummary(reading.ranks, (vacancy) => context.dwellings.vacancy(vacancy).typology);
    return {
        recomputedNote: notes.same,
        recordedCandidatesInPool: reading.inPool,
        rankOfRecordedFirst,
        imputedHouseholdMonths: runs.map((run) => ({ ruleSet: run.ruleSet.id, months: imputedMonths(context, run) })),
        tiesDecided: runs.map(({ ruleSet, outcomes }) => tiesOf(ruleSet.id, outcomes)),
        why: [
            ...notes.why,
            ...(hasLessees || reading.inPool !== undefined ? [] : (['recorded-lessees-absent'] as const)),
            ...(rankOfRecordedFirst === undefined ? (['recorded-first-not-in-pool'] as const) : []),
        ],
    };
}

/** Months started that households housed by the record, and not yet by the run, spend past that recorded letting. */
function imputedMonths({ population, window }: ReplayContext, run: RunResult): number {
    let months = 0;
    for (const [demand, letting] of population.letting.entries()) {
        if (letting === NEVER) continue;
        const housed = housingOf(run, demand)?.designation ?? NEVER;
        const end = Math.min(housed, intAt(population.runEnd, demand), window.to);
        if (end > letting) months += monthsStarted(letting, end);
    }
    return months;
}
