import type { Places, Span } from './span.js';
import type { LiteralValue } from './value.js';
import type { FactOwner, Period, ValueType } from './value-type.js';

/** Comparison of two values of one type; on ordered enumerations, by rank; on durations, by civil anniversaries. */
export type Relation = '<' | '<=' | '>' | '>=' | '=' | '≠';

/** The last `amount` months, years or days before the evaluation date `d`: ]d − amount, d]. */
export interface Window {
    readonly amount: number;
    readonly unit: 'mois' | 'ans' | 'jours';
}

/**
 * A typed expression; conditions are expressions of type boolean, three-valued (Kleene) when evaluated.
 * An atom that reads a `sans objet` value is false; arithmetic on one is `sans objet`.
 */
export type Expression =
    | { readonly kind: 'literal'; readonly type: ValueType; readonly value: LiteralValue; readonly at: Span }
    /** A fact of the demand, of the dwelling, of the candidature, or a field of the event being tested. */
    | {
          readonly kind: 'fact';
          readonly owner: FactOwner | 'event';
          readonly name: string;
          readonly type: ValueType;
          readonly multiple: boolean;
          readonly at: Span;
      }
    | { readonly kind: 'derived'; readonly name: string; readonly type: ValueType; readonly at: Span }
    /** The note by which the policy ranks, of the demand looked at: exact, bounds, or `sans objet` for one without note. In points. */
    | { readonly kind: 'note'; readonly type: ValueType; readonly at: Span }
    | { readonly kind: 'parameter'; readonly name: string; readonly type: ValueType; readonly at: Span }
    | {
          readonly kind: 'arithmetic';
          readonly operator: '+' | '-' | '*' | '/';
          readonly left: Expression;
          readonly right: Expression;
          readonly type: ValueType;
          readonly at: Span;
      }
    | { readonly kind: 'opposite'; readonly operand: Expression; readonly type: ValueType; readonly at: Span }
    /** × 12 to read a monthly amount by the year, ÷ 12 the other way. */
    | { readonly kind: 'per'; readonly period: Period; readonly operand: Expression; readonly type: ValueType; readonly at: Span }
    | { readonly kind: 'extreme'; readonly which: 'min' | 'max'; readonly items: readonly Expression[]; readonly type: ValueType; readonly at: Span }
    | {
          readonly kind: 'rounding';
          readonly direction: RoundingDirection;
          /** Decimal places of the type's own scale: of the cent for an amount, so −2 rounds to the euro. */
          readonly places: number;
          readonly operand: Expression;
          readonly type: ValueType;
          readonly at: Span;
      }
    /**
     * The civil duration from a date to the evaluation date. `effects` of refusals are written in the policy's own clauses, and put here
     * by the engine when it loads the policy.
     */
    | {
          readonly kind: 'since';
          readonly start: Expression;
          readonly effects?: readonly SeniorityEffect[];
          readonly type: ValueType;
          readonly at: Span;
      }
    /** Months, years or days elapsed (`révolu`) or started (`commencé`) from a date to the evaluation date. */
    | {
          readonly kind: 'elapsed';
          readonly unit: 'mois' | 'ans' | 'jours';
          readonly mode: 'révolu' | 'commencé';
          readonly start: Expression;
          readonly effects?: readonly SeniorityEffect[];
          readonly type: ValueType;
          readonly at: Span;
      }
    /**
     * The time between two dates, whatever the evaluation date: with `count`, so many whole units, counted as `elapsed`; without, a civil
     * duration.
     */
    | {
          readonly kind: 'lapse';
          readonly start: Expression;
          readonly end: Expression;
          readonly count?: { readonly unit: 'mois' | 'ans' | 'jours'; readonly mode: 'révolu' | 'commencé' };
          readonly type: ValueType;
          readonly at: Span;
      }
    /** How many events satisfy the filter in the window. */
    | { readonly kind: 'count'; readonly source: string; readonly window?: Window; readonly filter?: Expression; readonly type: ValueType; readonly at: Span }
    /**
     * The sum, the least or the greatest of a value read in each event that satisfies the filter in the window. Events of which it is
     * `sans objet` do not count; of none, the sum is 0, the least and the greatest `sans objet`.
     */
    | {
          readonly kind: 'fold';
          readonly operation: 'sum' | 'min' | 'max';
          readonly source: string;
          readonly value: Expression;
          readonly window?: Window;
          readonly filter?: Expression;
          readonly type: ValueType;
          readonly at: Span;
      }
    | {
          readonly kind: 'choose';
          readonly condition: Expression;
          readonly then: Expression;
          readonly otherwise: Expression;
          readonly type: ValueType;
          readonly at: Span;
      }
    | { readonly kind: 'select'; readonly subject: Expression; readonly tiers: readonly Tier<Expression>[]; readonly type: ValueType; readonly at: Span }
    | { readonly kind: 'lookup'; readonly table: string; readonly keys: readonly Expression[]; readonly type: ValueType; readonly at: Span }
    | Condition;

