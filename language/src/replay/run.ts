import { candidateStream, lookAt, poolSize, type Candidate, type CandidateStream } from './candidate-stream.js';
import { decide } from './commission.js';
import { moveOf, type Baseline } from './move-cause.js';
import { notesDiffer } from './changes-nothing.js';
import { doubtOf } from './doubts.js';
import { uncertainResult } from './note-book.js';
import type { PhasePool, PoolEntry } from './phase-pool.js';
import { changeFacts, takeOut } from './pool-buckets.js';
import { verdictsFor } from './pool-verdicts.js';
import { UNKNOWN } from './pool-filter.js';
import { poolOfPhase } from './pool-of-phase.js';
import type { ReplayContext } from './replay-context.js';
import { phasesOf, type LoadedRuleSet, type Phase } from './rule-set.js';
import { noteReason, noteResult, type Uncertainties } from './uncertainties.js';
import { decidedBy, named, noteText, type VacancyOutcome } from './vacancy-outcome.js';
import { verdictBook, type VerdictBook } from './verdicts.js';
import { runWorld, type RunWorld } from './worlds.js';

/** What a rule set would have done with every vacancy of the window. */
export interface RunResult {
    readonly ruleSet: LoadedRuleSet;
    readonly phases: readonly Phase[];
    /** By vacancy, in the order filled. */
    readonly outcomes: readonly VacancyOutcome[];
    /** As the last vacancy left it. */
    readonly world: RunWorld;
    readonly uncertainties: Uncertainties;
    /** A demand that came into a pool had another note than under the baseline. */
    readonly notesDiffer: boolean;
}

/** A run under way. */
interface Run {
    readonly context: ReplayContext;
    readonly phases: readonly Phase[];
    readonly world: RunWorld;
    readonly verdicts: VerdictBook;
    readonly uncertainties: Uncertainties;
    readonly baseline: Baseline | undefined;
    phase: Phase | undefined;
    pool: PhasePool | undefined;
    notesDiffer: boolean;
}

/** Vacancies filled between two signs of life. */
const STRIDE = 64;

/**
 * Steps 3 to 7 for every vacancy, in order of designation. Yields how many are filled now and then. A rule set's outcome depends on no
 * other; `baseline` only says what differs from it.
 */
export function* runRuleSet(context: ReplayContext, ruleSet: LoadedRuleSet, baseline: Baseline | undefined): Generator<number, RunResult> {
    const { replayed } = context.vacancies;
    const phases = phasesOf(ruleSet, replayed[0]?.designation ?? context.window.from, replayed.at(-1)?.designation ?? context.window.to);
    const world = runWorld(context, {
        onEntry: (entry) => enters(run, entry),
        onDoubt: (row, reason) => noteReason(run.uncertainties, reason, context.population.demandOf[row]!),
    });
    const verdicts = verdictBook(context.territory.demands.rows);
    const run: Run = { context, phases, world, verdicts, uncertainties: new Map(), baseline, phase: undefined, pool: undefined, notesDiffer: false };
    const outcomes: VacancyOutcome[] = [];
    for (let vacancy = 0; vacancy < replayed.length; vacancy += 1) {
        if (vacancy % STRIDE === 0) yield vacancy;
        outcomes.push(fill(run, vacancy));
    }
    // What the run has computed is of no more use; the world, which outlives it, must not hold it.
    run.pool = undefined;
    return { ruleSet, phases, outcomes, world, uncertainties: run.uncertainties, notesDiffer: run.notesDiffer };
}

function enters(run: Run, entry: PoolEntry): void {
    const { context, baseline, uncertainties, phase, pool } = run;
    if (pool === undefined) return;
    const result = uncertainResult(pool.notes, entry.row, entry.day);
    if (result !== undefined) noteResult(uncertainties, context.population.demandOf[entry.row]!, result[pool.notes.ranks.which], result.anomalies);
    if (baseline === undefined || phase === undefined || run.notesDiffer) return;
    run.notesDiffer = notesDiffer(context, baseline, { ...entry, demand: run.world.reader(entry.row), ranking: phase.ranking });
}

const NOT_EVALUATED: VacancyOutcome = { end: 'not-evaluated', pool: 0, decidedBy: 'none', offers: 0, rounds: 0, examined: 0, flags: ['no-version-in-force'] };

