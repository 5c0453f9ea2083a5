import type { Expression } from './expression.js';
import type { LegalReference, Span } from './span.js';

/**
 * What refusing a dwelling does to the seniority that the cotation and the ranking count, points apart (CCH R.441-2-10): the plan names
 * the refusals and the effect. Exclusions, adequacies and objectives read the seniority as it is.
 */
export interface RefusalEffect extends SeniorityEffect {
    readonly label?: string;
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
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
