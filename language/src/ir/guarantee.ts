import type { Expression } from './expression.js';
import type { LegalReference, Places, Span } from './span.js';

/** What must hold of a policy, whatever the household: promised by the policy itself, or asked by the law's own clauses (`socle`). */
export interface Guarantee extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    readonly promise: Promised;
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}

/** What is promised. */
export type Promised =
    /** On any day, a demand of the first kind ranks before any demand of the second. */
    | { readonly kind: 'precedes'; readonly first: Expression; readonly second: Expression }
    /** The declared note never falls (or never rises) as a duration or a number of the demand grows, the other facts staying the same. */
    | { readonly kind: 'monotone'; readonly never: 'falls' | 'rises'; readonly along: Expression }
    /** No exclusion, adequacy or public of a reservee reads these facts, directly or through deduced facts. */
    | { readonly kind: 'unread'; readonly facts: readonly Expression[] };
