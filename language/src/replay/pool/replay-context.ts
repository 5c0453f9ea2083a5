import type { LoadedPolicy } from '../../engine/index.js';
import type { SharedBounds } from '../ranking/note-book.js';
import { filterNumbers, poolFilters, contingentOpenings, type FilterNumbers, type Opening, type PoolFilter } from './pool-filter.js';
import { rankReader, type RankReader } from '../ranking/rank-key.js';
import { replayRecord, type ReplayRecord } from '../record/replay-record.js';
import type { ReplayRequest } from '../contract/request.js';
import { timeScope, type TimeScope } from '../rules/time-direction.js';
import { verdictBook, type VerdictBook } from './verdicts.js';

/** What all rule sets of a replay share: the record, and what was already computed from it for some policy. */
export interface ReplayContext extends ReplayRecord {
    readonly verdicts: VerdictBook;
    readonly numbers: FilterNumbers;
    readonly readings: Map<LoadedPolicy, PolicyReading>;
}

/** What is made ready once for a policy. */
export interface PolicyReading {
    /** No refusal comes between the days looked at. */
    readonly settledScope: TimeScope;
    readonly ranks: RankReader | undefined;
    readonly filters: readonly PoolFilter[];
    /** By contingent: its public. */
    readonly openings: ReadonlyMap<string, Opening>;
    readonly shared: SharedBounds;
}

/** Reads a territory for a replay. The request was checked: its assumptions are probabilities. */
export function replayContext(request: ReplayRequest): ReplayContext {
    return { ...replayRecord(request), verdicts: verdictBook(request.territory.demands.rows), numbers: filterNumbers(), readings: new Map() };
}

/** What is ready for a policy, made at the first call. */
export function readingOf(context: ReplayContext, loaded: LoadedPolicy): PolicyReading {
    const known = context.readings.get(loaded);
    if (known !== undefined) return known;
    const { vocabulary } = loaded.policy;
    const scope = timeScope(vocabulary, context.days, undefined);
    const refusalFact = context.refusals?.name;
    const filtering = { loaded, scope, refusalFact, numbers: context.numbers, datesMove: context.datesMove };
    const reading: PolicyReading = {
        settledScope: timeScope(vocabulary, context.days, refusalFact),
        ranks: rankReader(loaded, scope),
        filters: poolFilters(filtering),
        openings: contingentOpenings(filtering),
        shared: { recorded: context.facts.reader, bounds: new Map() },
    };
    context.readings.set(loaded, reading);
    return reading;
}
