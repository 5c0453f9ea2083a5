import type { Expression, RoundingDirection } from './expression.js';
import type { Convention, Imputation, Orientation, PooledShares, Reservee, Route, SubtractionForecast } from './flux.js';
import type { Commission } from './commission.js';
import type { Guarantee } from './guarantee.js';
import type { RefusalEffect } from './refusal-effect.js';
import type { Scoring } from './scoring.js';
import type { LegalReference, Places, SourceRef, Span } from './span.js';
import type { Day, Fraction } from './value.js';
import type { Vocabulary } from './vocabulary.js';

/** The version of this representation; a reader refuses another major version (`readProject`). 2: spans hold the path of their file. 3: acts, applied socles, sources and references that were left out. 4: bounds of all that has a type. 4.1: places of points, limits and tiers. 5: numbers left to be set. */
export const IR_VERSION = '5.2';

/**
 * One version of one territory's policy, or one variant of it, with everything it needs to be evaluated:
 * plain JSON, no reference out of itself.
 */
export interface Policy extends Places<'name' | 'variant' | 'force' | 'deliberated' | 'succeeds'> {
    readonly irVersion: string;
    readonly name: string;
    readonly label?: string;
    readonly version: string;
    /** Present on a variant: its name and label; `version` is then that of the version it edits. */
    readonly variant?: { readonly name: string; readonly label?: string };
    readonly territory?: string;
    /** Its communes: the policy is that of their dwellings, and of demands that name one of them. Absent: everywhere. */
    readonly communes?: readonly string[];
    readonly dates: PolicyDates;
    readonly succeeds?: string;
    readonly citations: readonly string[];
    /** Said in every output, such as « territoire fictif ». */
    readonly notices: readonly string[];
    readonly sources: readonly SourceRef[];
    /** The acts beside the version, which others sign; absent: none. */
    readonly acts?: readonly SignedAct[];
    /** The clauses of the law that it has as its own; absent: none. */
    readonly socles?: readonly AppliedSocle[];
    readonly vocabulary: Vocabulary;
    readonly lists: readonly NamedList[];
    readonly scorings: readonly Scoring[];
    readonly ranking?: Ranking;
    /** Demands treated apart, in the order written; absent: all are scored. */
    readonly unscored?: readonly Unscored[];
    readonly exclusions: readonly Exclusion[];
    readonly adequacies: readonly Adequacy[];
    readonly signals: readonly Signal[];
    readonly objectives: readonly Objective[];
    readonly analogous?: AnalogousDemands;
    readonly commission?: Commission;
    readonly guarantees: readonly Guarantee[];
    readonly refusalEffects: readonly RefusalEffect[];
    readonly routes: readonly Route[];
    readonly reservees: readonly Reservee[];
    readonly conventions: readonly Convention[];
    readonly pools: readonly PooledShares[];
    readonly forecasts: readonly SubtractionForecast[];
    readonly imputations: readonly Imputation[];
    readonly orientation?: Orientation;
    readonly at: Span;
}

/** An act whose clauses are part of a version: what it is, who gave an opinion on it, when it was voted or signed. */
export interface SignedAct extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    readonly dates: ActDates;
    readonly citations: readonly string[];
    readonly notices: readonly string[];
    readonly at: Span;
}

/** The dates of an act, and where each was written. Its clauses hold as long as the version does, whatever `from` and `to` say. */
export interface ActDates extends Places<'signed' | 'deliberated' | 'force', 'opinions'> {
    readonly signed?: Day;
    readonly deliberated?: Day;
    readonly opinions: readonly { readonly body: string; readonly day: Day }[];
    readonly from?: Day;
    readonly to?: Day;
}

/** Clauses of the law that a policy applies, and the days on which that text is in force. */
export interface AppliedSocle {
    readonly name: string;
    readonly label?: string;
    readonly from?: Day;
    readonly to?: Day;
    readonly at: Span;
}

