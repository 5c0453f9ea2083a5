import type { Assumptions } from '../../columns/territory.js';
import type { Day } from '../../ir/value.js';
import type { Window } from './demand-life.js';
import { pick, STREAMS } from './draws.js';
import type { GeneratorModel } from './generator-model.js';
import type { SyntheticDemand } from './synthetic-demand.js';
import type { SyntheticDwelling } from './synthetic-dwelling.js';
import { holds } from './wishes.js';

/** A demand presented for a vacancy, in the words of the vocabulary; no answer when the dwelling was taken before its rank. */
export interface SyntheticCandidature {
    readonly dwelling: string;
    readonly demand: string;
    readonly rank: number;
    readonly decision: 'attribution' | 'attribution_avec_rang' | 'non_attribution';
    readonly answer?: 'accepte' | 'refuse' | 'sans_réponse';
    /** Why the household refused. */
    readonly reason?: string;
}

export interface SyntheticRefusal {
    readonly demand: string;
    readonly day: Day;
    readonly adapted: boolean;
    readonly legitimate: boolean;
}

/** What the year would have left in the files. */
export interface SyntheticHistory {
    readonly candidatures: readonly SyntheticCandidature[];
    readonly refusals: readonly SyntheticRefusal[];
    /** The demand housed, by dwelling. */
    readonly lessees: ReadonlyMap<string, string>;
    /** The day of the lease, by demand housed. */
    readonly leases: ReadonlyMap<string, Day>;
}

/** Days between the commission and the answer. */
const ANSWER_DELAY = 10;

/** A demand as the pools see it: what never changes is worked out once. */
interface Seeker {
    readonly demand: SyntheticDemand;
    readonly filed: Day;
    /** The last day on which it may be designated, unless it is housed before. */
    lastDay: Day;
    /** Its weight for one month of seniority, or for the base. */
    readonly weight: number;
    /** Financings under whose ceiling it is, and reservees whose public it belongs to. */
    readonly financings: ReadonlySet<string>;
    readonly reservees: ReadonlySet<string>;
}

interface State {
    readonly model: GeneratorModel;
    /** Demands by wished commune and accepted type. */
    readonly pools: Map<string, Seeker[]>;
    readonly candidatures: SyntheticCandidature[];
    readonly refusals: SyntheticRefusal[];
    readonly lessees: Map<string, string>;
    readonly leases: Map<string, Day>;
}

/**
 * The lettings of the year, one vacancy after the other, in the order of their days: candidates drawn among the demands that fit,
 * weighted by seniority, priority and resources; a commission that rejects a few; offers in the order of the ranks until one is
 * accepted.
 */
export function drawHistory(
    model: GeneratorModel,
    demands: readonly SyntheticDemand[],
    dwellings: readonly SyntheticDwelling[],
    window: Window,
): SyntheticHistory {
    const refusals = earlierRefusals(model, demands, window);
    const state: State = { model, pools: poolsOf(model, demands), candidatures: [], refusals, lessees: new Map(), leases: new Map() };
    for (const dwelling of dwellings) if (!dwelling.sold) letDwelling(state, dwelling);
    const { candidatures, lessees, leases } = state;
    return { candidatures, refusals, lessees, leases };
}

function poolKey(commune: string, type: string): string {
    return `${commune} ${type}`;
}

/** A demand seeks the types that may hold it, in each commune of its wish. */
function poolsOf(model: GeneratorModel, demands: readonly SyntheticDemand[]): Map<string, Seeker[]> {
    const pools = new Map<string, Seeker[]>();
    for (const demand of demands) {
        const seeker = seekerOf(model, demand);
        const types = demand.wishes.types.filter((type) => holds(model, type, demand.household.persons));
        for (const key of demand.wishes.communes.flatMap((commune) => types.map((type) => poolKey(commune, type)))) {
            const pool = pools.get(key);
            if (pool === undefined) pools.set(key, [seeker]);
            else pool.push(seeker);
        }
    }
    return pools;
}

function seekerOf(model: GeneratorModel, demand: SyntheticDemand): Seeker {
    const { life } = demand;
    return {
        demand,
        filed: life.filed,
        lastDay: life.exit === undefined ? Infinity : life.exit.day - 1,
        weight: fixedWeight(model, demand),
        financings: new Set(model.financings.map(([name]) => name).filter((financing) => underCeiling(model, demand, financing))),
        reservees: new Set(model.reservees.map(([name]) => name).filter((reservee) => isPublicOf(demand, reservee))),
    };
}

/** The public of each reservee: who may be designated on its contingent. */
function isPublicOf({ household, priorities }: SyntheticDemand, reservee: string): boolean {
    switch (reservee) {
        case 'PPRIOR':
            return priorities.dalo === 'ACTIF' || priorities.letters.length > 0;
        case 'PFONCT':
            return household.publicAgent;
        case 'COLACT':
            return household.employee;
        default:
            return true;
    }
}

function underCeiling(model: GeneratorModel, { household, category }: SyntheticDemand, financing: string): boolean {
    const ceilings = model.ceilings.get(financing);
    if (ceilings === undefined) return true;
    const ceiling = (ceilings[Math.min(category, 6) - 1] ?? 0) + Math.max(category - 6, 0) * (ceilings[6] ?? 0);
    return household.taxIncome <= ceiling * 100;
}

