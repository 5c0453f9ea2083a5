import type { Span } from './span.js';
import type { Day, FactValue, Fraction } from './value.js';

/** An example of a policy file: a household, perhaps a dwelling, and what is expected of a version or a variant. */
export interface Example {
    readonly label: string;
    readonly policy: string;
    readonly version?: string;
    readonly variant?: string;
    readonly day: Day;
    readonly demand: readonly (readonly [fact: string, value: FactValue])[];
    readonly dwelling?: readonly (readonly [fact: string, value: FactValue])[];
    /** Facts whose proof is in the file. */
    readonly proved: readonly string[];
    readonly expectations: readonly Expectation[];
    readonly at: Span;
}

/** What an example expects; points and notes are exact. */
export type Expectation =
    | {
          readonly kind: 'note';
          readonly which: 'declared' | 'verified';
          readonly note: Fraction;
          readonly details: readonly { readonly criterion: string; readonly points: Fraction; readonly at: Span }[];
          readonly at: Span;
      }
    | { readonly kind: 'incomplete'; readonly low?: Fraction; readonly high?: Fraction; readonly missing: readonly string[]; readonly at: Span }
    | { readonly kind: 'eligibility'; readonly result: 'eligible' | 'ineligible' | 'to-verify'; readonly motive?: string; readonly at: Span };
