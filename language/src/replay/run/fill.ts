import type { DoubtReason, VacancyFlag } from '../contract/report-codes.js';
import { intAt } from '../../kit/at.js';
import { candidateStream, lookAt, poolSize, type Candidate, type CandidateStream, type PoolLook } from '../pool/candidate-stream.js';
import { isDoubtful, evaluateCondition, evaluateDemand } from '../../engine/index.js';
import type { CommissionCase } from '../../ir/commission.js';
import { isSameNote } from './changes-nothing.js';
import type { Commission, Decision, Examination } from './commission.js';
import { addMonths } from '../../kit/civil-date.js';
import { NEVER } from '../record/demand-histories.js';
import { doubtOf } from '../pool/doubts.js';
import type { FluxBook } from '../flux/flux-accounts.js';
import { moveOf, type Baseline } from './move-cause.js';
import { orient, receivedIn, returnToLandlord, settleHolding, type Holding } from '../flux/orientation.js';
import { passageOf, type Passage } from '../flux/passage.js';
import type { PhasePool } from '../pool/phase-pool.js';
import { changeFacts, takeOut } from '../pool/pool-buckets.js';
import { standingsFor } from '../pool/standings.js';
import { demandAt, factsRow } from '../record/population.js';
import type { RunContext } from '../pool/replay-context.js';
import type { Phase } from '../rules/rule-set.js';
import { decidedBy, named, noteText, type VacancyOutcome } from './vacancy-outcome.js';
import type { RunWorld } from './worlds.js';

/** Is told of each pool that a run ranks, before anybody is taken from it. */
export type LookListener = (look: PoolLook) => void;

/** What a run fills vacancies with. */
export interface Filling {
    readonly context: RunContext;
    readonly world: RunWorld;
    readonly book: FluxBook;
    readonly baseline: Baseline | undefined;
    /** Who applied for a published dwelling; `undefined` where the files do not say. */
    readonly applicants: (vacancy: number) => ReadonlySet<number> | undefined;
    readonly onLook: LookListener | undefined;
    /** What decides on the candidates of a vacancy. */
    readonly commission: Commission;
}

/** Where a run is: the phase of the vacancy, and its pools. */
interface PhaseOfRun {
    readonly phase: Phase;
    readonly pool: PhasePool;
    /** All pools under way, of whatever territory: who is housed leaves them all. */
    readonly pools: readonly PhasePool[];
}

const NOBODY = { pool: 0, decidedBy: 'none', offers: 0, rounds: 0, examined: 0 } as const;

/** Nobody ranks: no version is in force that day. */
export const NOT_EVALUATED: VacancyOutcome = { ...NOBODY, end: 'not-evaluated', flags: ['no-version-in-force'] };

/** Nobody ranks: no policy is that of its commune; it is let as the record says. */
export const WITHOUT_RULES: VacancyOutcome = { ...NOBODY, end: 'not-evaluated', flags: ['commune-without-rules'] };

/** Nobody left it: the run has not reproduced the mutation that released it. */
export const NOT_RELEASED: VacancyOutcome = { ...NOBODY, end: 'outside', flags: ['not-released'] };

/** A vacancy for which nobody could be proposed: it comes back to the landlord after so many days. */
export interface Returned {
    readonly days: number;
    readonly ranking: Ranking;
}

/** A vacancy to fill, which may have come back to the landlord. */
interface ToFill {
    readonly vacancy: number;
    readonly returned: Returned | undefined;
}

/** Steps 1 to 6 and 9 for one vacancy: its route, its holder, then who is housed, as the route says. */
export function fill(filling: Filling, at: PhaseOfRun, { vacancy, returned }: ToFill): VacancyOutcome | Returned {
    if (returned !== undefined)
        return { route: returned.ranking.route, ...rankPool(filling, at, { ...returned.ranking, ...poolFor(filling, at, returned.ranking) }) };
    const { context, book } = filling;
    const loaded = at.phase.inForce;
    const passage = passageOf(context, loaded, vacancy);
    const unsure = doubtsOfRelease(filling, vacancy, passage);
    const holding = orient(context, { book, loaded, vacancy, passage });
    const route = passage.route?.name;
    const said = { route, ...heldBy(holding) };
    if (passage.route?.withdrawn === true) return { ...NOBODY, ...said, end: 'outside', flags: [...unsure, 'withdrawn'] };
    if (passage.route?.publishedDays !== undefined) return published(filling, at, { vacancy, holding, flags: unsure, route });
    if (passage.route?.ranked !== false) return rank(filling, at, { vacancy, holding, flags: unsure, route });
    const imposed = impose(filling, at.pools, vacancy);
    if (imposed === 'already') return rank(filling, at, { vacancy, holding, flags: [...unsure, 'imposed-already-housed'], route });
    const { lessee, recordedLease } = context.dwellings.vacancy(vacancy);
    const isLet = lessee !== undefined || recordedLease !== undefined;
    settleHolding(holding, loaded, { proposed: isLet, allotted: isLet, signed: isLet });
    if (imposed === 'unknown') return { ...NOBODY, ...said, end: 'outside', flags: [...unsure, 'imposed-unknown'] };
    return { ...NOBODY, ...said, end: 'leased', decidedBy: 'route', housed: imposed, flags: unsure };
}

