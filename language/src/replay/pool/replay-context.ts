import { describe, REFERENCE_BACKEND, type CompiledPolicy, type PolicyTables, type Program } from '../../engine/index.js';
import { filterNumbers, poolFilters, rulesOfContingents, type FilterNumbers, type ContingentRule, type PoolFilter } from './pool-filter.js';
import { replayRecord, type ReplayRecord } from '../record/replay-record.js';
import type { ReplayRequest } from '../contract/request.js';
import { verdictBook, type VerdictBook } from './verdict-book.js';

/** What all rule sets of a replay share: the record, and what is computed from it once for all of them. */
export interface ReplayContext extends ReplayRecord {
    readonly verdicts: VerdictBook;
    /** What is ready for a policy, made at the first call. */
    readonly readingOf: (loaded: Program) => PolicyReading;
}

/** What a run reads: all that rule sets share, but the vacancies, whose dates are its own (`dwellings`). */
export type RunContext = Omit<ReplayContext, 'vacancies'>;

/** What is made ready once for a policy. */
interface PolicyReading {
    /** Its cotations and its ranking; `undefined` where it ranks nobody. */
    readonly ranking: CompiledPolicy | undefined;
    readonly filters: readonly PoolFilter[];
    /** By contingent: its public. */
    readonly contingentRules: ReadonlyMap<string, ContingentRule>;
}

/** Reads a territory for a replay. The request was checked: its assumptions are probabilities. */
export function replayContext(request: ReplayRequest): ReplayContext {
    const record = replayRecord(request);
    return { ...record, verdicts: verdictBook(record.territory.demands.rows), readingOf: policyReadings(record) };
}

/** Makes each policy ready once. */
function policyReadings(record: ReplayRecord): ReplayContext['readingOf'] {
    const readings = new Map<Program, PolicyReading>();
    const numbers = filterNumbers();
    return (loaded) => {
        const reading = readings.get(loaded) ?? readPolicy(record, loaded, numbers);
        readings.set(loaded, reading);
        return reading;
    };
}

function readPolicy(record: ReplayRecord, loaded: Program, numbers: FilterNumbers): PolicyReading {
    const { days, refusals, datesMove } = record;
    const filtering = { loaded, description: describe(loaded), days, refusalFact: refusals?.name, numbers, datesMove };
    return {
        ranking: REFERENCE_BACKEND.compile(loaded, tablesOf(record), days),
        filters: poolFilters(filtering),
        contingentRules: rulesOfContingents(filtering),
    };
}

/** Refusals are what runs write into demands. */
function tablesOf({ facts, dwellings: { count, reader, tuples }, refusals }: ReplayRecord): PolicyTables {
    return { recorded: facts.reader, dwellings: { count, reader, classes: tuples }, written: refusals && { name: refusals.name, date: refusals.date } };
}
