import {
    OUT,
    REFERENCE_BACKEND,
    standingBy,
    type CompiledPolicy,
    type PolicyFilters,
    type PolicyTables,
    type Program,
    type Subject,
} from '../../engine/index.js';
import type { Phase } from '../rules/rule-set.js';
import { apartFilters, poolFilters, rulesOfContingents, type ContingentRule, type PoolFilter } from './pool-filter.js';
import { replayRecord, type ReplayRecord } from '../record/replay-record.js';
import type { ReplayRequest } from '../contract/request.js';

/** What all rule sets of a replay share: the record, and what is computed from it once for all of them. */
export interface ReplayContext extends ReplayRecord {
    /** The filters of all policies: what they say in a world. */
    readonly filters: PolicyFilters;
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
    /** What it treats apart, where its notes rank. */
    readonly apart: readonly PoolFilter[];
    /** By contingent: its public. */
    readonly contingentRules: ReadonlyMap<string, ContingentRule>;
}

/** The filters of a phase: what the version that ranks treats apart, then those of the version in force. */
export function filtersOfPhase({ readingOf }: Pick<ReplayContext, 'readingOf'>, { ranking, inForce }: Phase): readonly PoolFilter[] {
    const { apart } = readingOf(ranking);
    const { filters } = readingOf(inForce);
    return apart.length === 0 ? filters : [...apart, ...filters];
}

/** Whether the version that ranks surely treats a demand apart: it has neither note nor rank. */
export function isApart({ readingOf }: Pick<ReplayContext, 'readingOf'>, ranking: Program, subject: Subject): boolean {
    return readingOf(ranking).apart.some(({ compiled }) => standingBy(compiled.program, compiled, subject) === OUT);
}

/** Reads a territory for a replay. The request was checked: its assumptions are probabilities. */
export function replayContext(request: ReplayRequest): ReplayContext {
    const record = replayRecord(request);
    const tables = tablesOf(record);
    const filters = REFERENCE_BACKEND.filters(tables);
    return { ...record, filters, readingOf: policyReadings(record, tables, filters) };
}

/** Makes each policy ready once. */
function policyReadings({ days }: ReplayRecord, tables: PolicyTables, filters: PolicyFilters): ReplayContext['readingOf'] {
    const readings = new Map<Program, PolicyReading>();
    const readPolicy = (program: Program): PolicyReading => {
        const context = { program, filters, days };
        return {
            ranking: REFERENCE_BACKEND.compile(program, tables, days),
            filters: poolFilters(context),
            apart: apartFilters(context),
            contingentRules: rulesOfContingents(context),
        };
    };
    return (program) => {
        const reading = readings.get(program) ?? readPolicy(program);
        readings.set(program, reading);
        return reading;
    };
}

/** Refusals are what runs write into demands. */
function tablesOf({ territory, facts, dwellings: { count, reader, classes }, refusals }: ReplayRecord): PolicyTables {
    return {
        rows: territory.demands.rows,
        recorded: facts.reader,
        dwellings: { count, reader, classes },
        written: refusals && { name: refusals.name, date: refusals.date },
    };
}
