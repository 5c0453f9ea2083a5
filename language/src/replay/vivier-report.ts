import { checkLeases } from './measures/checked-lease.js';
import { compareRuns, tiesOf } from './measures/comparison.js';
import { compareEntrants } from './measures/entrants.js';
import { isSameOutcome, meanTheSame } from './run/changes-nothing.js';
import { fluxOfRun, type RecordedFlux } from './measures/flux-report.js';
import type { Breakdown } from './contract/breakdown.js';
import { monthsStarted } from '../kit/civil-date.js';
import { NEVER } from './record/demand-histories.js';
import { measureImputations } from './measures/imputations.js';
import { interleave, ledgerRows, recordRows } from './ledger.js';
import { measureChecks } from './measures/lease-checks.js';
import { countUnmeasured, leasesOfRun, recordedLeases } from './measures/leases.js';
import { HISTORY, REPORT_VERSION, type Honesty, type ObjectiveOutcome, type ReplayReport } from './contract/model.js';
import { measureByTerritory } from './measures/objectives-by-territory.js';
import { rankSummary } from './run/record-pass.js';
import type { RecordReading } from './contract/groundwork.js';
import type { NotesFound } from './measures/recorded-notes.js';
import { measureOverdue } from './measures/overdue.js';
import type { RankPlaces } from './contract/rank-places.js';
import { policiesOf, ruleSetOf, territoryOf } from './report-names.js';
import type { ReplayContext } from './pool/replay-context.js';
import type { RunResult } from './run/run.js';
import { recordedAnswers } from './measures/recorded-answers.js';
import { measureStocks } from './measures/stocks.js';
import { stockOfRecord, stockOfRun } from './measures/stock-sources.js';
import { stepNotes } from './step-notes.js';
import type { Tally } from './record/tally.js';
import type { TensionOutcome } from './contract/tension-outcome.js';
import { topDemands } from './measures/top-demands.js';
import { volumesOf } from './measures/volumes.js';
import { waitingOfRecord, waitingOfRun } from './measures/waits.js';

/** The record as the report compares it: where it names lessees or candidates. */
export interface RecordedSide {
    readonly reading: RecordReading;
    readonly counts: Tally;
    readonly hasLessees: boolean;
    readonly flux: RecordedFlux;
    readonly notes: NotesFound;
}

/** What stands beside the runs in a report. */
export interface BesideRuns {
    readonly recorded: RecordedSide;
    /** By which rule sets are compared. */
    readonly breakdowns: readonly Breakdown[];
    /** The demands open on the first day, as the baseline ranks them. */
    readonly places: readonly RankPlaces[];
    /** Who was in the pools of the baseline's run; absent where no profile is told. */
    readonly tension: TensionOutcome | undefined;
}

