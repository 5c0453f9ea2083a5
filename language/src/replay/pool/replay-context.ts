import type { LoadedPolicy } from '../../engine/index.js';
import type { SharedBounds } from '../ranking/note-book.js';
import { filterNumbers, poolFilters, rulesOfContingents, type FilterNumbers, type ContingentRule, type PoolFilter } from './pool-filter.js';
import { rankReader, type RankReader } from '../ranking/rank-key.js';
import { replayRecord, type ReplayRecord } from '../record/replay-record.js';
import type { ReplayRequest } from '../contract/request.js';
import { timeScope, type TimeScope } from '../rules/time-direction.js';
import { verdictBook, type VerdictBook } from './verdict-book.js';

/** What all rule sets of a replay share: the record, and what is computed from it once for all of them. */
export interface ReplayContext extends ReplayRecord {
    readonly verdicts: VerdictBook;
    /** What is ready for a policy, made at the first call. */
    readonly readingOf: (loaded: LoadedPolicy) => PolicyReading;
}

/** What a run reads: all that rule sets share, but the vacancies, whose dates are its own (`dwellings`). */
export type RunContext = Omit<ReplayContext, 'vacancies'>;

/** What is made ready once for a policy. */
interface PolicyReading {
    /** No refusal comes between the days looked at. */
    readonly settledScope: TimeScope;
    readonly ranks: RankReader | undefined;
    readonly filters: readonly PoolFilter[];
    /** By contingent: its public. */
    readonly contingentRules: ReadonlyMap<string, ContingentRule>;
    readonly shared: SharedBounds;
}

/** Reads a territory for a replay. The request was checked: its assumptions are probabilities. */
export function replayContext(request: ReplayRequest): ReplayContext {
    const record = replayRecord(request);
    return { ...record, verdicts: verdictBook(record.territory.demands.rows), readingOf: policyReadings(record) };
}

/** Makes each policy ready once. */
function policyReadings(record: ReplayRecord): ReplayContext['readingOf'] {
    const readings = new Map<LoadedPolicy, PolicyReading>();
    const numbers = filterNumbers();
    return (loaded) => {
        const reading = readings.get(loaded) ?? readPolicy(record, loaded, numbers);
        readings.set(loaded, reading);
        return reading;
    };
}

function readPolicy({ days, refusals, datesMove, facts }: ReplayRecord, loaded: LoadedPolicy, numbers: FilterNumbers): PolicyReading {
    const { vocabulary } = loaded.policy;
    const scope = timeScope(vocabulary, days, undefined);
    const refusalFact = refusals?.name;
    const filtering = { loaded, scope, refusalFact, numbers, datesMove };
    return {
        settledScope: timeScope(vocabulary, days, refusalFact),
        ranks: rankReader(loaded, scope),
        filters: poolFilters(filtering),
        contingentRules: rulesOfContingents(filtering),
        shared: { recorded: facts.reader, bounds: new Map() },
    };
}
