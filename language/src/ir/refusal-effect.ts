import type { SeniorityEffect } from './expression.js';
import type { LegalReference, Places, Span } from './span.js';

/**
 * What refusing a dwelling does to the seniority that the cotation and the ranking count, points apart (CCH R.441-2-10): the plan names
 * the refusals and the effect. Exclusions, adequacies and objectives read the seniority as it is.
 */
export interface RefusalEffect extends SeniorityEffect, Places<'effect'> {
    readonly label?: string;
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}
