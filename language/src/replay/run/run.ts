import { intAt } from '../../kit/at.js';
import { decide, type Commission } from './commission.js';
import { noteNumbers, notesDiffer, type NoteNumbers } from './changes-nothing.js';
import { fill, impose, NOT_EVALUATED, NOT_RELEASED, WITHOUT_RULES, type Filling, type LookListener, type Returned } from './fill.js';
import { fluxBook, type FluxBook } from '../flux/flux-accounts.js';
import { livePools } from '../pool/live-pools.js';
import type { Baseline } from './move-cause.js';
import type { PhasePool, PoolEntry } from '../pool/phase-pool.js';
import { poolOfPhase } from '../pool/create-pool.js';
import { candidatesOf } from '../record/recorded-candidates.js';
import type { ReplayContext, RunContext } from '../pool/replay-context.js';
import { coversCommune, phaseOn, phasesOf, type LoadedRuleSet, type Phase } from '../rules/rule-set.js';
import { noteReason, noteResult, type Uncertainties } from './uncertainties.js';
import type { VacancyOutcome } from './vacancy-outcome.js';
import { runCalendar } from './run-calendar.js';
import type { Vacancy } from '../record/vacancies.js';
import { runWorld, type RunWorld } from './worlds.js';

/** What a rule set would have done with every vacancy of the window. */
export interface RunResult {
    readonly ruleSet: LoadedRuleSet;
    readonly phases: readonly Phase[];
    /** By vacancy, in the order filled. */
    readonly outcomes: readonly VacancyOutcome[];
    /** As the last vacancy left it. */
    readonly world: RunWorld;
    /** What the conventions owe and gave. */
    readonly book: FluxBook;
    readonly uncertainties: Uncertainties;
    /** By demand: 1 where it was in the pool of a vacancy. */
    readonly entered: Uint8Array;
    /** A demand that came into a pool had another note than under the baseline. */
    readonly notesDiffer: boolean;
    /** By vacancy, with the run's own dates. */
    readonly vacancies: readonly Vacancy[];
}

/** What a run notes of those who come into its pools: made before its world, which tells it. */
interface Witness {
    readonly context: RunContext;
    readonly baseline: Baseline | undefined;
    readonly uncertainties: Uncertainties;
    readonly entered: Uint8Array;
    readonly numbers: NoteNumbers;
    /** The phase and the pool of the vacancy under way. */
    phase: Phase | undefined;
    pool: PhasePool | undefined;
    notesDiffer: boolean;
}

/** The vacancy that houses a demand in a run, with the run's own dates; `undefined` where none does. */
export function housingOf({ world, vacancies }: Pick<RunResult, 'world' | 'vacancies'>, demand: number): Vacancy | undefined {
    const vacancy = world.housedBy(demand);
    return vacancy === undefined ? undefined : vacancies[vacancy];
}

/** What a run is told against, and who is told of it. */
interface BesideRun {
    /** Absent: this run is the baseline. */
    readonly baseline?: Baseline | undefined;
    readonly onLook?: LookListener | undefined;
    /** Absent: as the assumptions of the territory say. */
    readonly commission?: Commission;
}

/** Vacancies filled between two signs of life. */
const STRIDE = 64;

/**
 * Steps 3 to 7 for every vacancy, in order of designation. Yields how many are filled now and then. A rule set's outcome depends on no
 * other; `baseline` only says what differs from it.
 */
export function* runRuleSet(shared: ReplayContext, ruleSet: LoadedRuleSet, { baseline, onLook, commission = decide }: BesideRun): Generator<number, RunResult> {
    const calendar = runCalendar(shared);
    const context: RunContext = { ...shared, dwellings: calendar.dwellings };
    const phases = phasesOf(ruleSet, context.days.from, context.days.to);
    const witness = witnessOf(context, baseline);
    const world = runWorld(context, {
        onEntry: (entry) => enters(witness, entry),
        onDoubt: (row, reason) => noteReason(witness.uncertainties, reason, intAt(context.population.demandOf, row)),
    });
    const standings = context.filters.inWorld(world);
    const book = fluxBook();
    const filling: Filling = { context, world, book, baseline, applicants: applicantsIn(shared), onLook, commission };
    const pools = livePools((phase) => poolOfPhase(context, phase, { world, standings, use: 'first' }));
    const outcomes: VacancyOutcome[] = shared.vacancies.replayed.map(() => NOT_RELEASED);
    const returned = new Map<number, Returned>();
    let done = 0;
    for (let vacancy = calendar.next(); vacancy !== undefined; vacancy = calendar.next()) {
        // A vacancy that comes back is looked at twice: what is told never passes the total.
        if (done % STRIDE === 0) yield Math.min(done, outcomes.length);
        done += 1;
        const { designation: day, commune } = calendar.dwellings.vacancy(vacancy);
        const phase = phaseOn(phases, { day, commune });
        const pool = phase && pools.of(phase, day);
        witness.phase = phase;
        witness.pool = pool;
        const at = phase && pool && { phase, pool, pools: pools.live() };
        if (phase === undefined && !coversCommune(ruleSet, commune)) {
            outcomes[vacancy] = WITHOUT_RULES;
            const lessee = impose(filling, pools.live(), vacancy);
            if (typeof lessee === 'object') calendar.leaves(lessee.demand, vacancy);
            continue;
        }
        const filled = at === undefined ? NOT_EVALUATED : fill(filling, at, { vacancy, returned: returned.get(vacancy) });
        if ('days' in filled) {
            returned.set(vacancy, filled);
            calendar.postpone(vacancy, filled.days);
            continue;
        }
        outcomes[vacancy] = filled;
        if (filled.housed !== undefined) calendar.leaves(filled.housed.demand, vacancy);
    }
    // What the run has computed is of no more use; the world, which outlives it and holds its witness, must not hold it.
    witness.pool = undefined;
    pools.drop();
    const { uncertainties, entered, notesDiffer: differ } = witness;
    return { ruleSet, phases, outcomes, world, book, uncertainties, entered, notesDiffer: differ, vacancies: calendar.vacancies() };
}

function witnessOf(context: RunContext, baseline: Baseline | undefined): Witness {
    const entered = new Uint8Array(context.population.histories.length);
    const nothingYet = { phase: undefined, pool: undefined, notesDiffer: false };
    return { context, baseline, uncertainties: new Map(), entered, numbers: noteNumbers(), ...nothingYet };
}

/** By vacancy: the demands with a candidature in the record, read once they are asked. */
function applicantsIn(context: ReplayContext): Filling['applicants'] {
    let candidates: ReturnType<typeof candidatesOf> | undefined;
    return (vacancy) => {
        if (context.territory.candidatures === undefined) return undefined;
        candidates ??= candidatesOf(context);
        return new Set(candidates.byVacancy[vacancy]?.map(({ demand }) => demand));
    };
}

function enters(witness: Witness, entry: PoolEntry): void {
    const { context, baseline, uncertainties, numbers, phase, pool } = witness;
    const demand = intAt(context.population.demandOf, entry.row);
    witness.entered[demand] = 1;
    if (pool === undefined) return;
    const result = pool.ranks.uncertain(entry.row, entry.day);
    if (result !== undefined) noteResult(uncertainties, demand, result[pool.ranks.policy.which], result.anomalies);
    if (baseline === undefined || phase === undefined || witness.notesDiffer) return;
    witness.notesDiffer = notesDiffer(context, baseline, { ...entry, demand: pool.world.reader(entry.row), ranking: phase.ranking, numbers });
}