function doubtsOfRelease(filling: Filling, vacancy: number, { unsure }: Passage): readonly VacancyFlag[] {
    return [...(unsure ? (['route-unknown'] as const) : []), ...(isContradicted(filling, vacancy) ? (['release-contradicted'] as const) : [])];
}

/** A mutation of the record released the dwelling, and the run has not housed that household yet: with a fixed supply it is released all the same. */
function isContradicted({ context: { population, dwellings }, world }: Filling, vacancy: number): boolean {
    const { leftBy } = dwellings.vacancy(vacancy);
    const demand = leftBy === undefined ? undefined : population.byId.get(leftBy);
    return demand !== undefined && intAt(population.letting, demand) !== NEVER && world.housedBy(demand) === undefined;
}

function heldBy(holding: Holding): Pick<VacancyOutcome, 'public' | 'contingent' | 'reservee' | 'account'> {
    const { contingent, code, reservee } = holding;
    return { public: contingent?.code, contingent: code, reservee: reservee?.name, account: receivedIn(holding) };
}

/** The household that the record houses, let without ranking; it leaves every pool. */
export function impose({ context, world }: Filling, pools: PhaseOfRun['pools'], vacancy: number): VacancyOutcome['housed'] | 'unknown' | 'already' {
    const { population, dwellings } = context;
    const { lessee, designation } = dwellings.vacancy(vacancy);
    const demand = lessee === undefined ? undefined : population.byId.get(lessee);
    if (demand === undefined) return 'unknown';
    if (world.housedBy(demand) !== undefined) return 'already';
    const history = demandAt(population, demand);
    world.house(demand, vacancy);
    for (const pool of pools)
        takeOut(
            pool,
            history.rows.map(({ row }) => row),
        );
    return { demand, row: factsRow(history, designation) };
}

interface Ranking {
    readonly vacancy: number;
    readonly holding: Holding;
    readonly flags: readonly VacancyFlag[];
    readonly route: string | undefined;
    readonly applicants?: ReadonlySet<number>;
}

/** A published dwelling goes to those who applied; who they are, only the record can say. */
function published(filling: Filling, at: PhaseOfRun, ranking: Ranking): VacancyOutcome | Returned {
    const { vacancy, holding, flags, route } = ranking;
    const applicants = filling.applicants(vacancy);
    if (applicants !== undefined) return rank(filling, at, { ...ranking, applicants });
    settleHolding(holding, at.phase.inForce, { proposed: false, allotted: false, signed: false });
    return { ...NOBODY, route, ...heldBy(holding), end: 'not-evaluated', flags: [...flags, 'applications-unknown'] };
}

/** Ranks the pool of the holder; an empty one sends the dwelling back to the landlord where the convention says so, once its delay is over. */
function rank(filling: Filling, at: PhaseOfRun, ranking: Ranking): VacancyOutcome | Returned {
    const { vacancy, holding, flags, route } = ranking;
    const asked = poolFor(filling, at, ranking);
    const delay = holding.account?.convention?.returned;
    const back = asked.size > 0 ? undefined : returnToLandlord(filling.book, holding, at.phase.inForce);
    if (back === undefined || delay === undefined) return { route, ...rankPool(filling, at, { ...ranking, ...asked }) };
    const { designation } = filling.context.dwellings.vacancy(vacancy);
    const days = delay.unit === 'jours' ? delay.amount : addMonths(designation, delay.amount) - designation;
    return { days, ranking: { ...ranking, holding: back, flags: [...flags, 'returned-to-landlord'] } };
}

/** The pool of a holder: who may look at the vacancy, and how many they are. */
interface CountedPool {
    readonly look: PoolLook;
    readonly size: number;
}

function poolFor({ context }: Filling, { pool }: PhaseOfRun, { vacancy, holding, applicants }: Ranking): CountedPool {
    const look = lookAt(context, pool, { vacancy, contingent: holding.contingent?.code, applicants });
    return { look, size: poolSize(look) };
}

