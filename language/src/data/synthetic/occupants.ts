import type { Uint32 } from '../../kit/keyed-random.js';
import { writeCsv } from '../write-csv.js';
import { euros } from './cell-texts.js';
import { drawsOf } from './draws.js';
import { HOUSEHOLD_FACTS, isLeftOut } from './household-facts.js';
import { drawHousehold, type Household } from './household.js';
import type { GeneratorModel } from './generator-model.js';

/** Occupants are numbered from here on, as neither demands nor dwellings are: none of their draws is one of those. */
const FIRST_SUBJECT = 0xc000_0000;

/** What a survey of the stock tells of a household: neither the birth that it expects, nor its job. */
const TOLD: ReadonlySet<string> = new Set([
    'personnes',
    'personnes_14_ans_et_plus',
    'enfants_mineurs',
    'seul',
    'handicap',
    'âge',
    'situation_familiale',
    'contrat',
]);

type Write = (household: Household, model: GeneratorModel) => string;

const FACTS: readonly (readonly [title: string, write: Write])[] = [
    ['épci_demande', (_, { epci }) => epci],
    ...HOUSEHOLD_FACTS.filter(([title]) => TOLD.has(title)),
    ['ressources_mensuelles', ({ resources }) => euros(resources)],
];

/** The file of occupants: a sample of households drawn as those of the demands are, with the contracts of the model's own; nothing without them. */
export function occupantsText(model: GeneratorModel, seed: Uint32): string | undefined {
    const { occupants } = model;
    if (occupants === undefined) return undefined;
    const drawn: GeneratorModel = { ...model, work: { ...model.work, contracts: occupants.contracts } };
    const rows = Array.from({ length: occupants.households }, (_, index) => {
        const draws = drawsOf(seed, FIRST_SUBJECT + index);
        const household = drawHousehold(drawn, draws);
        return ['oui', ...FACTS.map(([title, write], place) => (isLeftOut(model, draws, { title, place }) ? '' : write(household, model)))];
    });
    return writeCsv(['synthétique', ...FACTS.map(([title]) => title)], rows);
}
