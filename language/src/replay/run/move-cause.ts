import { compareRankKeys, OUT, type CompiledPolicy, type RankKey, type Subject } from '../../engine/index.js';
import { at } from '../../kit/at.js';
import { toFraction } from '../../kit/exact-number.js';
import { candidateAt, type Candidate, type PoolLook } from '../pool/candidate-stream.js';
import type { LedgerRow } from '../contract/report.js';
import { largestSwing } from '../ranking/note-swing.js';
import type { PhasePool } from '../pool/phase-pool.js';
import { standingsBy, standingsFor } from '../pool/standings.js';
import { filtersUnder, type PoolFilter } from '../pool/pool-filter.js';
import { demandAt, openRow } from '../record/population.js';
import { filtersOfPhase, type RunContext } from '../pool/replay-context.js';
import { phaseOn, type Phase } from '../rules/rule-set.js';
import type { VacancyOutcome } from './vacancy-outcome.js';
import type { RunWorld } from './worlds.js';

/** The baseline's run, against which another is told. */
export interface Baseline {
    readonly outcomes: readonly VacancyOutcome[];
    readonly phases: readonly Phase[];
    readonly world: RunWorld;
}

/** A vacancy of a run, its first candidate known and nobody housed yet. */
interface MoveSituation {
    readonly context: RunContext;
    readonly world: RunWorld;
    readonly pool: PhasePool;
    readonly look: PoolLook;
    readonly first: Candidate | undefined;
}

type Move = NonNullable<LedgerRow['moved']>;

/** What puts another candidate first than under the baseline; `undefined` when the first is the same, or when neither has one. */
export function moveOf(baseline: Baseline, situation: MoveSituation): Move | undefined {
    const before = baseline.outcomes[situation.look.vacancy]?.first?.demand;
    const now = situation.first;
    if (before === now?.index) return undefined;
    const rules = oldRulesOf(baseline, situation);
    if (rules === undefined) return { cause: 'pool' };
    const former = before === undefined ? undefined : formerIn(situation, rules, before);
    if (typeof former === 'object' && 'cause' in former) return former;
    const opposed = now === undefined ? undefined : oppositionTo(baseline, situation, { rules, now });
    if (opposed !== undefined) return opposed;
    return former === undefined || now === undefined ? { cause: 'pool' } : rankingMove(situation, rules, { now, former });
}

interface OldRules {
    readonly filters: readonly PoolFilter[];
    readonly ranking: CompiledPolicy;
}

function oldRulesOf({ phases, outcomes }: Baseline, { context, look }: MoveSituation): OldRules | undefined {
    const phase = phaseOn(phases, { day: look.day, commune: context.dwellings.vacancy(look.vacancy).commune });
    const ranking = phase && context.readingOf(phase.ranking).ranking;
    if (phase === undefined || ranking === undefined) return undefined;
    const { contingentRules } = context.readingOf(phase.inForce);
    return { filters: filtersUnder(filtersOfPhase(context, phase), contingentRules.get(outcomes[look.vacancy]?.public ?? '')), ranking };
}

/** The baseline's first, as a candidate of this run; or why it is none: housed or gone, or kept out by a filter of these rules alone. */
function formerIn(situation: MoveSituation, rules: OldRules, demand: number): Candidate | Move {
    const { context, world, pool, look } = situation;
    const row = openRow(world.openness, demandAt(context.population, demand), look.day);
    if (row === undefined || world.isGone(row)) return { cause: 'pool' };
    const out = standingsFor(pool, row, look).find(({ standing }) => standing === OUT);
    if (out === undefined) return candidateAt(look, row);
    return oldFilterOut(situation, rules, row) === undefined ? { cause: 'filter', clause: out.filter.name, label: out.filter.label } : { cause: 'pool' };
}

/** Why the new first could not be the baseline's: housed already in its run, or kept out by a filter of its rules. */
function oppositionTo(baseline: Baseline, situation: MoveSituation, { rules, now }: { readonly rules: OldRules; readonly now: Candidate }): Move | undefined {
    const housedBy = baseline.world.housedBy(now.index);
    if (housedBy !== undefined && housedBy < situation.look.vacancy) return { cause: 'pool' };
    const out = oldFilterOut(situation, rules, now.row);
    return out && { cause: 'filter', clause: out.name, label: out.label };
}

/** The filter of the baseline's rules that keeps a row out, on the facts of this run. */
function oldFilterOut({ pool, look: { vacancy } }: MoveSituation, { filters }: OldRules, row: number): PoolFilter | undefined {
    return standingsBy(pool, filters, { row, vacancy }).find(({ standing }) => standing === OUT)?.filter;
}

/** Both are in both pools. On the facts of this run, do the baseline's rules keep the former first before the new one? */
function rankingMove(
    { world, pool, look }: MoveSituation,
    { ranking }: OldRules,
    { now, former }: { readonly now: Candidate; readonly former: Candidate },
): Move {
    const subject = ({ row }: Candidate): Subject => ({ demand: world.reader(row), dwelling: pool.dwellings.reader(look.vacancy), day: look.day });
    const oldRanks = ranking.inWorld(world, 'first');
    const oldKey = ({ row }: Candidate): RankKey => at(oldRanks.rankKeys([row], { dwelling: look.vacancy, day: look.day }), 0).key;
    const oldOrder = compareRankKeys(oldKey(former), oldKey(now));
    const newOrder = compareRankKeys(former.note.key, now.note.key);
    if (oldOrder > 0 || (oldOrder === 0 && newOrder === 0)) return { cause: 'pool' };
    const swing = largestSwing(ranking, pool.ranks.policy, { now: subject(now), before: subject(former) });
    if (swing !== undefined) return { cause: 'clause', clause: swing.clause, label: swing.label, points: toFraction(swing.points) };
    return { cause: newOrder === 0 ? 'draw' : 'ranking' };
}
