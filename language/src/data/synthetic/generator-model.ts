import type { Assumptions } from '../../columns/territory.js';
import type { Day } from '../../ir/value.js';

/** A probability num/den. */
export interface Chance {
    readonly num: number;
    readonly den: number;
}

/** Names and how often each comes, as integers: 3 is three times as frequent as 1. */
export type Weights = readonly (readonly [name: string, weight: number])[];

/** What rules leave to those who decide. */
export interface Freedom {
    /** How often a reservee passes over the next demand of the ranking. */
    readonly designation: Chance;
    /** How often a commission puts another of its candidates before the first. */
    readonly commission: Chance;
}

/** Integers from `low` to `high` included, and how often one of them comes. */
export interface Band {
    readonly low: number;
    readonly high: number;
    readonly weight: number;
}

/** One commune: its share of the wishes, of the dwellings, and its districts. */
export interface CommuneModel {
    readonly code: string;
    readonly name: string;
    readonly demands: number;
    readonly dwellings: number;
    readonly districts: readonly DistrictModel[];
}

/** A district: how often a dwelling of its commune stands there, and the days of its life as a priority district, both included. */
export interface DistrictModel {
    readonly name: string;
    readonly weight: number;
    readonly priority?: { readonly from: Day; readonly to?: Day };
}

/** Dwellings of one type: how often one is vacated, its surface in m², its rooms, its rent in cents per m². */
export interface SupplyModel {
    readonly type: string;
    readonly weight: number;
    readonly surface: readonly [low: number, high: number];
    readonly rooms: number;
    readonly rent: readonly [low: number, high: number];
}

export interface CompositionModel {
    readonly adults: number;
    readonly children: number;
    readonly weight: number;
}

/** Yearly ceilings in euros by category of household, 1 to 6, then per person beyond. */
export type Ceilings = readonly number[];

/**
 * What a synthetic territory is drawn from. Every group of the file bears its `source`: a published figure, or « fictif ». The words
 * are those of the national vocabulary and of its source codes.
 */
export interface GeneratorModel {
    readonly name: string;
    readonly notices: readonly string[];
    readonly department: string;
    readonly epci: string;
    readonly zone: string;
    readonly communes: readonly CommuneModel[];
    readonly landlords: Weights;
    /** What landlords are called, by their code; none is required. */
    readonly landlordNames: Readonly<Record<string, string>>;
    readonly financings: Weights;
    readonly reservees: Weights;
    readonly supply: readonly SupplyModel[];
    readonly dwellings: { readonly firstLetting: Chance; readonly adapted: Chance; readonly sold: Chance };
    readonly constructions: Weights;
    readonly ceilings: ReadonlyMap<string, Ceilings>;
    readonly compositions: readonly CompositionModel[];
    readonly wishes: {
        /** Type asked for, by number of persons; the last entry stands for larger households. */
        readonly bySize: readonly Weights[];
        /** Also accepts the next larger type, the next smaller one. */
        readonly larger: Chance;
        readonly smaller: Chance;
        /** Persons that a dwelling of each type may hold. */
        readonly capacity: ReadonlyMap<string, readonly [low: number, high: number]>;
        /** How many communes are wished. */
        readonly communes: Weights;
    };
    /** Share of the demands that are filed within a year, of all those open at some time of it. */
    readonly arrivals: Chance;
    /** Seniority of the demands open at its start, in months from `low` to before `high`, by type asked for; `autres` for the others. */
    readonly seniority: ReadonlyMap<string, readonly Band[]>;
    readonly renewal: { readonly first: Chance; readonly later: Chance; readonly updated: Chance };
    /** Why a demand that is not renewed leaves. */
    readonly exits: Weights;
    readonly mutations: { readonly stock: Chance; readonly arrivals: Chance };
    /** Codes of the current housing, tenants of the social stock apart. */
    readonly situations: Weights;
    /** Codes of the motives by group: `mutation`, `locataire`, `hébergé`, `précaire`. */
    readonly motives: ReadonlyMap<string, Weights>;
    readonly work: { readonly contracts: Weights; readonly jobs: Weights; readonly publicAgents: Chance };
    /** Monthly resources in euros per unit of consumption, for those who work and those who do not. */
    readonly resources: { readonly working: readonly Band[]; readonly others: readonly Band[] };
    /** Letters of L.441-1, by the code of the current housing; `toutes` for any. */
    readonly priorities: ReadonlyMap<string, readonly (readonly [name: string, chance: Chance])[]>;
    readonly handicap: Chance;
    readonly dalo: Weights;
    readonly expulsionSteps: Weights;
    /** How many households the file of occupants holds, and their contracts, which are not those of the demands; absent: no such file. */
    readonly occupants?: { readonly households: number; readonly contracts: Weights };
    readonly designation: {
        /** Added to the months of seniority, counted up to `cappedMonths`. */
        readonly base: number;
        readonly cappedMonths: number;
        /** Percentages of the weight of a demand without priority. */
        readonly dalo: number;
        readonly priority: number;
        /** Weight by monthly resources per unit of consumption: first band whose `below` is not reached, else the last. */
        readonly byResources: readonly { readonly below: number; readonly weight: number }[];
        /** Percentage kept of the weight of a mutation. */
        readonly mutation: number;
    };
    readonly answers: { readonly rejected: Chance; readonly accepted: Chance; readonly silent: Chance; readonly adapted: Chance; readonly earlier: Chance };
    /** How much a household's answer depends on the dwelling: its chance is moved by up to so many hundredths, up or down. */
    readonly tastes: number;
    /** What a history drawn from rules leaves to those who decide. */
    readonly freedom: Freedom;
    /** Days from the release to the commission, and from the commission to the lease when the first answer is yes. */
    readonly delays: { readonly examination: readonly [low: number, high: number]; readonly lease: readonly [low: number, high: number] };
    /** Why households refuse. */
    readonly refusalReasons: Weights;
    /** By column: how often a fact is not filled in, how often it is proved. */
    readonly missing: ReadonlyMap<string, Chance>;
    readonly proved: ReadonlyMap<string, Chance>;
    readonly assumptions: Assumptions;
}
