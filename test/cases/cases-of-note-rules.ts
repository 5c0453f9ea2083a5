import type { HandDerivedCase } from './hand-derived-case.js';

const rules = (...clauses: readonly string[]): string =>
    `cotation c { critère k : 5 points si mutation\ncritère l : 10 points si handicap\ncritère q : 3 points si logement.qpv }\n${clauses.join('\n')}`;
const out = (condition: string): string => `exclusion x : si ${condition}, motif "note" réf "règlement"`;
const apart = (condition: string): string => `hors cotation à_part : si ${condition}, motif "note" réf "règlement"`;

/** Rules on the note (meanings 1 and 2): read once it is known, on its bounds while it is not. */
export const CASES_OF_NOTE_RULES: readonly HandDerivedCase[] = [
    {
        name: 'a note of 0 is a motive of exclusion',
        meaning: 1,
        derivation: 'Neither criterion holds, the dwelling is outside: the note is 0.',
        policy: rules(out('note = 0 points')),
        demand: 'mutation : non ; handicap : non',
        dwelling: 'qpv : non',
        expected: { note: '0', eligibility: 'inéligible x' },
    },
    {
        name: 'a note above the threshold is not excluded',
        meaning: 1,
        derivation: '5 is not under 5.',
        policy: rules(out('note moins de 5 points')),
        demand: 'mutation : oui ; handicap : non',
        dwelling: 'qpv : non',
        expected: { note: '5', eligibility: 'éligible' },
    },
    {
        name: 'an incomplete note is decided when all of its bounds are on one side',
        meaning: 2,
        derivation: 'Disability is missing: 5 or 15, both under 20.',
        policy: rules(out('note moins de 20 points')),
        demand: 'mutation : oui',
        dwelling: 'qpv : non',
        expected: { note: '[5, 15] sans handicap', eligibility: 'inéligible x' },
    },
    {
        name: 'an incomplete note whose bounds are on both sides is to verify, for want of what it lacks',
        meaning: 2,
        derivation: 'Disability is missing: 5 or 15, on both sides of 10.',
        policy: rules(out('note moins de 10 points')),
        demand: 'mutation : oui',
        dwelling: 'qpv : non',
        expected: { note: '[5, 15] sans handicap', eligibility: 'à vérifier handicap' },
    },
    {
        name: 'a note asked without a dwelling is compared by its interval',
        meaning: 7,
        derivation: '5, and from 5 to 8 by the dwelling: never 10.',
        policy: rules(out('note au moins 10 points')),
        demand: 'mutation : oui ; handicap : non',
        expected: { note: '5 puis [5, 8]', eligibility: 'éligible' },
    },
    {
        name: 'what treats a demand apart reads the note that it would have',
        meaning: 1,
        derivation: 'It would have 0: treated apart, it has none.',
        policy: rules(apart('note = 0 points')),
        demand: 'mutation : non ; handicap : non',
        dwelling: 'qpv : non',
        expected: { note: 'hors cotation à_part' },
    },
    {
        name: 'of a demand treated apart, a rule on the note is false',
        meaning: 2,
        derivation: 'It has no note: « sans objet », every comparison of which is false.',
        policy: rules(apart('mutation'), out('note au moins 0 points')),
        demand: 'mutation : oui ; handicap : non',
        dwelling: 'qpv : non',
        expected: { note: 'hors cotation à_part', eligibility: 'éligible' },
    },
];
