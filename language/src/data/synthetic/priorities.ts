import { STREAMS, type Draws } from './draws.js';
import type { CurrentHousing } from './current-housing.js';
import type { Household } from './household.js';
import type { GeneratorModel } from './generator-model.js';

/** What makes a demand a priority, and the papers in its file. */
export interface Priorities {
    readonly dalo: string;
    /** Letters of L.441-1, by the names of the vocabulary. */
    readonly letters: readonly string[];
    /** Absent without a procedure. */
    readonly expulsionStep?: string;
    readonly documents: readonly string[];
    readonly rehoused: 'npnru' | 'copropriété' | undefined;
}

/** Key of the letters that any demand may have, whatever its current housing. */
const ANY_SITUATION = 'toutes';
const PAPER = { num: 7, den: 10 };

/** Draws the priorities of a household in its current housing. */
export function drawPriorities(model: GeneratorModel, draws: Draws, household: Household, housing: CurrentHousing): Priorities {
    const letters = lettersOf(model, draws, household, housing);
    const dalo = draws.weighted(model.dalo, STREAMS.dalo);
    const expulsion = letters.includes('menace_expulsion') ? { expulsionStep: draws.weighted(model.expulsionSteps, STREAMS.expulsion) } : {};
    return { dalo, letters, ...expulsion, documents: documentsOf(draws, household, housing, { dalo, letters }), rehoused: rehousingOf(draws, housing) };
}

function lettersOf(model: GeneratorModel, draws: Draws, household: Household, { situations }: CurrentHousing): readonly string[] {
    const possible = [ANY_SITUATION, ...situations].flatMap((situation) => model.priorities.get(situation) ?? []);
    const drawn = possible
        .filter(([name, chance], index) => possibleFor(name, household) && draws.chance(chance, STREAMS.priority, index))
        .map(([name]) => name);
    return [...new Set(household.handicap ? ['handicap', ...drawn] : drawn)];
}

/** T13: « j » needs a minor child; « m » is for the young. */
function possibleFor(letter: string, { children, age }: Household): boolean {
    if (letter === 'mineur_suroccupation') return children > 0;
    return letter !== 'sortant_ase' || age <= 24;
}

function documentsOf(
    draws: Draws,
    { handicap, job }: Household,
    { situations }: CurrentHousing,
    { dalo, letters }: { readonly dalo: string; readonly letters: readonly string[] },
): readonly string[] {
    const hosted = situations.includes('CP') || situations.includes('CPE');
    const expected: readonly (readonly [document: string, concerned: boolean])[] = [
        ['ordonnance_protection', letters.includes('violences_couple')],
        ['récépissé_plainte', letters.includes('violences_couple') || letters.includes('viol_agression')],
        ['jugement_expulsion', letters.includes('menace_expulsion')],
        ['décision_commission', dalo === 'ACTIF'],
        ['attestation_hébergement', hosted],
        ['carte_mobilité_inclusion', handicap],
        ['contrat_travail', job !== undefined],
    ];
    return expected.filter(([, concerned], index) => concerned && draws.chance(PAPER, STREAMS.document, index)).map(([document]) => document);
}

function rehousingOf(draws: Draws, { mutation }: CurrentHousing): Priorities['rehoused'] {
    const drawn = draws.below(1000, STREAMS.rehousing);
    if (mutation && drawn < 20) return 'npnru';
    return !mutation && drawn < 3 ? 'copropriété' : undefined;
}
