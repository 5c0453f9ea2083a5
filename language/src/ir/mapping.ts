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
    /** Whether the first line is a row already: columns are then titled `1`, `2`, `3`… */
    readonly headerless?: true;
    /** What each row of the table shows; the others are left. */
    readonly rows?: readonly RowTest[];
    readonly fields: readonly MappedField[];
    readonly at: Span;
}

/** A column and the texts that a row has, or has not, in it. */
export interface RowTest {
    readonly column: string;
    readonly kind: 'among' | 'not-among';
    readonly values: readonly string[];
}

/** A fact and where its value comes from in the source file. */
export interface MappedField {
    readonly fact: string;
    readonly source: FieldSource;
    /** What the value is only an approximation of, repeated in reports. */
    readonly approximation?: string;
    readonly at: Span;
}

/** What a cell says: a value, or why there is none. */
export type CellMeaning = LiteralValue | { readonly kind: 'missing' } | { readonly kind: 'not-applicable' };

/** How the text of a cell becomes a value. */
export interface CellConversions {
    readonly split?: string;
    readonly codes?: readonly (readonly [code: string, value: CellMeaning])[];
    readonly factor?: Fraction;
    /** A date is followed by its local time, which is left. */
    readonly time?: true;
    readonly empty?: CellMeaning;
}

/** A column, or several joined, and their conversions; a constant, the number of the row, or a date made of a year and an order. */
export type FieldSource =
    | ({ readonly kind: 'column'; readonly column: string } & CellConversions)
    /** The texts of the columns, with `by` between them: one value. */
    | ({ readonly kind: 'joined'; readonly columns: readonly string[]; readonly by: string } & Pick<CellConversions, 'codes' | 'empty'>)
    | { readonly kind: 'constant'; readonly value: CellMeaning }
    | { readonly kind: 'row-number' }
    /** A year and an order within it, spread evenly over the days of the year; without order, the year's last day. */
    | { readonly kind: 'spread-date'; readonly year: string; readonly order: string };
