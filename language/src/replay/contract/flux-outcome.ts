import type { Fraction } from '../../ir/value.js';
import type { FluxUnit } from '../../ir/flux.js';

/** A count by stage: each counts those that come before it. Absent where the record does not tell. */
export interface FluxCounts {
    readonly oriented: number;
    readonly proposed?: number;
    readonly allotted?: number;
    readonly signed: number;
}

/**
 * A convention in one year, on one territory where each commune holds its own share, under one rule set or in the record (`HISTORY`):
 * what is due of the flux, what was received, and what remains (CCH R.441-5, R.441-5-1). Without `convention`: what a landlord keeps.
 */
export interface FluxOutcome extends FluxCounts {
    readonly ruleSet: string;
    readonly convention?: string;
    readonly label: string;
    /** The reservee, as the policy names it. */
    readonly reservee?: string;
    readonly reserveeLabel?: string;
    readonly landlord: string;
    readonly place?: string;
    /** The year of the releases. */
    readonly year: number;
    /** Of the flux; absent for what a landlord keeps. */
    readonly share?: Fraction;
    readonly unit: FluxUnit;
    /** Vacancies of the perimeter: `apart` + every `recorded` of `subtracted` + `flux`. */
    readonly released: number;
    readonly apart: number;
    /** By route; `beyond`: dwellings left in the flux, that would be subtracted had more been announced. */
    readonly subtracted: readonly {
        readonly route: string;
        readonly label: string;
        readonly recorded: number;
        readonly forecast?: number;
        readonly beyond: number;
    }[];
    readonly flux: number;
    /** What the year before left, where the convention carries it on. */
    readonly carried: Fraction;
    /** What is due in the year, what was carried into it included, rounded as the convention says. */
    readonly due: Fraction;
    /** Dwellings oriented that went back to the landlord without a candidate. */
    readonly returned: number;
    /** `due` less what was received in the convention's own unit; absent where the record does not tell it. Positive: still owed. */
    readonly balance?: Fraction;
    /** The conventions with which it is put together, and their balance in common. */
    readonly pooled?: { readonly name: string; readonly label: string; readonly balance: Fraction };
    /** The landlord designates in the reservee's place. */
    readonly delegated?: true;
    /** Contingents that have a maximum: what they received, and the most that they may. */
    readonly within: readonly { readonly code: string; readonly received: number; readonly atMost: Fraction; readonly limit: Fraction }[];
    /** By fact of the dwelling, each word of the flux, and how many of it there are; an empty word: the dwelling does not say. */
    readonly breakdown: readonly { readonly fact: string; readonly words: readonly ({ readonly word: string; readonly flux: number } & FluxCounts)[] }[];
    readonly text: string;
    readonly references: readonly string[];
}
