import type { Span } from '../ir/span.js';
import type { Day, FactValue } from '../ir/value.js';
import type { FactOwner, ValueType } from '../ir/value-type.js';
import type { Rational } from '../kit/exact-number.js';

/**
 * The note of a demand under one cotation.
 * `interval`: complete, but asked without a dwelling while some criteria read one: fixed part, and bounds with them.
 * `incomplete`: the note lies between `low` and `high` whatever the missing facts are; `missing` is sorted.
 */
export type NoteResult =
    | { readonly kind: 'note'; readonly note: Rational }
    | { readonly kind: 'interval'; readonly fixed: Rational; readonly low: Rational; readonly high: Rational }
    | {
          readonly kind: 'incomplete';
          readonly missing: readonly string[];
          readonly low: Rational;
          readonly high: Rational;
          /** Too many combinations of what is missing to bound them together: the interval holds and is not the tightest. */
          readonly large?: true;
      }
    /** A deliberation treats the demand apart: no note, no rank. `clauses` are names, in the order of the policy. */
    | { readonly kind: 'unscored'; readonly clauses: readonly string[] };

/**
 * What a result that depends on the day says of its own life: it holds at least until `validUntil` included, if the facts stay
 * the same and the lease day moves with the day; absent: for ever.
 */
export interface Dated {
    readonly anomalies: readonly Anomaly[];
    readonly validUntil?: Day;
}

/** A definite ineligibility beats missing facts. `exclusions` are names, in the order of the policy; `missing` is sorted. */
export type EligibilityResult = Dated &
    (
        | { readonly kind: 'eligible' }
        | { readonly kind: 'ineligible'; readonly exclusions: readonly string[] }
        | { readonly kind: 'to-verify'; readonly exclusions: readonly string[]; readonly missing: readonly string[] }
    );

/** Whether a dwelling suits a demand; `unknown` keeps the demand in the pool, flagged. `failed` are names of adequacies. */
export type AdequacyResult = Dated &
    (
        | { readonly kind: 'fits' }
        | { readonly kind: 'unfit'; readonly failed: readonly string[] }
        | { readonly kind: 'unknown'; readonly missing: readonly string[] }
    );

/** A condition of the policy, three-valued; `missing` is sorted and empty unless `truth` is `unknown`. */
export interface ConditionResult extends Dated {
    readonly truth: 'true' | 'false' | 'unknown';
    readonly missing: readonly string[];
}

/** Whether a signal is shown to the commission. */
export interface SignalResult extends ConditionResult {
    readonly name: string;
}

/** Why a note is what it is: one line per criterion, one per rubric, in the order of the policy. */
export interface Trace {
    readonly scoring: string;
    readonly lines: readonly TraceLine[];
}

/** What one criterion, rubric or scoring gives; `path` names the rubrics around it, from the outside in. */
export interface TraceLine {
    readonly path: readonly string[];
    readonly kind: 'criterion' | 'rubric' | 'scoring';
    readonly name: string;
    readonly label?: string;
    /**
     * Points given before the combination of the group above (for the scoring: before its increase, cap and floor), and those kept
     * after it (for the scoring: the note).
     */
    readonly points: PointsResult;
    readonly kept: PointsResult;
    /** What is left of them in the note once caps and floors, of the group and of those around it, have taken their part: the last items written lose theirs first. */
    readonly retained: PointsResult;
    readonly status: CriterionStatus;
    /** Facts read, derived ones included, with the value that each had. */
    readonly facts: readonly TraceFact[];
    /** The clause as written and where. */
    readonly text: string;
    readonly at: Span;
}

/** A fact as a criterion read it. The civil duration of a derived fact is given in whole months. */
export interface TraceFact {
    readonly name: string;
    readonly owner: FactOwner | 'derived';
    readonly type: ValueType;
    readonly value: FactValue;
}

/** Exact points, or bounds when a fact is missing. */
export type PointsResult =
    | { readonly kind: 'exact'; readonly points: Rational }
    | { readonly kind: 'bounds'; readonly low: Rational; readonly high: Rational; readonly missing: readonly string[] };

/** `set-aside`: applies, but the combination, a cap or an `exclusif de` kept another; `unproved`: only in the verified note. */
export type CriterionStatus = 'given' | 'not-met' | 'set-aside' | 'unproved' | 'unknown';

/** What could not be computed (a division by zero, a table without that row): counted and listed, never a value. */
export interface Anomaly {
    readonly kind:
        | 'division-by-zero'
        | 'table-without-row'
        | 'table-without-period'
        | 'two-criteria-hold'
        | 'no-scoring'
        | 'several-scorings'
        | 'out-of-bounds'
        | 'unconfirmed-parameter';
    readonly name: string;
    readonly at: Span;
}

/** The result of one demand, perhaps for one dwelling, on one day. */
export interface DemandResult extends Dated {
    /** The cotation that scored the demand; absent when its scope is unknown or none applies. */
    readonly scoring?: string;
    readonly declared: NoteResult;
    readonly verified: NoteResult;
    /** Facts are missing to know whether these clauses treat the demand apart; until then it is scored. `missing` is sorted. */
    readonly perhapsUnscored?: { readonly clauses: readonly string[]; readonly missing: readonly string[] };
}

/** A demand's result, and why: the line of each criterion in each of the two notes. Without scoring or without note, a trace has no line. */
export interface Explanation {
    readonly result: DemandResult;
    readonly traces: { readonly declared: Trace; readonly verified: Trace };
}
