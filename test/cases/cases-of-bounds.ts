import type { HandDerivedCase } from './hand-derived-case.js';

const double = (bounds: string): string => `déduit double : entier ${bounds} = personnes * 2\ncotation c { critère k : 1 point par double }`;
const grown = `table part(personnes) : montant par mois de 0 à 50 { à partir du 01/01/2020 { 1 | 2 | par personne en plus ; 10 | 20 | 15 } }
cotation c { critère k : 1 point si part(personnes) au moins 35 € par mois }`;
const waiting = 'déduit attente : durée de 0 à 2 ans = depuis dépôt\ncotation c { critère k : 1 point si attente plus de 1 an }';

/** Bounds written with a type (meaning 2): a value outside is an anomaly and counts as missing; a note that misses it stays within them. */
export const CASES_OF_BOUNDS: readonly HandDerivedCase[] = [
    {
        name: 'a deduced number at its bound is kept',
        meaning: 2,
        derivation: 'Twice two is four, and four is allowed.',
        policy: double('de 0 à 4'),
        demand: 'personnes : 2 personnes',
        expected: { note: '4', anomalies: [] },
    },
    {
        name: 'a deduced number out of its bounds is missing, and said',
        meaning: 2,
        derivation: 'Twice three is six, out of 0 to 4: the note may be anything from 0 to 4.',
        policy: double('de 0 à 4'),
        demand: 'personnes : 3 personnes',
        expected: { note: '[0, 4] sans double', anomalies: ['out-of-bounds'] },
    },
    {
        name: 'what a missing fact may make of a deduced one stays within its bounds',
        meaning: 2,
        derivation: 'From 1 to 20 persons the double goes from 2 to 40; its own bounds stop it at 9.',
        policy: double('de 0 à 9'),
        demand: '',
        expected: { note: '[0, 9] sans personnes', anomalies: [] },
    },
    {
        name: 'a value of a table that its last key makes grow past its bounds is missing',
        meaning: 2,
        derivation: 'Four persons: 20 and twice 15 make 50, allowed. Five make 65, above 50.',
        policy: grown,
        demand: 'personnes : 5 personnes',
        expected: { note: '[0, 1] sans part', anomalies: ['out-of-bounds'] },
    },
    {
        name: 'a value of a table at its bound is kept',
        meaning: 2,
        derivation: 'Four persons: 20 and twice 15 make 50.',
        policy: grown,
        demand: 'personnes : 4 personnes',
        expected: { note: '1', anomalies: [] },
    },
    {
        name: 'a deduced duration is kept on its last anniversary',
        meaning: 5,
        derivation: 'Two years to the day: not more than two years.',
        policy: waiting,
        demand: 'dépôt : 15/03/2022',
        expected: { note: '1', anomalies: [] },
    },
    {
        name: 'a deduced duration is out of its bounds the day after',
        meaning: 5,
        derivation: 'Two years and a day.',
        policy: waiting,
        demand: 'dépôt : 14/03/2022',
        expected: { note: '[0, 1] sans attente', anomalies: ['out-of-bounds'] },
    },
    {
        name: 'a deduced date out of its bounds is missing',
        meaning: 2,
        derivation: 'The date of filing is that of 2022, after the last day allowed.',
        policy: 'déduit j : date du 01/01/2000 au 31/12/2021 = dépôt\ncotation c { critère k : 1 point si j avant le 01/01/2021 }',
        demand: 'dépôt : 14/03/2022',
        expected: { note: '[0, 1] sans j', anomalies: ['out-of-bounds'] },
    },
];
