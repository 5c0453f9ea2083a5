import type { Expression, Fraction, Rational, Scoring, Span } from '@bareme/language/ir';

/** Where a number stands in the representation of a policy. */
export type Path = readonly (string | number)[];

/** A number of a grid that a hand may move: points, a limit, a threshold. Values are in the scale that people read: points, %, euros. */
export interface Knob {
    /** Unique in the policy. */
    readonly id: string;
    readonly scoring: Scoring;
    /** What holds it: a criterion, a rubric or the cotation itself. */
    readonly owner: KnobOwner;
    readonly what: KnobWhat;
    readonly unit: string;
    readonly value: Fraction;
    /** The ends and the step of its slider; a number typed may go beyond them, but not beyond its neighbours. */
    readonly low: number;
    readonly high: number;
    readonly step: number;
    /** Of a bound of tiers: the bounds just under and just over, which it may not reach. */
    readonly under?: string;
    readonly over?: string;
    /** Whether it must be a whole number. */
    readonly whole: boolean;
    /** Where it is written, and where the representation has it: once, or in the two tiers that meet there. */
    readonly places: readonly Span[];
    readonly targets: readonly { readonly path: Path; readonly scale: Rational; readonly form: 'fraction' | 'amount' }[];
}

/** What holds a number. */
export interface KnobOwner {
    readonly kind: 'criterion' | 'rubric' | 'scoring';
    readonly name: string;
    readonly label: string;
    readonly at: Span;
}

/** What a number is. `line` is the text of a tier, as written before its points; `subject` what a threshold is compared with. */
export type KnobWhat =
    | { readonly kind: 'points' | 'rate' | 'cap' | 'floor' | 'increase' }
    | { readonly kind: 'tier'; readonly at: Span; readonly path: Path }
    | { readonly kind: 'bound'; readonly subject: Expression }
    | { readonly kind: 'threshold'; readonly subject: Expression; readonly at: Span };
