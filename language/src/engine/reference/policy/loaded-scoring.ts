import type { Tier } from '../../../ir/expression.js';
import type { Criterion, Group, Rubric, Scoring, TierPoints } from '../../../ir/scoring.js';
import type { Rational } from '../../../kit/exact-number.js';
import type { Reads } from '../../description/reads.js';

/** A cotation, its criteria in the order written. */
export interface LoadedScoring {
    readonly scoring: Scoring;
    readonly index: number;
    readonly group: LoadedGroup;
    readonly criteria: readonly LoadedCriterion[];
    /** Criteria that read the dwelling or the candidature. */
    readonly lettingCriteria: readonly LoadedCriterion[];
    /** The scope reads the dwelling or the candidature. */
    readonly letting: boolean;
    /** By criterion, those that say `exclusif de critère` of it, in the order written. */
    readonly excluders: ReadonlyMap<LoadedCriterion, readonly LoadedCriterion[]>;
    /** A criterion that reads the letting excludes another, or is excluded. */
    readonly lettingExclusions: boolean;
    /** Some group promises to hold one criterion at most (`un seul`). */
    readonly promises: boolean;
}

/** A cotation's or a rubric's items and how they combine. */
export interface LoadedGroup {
    readonly name: string;
    readonly at: Scoring['at'];
    readonly combination: Group['combination'];
    readonly items: readonly LoadedItem[];
    /** `majorée de 20 %` (`"1/5"`) multiplies by 6/5. */
    readonly increase?: { readonly factor: Rational; readonly direction: NonNullable<Group['increase']>['direction'] };
    readonly limits: Limits;
    /** Some criterion inside reads the letting. */
    readonly letting: boolean;
}

export type LoadedItem =
    { readonly kind: 'criterion'; readonly criterion: LoadedCriterion } | { readonly kind: 'rubric'; readonly rubric: Rubric; readonly group: LoadedGroup };

/** At most, then at least. */
export interface Limits {
    readonly cap?: Rational;
    readonly floor?: Rational;
}

/**
 * The lines of a `selon` and the points of each; a line that is `à compléter` has none. The line `non renseigné : à compléter` is left
 * out: it says what holds without it.
 */
export interface PointsLines {
    readonly tiers: readonly Tier<TierPoints>[];
    readonly points: ReadonlyMap<Tier<TierPoints>, Rational>;
}

/** A criterion and what the engine derives from its writing. */
export interface LoadedCriterion {
    readonly criterion: Criterion;
    /** Its place among all criteria of the policy, and among those of its scoring, in the order written. */
    readonly index: number;
    readonly position: number;
    readonly reads: Reads;
    readonly letting: boolean;
    readonly limits: Limits;
    /** The points of `flat`, or of each unit of `rate`. */
    readonly each: Rational;
    readonly lines: PointsLines;
    /** Demand facts without whose proof a bonus is not verified, in the order read. */
    readonly proofFacts: readonly string[];
}