function rankPool(filling: Filling, at: PhaseOfRun, { vacancy, holding, flags, look, size }: Ranking & CountedPool): VacancyOutcome {
    const { context, world, baseline } = filling;
    const { pool, phase } = at;
    filling.onLook?.(look);
    const stream = candidateStream(look);
    const [first, second] = [stream.next(), stream.next()];
    const moved = baseline === undefined ? undefined : moveOf(baseline, { context, world, pool, look, first });
    const ranking = pool.ranks.policy;
    const base = {
        ...heldBy(holding),
        pool: size,
        moved,
        first: first && named(ranking, first),
        secondNote: second && noteText(ranking, second.result()),
        decidedBy: first === undefined ? ('none' as const) : decidedBy(ranking, first, second),
    };
    if (first === undefined) {
        stream.close();
        settleHolding(holding, phase.inForce, { proposed: false, allotted: false, signed: false });
        return { ...base, end: 'without-candidate', offers: 0, rounds: 0, examined: 0, flags };
    }
    const doubts = doubtsAt(look);
    const examination = examinationOf(context, at, { vacancy, doubts });
    const decision = filling.commission(context, context.dwellings.vacancy(vacancy), candidates([first, second], stream), examination);
    stream.close();
    settle(world, at.pools, { vacancy, decision });
    const { housed, offers, rounds, examined, notAllotted } = decision;
    settleHolding(holding, phase.inForce, { proposed: true, allotted: offers > 0, signed: housed !== undefined });
    const told = [...flags, ...flagsOf(context, { first, decision, size, doubts })];
    if (housed !== undefined && lacksProof(context, at, { vacancy, housed })) told.push('suspensive-condition');
    return {
        ...base,
        end: housed === undefined ? 'without-taker' : 'leased',
        housed: housed && named(ranking, housed),
        offers,
        rounds,
        examined,
        notAllotted,
        flags: told,
    };
}

/** The doubts that the filters of a vacancy leave about a candidate. */
function doubtsAt({ pool, vacancy, contingentRule: rule }: PoolLook): (candidate: Candidate) => readonly DoubtReason[] {
    return ({ row }) =>
        standingsFor(pool, row, { vacancy, contingentRule: rule }).flatMap(({ filter, standing }) => (isDoubtful(standing) ? [doubtOf(filter.kind)] : []));
}

interface ExaminationRequest {
    readonly vacancy: number;
    readonly doubts: (candidate: Candidate) => readonly DoubtReason[];
}

/** What the policy in force says of candidates on the day of the examination. A case that is unknown is none. */
function examinationOf({ dwellings }: RunContext, { phase, pool }: PhaseOfRun, { vacancy, doubts }: ExaminationRequest): Examination {
    const { commission } = phase.inForce.policy;
    const { examination: day, lease } = dwellings.vacancy(vacancy);
    const isOneOf =
        (cases: readonly CommissionCase[] = []): ((candidate: Candidate) => boolean) =>
        ({ row }) =>
            cases.some(({ condition }) => {
                const subject = { demand: pool.world.reader(row), dwelling: dwellings.reader(vacancy), day, leaseDay: lease };
                return evaluateCondition(phase.inForce, condition, subject).truth === 'true';
            });
    return {
        doubt: (candidate) => doubts(candidate).includes('adequacy-unknown'),
        single: isOneOf(commission?.singles),
        barred: isOneOf(commission?.grounds),
    };
}

/** A proof that the cotation asks is still to come: the allotment waits for it (decision c). */
function lacksProof(
    { dwellings }: RunContext,
    { phase, pool }: PhaseOfRun,
    { vacancy, housed }: { readonly vacancy: number; readonly housed: Candidate },
): boolean {
    const subject = { demand: pool.world.reader(housed.row), dwelling: dwellings.reader(vacancy), day: dwellings.vacancy(vacancy).designation };
    const { declared, verified } = evaluateDemand(phase.ranking, subject);
    return !isSameNote(declared, verified);
}

function* candidates(seen: readonly (Candidate | undefined)[], stream: CandidateStream): Generator<Candidate> {
    for (const candidate of seen) if (candidate !== undefined) yield candidate;
    for (let candidate = stream.next(); candidate !== undefined; candidate = stream.next()) yield candidate;
}

/** The household housed leaves every pool; refusals become facts. */
function settle(world: RunWorld, pools: readonly PhasePool[], { vacancy, decision }: { readonly vacancy: number; readonly decision: Decision }): void {
    const rowsOf = (candidate: Candidate): readonly number[] => candidate.demand.rows.map(({ row }) => row);
    for (const { candidate, refusal } of decision.refusals) {
        if (world.refuse(candidate.index, refusal)) for (const pool of pools) changeFacts(pool, rowsOf(candidate), refusal.day);
    }
    if (decision.housed === undefined) return;
    world.house(decision.housed.index, vacancy);
    for (const pool of pools) takeOut(pool, rowsOf(decision.housed));
}

interface FlagRequest {
    readonly first: Candidate;
    readonly decision: Decision;
    readonly size: number;
    readonly doubts: (candidate: Candidate) => readonly DoubtReason[];
}

/** What the reader of the ledger must know of a vacancy: `few-candidates`, and the doubts about the first and the housed. */
function flagsOf({ assumptions }: RunContext, { first, decision: { housed, single }, size, doubts }: FlagRequest): readonly VacancyFlag[] {
    const flags: readonly VacancyFlag[] = single ? ['single-candidate'] : size < assumptions.candidatesPerRound ? ['few-candidates'] : [];
    const about = (role: 'first' | 'housed', candidate: Candidate): readonly VacancyFlag[] => {
        const incomplete: readonly DoubtReason[] = candidate.note.kind === 'incomplete' ? ['incomplete-note'] : [];
        return [...new Set([...doubts(candidate), ...incomplete])].map((reason): VacancyFlag => `${role}-${reason}`);
    };
    return [...flags, ...about('first', first), ...(housed === undefined ? [] : about('housed', housed))];
}
