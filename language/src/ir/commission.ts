import type { Expression } from './expression.js';
import type { LegalReference, Places, Span } from './span.js';

/** How the commission examines candidates, beyond their rank (CCH R.441-3). */
export interface Commission {
    /** When one candidate alone may be presented, where three are the rule: each reads the candidate and the dwelling. */
    readonly singles: readonly CommissionCase[];
    /** Grounds on which a candidate is not allotted that dwelling (decision d); its demand stays open. */
    readonly grounds: readonly (CommissionCase & { readonly name: string; readonly label?: string } & Places<'name'>)[];
    readonly at: Span;
}

/** A case that a condition tells. */
export interface CommissionCase {
    readonly condition: Expression;
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}
