import type { FactReader } from '../../columns/facts.js';
import type { Expression } from '../../ir/expression.js';
import type { Promised } from '../../ir/guarantee.js';
import type { Policy, RankingKey } from '../../ir/policy.js';
import type { Day } from '../../ir/value.js';
import type { WrittenFilter } from '../backend/policy-filters.js';
import type { Standing } from '../backend/standing.js';
import type { Program } from '../program.js';
import type { AdequacyResult, ConditionResult, DemandResult, EligibilityResult, Explanation, SignalResult } from '../result.js';
import type { Subject } from '../subject.js';
import * as explained from './explain/explain-demand.js';
import * as reading from './filters/read-filter.js';
import * as unproved from './explain/unproved-facts.js';
import * as evaluated from './results/evaluate-demand.js';
import * as letting from './policy/dwelling-facts-read.js';
import * as loading from './policy/loaded-policy.js';
import { loadedOf } from './policy/loaded-policy.js';
import * as promised from './rules/check-guarantee.js';
import type { GuaranteeCounts } from './rules/guarantee-counts.js';
import * as parts from './rules/evaluate-policy-parts.js';
import * as among from './rules/position.js';
import * as ranked from './rules/ranking-key.js';
import type { ExpressionValue } from './values/value.js';

/**
 * The reference interpreter as others call it: the only file of its folder that is read from outside. Each function means what the one
 * of the same name inside says.
 */

/** Loads a policy, once for all that is asked of it. Total: what the checker would refuse gives unknown values, never an exception. */
export function loadPolicy(policy: Policy): Program {
    return loading.loadPolicy(policy);
}

/** The two notes of a demand, alone or for a dwelling, on a day. */
export function evaluateDemand(program: Program, subject: Subject): DemandResult {
    return evaluated.evaluateDemand(loadedOf(program), subject);
}

/** The result of a demand, and for each of its two notes the line of every criterion, rubric and of the scoring, in the order written. */
export function explainDemand(program: Program, subject: Subject): Explanation {
    return explained.explainDemand(loadedOf(program), subject);
}

/** Whether the demand, or the demand for the dwelling, is excluded. */
export function evaluateEligibility(program: Program, subject: Subject): EligibilityResult {
    return parts.evaluateEligibility(loadedOf(program), subject);
}

/** Whether the dwelling suits the demand. */
export function evaluateAdequacy(program: Program, subject: Subject): AdequacyResult {
    return parts.evaluateAdequacy(loadedOf(program), subject);
}

/** The signals shown to the commission, in the order of the policy. */
export function evaluateSignals(program: Program, subject: Subject): readonly SignalResult[] {
    return parts.evaluateSignals(loadedOf(program), subject);
}

/** A condition of this policy (an objective's base or target, a category) for a subject on its day. */
export function evaluateCondition(program: Program, condition: Expression, subject: Subject): ConditionResult {
    return parts.evaluateCondition(loadedOf(program), condition, subject);
}

/** How a demand stands by a filter of this policy, on the day of its subject. */
export function standingBy(program: Program, filter: WrittenFilter, subject: Subject): Standing {
    return reading.readFilter(loadedOf(program), filter, subject).standing;
}

/** The value of an expression of this policy for a subject on its day. */
export function evaluateExpression(program: Program, expression: Expression, subject: Subject): ExpressionValue {
    return parts.evaluateExpression(loadedOf(program), expression, subject);
}

/** The facts of the demand whose proof is asked and not given, and on which its rank or its admission rests; names sorted. */
export function unprovedFacts(program: Program, subject: Subject): readonly string[] {
    return unproved.unprovedFacts(loadedOf(program), subject);
}

/** The dwelling facts, sorted, that each part of the policy reads, through derived facts. */
export function dwellingFactsRead(program: Program): ReturnType<typeof letting.dwellingFactsRead> {
    return letting.dwellingFactsRead(loadedOf(program));
}

/** The place of the demand in a category key (the first of the policy where none is given). */
export function categoryOf(program: Program, subject: Subject, key?: RankingKey): number {
    return ranked.categoryOf(loadedOf(program), subject, key);
}

/** What a demand shows to each key of the ranking, in order; empty without ranking. `result` is the demand's, for the same subject. */
export function rankingKeyOf(program: Program, subject: Subject, result: DemandResult): readonly ranked.RankingValue[] {
    return ranked.rankingKeyOf(loadedOf(program), subject, result);
}

/** Negative when the first demand ranks before the second, positive when after, 0 when only the appraisal can tell. */
export function compareRankingKeys(program: Program, a: readonly ranked.RankingValue[], b: readonly ranked.RankingValue[]): number {
    return ranked.compareRankingKeys(loadedOf(program), a, b);
}

/** The position of a demand among others on a day; `undefined` where the policy does not say which demands are analogous. */
export function positionAmong(program: Program, { rules, ...asked }: PositionAsked): among.PositionResult | undefined {
    return among.positionAmong(loadedOf(program), { ...asked, ...(rules === undefined ? {} : { rules: loadedOf(rules) }) });
}

/** A demand and those among which its place is asked, on a day; `rules` is the version whose exclusions are read, the ranking's own where absent. */
export type PositionAsked = Omit<among.PositionAsked, 'rules'> & { readonly rules?: Program };

/** Whether two demands are analogous on a day: alike by every fact that the policy names, a list by one value at least. */
export function areAnalogous(program: Program, a: FactReader, b: FactReader, day: Day): 'alike' | 'different' | 'unknown' {
    return among.areAnalogous(loadedOf(program), a, b, day);
}

/** Checks on demands what a policy promises, on a day and for any dwelling: a test on these demands, not a proof. */
export function checkGuarantee(
    program: Program,
    promise: Exclude<Promised, { kind: 'unread' }>,
    { demands, day }: { readonly demands: readonly FactReader[]; readonly day: Day },
): GuaranteeCounts {
    return promised.checkGuarantee(loadedOf(program), promise, { demands, day });
}

export { REFERENCE_BACKEND } from './ranks/reference-backend.js';
export type { ExpressionValue } from './values/value.js';
export type { RankingValue } from './rules/ranking-key.js';
export type { PositionResult } from './rules/position.js';
export type { GuaranteeCounts } from './rules/guarantee-counts.js';
