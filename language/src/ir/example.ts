import type { Places, Span } from './span.js';
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
    readonly places?: Places<'label' | 'policy' | 'version' | 'variant' | 'day', 'proved'>['places'] & {
        /** Item by item, those of `demand` and of `dwelling`. */
        readonly demand: readonly GivenPlaces[];
        readonly dwelling: readonly GivenPlaces[];
    };
}

/** Where a fact and its value were written; of events, where the fields of each were. */
export interface GivenPlaces {
    readonly fact?: Span;
    readonly value?: Span;
    readonly events?: readonly (readonly GivenPlaces[])[];
}

/** What an example expects; points and notes are exact. */
export type Expectation =
    | {
          readonly kind: 'note';
          readonly which: 'declared' | 'verified';
          readonly note: Fraction;
          readonly details: readonly ({ readonly criterion: string; readonly points: Fraction; readonly at: Span } & Places<'criterion'>)[];
          readonly at: Span;
      }
    | ({
          readonly kind: 'incomplete';
          readonly low?: Fraction;
          readonly high?: Fraction;
          readonly missing: readonly string[];
          readonly at: Span;
      } & Places<never, 'missing'>)
    | ({
          readonly kind: 'unscored';
          /** The name of the clause that treats the demand apart; absent: any. */
          readonly clause?: string;
          readonly at: Span;
      } & Places<'clause'>)
    | ({
          readonly kind: 'eligibility';
          readonly result: 'eligible' | 'ineligible' | 'to-verify';
          readonly motive?: string;
          readonly at: Span;
      } & Places<'motive'>);
