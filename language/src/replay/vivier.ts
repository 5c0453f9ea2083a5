import { fluxOfRecord } from './flux-report.js';
import { HISTORY, type ReplayReport } from './model.js';
import { readRecord } from './record-pass.js';
import type { RecordElsewhere, RecordReading } from './record-reading.js';
import { candidatesOf } from './recorded-candidates.js';
import { recordedNotesFound } from './recorded-notes.js';
import { replayContext, type ReplayContext } from './replay-context.js';
import type { ReplayProgress, ReplayRequest } from './request.js';
import { loadRuleSet, policyLoader, type LoadedRuleSet } from './rule-set.js';
import { runRuleSet, type RunResult } from './run.js';
import { reportOfRuns } from './vivier-report.js';

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
    const counts = new Map(candidates.notEvaluated);
    const notes = recordedNotesFound(context, ruleSets[0]!, { byVacancy: candidates.byVacancy, counts });
    return reportOfRuns(context, runs, { reading, counts, hasLessees, flux, notes });
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