/** What the runs and the record come to. */
export function reportOfRuns(context: ReplayContext, runs: readonly RunResult[], { recorded, breakdowns, places, tension }: BesideRuns): ReplayReport {
    const [baseline, ...others] = runs as [RunResult, ...RunResult[]];
    const leases = runs.map((run) => checkLeases(policiesOf(run.ruleSet), leasesOfRun(context, run)));
    const recordLeases = recorded.hasLessees ? checkLeases(policiesOf(baseline.ruleSet), recordedLeases(context, baseline.ruleSet)) : [];
    for (const signed of [...leases, recordLeases]) countUnmeasured(recorded.counts, signed);
    const stocks = [
        ...runs.map((run, place) => stockOfRun(context, run, leases[place]!)),
        ...(recorded.hasLessees ? [stockOfRecord(context, baseline.ruleSet, recordLeases)] : []),
    ];
    const objectives = runs.map((run, place) => measureByTerritory(run.ruleSet.id, policiesOf(run.ruleSet), leases[place]!, context.window.to));
    const history = recorded.hasLessees ? measureByTerritory(HISTORY, policiesOf(baseline.ruleSet), recordLeases, context.window.to) : [];
    return {
        reportVersion: REPORT_VERSION,
        mode: 'vivier',
        territory: territoryOf(context),
        ruleSets: runs.map((run, place) =>
            ruleSetOf(run.ruleSet, place > 0 && changesNothing(baseline, run, sameObjectives(objectives[0]!, objectives[place]!))),
        ),
        volumes: volumesOf(context, runs, recorded.counts),
        objectives: [...objectives.flat(), ...history],
        comparisons: others.map((other) => compareRuns(context, baseline, other, breakdowns)),
        waiting: [...runs.map((run) => waitingOfRun(context, run)), ...(recorded.hasLessees ? [waitingOfRecord(context)] : [])],
        flux: [...runs.flatMap(({ ruleSet, book }) => fluxOfRun(ruleSet, book)), ...recorded.flux.outcomes],
        imputations: [
            ...runs.flatMap((run, place) => measureImputations(run.ruleSet.id, policiesOf(run.ruleSet), leases[place]!)),
            ...(recorded.hasLessees ? measureImputations(HISTORY, policiesOf(baseline.ruleSet), recordLeases) : []),
        ],
        checks: [
            ...runs.flatMap((run, place) => measureChecks(run.ruleSet.id, policiesOf(run.ruleSet), leases[place]!)),
            ...(recorded.hasLessees ? measureChecks(HISTORY, policiesOf(baseline.ruleSet), recordLeases) : []),
        ],
        stocks: stocks.flatMap((source) => measureStocks(context, source)),
        overdue: stocks.flatMap((source) => measureOverdue(context, source)),
        ...(tension === undefined ? {} : { tension }),
        top: topDemands(context, baseline, places),
        entrants: compareEntrants(context, baseline.ruleSet, [
            ...runs.map(({ ruleSet }, place) => ({ ruleSet: ruleSet.id, leases: leases[place]! })),
            ...(recorded.hasLessees ? [{ ruleSet: HISTORY, leases: recordLeases }] : []),
        ]),
        answers: recordedAnswers(context),
        honesty: honestyOf(context, runs, recorded),
        steps: stepNotes(
            context,
            'vivier',
            runs.map(({ ruleSet }) => ruleSet),
        ),
        ledger: interleave(
            runs.map((run, place) =>
                ledgerRows(context, {
                    ruleSet: run.ruleSet.id,
                    dates: run.vacancies,
                    outcomes: run.outcomes,
                    recordedRanks: place === 0 ? recorded.reading.ranks : [],
                    leases: leases[place]!,
                }),
            ),
        ),
        ...(recorded.hasLessees ? { recordLedger: recordRows(context, { leases: recordLeases, holders: recorded.flux.holders }) } : {}),
    };
}

function changesNothing(baseline: RunResult, run: RunResult, sameMeasures: boolean): boolean {
    if (meanTheSame(baseline.phases, run.phases)) return true;
    return (
        sameMeasures &&
        sameAccounts(baseline, run) &&
        !run.notesDiffer &&
        run.outcomes.every((outcome, vacancy) => isSameOutcome(outcome, baseline.outcomes[vacancy]!))
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

function honestyOf(context: ReplayContext, runs: readonly RunResult[], { reading, hasLessees, notes }: RecordedSide): Honesty {
    const { replayed } = context.vacancies;
    const rankOfRecordedFirst = rankSummary(reading.ranks, (vacancy) => replayed[vacancy]!.typology);
    return {
        recomputedNote: notes.same,
        recordedCandidatesInPool: reading.inPool,
        rankOfRecordedFirst,
        imputedHouseholdMonths: runs.map((run) => ({ ruleSet: run.ruleSet.id, months: imputedMonths(context, run) })),
        tiesDecided: runs.map(({ ruleSet, outcomes }) => tiesOf(ruleSet.id, outcomes)),
        why: [
            ...notes.why,
            ...(hasLessees || reading.inPool !== undefined ? [] : ['recorded-lessees-absent']),
            ...(rankOfRecordedFirst === undefined ? ['recorded-first-not-in-pool'] : []),
        ],
    };
}

/** Months started that households housed by the record, and not yet by the run, spend past that recorded letting. */
function imputedMonths({ population, window }: ReplayContext, { world, vacancies }: RunResult): number {
    let months = 0;
    for (const [demand, letting] of population.letting.entries()) {
        if (letting === NEVER) continue;
        const housed = vacancies[world.housedBy[demand]!]?.designation ?? NEVER;
        const end = Math.min(housed, population.runEnd[demand]!, window.to);
        if (end > letting) months += monthsStarted(letting, end);
    }
    return months;
}
