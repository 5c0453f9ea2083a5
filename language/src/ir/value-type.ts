import type { LegalReference, Places, Span } from './span.js';
import type { Fraction } from './value.js';

/** The types of facts and expressions. Units are part of the type: a sum of euros and months does not type. */
export type ValueType =
    | NumberType
    | { readonly kind: 'money'; readonly per?: Period }
    | { readonly kind: 'ratio' }
    | { readonly kind: 'date' }
    | { readonly kind: 'duration' }
    | { readonly kind: 'boolean' }
    | { readonly kind: 'code' }
    | { readonly kind: 'text' }
    | { readonly kind: 'enumeration'; readonly name: string }
    | { readonly kind: 'events'; readonly fields: readonly FactDeclaration[] };

/** A number with at most `places` decimals and an optional unit word (`personne`, `pièce`, `point`, `m²`, singular form). */
export interface NumberType {
    readonly kind: 'number';
    readonly places: number;
    readonly unit?: string;
}

/** Decimals of an amount in euros; its own scale is the cent. */
export const CENT_PLACES = 2;

/** What an amount is for: a month or a year. */
export type Period = 'mois' | 'an';

/** Who carries a fact. */
export type FactOwner = 'demande' | 'logement' | 'candidature';

/** Least and greatest value that a type allows, both included, in its own scale: cents for money, days since 1970 for dates, months for durations. */
export interface Bounds {
    readonly low: Fraction;
    readonly high: Fraction;
}

/** A fact carried by a demand, a dwelling or a candidature. */
export interface FactDeclaration extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    readonly owner: FactOwner;
    readonly type: ValueType;
    readonly multiple: boolean;
    /** A value outside is refused where data are read; one that is deduced counts as missing. */
    readonly bounds?: Bounds;
    /** Source column; the fact's own name where absent. */
    readonly column?: string;
    /** What the replay uses the fact for, such as `dépôt` or `libération`; see replay/roles. */
    readonly role?: string;
    /** A proof is asked: without it the fact is only declared. */
    readonly proof: boolean;
    readonly references: readonly LegalReference[];
    readonly at: Span;
}