function fill(run: Run, vacancy: number): VacancyOutcome {
    const pool = poolOf(run, vacancy);
    if (pool === undefined) return NOT_EVALUATED;
    const look = lookAt(run.context, pool, vacancy);
    const size = poolSize(look);
    const stream = candidateStream(look);
    const [first, second] = [stream.next(), stream.next()];
    const moved = run.baseline === undefined ? undefined : moveOf(run.baseline, { context: run.context, world: run.world, pool, look, first });
    const { ranks } = pool.notes;
    const base = {
        pool: size,
        moved,
        first: first && named(ranks, first),
        secondNote: second && noteText(ranks, second.note.result),
        decidedBy: first === undefined ? ('none' as const) : decidedBy(ranks, first, second),
    };
    if (first === undefined) {
        stream.close();
        return { ...base, end: 'without-candidate', offers: 0, rounds: 0, examined: 0, flags: [] };
    }
    const doubts = (candidate: Candidate): readonly string[] =>
        verdictsFor(pool, candidate.row, vacancy).flatMap(({ filter, verdict }) => (verdict === UNKNOWN ? [doubtOf(filter)] : []));
    const decision = decide(run.context, run.context.vacancies.replayed[vacancy]!, candidates([first, second], stream), (candidate) =>
        doubts(candidate).includes('adequacy-unknown'),
    );
    stream.close();
    settle(run, pool, { vacancy, decision });
    const { housed, offers, rounds, examined } = decision;
    const flags = flagsOf(run, { first, housed, size, doubts, which: ranks.which });
    return { ...base, end: housed === undefined ? 'without-taker' : 'leased', housed: housed && named(ranks, housed), offers, rounds, examined, flags };
}

function* candidates(seen: readonly (Candidate | undefined)[], stream: CandidateStream): Generator<Candidate> {
    for (const candidate of seen) if (candidate !== undefined) yield candidate;
    for (let candidate = stream.next(); candidate !== undefined; candidate = stream.next()) yield candidate;
}

/** The household housed leaves every pool; refusals become facts. */
function settle({ world }: Run, pool: PhasePool, { vacancy, decision }: { readonly vacancy: number; readonly decision: ReturnType<typeof decide> }): void {
    const rowsOf = (candidate: Candidate): readonly number[] => candidate.demand.rows.map(({ row }) => row);
    for (const { candidate, refusal } of decision.refusals) {
        if (world.refuse(candidate.index, refusal)) changeFacts(pool, rowsOf(candidate), refusal.day);
    }
    if (decision.housed === undefined) return;
    world.housedBy[decision.housed.index] = vacancy;
    takeOut(pool, rowsOf(decision.housed));
}

interface FlagRequest {
    readonly first: Candidate;
    readonly housed: Candidate | undefined;
    readonly size: number;
    readonly doubts: (candidate: Candidate) => readonly string[];
    readonly which: 'declared' | 'verified';
}

/** What the reader of the ledger must know of a vacancy: `few-candidates`, and the doubts about the first and the housed. */
function flagsOf({ context }: Run, { first, housed, size, doubts, which }: FlagRequest): readonly string[] {
    const flags = size < context.assumptions.candidatesPerRound ? ['few-candidates'] : [];
    const about = (role: string, candidate: Candidate): readonly string[] => {
        const incomplete = candidate.note.result[which].kind === 'incomplete' ? ['incomplete-note'] : [];
        return [...new Set([...doubts(candidate), ...incomplete])].map((reason) => `${role}-${reason}`);
    };
    return [...flags, ...about('first', first), ...(housed === undefined ? [] : about('housed', housed))];
}

/** The pool of the phase of a vacancy: a new one when the phase is. */
function poolOf(run: Run, vacancy: number): PhasePool | undefined {
    const { designation } = run.context.vacancies.replayed[vacancy]!;
    const phase = run.phases.find(({ from, to }) => from <= designation && designation <= to);
    if (phase !== undefined && phase === run.phase) return run.pool;
    run.phase = phase;
    run.pool = phase && poolOfPhase(run.context, phase, { world: run.world, verdicts: run.verdicts, wholePools: false });
    return run.pool;
}
