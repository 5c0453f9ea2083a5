import { checkLeases } from './checked-lease.js';
import { compareRuns, tiesOf } from './comparison.js';
import { isSameOutcome, meanTheSame } from './changes-nothing.js';
import { fluxOfRecord, fluxOfRun, type RecordedFlux } from './flux-report.js';
import { breakdownsOf } from './groups.js';
import { monthsStarted } from '../kit/civil-date.js';
import { NEVER } from './demand-histories.js';
import { measureImputations } from './imputations.js';
import { interleave, ledgerRows, recordRows } from './ledger.js';
import { measureChecks } from './lease-checks.js';
import { countUnmeasured, leasesOfRun, recordedLeases } from './leases.js';
import { HISTORY, REPORT_VERSION, type Honesty, type ObjectiveOutcome, type ReplayReport } from './model.js';
import { measureObjectives } from './objectives.js';
import { rankSummary, readRecord } from './record-pass.js';
import type { RecordElsewhere, RecordReading } from './record-reading.js';
import { candidatesOf } from './recorded-candidates.js';
import { policiesOf, ruleSetOf, territoryOf } from './report-names.js';
import { replayContext, type ReplayContext } from './replay-context.js';
import type { ReplayProgress, ReplayRequest } from './request.js';
import { loadRuleSet, policyLoader, type LoadedRuleSet } from './rule-set.js';
import { runRuleSet, type RunResult } from './run.js';
import { recordedAnswers } from './recorded-answers.js';
import { measureStocks } from './stocks.js';
import { stockOfRecord, stockOfRun } from './stock-sources.js';
import { stepNotes } from './step-notes.js';
import type { Tally } from './tally.js';
import { volumesOf } from './volumes.js';
import { waitingOfRecord, waitingOfRun } from './waits.js';

/** The record as the report compares it: where it names lessees or candidates. */
interface Recorded {
    readonly reading: RecordReading;
    readonly counts: Tally;
    readonly hasLessees: boolean;
    readonly flux: RecordedFlux;
}

/** Mode vivier: every rule set fills every vacancy from the whole pool; the record stands beside. */
export function* replayVivier(
    context: ReplayContext,
    ruleSets: readonly LoadedRuleSet[],
    elsewhere?: () => RecordElsewhere,
): Generator<ReplayProgress, ReplayReport> {
    const { replayed } = context.vacancies;
    const total = replayed.length * (ruleSets.length + 1);
    const runs: RunResult[] = [];
    for (const ruleSet of ruleSets) {
        const before = runs.length * replayed.length;
        runs.push(yield* counted(runRuleSet(context, ruleSet, runs[0]), (done) => ({ done: before + done, total, label: ruleSet.label })));
    }
    const candidates = candidatesOf(context);
    const progress = (done: number): ReplayProgress => ({ done: runs.length * replayed.length + done, total, label: HISTORY });
    const reading = (yield* awaited(elsewhere, progress(0))) ?? (yield* counted(readRecord(context, ruleSets[0]!, candidates.byVacancy), progress));
    const hasLessees = replayed.some(({ lessee }) => lessee !== undefined);
    const flux = hasLessees ? fluxOfRecord(context, ruleSets[0]!, candidates.byVacancy) : { outcomes: [], holders: [] };
    return reportOf(context, runs, { reading, counts: new Map(candidates.notEvaluated), hasLessees, flux });
}

/**
 * The reading of the record alone, for a request that `replaySteps` does not refuse. It depends on no run: another thread may make it
 * meanwhile (`recordReading`).
 */
export function readRecordOf(request: ReplayRequest): RecordReading {
    const context = replayContext(request);
    const steps = readRecord(context, loadRuleSet(request.ruleSets[0]!, policyLoader()), candidatesOf(context).byVacancy);
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Waits for the record read elsewhere; nothing when it is not, or failed. */
function* awaited(elsewhere: (() => RecordElsewhere) | undefined, progress: ReplayProgress): Generator<ReplayProgress, RecordReading | undefined> {
    for (let read = elsewhere?.() ?? 'failed'; ; read = elsewhere?.() ?? 'failed') {
        if (read !== 'waiting') return read === 'failed' ? undefined : read;
        yield { ...progress, waiting: true };
    }
}

function* counted<Result>(steps: Generator<number, Result>, progress: (done: number) => ReplayProgress): Generator<ReplayProgress, Result> {
    for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) return step.value;
        yield progress(step.value);
    }
}

function reportOf(context: ReplayContext, runs: readonly RunResult[], recorded: Recorded): ReplayReport {
    const [baseline, ...others] = runs as [RunResult, ...RunResult[]];
    const breakdowns = others.length === 0 ? [] : breakdownsOf(context, baseline.phases[0]!.inForce);
    const leases = runs.map((run) => checkLeases(leasesOfRun(context, run)));
    const recordLeases = recorded.hasLessees ? checkLeases(recordedLeases(context, baseline.ruleSet)) : [];
    for (const signed of [...leases, recordLeases]) countUnmeasured(recorded.counts, signed);
    const objectives = runs.map((run, place) => measureObjectives(run.ruleSet.id, policiesOf(run.ruleSet), leases[place]!, context.window.to));
    const history = recorded.hasLessees ? measureObjectives(HISTORY, policiesOf(baseline.ruleSet), recordLeases, context.window.to) : [];
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
        stocks: [
            ...runs.flatMap((run, place) => measureStocks(context, stockOfRun(context, run, leases[place]!))),
            ...(recorded.hasLessees ? measureStocks(context, stockOfRecord(context, baseline.ruleSet, recordLeases)) : []),
        ],
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

function honestyOf(context: ReplayContext, runs: readonly RunResult[], { reading, hasLessees }: Recorded): Honesty {
    const { replayed } = context.vacancies;
    const rankOfRecordedFirst = rankSummary(reading.ranks, (vacancy) => replayed[vacancy]!.typology);
    return {
        recordedCandidatesInPool: reading.inPool,
        rankOfRecordedFirst,
        imputedHouseholdMonths: runs.map((run) => ({ ruleSet: run.ruleSet.id, months: imputedMonths(context, run) })),
        tiesDecided: runs.map(({ ruleSet, outcomes }) => tiesOf(ruleSet.id, outcomes)),
        why: [
            'recorded-note-absent',
            ...(hasLessees || reading.inPool !== undefined ? [] : ['recorded-lessees-absent']),
            ...(rankOfRecordedFirst === undefined ? ['recorded-first-not-in-pool'] : []),
        ],
    };
}

/** Months started that households housed by the record, and not yet by the run, spend past that recorded letting. */
function imputedMonths({ population, vacancies, window }: ReplayContext, { world }: RunResult): number {
    let months = 0;
    for (const [demand, letting] of population.letting.entries()) {
        if (letting === NEVER) continue;
        const housed = vacancies.replayed[world.housedBy[demand]!]?.designation ?? NEVER;
        const end = Math.min(housed, population.runEnd[demand]!, window.to);
        if (end > letting) months += monthsStarted(letting, end);
    }
    return months;
}
