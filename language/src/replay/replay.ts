import { checkRequest, finding } from './check-request.js';
import { comparableVacancies } from './run/fixed-candidates.js';
import { replayContext, type ReplayContext } from './pool/replay-context.js';
import { leftToSet } from '../ir/left-to-set.js';
import type { ReplayFinding, ReplayOutcome, ReplayProgress, ReplayRequest } from './contract/request.js';
import { coversCommune, loadRuleSet, phaseOn, phasesOf, policyLoader, type LoadedRuleSet, type LoadedRuleSets } from './rules/rule-set.js';
import { candidatesOf } from './record/recorded-candidates.js';
import { replayVivier } from './vivier.js';
import { replayFixedCandidates, reportRecord } from './without-run.js';

/**
 * Replays a window of a territory under one or more rule sets. A pure function of the request: the order of rows changes nothing, nor
 * do the other rule sets change what one of them does. Refuses, with reasons, what the data cannot answer; never throws on data.
 * `progress` is called at least once every 64 vacancies of each rule set; when it returns false the outcome is `cancelled`.
 */
export function replay(request: ReplayRequest): ReplayOutcome {
    const steps = replaySteps({ ...request, groundwork: undefined });
    for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) return step.value;
        const { done, total, label } = step.value;
        if (request.progress?.(done, total, label) === false) return { kind: 'cancelled' };
    }
}

/**
 * The same replay in slices: yields how far it is, and returns the outcome. A caller that must stay reachable (a signal, a screen) goes
 * on when it likes, or never: nothing is left behind. `progress` is not called.
 */
export function* replaySteps(request: ReplayRequest): Generator<ReplayProgress, ReplayOutcome> {
    const refused = checkRequest(request);
    if (refused.length > 0) return { kind: 'refused', findings: refused };
    yield { done: 0, total: 0, label: '' };
    const ready = readyReplay(request);
    if (ready.kind === 'refused') return ready;
    const { context, ruleSets } = ready;
    switch (request.mode) {
        case 'vivier':
            return { kind: 'done', report: yield* replayVivier(context, ruleSets, request) };
        case 'constants': {
            const candidates = candidatesOf(context);
            if (comparableVacancies(candidates.byVacancy).length === 0) return { kind: 'refused', findings: [finding('no-recorded-candidates')] };
            return { kind: 'done', report: yield* replayFixedCandidates(context, ruleSets, candidates) };
        }
        case 'constat': {
            const recorded = context.vacancies.replayed.some(({ lessee, recordedLease }) => lessee !== undefined || recordedLease !== undefined);
            return recorded ? { kind: 'done', report: reportRecord(context, ruleSets) } : { kind: 'refused', findings: [finding('no-recorded-lease')] };
        }
    }
}

/** A request that can be replayed: its tables read, its rules loaded. */
interface ReadyReplay {
    readonly kind: 'ready';
    readonly context: ReplayContext;
    readonly ruleSets: LoadedRuleSets;
}

/** Reads what a request that `checkRequest` does not refuse replays, or says why it cannot be. */
export function readyReplay(request: ReplayRequest): ReadyReplay | { readonly kind: 'refused'; readonly findings: readonly ReplayFinding[] } {
    const context = replayContext(request);
    const load = policyLoader();
    const [baseline, ...others] = request.ruleSets.map((ruleSet) => loadRuleSet(ruleSet, load));
    if (baseline === undefined) return { kind: 'refused', findings: [finding('no-rule-set')] };
    const ruleSets: LoadedRuleSets = [baseline, ...others];
    const findings = [...checkRows(context), ...ruleSets.flatMap((ruleSet) => checkPhases(request, context, ruleSet))];
    return findings.length > 0 ? { kind: 'refused', findings } : { kind: 'ready', context, ruleSets };
}

function checkRows({ population, vacancies, window }: ReplayContext): readonly ReplayFinding[] {
    const findings: ReplayFinding[] = [];
    if (population.histories.length === 0) findings.push(finding('no-demand'));
    if (vacancies.replayed.length === 0) findings.push(finding('no-vacancy', { from: String(window.from), to: String(window.to) }));
    return findings;
}

/** A rule set must rank on every day of designation, but in constat, which ranks nobody. */
function checkPhases({ mode }: ReplayRequest, { vacancies: { replayed } }: ReplayContext, ruleSet: LoadedRuleSet): readonly ReplayFinding[] {
    const [first, last] = [replayed[0]?.designation, replayed.at(-1)?.designation];
    if (mode === 'constat' || first === undefined || last === undefined) return [];
    const phases = phasesOf(ruleSet, first, last);
    // A vacancy in a commune that no policy names is left out and counted; a day that the policies of its commune forget is refused.
    const covered = replayed.filter(({ commune }) => coversCommune(ruleSet, commune));
    const orphans = covered.filter(({ designation: day, commune }) => phaseOn(phases, { day, commune }) === undefined);
    const findings: ReplayFinding[] = covered.length === 0 ? [finding('no-vacancy-in-communes', { ruleSet: ruleSet.id })] : [];
    if (orphans[0] !== undefined)
        findings.push(
            finding('no-version-in-force', {
                ruleSet: ruleSet.id,
                day: String(orphans[0].designation),
                days: String(new Set(orphans.map(({ designation }) => designation)).size),
            }),
        );
    for (const policy of new Set(phases.map(({ ranking }) => ranking.policy))) {
        const params = { ruleSet: ruleSet.id, version: policy.version };
        if (policy.ranking === undefined) findings.push(finding('policy-without-ranking', params));
        if (policy.scorings.length === 0) findings.push(finding('policy-without-scoring', params));
    }
    const read = new Set(phases.flatMap(({ ranking, inForce }) => [ranking.policy, inForce.policy]));
    for (const policy of read) {
        const left = leftToSet(policy).map(({ what, of }) => `${what} ${of}`);
        if (left.length > 0) findings.push(finding('policy-to-set', { ruleSet: ruleSet.id, version: policy.version, left: left.join('\n') }));
    }
    return findings;
}
