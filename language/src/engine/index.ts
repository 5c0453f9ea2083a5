/**
 * The door of the engine: a policy and facts in, results out. Pure: the same arguments give the same results, nothing throws on
 * facts, and every number is exact. `reference/` is the slow, obvious interpreter that every faster backend is measured against.
 *
 * Signatures:
 * - loadPolicy(policy): LoadedPolicy
 * - evaluateDemand(loaded, subject, memo?): DemandResult                     memo = createNoteMemo(), one per (policy, demand)
 * - explainDemand(loaded, subject): Explanation
 * - evaluateEligibility(loaded, subject): EligibilityResult
 * - evaluateAdequacy(loaded, subject): AdequacyResult
 * - evaluateSignals(loaded, subject): readonly SignalResult[]
 * - evaluateCondition(loaded, expression, subject): ConditionResult
 * - evaluateExpression(loaded, expression, subject): ExpressionValue
 * - categoryOf(loaded, subject, key?): number
 * - rankingKeyOf(loaded, subject, result): RankingValues; compareRankingKeys(loaded, a, b): number
 * - compareExpressionValues(a, b): -1 | 0 | 1 | undefined
 * - dwellingFactsRead(loaded): { scoring, adequacies, exclusions }
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
export type { ExpressionValue } from './reference/value.js';
export type { LoadedPolicy } from './reference/loaded-policy.js';
export type { NoteMemo } from './reference/note-memo.js';
export type { RankingValue } from './reference/ranking-key.js';
export { loadPolicy } from './reference/loaded-policy.js';
export { createNoteMemo } from './reference/note-memo.js';
export { evaluateDemand } from './reference/evaluate-demand.js';
export { explainDemand } from './reference/explain-demand.js';
export { evaluateAdequacy, evaluateCondition, evaluateEligibility, evaluateExpression, evaluateSignals } from './reference/evaluate-policy-parts.js';
export { categoryOf, compareRankingKeys, rankingKeyOf } from './reference/ranking-key.js';
export { compareExpressionValues } from './reference/compare-values.js';
export { dwellingFactsRead } from './reference/dwelling-facts-read.js';
