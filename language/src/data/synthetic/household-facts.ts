import { NOT_APPLICABLE, yesNo } from './cell-texts.js';
import { STREAMS, type Draws } from './draws.js';
import type { Household } from './household.js';
import type { GeneratorModel } from './generator-model.js';

/** Columns of a household, by title, in the order of the files: those of the national vocabulary. */
export const HOUSEHOLD_FACTS: readonly (readonly [title: string, write: (household: Household) => string])[] = [
    ['personnes', ({ persons }) => String(persons)],
    ['personnes_14_ans_et_plus', ({ fourteenAndOver }) => String(fourteenAndOver)],
    ['personnes_à_charge', ({ children }) => String(children)],
    ['enfants_mineurs', ({ children }) => String(children)],
    ['seul', ({ adults }) => yesNo(adults === 1)],
    ['jeune_ménage', ({ youngCouple }) => yesNo(youngCouple)],
    ['naissance_prévue', ({ birth }) => yesNo(birth)],
    ['handicap', ({ handicap }) => yesNo(handicap)],
    ['âge', ({ age }) => String(age)],
    ['situation_familiale', ({ family }) => family],
    ['contrat', ({ contract }) => contract],
    ['métier', ({ job }) => job ?? NOT_APPLICABLE],
];

/** Whether a file leaves out a fact of a subject; `place` is that of the column. */
export function isLeftOut({ missing }: GeneratorModel, draws: Draws, { title, place }: { readonly title: string; readonly place: number }): boolean {
    const chance = missing.get(title);
    return chance !== undefined && draws.chance(chance, STREAMS.missing, place);
}