/** In force from `from` to `to` included; without `to`, until the successor's start. */
export interface PolicyDates extends Places<'deliberated' | 'signed' | 'force' | 'switchover' | 'evaluation', 'opinions'> {
    readonly deliberated?: Day;
    readonly signed?: Day;
    readonly opinions: readonly { readonly body: string; readonly day: Day }[];
    readonly from: Day;
    readonly to?: Day;
    /** When notes computed under the former version give way to this one's. */
    readonly switchover?: Day;
    /** When the cotation is to be evaluated (CCH R.441-2-10). */
    readonly evaluation?: Day;
}

/** A `liste`: words that conditions read by one name. */
export interface NamedList extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    readonly values: readonly string[];
    readonly references: readonly LegalReference[];
    readonly at: Span;
}

/** A total order: keys first to last; the appraisal of the commission, simulated by a seeded draw, ends the chain. */
export interface Ranking {
    readonly keys: readonly RankingKey[];
    readonly incomplete: 'minimum' | 'maximum' | 'last';
    readonly at: Span;
}

/** One link of the chain that ranks candidates. */
export type RankingKey =
    /** Demands that meet the first condition come first, then those that meet the second, then the others. */
    | { readonly kind: 'category'; readonly conditions: readonly Expression[]; readonly at: Span }
    | { readonly kind: 'note'; readonly which: 'declared' | 'verified'; readonly at: Span }
    | { readonly kind: 'fact'; readonly value: Expression; readonly order: 'descending' | 'ascending'; readonly at: Span }
    | { readonly kind: 'appraisal'; readonly simulated: 'draw'; readonly at: Span };

/**
 * A demand that meets the condition is treated apart by a deliberation (`hors cotation`): it gets no note and no rank, for that motive. Read
 * on the day of the note; the condition reads neither the dwelling nor the candidature.
 */
export interface Unscored extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    readonly condition: Expression;
    readonly motive: string;
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}

/** A demand that meets the condition is ineligible, for that motive. `at` names the date its facts and tables are read. */
export interface Exclusion extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    readonly condition: Expression;
    readonly readAt: 'examination' | 'lease';
    readonly motive?: string;
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}

/** A dwelling suits a demand when the condition is not false; unknown keeps the demand in the pool, flagged. */
export interface Adequacy extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    readonly condition: Expression;
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}

/** A fact shown to the commission, without effect on the note or the pool. */
export interface Signal extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    readonly condition: Expression;
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}

/**
 * So many of the signed leases of `base` (all where absent) go to `target`: for all of them, or for each value of `by`, a fact of the
 * dwelling; in each civil year, or over the last months of the replay.
 */
export interface Objective extends Places<'name', 'trajectory'> {
    readonly name: string;
    readonly label?: string;
    readonly sense: 'at-least' | 'at-most';
    /** What `amount` counts: a share of the leases of the base, from 0 to 1, or a number of leases. */
    readonly counted: 'share' | 'leases';
    readonly amount: Fraction;
    readonly base?: Expression;
    readonly target: Expression;
    /** Leases to these reach it too, when they are not to the target: told apart. */
    readonly fallback?: Expression;
    readonly by?: Extract<Expression, { kind: 'fact' }>;
    /** Rolling months; without it, civil years. */
    readonly months?: number;
    /** How the number of leases that a share comes to is rounded, from so many leases of the base on, in ascending order from 0; absent: it is not. */
    readonly rounding?: readonly { readonly from: number; readonly direction: RoundingDirection }[];
    /** The amount of each year, where the act gives a trajectory. */
    readonly trajectory: readonly { readonly year: number; readonly amount: Fraction }[];
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}

/**
 * Demands are analogous when each of these facts of theirs is the same, a list having one value in common: among them a demandeur is told
 * the position and the waiting time (CCH R.441-2-17).
 */
export interface AnalogousDemands {
    readonly label?: string;
    readonly facts: readonly Expression[];
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}
