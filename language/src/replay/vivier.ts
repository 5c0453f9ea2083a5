import { at } from '../kit/at.js';
import type { Breakdown } from './contract/breakdown.js';
import { breakdownsOf } from './measures/breakdowns.js';
import { fluxOfRecord } from './measures/flux-report.js';
import type { Groundwork, GroundworkElsewhere } from './contract/groundwork.js';
import { HISTORY, type ReplayReport } from './contract/report.js';
import { profilesOf } from './measures/profiles.js';
import { readRecord } from './run/record-pass.js';
import { candidatesOf } from './record/recorded-candidates.js';
import { recordedNotesFound } from './measures/recorded-notes.js';
import { rankPlaces } from './measures/rank-demands.js';
import { replayContext, type ReplayContext } from './pool/replay-context.js';
import type { ReplayProgress, ReplayRequest } from './contract/request.js';
import { loadRuleSet, phasesOf, policyLoader, type LoadedRuleSet, type LoadedRuleSets } from './rules/rule-set.js';
import type { LookListener } from './run/fill.js';
import { firstCandidates } from './run/first-candidates.js';
import { runRuleSet, type RunResult } from './run/run.js';
import { tensionBook, type TensionBook } from './measures/tension.js';
import { reportOfRuns } from './vivier-report.js';

/** Mode vivier: every rule set fills every vacancy from the whole pool; the record stands beside. */
export function* replayVivier(
    context: ReplayContext,
    ruleSets: LoadedRuleSets,
    { groundwork: elsewhere, candidates: told }: Pick<ReplayRequest, 'groundwork' | 'candidates'>,
): Generator<ReplayProgress, ReplayReport> {
    const { replayed } = context.vacancies;
    const total = replayed.length * (ruleSets.length + 1);
    const [first, ...others] = ruleSets;
    const tension = tensionOf(context, first);
    const sign =
        (before: number, { label }: LoadedRuleSet) =>
        (done: number): ReplayProgress => ({ done: before * replayed.length + done, total, label });
    const baseline = yield* counted(runRuleSet(context, first, { onLook: listenerOf(first, told, tension?.count) }), sign(0, first));
    const runs: [RunResult, ...RunResult[]] = [baseline];
    for (const ruleSet of others)
        runs.push(yield* counted(runRuleSet(context, ruleSet, { baseline, onLook: listenerOf(ruleSet, told) }), sign(runs.length, ruleSet)));
    const candidates = candidatesOf(context);
    const progress = (done: number): ReplayProgress => ({ done: runs.length * replayed.length + done, total, label: HISTORY });
    const made = yield* awaited(elsewhere, progress(0));
    const reading = made?.record ?? (yield* counted(readRecord(context, first, candidates.byVacancy), progress));
    const breakdowns = made?.breakdowns ?? breakdownsToCompare(context, ruleSets);
    const places = made?.places ?? rankPlaces(context, first);
    const hasLessees = replayed.some(({ lessee }) => lessee !== undefined);
    const flux = hasLessees ? fluxOfRecord(context, first, candidates.byVacancy) : { outcomes: [], holders: [] };
    const counts = new Map(candidates.notEvaluated);
    const notes = recordedNotesFound(context, first, { byVacancy: candidates.byVacancy, counts });
    return reportOfRuns(context, runs, { recorded: { reading, counts, hasLessees, flux, notes }, breakdowns, places, tension: tension?.outcome() });
}

/** Whoever is told of the pools of a run: its first candidates, and who counts what it holds. */
function listenerOf({ id }: LoadedRuleSet, told: ReplayRequest['candidates'], count?: LookListener): LookListener | undefined {
    if (told === undefined) return count;
    return (look) => {
        count?.(look);
        told.told(firstCandidates(look, { ruleSet: id, most: told.most }));
    };
}

/** Counts who is in the pools of the baseline's run, by the profiles that its first version tells; nothing where it tells none. */
function tensionOf(context: ReplayContext, ruleSet: LoadedRuleSet): TensionBook | undefined {
    const [first] = phasesOf(ruleSet, context.days.from, context.days.to);
    const profiles = first && profilesOf(context, first.inForce);
    return profiles && tensionBook(context, profiles);
}

/**
 * What depends on no run, for a request that `replaySteps` does not refuse: another thread may make it meanwhile
 * (`ReplayRequest.groundwork`).
 */
export function groundworkOf(request: ReplayRequest): Groundwork {
    const context = replayContext(request);
    const load = policyLoader();
    const ruleSets = request.ruleSets.map((ruleSet) => loadRuleSet(ruleSet, load));
    const baseline = at(ruleSets, 0);
    const steps = readRecord(context, baseline, candidatesOf(context).byVacancy);
    for (let step = steps.next(); ; step = steps.next())
        if (step.done === true) return { record: step.value, breakdowns: breakdownsToCompare(context, ruleSets), places: rankPlaces(context, baseline) };
}

/** The breakdowns by which rule sets are compared: none for one alone. */
function breakdownsToCompare(context: ReplayContext, ruleSets: readonly LoadedRuleSet[]): readonly Breakdown[] {
    if (ruleSets.length < 2) return [];
    const phases = ruleSets.map((ruleSet) => phasesOf(ruleSet, context.days.from, context.days.to));
    const rules = new Set(phases.flatMap((of) => of.flatMap(({ inForce, ranking }) => [inForce, ranking])));
    return breakdownsOf(context, at(at(phases, 0), 0).inForce, [...rules]);
}

/** Waits for the groundwork made elsewhere; nothing when it is not, or failed. */
function* awaited(elsewhere: (() => GroundworkElsewhere) | undefined, progress: ReplayProgress): Generator<ReplayProgress, Groundwork | undefined> {
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
