import type { Span } from './span.js';
import type { Fraction, LiteralValue } from './value.js';

/** A correspondance: how source files become the tables of a territory. */
export interface Mapping {
    readonly name: string;
    readonly label?: string;
    readonly vocabulary: string;
    readonly tables: readonly SourceTable[];
    readonly at: Span;
}

/** One of `demandes`, `logements`, `candidatures`, `refus`, read from one file. */
export interface SourceTable {
    readonly target: string;
    readonly file: string;
    readonly separator: string;
    /** The mark of decimals, where the correspondance says it: a comma otherwise. */
    readonly decimal?: string;
    /** What sets thousands apart besides spaces, where it says it. */
    readonly thousands?: string;
    readonly fields: readonly MappedField[];
    readonly at: Span;
}

/** A fact and where its value comes from in the source file. */
export interface MappedField {
    readonly fact: string;
    readonly source: FieldSource;
    /** What the value is only an approximation of, repeated in reports. */
    readonly approximation?: string;
    readonly at: Span;
}

/** A column and its conversions, a constant, the number of the row, or a date made of a year and an order. */
export type FieldSource =
    | {
          readonly kind: 'column';
          readonly column: string;
          readonly split?: string;
          readonly codes?: readonly (readonly [code: string, value: LiteralValue | { readonly kind: 'missing' } | { readonly kind: 'not-applicable' }])[];
          readonly factor?: Fraction;
          readonly empty?: LiteralValue | { readonly kind: 'missing' } | { readonly kind: 'not-applicable' };
      }
    | { readonly kind: 'constant'; readonly value: LiteralValue | { readonly kind: 'missing' } | { readonly kind: 'not-applicable' } }
    | { readonly kind: 'row-number' }
    /** A year and an order within it, spread evenly over the days of the year; without order, the year's last day. */
    | { readonly kind: 'spread-date'; readonly year: string; readonly order: string };
