import type { Expression, RoundingDirection } from './expression.js';
import type { LegalReference, Places, Span } from './span.js';
import type { Day, Fraction } from './value.js';

/**
 * A way by which dwellings are let: the first route whose condition holds is taken, else the ordinary way. The condition reads the
 * dwelling, and the demand of the household that the record houses in it.
 */
export interface Route extends Places<'name', 'countsIn' | 'leftOutOf'> {
    readonly name: string;
    readonly label?: string;
    readonly condition: Expression;
    /** Part of what reservees share. */
    readonly inFlux: boolean;
    /** Let by the ranking; otherwise to the household of the record. */
    readonly ranked: boolean;
    /** Passes the commission. */
    readonly commission: boolean;
    /** Its leases are measured by the objectives, but for those of `leftOutOf`. */
    readonly measured: boolean;
    /** Let to nobody. */
    readonly withdrawn: boolean;
    /** Published for so many days: its candidates are those who applied (« location voulue »). */
    readonly publishedDays?: number;
    /** Objectives whose target its leases reach, whoever the household is. */
    readonly countsIn: readonly string[];
    /** Objectives that do not see its leases. */
    readonly leftOutOf: readonly string[];
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}

/** Who holds rights of reservation: the contingents by which the data name it. */
export interface Reservee extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    readonly contingents: readonly Contingent[];
    readonly references: readonly LegalReference[];
    readonly at: Span;
}

/** A value of the dwelling's fact of role `réservataire`, and whom may be designated on it: anyone where `public` is absent. */
export interface Contingent extends Places<'code', 'waived'> {
    readonly code: string;
    readonly public?: Expression;
    /** Adequacies that do not bound its candidates: the préfet designates in the whole département, whatever communes were asked for. */
    readonly waived: readonly string[];
    readonly at: Span;
}

/** What a convention counts: dwellings oriented to the reservee, candidates proposed, dwellings allotted, leases signed. */
export type FluxUnit = 'oriented' | 'proposed' | 'allotted' | 'signed';

/** What one landlord owes one reservee of the dwellings that it frees in a year (CCH R.441-5). */
export interface Convention extends Places<'name' | 'reservee' | 'landlord' | 'title', 'outside' | 'apart'> {
    readonly name: string;
    readonly label?: string;
    readonly reservee: string;
    /** The value of the dwelling's fact of role `bailleur`. */
    readonly landlord: string;
    /** The title under which rights are held, such as the guarantee of a loan. */
    readonly title?: string;
    readonly signed?: Day;
    /** Facts of the dwelling and the value that each must have; a dwelling that does not say is outside. */
    readonly perimeter: readonly { readonly fact: Extract<Expression, { kind: 'fact' }>; readonly value: string }[];
    /** Of the flux, from 0 to 1. */
    readonly share: Fraction;
    /** The stock of rights that the share comes from: so many dwellings reserved among so many. */
    readonly converted?: { readonly rights: number; readonly stock: number };
    /** The landlord designates in the reservee's place, among its public. */
    readonly delegated: boolean;
    /** Contingents of the reservee that may have so much of the flux at most, inside its share: a maximum, never a due. */
    readonly within: readonly ({ readonly code: string; readonly atMost: Fraction } & Places<'code'>)[];
    /** Each commune holds its own share of what is freed on its territory. */
    readonly local: boolean;
    readonly unit: FluxUnit;
    /** Routes subtracted from the flux; absent: those that are not `inFlux`. */
    readonly outside?: readonly string[];
    /** Routes counted aside: neither in the flux nor subtracted from it. */
    readonly apart: readonly string[];
    /** A dwelling for which nobody can be proposed goes back to the landlord, after that delay. */
    readonly returned?: { readonly amount: number; readonly unit: 'mois' | 'jours' };
    /** How the rights of a year, a fraction, are rounded at its end; absent: they are not. */
    readonly rounding?: RoundingDirection;
    /** What remains due at the end of a year goes on to the next. */
    readonly carried: boolean;
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}

/** Conventions whose shares are put together: what is due to one may be received by another, and the balance is theirs in common. */
export interface PooledShares extends Places<'name', 'conventions'> {
    readonly name: string;
    readonly label?: string;
    readonly conventions: readonly string[];
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}

/** Dwellings that a landlord announced that it would subtract from its flux in a year, by route: beyond them, they are in the flux. */
export interface SubtractionForecast extends Places<'landlord'> {
    readonly landlord: string;
    readonly year: number;
    readonly lines: readonly ({ readonly route: string; readonly count: number } & Places<'route'>)[];
    readonly references: readonly LegalReference[];
    readonly at: Span;
}

/** On whose rights leases to a public weigh, whoever held the dwelling: the first line whose condition holds, or that has none. */
export interface Imputation extends Places<'name'> {
    readonly name: string;
    readonly label?: string;
    readonly condition: Expression;
    readonly lines: readonly ({ readonly reservee: string; readonly condition?: Expression } & Places<'reservee'>)[];
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}

/** Who gets a vacated dwelling when the record is not followed: the holder entitled there to whom most is due. */
export interface Orientation extends Places<'rule' | 'unreserved'> {
    readonly rule: 'largest-delay';
    /** The contingent of dwellings that no reservee holds. */
    readonly unreserved?: string;
    /** Facts of the dwelling by which the record of a convention is told (CCH R.441-5-1). */
    readonly breakdown: readonly Extract<Expression, { kind: 'fact' }>[];
    readonly references: readonly LegalReference[];
    readonly text: string;
    readonly at: Span;
}
