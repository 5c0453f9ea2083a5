import type { HandDerivedCase } from './hand-derived-case.js';

const age = (points: string): string =>
    `déduit âge_au_dépôt : entier = nombre de ans révolus entre entrée_hébergement et dépôt\ncotation c { critère k : ${points} }`;
const long = 'critère k : 1 point si (durée entre entrée_hébergement et dépôt) plus de 18 mois';

/** The time between two dates (meaning 5), whatever the day of the rule: anniversaries of the first, up to the second. */
export const CASES_OF_LAPSES: readonly HandDerivedCase[] = [
    {
        name: 'the age on the day of filing, not the difference of two ages of today',
        meaning: 5,
        derivation: 'Born on 30/06/2000, filed on 01/06/2018: 17 birthdays. On 30/06/2020, 20 less 2 would say 18.',
        policy: age('1 point par âge_au_dépôt'),
        demand: 'entrée_hébergement : 30/06/2000 ; dépôt : 01/06/2018',
        day: '30/06/2020',
        expected: { note: '17' },
    },
    {
        name: 'the age on the very birthday',
        meaning: 5,
        derivation: 'The 18th birthday is reached on 30/06/2018.',
        policy: age('1 point par âge_au_dépôt'),
        demand: 'entrée_hébergement : 30/06/2000 ; dépôt : 30/06/2018',
        expected: { note: '18' },
    },
    {
        name: 'a second date before the first counts nothing',
        meaning: 5,
        derivation: 'From 2020 back to 2018, no year has passed.',
        policy: age('1 point par âge_au_dépôt'),
        demand: 'entrée_hébergement : 30/06/2020 ; dépôt : 30/06/2018',
        expected: { note: '0' },
    },
    {
        name: 'months begun between two dates',
        meaning: 5,
        derivation: 'From 31/01/2022 to 28/02/2022 exactly one month; to 01/03/2022 one and a day: two begun.',
        policy: 'déduit m : entier = nombre de mois commencés entre entrée_hébergement et dépôt\ncotation c { critère k : 1 point par m }',
        demand: 'entrée_hébergement : 31/01/2022 ; dépôt : 01/03/2022',
        expected: { note: '2' },
    },
    {
        name: 'a duration between two dates is longer the day after its anniversary',
        meaning: 5,
        derivation: 'Eighteen months from 10/01/2020 end on 10/07/2021; the 11th is beyond.',
        policy: long,
        demand: 'entrée_hébergement : 10/01/2020 ; dépôt : 11/07/2021',
        expected: { note: '1' },
    },
    {
        name: 'a duration between two dates is not longer on its anniversary',
        meaning: 5,
        derivation: 'Exactly eighteen months.',
        policy: long,
        demand: 'entrée_hébergement : 10/01/2020 ; dépôt : 10/07/2021',
        expected: { note: '0' },
    },
    {
        name: 'a duration between two dates does not grow with the day of the rule',
        meaning: 5,
        derivation: 'One year, in 2024 as in 2044.',
        policy: long,
        demand: 'entrée_hébergement : 10/01/2020 ; dépôt : 10/01/2021',
        day: '15/03/2044',
        expected: { note: '0' },
    },
    {
        name: 'the time between two dates one of which does not apply does not apply',
        meaning: 2,
        derivation: 'An atom on « sans objet » is false.',
        policy: long,
        demand: 'entrée_hébergement : sans objet ; dépôt : 10/01/2021',
        expected: { note: '0' },
    },
    {
        name: 'the time between two dates one of which is missing is unknown',
        meaning: 2,
        derivation: 'It may be more or less than eighteen months.',
        policy: long,
        demand: 'dépôt : 10/01/2021',
        expected: { note: '[0, 1] sans entrée_hébergement' },
    },
];