function fixedWeight({ designation }: GeneratorModel, { household, housing, priorities }: SyntheticDemand): number {
    const bands = designation.byResources;
    const byResources = (bands.find(({ below }) => household.resourcesPerUnit < below) ?? bands.at(-1))?.weight ?? 1;
    const priority = priorities.dalo === 'ACTIF' ? designation.dalo : priorities.letters.length > 0 ? designation.priority : 100;
    return byResources * priority * (housing.mutation ? designation.mutation : 100);
}

/** Days are those of designation, which never go back: those who have left do not come back into the pool. */
function letDwelling(state: State, dwelling: SyntheticDwelling): void {
    const { assumptions, designation } = state.model;
    const key = poolKey(dwelling.commune, dwelling.type);
    const day = dwelling.designated;
    const present = (state.pools.get(key) ?? []).filter(({ lastDay }) => lastDay >= day);
    state.pools.set(key, present);
    const pool = present.filter(({ filed, financings, reservees }) => filed <= day && financings.has(dwelling.financing) && reservees.has(dwelling.reservee));
    const weights = pool.map(({ filed, weight }) => weight * (designation.base + Math.min(monthsBetween(filed, day), designation.cappedMonths)));
    const { candidatesPerRound: count, rounds } = assumptions;
    for (let round = 0; round < rounds; round += 1) {
        const candidates = designate(pool, weights, dwelling, { from: round * count, count });
        if (candidates.length === 0 || hear(state, dwelling, candidates, round * count)) return;
    }
}

/** Months of 487/16 = 30.4375 days. */
function monthsBetween(from: Day, to: Day): number {
    return Math.floor(((to - from) * 16) / 487);
}

/** Draws candidates without putting them back: a candidate's weight becomes 0. */
function designate(
    pool: readonly Seeker[],
    weights: number[],
    { draws }: SyntheticDwelling,
    { from, count }: { readonly from: number; readonly count: number },
): readonly Seeker[] {
    const drawn: Seeker[] = [];
    for (let place = from; place < from + count && weights.some((weight) => weight > 0); place += 1) {
        const index = pick(weights, (total) => draws.below(total, STREAMS.candidate, place));
        weights[index] = 0;
        drawn.push(pool[index]!);
    }
    return drawn;
}

/** Whether one of the candidates of the round takes the dwelling. */
function hear(state: State, dwelling: SyntheticDwelling, candidates: readonly Seeker[], ranked: number): boolean {
    const { answers } = state.model;
    let taken = false;
    candidates.forEach((seeker, index) => {
        const { id } = seeker.demand;
        const rank = ranked + index + 1;
        const rejected = dwelling.draws.chance(answers.rejected, STREAMS.answer, 2 * rank);
        const decision = rejected ? 'non_attribution' : candidates.length === 1 ? 'attribution' : 'attribution_avec_rang';
        const candidature = { dwelling: dwelling.id, demand: id, rank, decision } as const;
        if (rejected || taken) {
            state.candidatures.push(candidature);
            return;
        }
        taken = dwelling.draws.chance(answers.accepted, STREAMS.answer, 2 * rank + 1);
        state.candidatures.push({ ...candidature, ...(taken ? { answer: 'accepte' } : refuse(state, dwelling, id, rank)) });
        if (taken) sign(state, dwelling, seeker);
    });
    return taken;
}

/** The household leaves the pools on the day it was designated. */
function sign({ lessees, leases }: State, dwelling: SyntheticDwelling, seeker: Seeker): void {
    const { id } = seeker.demand;
    lessees.set(dwelling.id, id);
    leases.set(id, dwelling.leased);
    seeker.lastDay = -Infinity;
}

function refuse({ model, refusals }: State, dwelling: SyntheticDwelling, demand: string, rank: number): Pick<SyntheticCandidature, 'answer' | 'reason'> {
    const { draws } = dwelling;
    refusals.push({
        demand,
        day: dwelling.examined + ANSWER_DELAY,
        adapted: draws.chance(model.answers.adapted, STREAMS.refusal, 3 * rank),
        legitimate: draws.chance(legitimateShare(model.assumptions), STREAMS.refusal, 3 * rank + 1),
    });
    if (draws.chance(model.answers.silent, STREAMS.refusal, 3 * rank + 2)) return { answer: 'sans_réponse' };
    return { answer: 'refuse', reason: draws.weighted(model.refusalReasons, STREAMS.refusalReason, rank) };
}

/** Refusals of the demands filed before the window, in the three years that precede it. */
function earlierRefusals(model: GeneratorModel, demands: readonly SyntheticDemand[], { from }: Window): SyntheticRefusal[] {
    return demands.flatMap(({ id, draws, life: { filed } }) => {
        const days = Math.min(from - 1 - filed, 1095);
        if (days < 1 || !draws.chance(model.answers.earlier, STREAMS.earlierRefusal)) return [];
        const day = from - draws.between(1, days, STREAMS.earlierRefusal, 1);
        const adapted = draws.chance(model.answers.adapted, STREAMS.earlierRefusal, 2);
        return [{ demand: id, day, adapted, legitimate: draws.chance(legitimateShare(model.assumptions), STREAMS.earlierRefusal, 3) }];
    });
}

function legitimateShare({ legitimateRefusal }: Assumptions): { readonly num: number; readonly den: number } {
    const [num, den] = legitimateRefusal.split('/');
    return { num: Number(num), den: Number(den ?? '1') };
}
