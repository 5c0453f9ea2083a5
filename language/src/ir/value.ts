/**
 * An exact number in JSON: an integer (`"140"`, `"-3"`) or an irreducible fraction (`"33/100"`).
 * Money is counted in cents: `"40000"` is 400 €.
 */
export type Fraction = string;

/** A civil day: days since 1970-01-01, no time zone. */
export type Day = number;

/** Days in a row, both ends included. */
export interface DayRange {
    readonly from: Day;
    readonly to: Day;
}

/** Months and years are civil (anniversaries of the day); days are counted. */
export type DurationUnit = 'mois' | 'ans' | 'jours';

/** A literal of the policy. Ratios are fractions (33 % is `"33/100"`), money is in cents. */
export type LiteralValue =
    | { readonly kind: 'number'; readonly value: Fraction }
    | { readonly kind: 'date'; readonly day: Day }
    | { readonly kind: 'duration'; readonly amount: number; readonly unit: DurationUnit }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'word'; readonly value: string };

/** A fact as given, in data or in an example: a value, several, events, or one of the two absences. */
export type FactValue =
    | LiteralValue
    | { readonly kind: 'set'; readonly values: readonly string[] }
    | { readonly kind: 'events'; readonly events: readonly EventRecord[] }
    | { readonly kind: 'missing' }
    | { readonly kind: 'not-applicable' };

/** One event: its fields by name; a field that is absent is `missing`. */
export type EventRecord = readonly (readonly [field: string, value: FactValue])[];
