import type { Day, Fraction } from '../ir/value.js';
import type { Table } from './column.js';

/**
 * What happened in a territory: one row of `demands` per demand and period of validity, one row of `dwellings` per vacancy
 * spell, one row of `candidatures` per demand presented for a spell, one row of `occupants` per occupied dwelling, with the facts of a
 * demand that are its household's. Refusals are events of the demands.
 * Which columns say when a demand entered, left, or a dwelling was released is told by the roles of the vocabulary's facts.
 */
export interface Territory {
    readonly name: string;
    /** Made by the generator: said in every output. */
    readonly synthetic: boolean;
    readonly notices: readonly string[];
    readonly demands: Table;
    readonly dwellings: Table;
    readonly candidatures?: Table;
    readonly occupants?: Table;
    readonly window: { readonly from: Day; readonly to: Day };
    readonly assumptions: Assumptions;
    /** What words of the dwellings' facts are called: by the name of the fact, then by the word. */
    readonly labels?: WordLabels;
    /** Approximations declared by the correspondance, repeated in reports. */
    readonly approximations: readonly string[];
}

/** Labels by the name of a fact, then by the word, such as the communes and the landlords of a territory. */
export type WordLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What data cannot tell and the replay supposes, the same for every rule set. Probabilities are exact fractions in [0, 1]. */
export interface Assumptions {
    /** Probability that a household accepts a dwelling that it is offered, before `refusalFactors`. */
    readonly acceptance: Fraction;
    /** Share of refusals that are legitimate. */
    readonly legitimateRefusal: Fraction;
    /** Monthly probability of leaving without a letting, for a demand whose recorded future no longer holds. */
    readonly monthlyExit: Fraction;
    /** Probability that the commission follows the ranking of a candidate it examines. */
    readonly followRate: Fraction;
    /** Candidates examined at each round (R.441-3: at least three), and rounds before a dwelling is left without taker. */
    readonly candidatesPerRound: number;
    readonly rounds: number;
    /** Days after the release at which candidates are designated, the commission meets, the lease is signed. */
    readonly designationDelay: number;
    readonly examinationDelay: number;
    readonly leaseDelay: number;
    /** `figée`: releases as recorded; `chaînes`: a dwelling that a mutation left is released when the run houses that household, and only then. */
    readonly supply: 'figée' | 'chaînes';
    /** `enregistré`: the reservee as recorded; `conventions`: the holder to whom most is due, where the policy has an orientation. */
    readonly orientation: 'enregistré' | 'conventions';
}
