import type { Expression, RoundingDirection, Tier } from './expression.js';
import type { LegalReference, Places, Span } from './span.js';
import type { Fraction } from './value.js';

/** How the points of a group add up; `dans l'ordre` takes the first item that applies. */
export type Combination = 'cumulables' | 'un seul' | 'le plus favorable' | "dans l'ordre";

/** A cotation: the demands it is for, and the groups of points. Caps apply last (language.md, meaning 3). */
export interface Scoring extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    /** Demands in scope; absent: all. */
    readonly scope?: Expression;
    readonly group: Group;
    readonly at: Span;
}

/** What a draft leaves to be set (`à fixer`): no value, and never 0. Nothing is computed under a policy that holds one. */
export interface ToSet {
    readonly kind: 'to-set';
    readonly at: Span;
}

/** A number of a grid, or what a draft leaves to be set. */
export type SetNumber = Fraction | ToSet;

/** Items and their combination; `increase` then `cap` and `floor` apply to the combined points. */
export interface Group extends Places<'combination' | 'cap' | 'floor' | 'percent'> {
    readonly combination: Combination;
    readonly items: readonly ScoringItem[];
    readonly increase?: { readonly percent: SetNumber; readonly direction: RoundingDirection };
    readonly cap?: SetNumber;
    readonly floor?: SetNumber;
}

/** What a group holds: criteria, and groups of them. */
export type ScoringItem = Rubric | Criterion;

/** A rubrique: a named group of points inside a cotation. */
export interface Rubric extends Places<'name'> {
    readonly kind: 'rubric';
    readonly name: string;
    readonly label?: string;
    readonly group: Group;
    readonly references: readonly LegalReference[];
    readonly at: Span;
}

/** A critère: points, and the condition under which they are given. */
export interface Criterion extends Places<'name' | 'points' | 'cap' | 'floor', 'exclusive'> {
    readonly kind: 'criterion';
    readonly name: string;
    readonly label?: string;
    readonly points: Points;
    /** Absent: always. */
    readonly condition?: Expression;
    readonly cap?: SetNumber;
    readonly floor?: SetNumber;
    /** `justificatif exigé`: unproved, a bonus gives 0 in the verified note. */
    readonly proof: boolean;
    /** Criteria that give nothing when this one applies (`exclusif de critère`). */
    readonly exclusive: readonly string[];
    readonly references: readonly LegalReference[];
    /** The document that the author cites for it. */
    readonly source?: string;
    /** The clause as written, spaces normalised: what a trace shows. */
    readonly text: string;
    readonly at: Span;
}

/** What a criterion gives when its condition holds. */
export type Points =
    | { readonly kind: 'flat'; readonly points: SetNumber }
    /** So many points for each unit of an integer quantity: months elapsed, events counted, persons. */
    | { readonly kind: 'rate'; readonly points: SetNumber; readonly quantity: Expression }
    /** What the commission gave, from `low` to `high`: a number of points that a fact holds. */
    | { readonly kind: 'appraised'; readonly low: Fraction; readonly high: Fraction; readonly given: Expression }
    /** A line gives points, or leaves the note incomplete. Without a line that applies, 0 point if `otherwise` is absent. */
    | { readonly kind: 'tiers'; readonly subject: Expression; readonly tiers: readonly Tier<TierPoints>[] };

/** What a line of a `selon` gives: points, or a note left incomplete. */
export type TierPoints = { readonly kind: 'points'; readonly points: SetNumber } | { readonly kind: 'incomplete' };