/** Toward −∞, toward +∞, or to the nearest with halves away from zero. */
export type RoundingDirection = 'inférieur' | 'supérieur' | 'proche';

/** Expressions of type boolean. */
export type Condition =
    | { readonly kind: 'and' | 'or'; readonly items: readonly Expression[]; readonly type: ValueType; readonly at: Span }
    | { readonly kind: 'not'; readonly operand: Expression; readonly type: ValueType; readonly at: Span }
    | {
          readonly kind: 'compare';
          readonly relation: Relation;
          readonly left: Expression;
          readonly right: Expression;
          readonly type: ValueType;
          readonly at: Span;
      }
    /** `de low à high`: low included; high included unless `exclusive` (`à moins de`). */
    | {
          readonly kind: 'between';
          readonly subject: Expression;
          readonly low: Expression;
          readonly high: Expression;
          readonly exclusive: boolean;
          readonly type: ValueType;
          readonly at: Span;
      }
    /** The subject (one value or several) has at least one value among these. */
    | {
          readonly kind: 'among';
          readonly subject: Expression;
          readonly values: readonly string[];
          readonly list?: string;
          readonly type: ValueType;
          readonly at: Span;
      }
    /** The multi-valued subject contains the value of another expression: `communes contient logement.commune`. */
    | { readonly kind: 'contains'; readonly subject: Expression; readonly item: Expression; readonly type: ValueType; readonly at: Span }
    /** At least one event satisfies the filter; `current`: begun at the evaluation date and not ended before it. */
    | { readonly kind: 'exists'; readonly source: string; readonly filter: Expression; readonly current: boolean; readonly type: ValueType; readonly at: Span }
    | {
          readonly kind: 'state';
          readonly subject: Expression;
          readonly state: 'renseigné' | 'sans objet' | 'justifié';
          readonly type: ValueType;
          readonly at: Span;
      };

/** One line of a `selon`. Every bound is a literal; money in cents. Places: what it gives, its bounds. */
export interface Tier<Outcome> extends Places<'outcome' | 'low' | 'high'> {
    readonly test: TierTest;
    readonly outcome: Outcome;
    readonly at: Span;
}

/** When a line of a `selon` applies: an interval, some values, or one of the three special lines. */
export type TierTest =
    | { readonly kind: 'interval'; readonly low?: Bound; readonly high?: Bound }
    /** Enumeration values, codes or `oui`/`non`. */
    | { readonly kind: 'values'; readonly values: readonly string[] }
    | { readonly kind: 'otherwise' }
    | { readonly kind: 'missing' }
    | { readonly kind: 'not-applicable' };

/** One end of an interval, in the subject's own scale. */
export interface Bound {
    readonly value: LiteralValue;
    readonly inclusive: boolean;
}

/** The refusals, and what each does. Refusals dated after the evaluation day have not happened. */
export interface SeniorityEffect {
    /** The events fact that lists refusals. */
    readonly source: string;
    /** Which refusals; absent: all. */
    readonly filter?: Expression;
    readonly effect: Suspension | { readonly kind: 'reset' };
}

/** Seniority does not grow on the days that follow a refusal, up to the anniversary of that length included; two that overlap count once. */
export interface Suspension {
    readonly kind: 'suspension';
    readonly amount: number;
    readonly unit: 'mois' | 'ans' | 'jours';
}
