/**
 * The door of the engine: a policy and facts in, results out. Pure: the same arguments give the same results, nothing throws on
 * facts, and every number is exact. `reference/` is the slow, obvious interpreter that every faster backend is measured against.
 *
 * Load a policy once (`loadPolicy`), then ask about demands one by one: notes (`evaluateDemand`, and `explainDemand` for the why),
 * eligibility, adequacy, signals, ranking keys, any condition or expression of the policy; `describe` says what its rules read. To rank
 * many demands for many dwellings over days, a backend compiles the policy for a territory (`REFERENCE_BACKEND`, `PolicyBackend`).
 */
export type { Subject } from './subject.js';
export type {
    AdequacyResult,
    Anomaly,
    ConditionResult,
    CriterionStatus,
    Dated,
    DemandResult,
    EligibilityResult,
    Explanation,
    NoteResult,
    PointsResult,
    SignalResult,
    Trace,
    TraceFact,
    TraceLine,
} from './result.js';
export type { Program } from './program.js';
export { describe, type Changes, type Description } from './description/describe.js';
export type { FactsRead, RulesRead } from './description/facts-read.js';
export type {
    CompiledPolicy,
    DatedKey,
    DwellingClasses,
    DwellingRows,
    PolicyBackend,
    PolicyTables,
    RankBounds,
    RankedAt,
    Ranks,
    RankUse,
    WrittenEvents,
} from './backend/policy-backend.js';
export type { FactWorld } from './backend/fact-world.js';
export type { CompiledFilter, FilteredAt, PolicyFilters, Standings, WrittenFilter } from './backend/policy-filters.js';
export { doubtsOf, IN, isDoubtful, OUT, type FilterDoubt, type FilterKind, type Standing } from './backend/standing.js';
export { compareRankKeys, type RankKey } from './backend/rank-key.js';
export { highOf, lowOf, rankingNote } from './note-ends.js';
export {
    areAnalogous,
    categoryOf,
    checkGuarantee,
    compareRankingKeys,
    dwellingFactsRead,
    evaluateAdequacy,
    evaluateCondition,
    evaluateDemand,
    evaluateEligibility,
    evaluateExpression,
    evaluateSignals,
    explainDemand,
    type ExpressionValue,
    type GuaranteeCounts,
    loadPolicy,
    positionAmong,
    type PositionResult,
    rankingKeyOf,
    type RankingValue,
    REFERENCE_BACKEND,
    standingBy,
    unprovedFacts,
} from './reference/reference-engine.js';
