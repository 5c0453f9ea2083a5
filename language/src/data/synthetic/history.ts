import type { Window } from './demand-life.js';
import { pick, STREAMS } from './draws.js';
import type { GeneratorModel } from './generator-model.js';
import { hear, historyBook, impose, legitimateShare, type HistoryBook, type SyntheticHistory, type SyntheticRefusal } from './hearing.js';
import { seekerOf, type Seeker } from './seeker.js';
import type { SyntheticDemand } from './synthetic-demand.js';
import type { SyntheticDwelling } from './synthetic-dwelling.js';
import type { TerritoryDraft } from './draft-territory.js';
import type { Day } from '../../ir/value.js';
import { holds } from './wishes.js';

interface State {
    readonly book: HistoryBook;
    /** Demands by wished commune and accepted type. */
    readonly pools: Map<string, Seeker[]>;
    readonly seekers: ReadonlyMap<string, Seeker>;
}

/**
 * The lettings of the window without any rule, one vacancy after the other, in the order of their days: candidates drawn among the demands
 * that fit, weighted by seniority, priority and resources; a commission that rejects a few; offers in the order of the ranks until one is
 * accepted.
 */
export function drawHistory({ model, window, demands, dwellings, imposed }: TerritoryDraft): SyntheticHistory {
    const seekers = new Map(demands.map((demand) => [demand.id, seekerOf(model, demand)]));
    const state: State = { book: historyBook(model, earlierRefusals(model, demands, window)), pools: poolsOf(model, seekers), seekers };
    for (const demand of imposed.values()) leave(state, demand);
    for (const dwelling of dwellings) {
        const rehoused = imposed.get(dwelling.id);
        if (rehoused !== undefined) impose(state.book, dwelling, rehoused);
        else if (!dwelling.sold) letDwelling(state, dwelling);
    }
    return state.book;
}

/** The household leaves the pools on the day it was designated. */
function leave({ seekers }: State, demand: string): void {
    const seeker = seekers.get(demand);
    if (seeker !== undefined) seeker.lastDay = -Infinity;
}

function poolKey(commune: string, type: string): string {
    return `${commune} ${type}`;
}

/** A demand seeks the types that may hold it, in each commune of its wish. */
function poolsOf(model: GeneratorModel, seekers: ReadonlyMap<string, Seeker>): Map<string, Seeker[]> {
    const pools = new Map<string, Seeker[]>();
    for (const seeker of seekers.values()) {
        const { wishes, household } = seeker.demand;
        const types = wishes.types.filter((type) => holds(model, type, household.persons));
        for (const key of wishes.communes.flatMap((commune) => types.map((type) => poolKey(commune, type)))) {
            const pool = pools.get(key);
            if (pool === undefined) pools.set(key, [seeker]);
            else pool.push(seeker);
        }
    }
    return pools;
}

/** Days are those of designation, which never go back: those who have left do not come back into the pool. */
function letDwelling(state: State, dwelling: SyntheticDwelling): void {
    const { assumptions, designation } = state.book.model;
    const key = poolKey(dwelling.commune, dwelling.type);
    const day = dwelling.designated;
    const present = (state.pools.get(key) ?? []).filter(({ lastDay }) => lastDay >= day);
    state.pools.set(key, present);
    const pool = present.filter(({ filed, financings, reservees }) => filed <= day && financings.has(dwelling.financing) && reservees.has(dwelling.reservee));
    const weights = pool.map(({ filed, weight }) => weight * (designation.base + Math.min(monthsBetween(filed, day), designation.cappedMonths)));
    const { candidatesPerRound: count, rounds } = assumptions;
    for (let round = 0; round < rounds; round += 1) {
        const candidates = designate(pool, weights, dwelling, { from: round * count, count });
        if (candidates.length === 0) return;
        const { housed } = hear(state.book, dwelling, { demands: candidates.map(({ demand }) => demand.id), ranked: round * count });
        if (housed !== undefined) return leave(state, housed);
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

/** Refusals of the demands filed before the window, in the three years that precede it. */
export function earlierRefusals(model: GeneratorModel, demands: readonly SyntheticDemand[], { from }: Window): SyntheticRefusal[] {
    return demands.flatMap(({ id, draws, life: { filed } }) => {
        const days = Math.min(from - 1 - filed, 1095);
        if (days < 1 || !draws.chance(model.answers.earlier, STREAMS.earlierRefusal)) return [];
        const day = from - draws.between(1, days, STREAMS.earlierRefusal, 1);
        const adapted = draws.chance(model.answers.adapted, STREAMS.earlierRefusal, 2);
        return [{ demand: id, day, adapted, legitimate: draws.chance(legitimateShare(model.assumptions), STREAMS.earlierRefusal, 3) }];
    });
}
