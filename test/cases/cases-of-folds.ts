import type { HandDerivedCase } from './hand-derived-case.js';

const sum = (filter = ''): string => `critère k : 1 point par parts_du_foyer\n}\ndéduit parts_du_foyer : entier = somme de (parts) des membres${filter}`;
const open = (rest: string): string => `cotation c pour les demandes, cumulables {\n${rest}`;
const rich = 'critère k : 5 points si (somme de (salaire) des membres avec (non enfant)) plus de 2 000 € par mois';
const eldest = 'critère k : 3 points si (le plus petit de (naissance) des membres) avant le 01/01/1960';
const least = 'critère k : 2 points si (le plus grand de (parts) des membres avec (enfant)) au moins 2';

/** Sums, least and greatest over members and events (meanings 2 and 3). */
export const CASES_OF_FOLDS: readonly HandDerivedCase[] = [
    {
        name: 'the sum over the members',
        meaning: 3,
        derivation: '1 + 2 + 0 = 3.',
        policy: open(sum()),
        demand: 'membres { parts : 1 } ; membres { parts : 2 } ; membres { parts : 0 }',
        expected: { note: '3' },
    },
    {
        name: 'the sum over nobody is 0',
        meaning: 3,
        derivation: 'No member is a child: nothing to add.',
        policy: open(sum(' avec (enfant)')),
        demand: 'membres { parts : 1 ; enfant : non }',
        expected: { note: '0' },
    },
    {
        name: 'a member without the quantity does not count in the sum',
        meaning: 2,
        derivation: '« sans objet » for the second: 1 remains.',
        policy: open(sum()),
        demand: 'membres { parts : 1 } ; membres { parts : sans objet }',
        expected: { note: '1' },
    },
    {
        name: 'a quantity that is missing leaves the sum between its bounds',
        meaning: 2,
        derivation: 'One part, and from 0 to 3 for the other; a criterion that hangs on a field of an event may also give nothing.',
        policy: open(sum()),
        demand: 'membres { parts : 1 } ; membres { parts : non renseigné }',
        expected: { note: '[0, 4] sans membres.parts' },
    },
    {
        name: 'a member of whom it is not known whether it counts adds nothing or its part',
        meaning: 2,
        derivation: 'The first is a child and adds 1; the second may be one and add 2; or the criterion gives nothing.',
        policy: open(sum(' avec (enfant)')),
        demand: 'membres { parts : 1 ; enfant : oui } ; membres { parts : 2 ; enfant : non renseigné }',
        expected: { note: '[0, 3] sans membres.enfant' },
    },
    {
        name: 'resources are those of the adults together',
        meaning: 3,
        derivation: '1 200 + 900 = 2 100 €, above 2 000; the child’s 500 do not count.',
        policy: rich,
        demand: 'membres { salaire : 1 200 € par mois ; enfant : non } ; membres { salaire : 900 € par mois ; enfant : non } ; membres { salaire : 500 € par mois ; enfant : oui }',
        expected: { note: '5' },
    },
    {
        name: 'what two adults have at the threshold is not above it',
        meaning: 4,
        derivation: '1 100 + 900 = 2 000 €: « plus de » is strict.',
        policy: rich,
        demand: 'membres { salaire : 1 100 € par mois ; enfant : non } ; membres { salaire : 900 € par mois ; enfant : non }',
        expected: { note: '0' },
    },
    {
        name: 'the least date is the earliest',
        meaning: 5,
        derivation: 'The eldest is born in 1959.',
        policy: eldest,
        demand: 'membres { naissance : 02/05/1980 } ; membres { naissance : 31/12/1959 }',
        expected: { note: '3' },
    },
    {
        name: 'the least of nobody does not apply',
        meaning: 2,
        derivation: 'A household of no known member: « sans objet », and an atom on it is false.',
        policy: least,
        demand: 'membres { parts : 3 ; enfant : non }',
        expected: { note: '0' },
    },
    {
        name: 'the greatest among those that satisfy the condition',
        meaning: 3,
        derivation: 'Among the two children the greatest is 2.',
        policy: least,
        demand: 'membres { parts : 2 ; enfant : oui } ; membres { parts : 1 ; enfant : oui } ; membres { parts : 3 ; enfant : non }',
        expected: { note: '2' },
    },
    {
        name: 'events out of the window do not count in a sum',
        meaning: 5,
        derivation: 'Of refusals dated in the last two years before 15/03/2024, one: 1 point; the one of 15/03/2022 is out of ]15/03/2022, 15/03/2024].',
        policy: 'critère k : 1 point si (le plus petit de (date) des refus sur les 24 derniers mois) après le 15/03/2022',
        demand: 'refus { date : 15/03/2022 } ; refus { date : 16/03/2022 }',
        expected: { note: '1' },
    },
];
