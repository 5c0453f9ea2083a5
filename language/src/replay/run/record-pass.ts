import { isInPool, lookAt, rankInPool, type PoolLook } from '../pool/candidate-stream.js';
import { nearestRank, rational } from '../../kit/exact-number.js';
import type { Honesty } from '../contract/report.js';
import type { PhasePool } from '../pool/phase-pool.js';
import { takeOut } from '../pool/pool-buckets.js';
import { passageOf } from '../flux/passage.js';
import { livePools } from '../pool/live-pools.js';
import { poolOfPhase } from '../pool/create-pool.js';
import { demandAt, openRow } from '../record/population.js';
import type { RecordReading } from '../contract/groundwork.js';
import type { RecordedCandidate } from '../record/recorded-candidates.js';
import type { ReplayContext } from '../pool/replay-context.js';
import { phaseOn, phasesOf, type LoadedRuleSet } from '../rules/rule-set.js';
import { compareText } from '../../kit/text-order.js';
import { recordWorld } from './worlds.js';

const STRIDE = 64;

/**
 * Walks the vacancies with the pool as the record had it: nobody is housed but by the record, and refusals are those recorded. Says
 * where the baseline's rules put the commission's first, and how many recorded candidates the pool holds.
 */
export function* readRecord(
    context: ReplayContext,
    baseline: LoadedRuleSet,
    candidates: readonly (readonly RecordedCandidate[])[],
): Generator<number, RecordReading> {
    const { replayed } = context.vacancies;
    const gone = new Set<number>();
    const world = recordWorld(context, gone);
    const standings = context.filters.inWorld(world);
    const phases = phasesOf(baseline, replayed[0]?.designation ?? 0, replayed.at(-1)?.designation ?? 0);
    const ranks: (number | undefined)[] = [];
    let [found, recorded] = [0, 0];
    const pools = livePools((phase) => poolOfPhase(context, phase, { world, standings, use: 'whole' }));
    for (const [vacancy, { designation: day, commune, reservee: contingent }] of replayed.entries()) {
        if (vacancy % STRIDE === 0) yield vacancy;
        const current = phaseOn(phases, { day, commune });
        const pool = current && pools.of(current, day);
        const named = namedBy(context, vacancy, candidates[vacancy] ?? []);
        const route = current === undefined ? undefined : passageOf(context, current.inForce, vacancy).route;
        const isRanked = current !== undefined && route?.ranked !== false;
        const applicants = route?.publishedDays === undefined ? undefined : new Set(candidates[vacancy]?.map(({ demand }) => demand));
        const look = isRanked ? pool && lookAt(context, pool, { vacancy, contingent, applicants }) : undefined;
        const rows = look === undefined ? [] : rowsInPool(context, look, named);
        recorded += rows.length;
        found += rows.filter((row) => row !== undefined).length;
        ranks.push(look === undefined || rows[0] === undefined ? undefined : rankInPool(look, rows[0]));
        leave(context, gone, { pools: pools.live(), vacancy });
    }
    return { ranks, inPool: recorded === 0 ? undefined : { numerator: found, denominator: recorded } };
}

/** The commission's first, then the other recorded candidates; without candidature, the lessee. */
function namedBy({ population, dwellings }: ReplayContext, vacancy: number, candidates: readonly RecordedCandidate[]): readonly number[] {
    if (candidates.length > 0) return candidates.map(({ demand }) => demand);
    const { lessee } = dwellings.vacancy(vacancy);
    const demand = lessee === undefined ? undefined : population.byId.get(lessee);
    return demand === undefined ? [] : [demand];
}

/** The rows of recorded candidates that are in the pool as recorded, in order; `undefined` for one that is not. */
function rowsInPool({ population }: ReplayContext, look: PoolLook, demands: readonly number[]): readonly (number | undefined)[] {
    return demands.map((demand) => {
        const row = openRow(population.record, demandAt(population, demand), look.day);
        return row !== undefined && isInPool(look, row) ? row : undefined;
    });
}

/** The lessee is out of the pool once its vacancy is past. */
function leave(
    { population, dwellings }: ReplayContext,
    gone: Set<number>,
    { pools, vacancy }: { readonly pools: readonly PhasePool[]; readonly vacancy: number },
): void {
    const { lessee } = dwellings.vacancy(vacancy);
    const demand = lessee === undefined ? undefined : population.byId.get(lessee);
    if (demand === undefined) return;
    gone.add(demand);
    const rows = demandAt(population, demand).rows.map(({ row }) => row);
    for (const pool of pools) takeOut(pool, rows);
}

/** The ranks of the commission's first, over all vacancies and by typology. */
export function rankSummary(ranks: readonly (number | undefined)[], groupOf: (vacancy: number) => string): Honesty['rankOfRecordedFirst'] {
    const groups = new Map<string, number[]>();
    for (const [vacancy, rank] of ranks.entries()) {
        if (rank === undefined) continue;
        const group = groups.get(groupOf(vacancy));
        if (group === undefined) groups.set(groupOf(vacancy), [rank]);
        else group.push(rank);
    }
    const all = [...groups.values()].flat();
    if (all.length === 0) return undefined;
    const sorted = [...groups].sort(([a], [b]) => compareText(a, b));
    return { ...summary(all), groups: sorted.map(([group, of]) => ({ group, ...summary(of) })) };
}

function summary(ranks: readonly number[]): { readonly count: number; readonly first: number; readonly firstTen: number; readonly median: number } {
    const sorted = [...ranks].sort((a, b) => a - b);
    return {
        count: sorted.length,
        first: sorted.filter((rank) => rank === 1).length,
        firstTen: sorted.filter((rank) => rank <= 10).length,
        median: nearestRank(sorted, rational(1, 2)) ?? 0,
    };
}
