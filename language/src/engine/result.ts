import type { Rational } from '../kit/exact-number.js';
import type { Span } from '../ir/span.js';
import type { Day } from '../ir/value.js';

/**
 * The note of a demand under one cotation.
 * `interval`: complete, but asked without a dwelling while some criteria read one: fixed part, and bounds with them.
 * `incomplete`: the note lies between `low` and `high` whatever the missing facts are; `missing` is sorted.
 */
export type NoteResult =
    | { readonly kind: 'note'; readonly note: Rational }
    | { readonly kind: 'interval'; readonly fixed: Rational; readonly low: Rational; readonly high: Rational }
    | { readonly kind: 'incomplete'; readonly missing: readonly string[]; readonly low: Rational; readonly high: Rational };

export type EligibilityResult =
    | { readonly kind: 'eligible' }
    | { readonly kind: 'ineligible'; readonly exclusions: readonly string[] }
    | { readonly kind: 'to-verify'; readonly exclusions: readonly string[]; readonly missing: readonly string[] };

/** Whether a dwelling suits a demand; `unknown` keeps the demand in the pool, flagged. */
export type AdequacyResult =
    | { readonly kind: 'fits' }
    | { readonly kind: 'unfit'; readonly failed: readonly string[] }
    | { readonly kind: 'unknown'; readonly missing: readonly string[] };

/** Why a note is what it is: one line per criterion, one per rubric, in the order of the policy. */
export interface Trace {
    readonly scoring: string;
    readonly lines: readonly TraceLine[];
}

export interface TraceLine {
    readonly path: readonly string[];
    readonly kind: 'criterion' | 'rubric' | 'scoring';
    readonly name: string;
    readonly label?: string;
    /** Points given before the combination of the group above, and those kept after it. */
    readonly points: PointsResult;
    readonly kept: PointsResult;
    readonly status: CriterionStatus;
    /** Facts read, with the value that each had. */
    readonly facts: readonly { readonly name: string; readonly value: string }[];
    /** The clause as written and where. */
    readonly text: string;
    readonly at: Span;
}

/** Exact points, or bounds when a fact is missing. */
export type PointsResult = { readonly kind: 'exact'; readonly points: Rational } | { readonly kind: 'bounds'; readonly low: Rational; readonly high: Rational; readonly missing: readonly string[] };

/** `set-aside`: applies, but the combination, a cap or an `exclusif de` kept another; `unproved`: only in the verified note. */
export type CriterionStatus = 'given' | 'not-met' | 'set-aside' | 'unproved' | 'unknown';

/** What could not be computed (a division by zero, a table without that row): counted and listed, never a value. */
export interface Anomaly {
    readonly kind: 'division-by-zero' | 'table-without-row' | 'table-without-period' | 'two-criteria-hold' | 'no-scoring' | 'several-scorings' | 'out-of-bounds' | 'unconfirmed-parameter';
    readonly name: string;
    readonly at: Span;
}

/** The result of one demand, perhaps for one dwelling, on one day. */
export interface DemandResult {
    /** The cotation that scored the demand; absent when its scope is unknown or none applies. */
    readonly scoring?: string;
    readonly declared: NoteResult;
    readonly verified: NoteResult;
    readonly anomalies: readonly Anomaly[];
    /** The result holds at least until this day included, if the facts stay the same; absent: for ever. */
    readonly validUntil?: Day;
}
