import type { HandDerivedCase } from './hand-derived-case.js';

const grid = (...clauses: readonly string[]): string => `cotation c { critère k : 5 points si mutation }\n${clauses.join('\n')}`;
const apart = (name: string, condition: string): string => `hors cotation ${name} : si ${condition}, motif "à part" réf "délibération"`;

/** What a deliberation treats apart (meaning 1): no note, never 0; a doubt leaves the note as it is. */
export const CASES_OF_TREATMENTS: readonly HandDerivedCase[] = [
    {
        name: 'a demand treated apart has no note, whatever its grid would give',
        meaning: 1,
        derivation: 'The clause holds: no note, not 5, not 0.',
        policy: grid(apart('mutés', 'mutation')),
        demand: 'mutation : oui',
        expected: { note: 'hors cotation mutés', verified: 'hors cotation mutés' },
    },
    {
        name: 'a demand that no clause treats apart is scored',
        meaning: 1,
        derivation: 'The clause is false: the criterion is not met, 0.',
        policy: grid(apart('mutés', 'mutation')),
        demand: 'mutation : non',
        expected: { note: '0' },
    },
    {
        name: 'a demand of which it is not known whether it is treated apart keeps its note',
        meaning: 1,
        derivation: 'The clause needs the rent, which is missing; the grid gives 5.',
        policy: grid(apart('chers', 'loyer plus de 900 € par mois')),
        demand: 'mutation : oui',
        expected: { note: '5' },
    },
    {
        name: 'every clause that treats a demand apart is named, in the order written',
        meaning: 1,
        derivation: 'Both hold.',
        policy: grid(apart('mutés', 'mutation'), apart('chers', 'loyer plus de 900 € par mois')),
        demand: 'mutation : oui ; loyer : 1 000 € par mois',
        expected: { note: 'hors cotation mutés, chers' },
    },
    {
        name: 'a clause that surely treats a demand apart beats one that is not known',
        meaning: 1,
        derivation: 'The first holds; the rent is missing.',
        policy: grid(apart('mutés', 'mutation'), apart('chers', 'loyer plus de 900 € par mois')),
        demand: 'mutation : oui',
        expected: { note: 'hors cotation mutés' },
    },
];
