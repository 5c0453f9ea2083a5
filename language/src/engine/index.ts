/**
 * The door of the engine: a policy and facts in, results out. Pure: the same arguments give the same results, nothing throws on
 * facts, and every number is exact. `reference/` is the slow, obvious interpreter that every faster backend is measured against.
 *
 * Load a policy once (`loadPolicy`), then ask about demands: notes (`evaluateDemand`, and `explainDemand` for the why), eligibility,
 * adequacy, signals, ranking keys, any condition or expression of the policy. A caller that evaluates many dwellings or days for one
 * demand gives `evaluateDemand` a memo (`createNoteMemo`), and keeps results by the facts that `dwellingFactsRead` names and until the
 * day that each result calls `validUntil`.
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
export type { ExpressionValue } from './reference/values/value.js';
export type { LoadedPolicy } from './reference/policy/loaded-policy.js';
export type { NoteMemo } from './reference/notes/note-memo.js';
export type { RankingValue } from './reference/rules/ranking-key.js';
export { areAnalogous, positionAmong, type PositionResult } from './reference/rules/position.js';
export { checkGuarantee } from './reference/rules/check-guarantee.js';
export type { GuaranteeCounts } from './reference/rules/guarantee-counts.js';
export { loadPolicy, withoutProofs } from './reference/policy/loaded-policy.js';
export { createNoteMemo } from './reference/notes/note-memo.js';
export { evaluateDemand } from './reference/results/evaluate-demand.js';
export { explainDemand } from './reference/explain/explain-demand.js';
export { evaluateAdequacy, evaluateCondition, evaluateEligibility, evaluateExpression, evaluateSignals } from './reference/rules/evaluate-policy-parts.js';
export { categoryOf, compareRankingKeys, rankingKeyOf } from './reference/rules/ranking-key.js';
export { compareExpressionValues } from './reference/expressions/compare-values.js';
export { unprovedFacts } from './reference/explain/unproved-facts.js';
export { dwellingFactsRead } from './reference/policy/dwelling-facts-read.js';
