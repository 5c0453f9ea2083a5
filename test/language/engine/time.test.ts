import { describe, expect, it } from 'vitest';
import { evaluateDemand, loadPolicy } from '../../../language/src/engine/index.js';
import type { Expression } from '../../../language/src/ir/expression.js';
import { formatFrenchDate } from '../../../language/src/kit/civil-date.js';
import {
    among,
    and,
    CODE,
    count,
    criterion,
    DATE,
    declare,
    duration,
    elapsed,
    exists,
    fact,
    flat,
    lookup,
    NUMBER,
    number,
    policy,
    rate,
    scoring,
    since,
    state,
    table,
    test,
    word,
    day,
    type PolicyParts,
} from './build.js';
import { noteOf, shown, subjectOf, truthOf, type Household } from './shown.js';

const EVENTS = { kind: 'events', fields: [declare('date', DATE, { role: 'date' }), declare('fin', DATE, { role: 'fin' }), declare('nature', CODE)] } as const;

const PARTS: PolicyParts = {
    facts: [declare('dépôt', DATE), declare('entrée', DATE), declare('refus', EVENTS), declare('département', CODE)],
    tables: [
        table(
            'délai',
            [{ name: 'département', type: CODE }],
            [
                { start: day('01/01/2020'), end: day('31/12/2021'), rows: [{ keys: ['99'], value: { kind: 'number', value: '24' } }] },
                { start: day('01/01/2023'), rows: [{ keys: ['99'], value: { kind: 'number', value: '36' } }] },
                { start: day('01/07/2024'), rows: [{ keys: ['99'], value: { kind: 'number', value: '48' } }] },
            ],
        ),
    ],
};

const seniority = since('dépôt');
const months = (relation: '<' | '<=' | '>' | '>=' | '=', amount: number): Expression => test(seniority, relation, duration(amount));

/** The evaluation day comes last. */
const DURATIONS: readonly (readonly [why: string, condition: Expression, facts: Household, truth: string, on: string])[] = [
    // The 36th anniversary of 15/03/2021 is 15/03/2024.
    ['plus de 36 mois: not on the anniversary', months('>', 36), { dépôt: '15/03/2021' }, 'non', '15/03/2024'],
    ['plus de 36 mois: strictly after it', months('>', 36), { dépôt: '15/03/2021' }, 'oui', '16/03/2024'],
    ['au moins 36 mois: on the anniversary', months('>=', 36), { dépôt: '15/03/2021' }, 'oui', '15/03/2024'],
    ['au moins 36 mois: not on its eve', months('>=', 36), { dépôt: '15/03/2021' }, 'non', '14/03/2024'],
    ['au plus 36 mois: on the anniversary', months('<=', 36), { dépôt: '15/03/2021' }, 'oui', '15/03/2024'],
    ['moins de 36 mois: not on the anniversary', months('<', 36), { dépôt: '15/03/2021' }, 'non', '15/03/2024'],
    ['exactly 36 mois: on the anniversary only', months('=', 36), { dépôt: '15/03/2021' }, 'oui', '15/03/2024'],
    ['exactly 36 mois: not on the morrow', months('=', 36), { dépôt: '15/03/2021' }, 'non', '16/03/2024'],
    // A missing day is the last of the month: the first anniversary of 31/01 is 28/02 in 2023, 29/02 in 2024.
    ['31 janvier: one month on 28 février 2023', months('>=', 1), { dépôt: '31/01/2023' }, 'oui', '28/02/2023'],
    ['31 janvier: not yet one month on 27 février 2023', months('>=', 1), { dépôt: '31/01/2023' }, 'non', '27/02/2023'],
    ['31 janvier 2024: one month on 29 février', months('>=', 1), { dépôt: '31/01/2024' }, 'oui', '29/02/2024'],
    ['31 janvier 2024: not on 28 février', months('>=', 1), { dépôt: '31/01/2024' }, 'non', '28/02/2024'],
    // 29/02/2020 + 12 months falls on 28/02/2021.
    ['29 février: a year on 28 février 2021', test(seniority, '>=', duration(1, 'ans')), { dépôt: '29/02/2020' }, 'oui', '28/02/2021'],
    ['29 février: not on 27 février 2021', test(seniority, '>=', duration(1, 'ans')), { dépôt: '29/02/2020' }, 'non', '27/02/2021'],
    ['29 février: four years on 29 février 2024, not before', test(seniority, '>=', duration(4, 'ans')), { dépôt: '29/02/2020' }, 'non', '28/02/2024'],
    ['3 ans are 36 mois', test(duration(3, 'ans'), '=', duration(36)), {}, 'oui', '15/03/2024'],
    // 15/03/2024 − 14/02/2024 = 30 days (15 to the end of February 2024, 15 in March).
    ['30 jours elapsed', test(seniority, '>=', duration(30, 'jours')), { dépôt: '14/02/2024' }, 'oui', '15/03/2024'],
    ['29 jours only', test(seniority, '>=', duration(30, 'jours')), { dépôt: '15/02/2024' }, 'non', '15/03/2024'],
    ['a date to come is shorter than any duration', months('>=', 0), { dépôt: '16/03/2024' }, 'non', '15/03/2024'],
    ['the same duration on the same day', test(seniority, '<=', { ...since('entrée') }), { dépôt: '01/01/2022', entrée: '01/01/2022' }, 'oui', '15/03/2024'],
    ['a missing date', months('>', 36), {}, '? dépôt', '15/03/2024'],
];

describe('durations are counted by anniversaries', () => {
    it.each(DURATIONS)('%s', (_, condition, facts, truth, on) => {
        expect(truthOf(PARTS, condition, facts, on)).toBe(truth);
    });
});

const refusals = (...dates: string[]): Household => ({ refus: dates.map((date) => ({ date, nature: 'adapté' })) });
const within = (amount: number, unit: 'mois' | 'ans' | 'jours'): Expression => count('refus', { window: { amount, unit } });

/** A window of N months that ends on the day d is ]d − N months, d]. */
const WINDOWS: readonly (readonly [why: string, quantity: Expression, facts: Household, counted: string, on: string])[] = [
    ['the day itself is in', within(24, 'mois'), refusals('15/03/2024'), '1', '15/03/2024'],
    ['the morrow is out', within(24, 'mois'), refusals('16/03/2024'), '0', '15/03/2024'],
    // d − 24 months = 15/03/2022, excluded.
    ['24 months before is out', within(24, 'mois'), refusals('15/03/2022'), '0', '15/03/2024'],
    ['the day after it is in', within(24, 'mois'), refusals('16/03/2022'), '1', '15/03/2024'],
    // 31/03/2024 − 1 month = 29/02/2024, excluded; 01/03 is in.
    ['from 31 March one month back is 29 February, out', within(1, 'mois'), refusals('29/02/2024', '01/03/2024'), '1', '31/03/2024'],
    // 28/02/2023 − 1 month = 28/01/2023, so 31/01 is in; on 01/03, 01/02 excluded, it is out.
    ['31 January is in the month that ends on 28 February', within(1, 'mois'), refusals('31/01/2023'), '1', '28/02/2023'],
    ['and out of that which ends on 1 March', within(1, 'mois'), refusals('31/01/2023'), '0', '01/03/2023'],
    ['two years are 24 months', within(2, 'ans'), refusals('15/03/2022', '16/03/2022'), '1', '15/03/2024'],
    ['10 days: ]05/03, 15/03]', within(10, 'jours'), refusals('05/03/2024', '06/03/2024', '15/03/2024'), '2', '15/03/2024'],
    ['without window, what has happened', count('refus'), refusals('01/01/1990', '15/03/2024', '16/03/2024'), '2', '15/03/2024'],
    ['none is 0', within(24, 'mois'), { refus: { kind: 'events', events: [] } }, '0', '15/03/2024'],
    ['an undated event may be in or out', within(24, 'mois'), { refus: [{ date: '?' }, { date: '01/03/2024' }] }, '[0, 2] sans refus.date', '15/03/2024'],
    ['events missing altogether: any number, capped at 5', within(24, 'mois'), {}, '[0, 5] sans refus', '15/03/2024'],
    [
        'a filter counts only its own',
        count('refus', { filter: among(fact('nature', CODE, 'event'), 'adapté') }),
        {
            refus: [
                { date: '01/03/2024', nature: 'autre' },
                { date: '02/03/2024', nature: 'adapté' },
            ],
        },
        '1',
        '15/03/2024',
    ],
];

describe('events counted in a window', () => {
    it.each(WINDOWS)('%s', (_, quantity, facts, counted, on) => {
        expect(noteOf(PARTS, [criterion('c', rate('1', quantity), { cap: '5' })], facts, { day: on })).toBe(counted);
    });
});

const TABLES: readonly (readonly [why: string, facts: Household, value: string, on: string, anomaly: string])[] = [
    ['the first day of a period', { département: '99' }, '24', '01/01/2020', ''],
    ['the last day of a period', { département: '99' }, '24', '31/12/2021', ''],
    ['a day that no period covers: between 0 and the cap', { département: '99' }, '[0, 60] sans délai', '01/01/2022', 'table-without-period'],
    ['before the first period', { département: '99' }, '[0, 60] sans délai', '31/12/2019', 'table-without-period'],
    ['a period without end runs until the next one', { département: '99' }, '36', '30/06/2024', ''],
    ['which begins', { département: '99' }, '48', '01/07/2024', ''],
    ['a key that no row carries', { département: '98' }, '[0, 60] sans délai', '01/01/2020', 'table-without-row'],
    ['a missing key', {}, '[0, 60] sans département', '01/01/2020', ''],
    ['a key sans objet: nothing to count', { département: '-' }, '0', '01/01/2020', ''],
];

describe('dated tables', () => {
    const points = rate('1', lookup('délai', fact('département', CODE)));
    const loaded = loadPolicy(policy({ ...PARTS, scorings: [scoring('grille', [criterion('c', points, { cap: '60' })])] }));

    it.each(TABLES)('%s', (_, facts, value, on, anomaly) => {
        const result = evaluateDemand(loaded, subjectOf(facts, { day: on }));
        expect(shown(result.declared)).toBe(value);
        expect(result.anomalies.map(({ kind }) => kind)).toEqual(anomaly === '' ? [] : [anomaly]);
    });

    const CELLS: readonly (readonly [why: string, key: string, value: string])[] = [
        // Three persons 36 362, each more than six 6 492: the row of six is 58 200.
        ['a row’s own key', '3', '36362'],
        ['the last column', '6', '58200'],
        ['two persons more: 58 200 + 2 × 6 492', '8', '71184'],
        ['sinon', '0', '1'],
    ];

    it.each(CELLS)('%s', (_, key, value) => {
        const rows = [
            { keys: ['3'], value: { kind: 'number', value: '36362' } },
            { keys: ['6'], value: { kind: 'number', value: '58200' }, perExtra: { last: 6, amount: '6492' } },
            { keys: [null], value: { kind: 'number', value: '1' } },
        ] as const;
        const parts = { tables: [table('plafond', [{ name: 'catégorie', type: NUMBER }], [{ start: 0, rows }])] };
        expect(noteOf(parts, [criterion('c', rate('1', lookup('plafond', number(key))))], {})).toBe(value);
    });

    it('prefers the row with the most keys of its own', () => {
        const rows = [
            { keys: [null, 'A'], value: { kind: 'number', value: '1' } },
            { keys: ['PLUS', 'A'], value: { kind: 'number', value: '2' } },
        ] as const;
        const keys = [
            { name: 'financement', type: CODE },
            { name: 'zone', type: CODE },
        ];
        const parts = { tables: [table('t', keys, [{ start: 0, rows }])] };
        expect(noteOf(parts, [criterion('c', rate('1', lookup('t', word('PLUS'), word('A'))))], {})).toBe('2');
        expect(noteOf(parts, [criterion('c', rate('1', lookup('t', word('PLAI'), word('A'))))], {})).toBe('1');
    });
});

const current = exists('refus', among(fact('nature', CODE, 'event'), 'dalo'), true);

/** Until when the note holds, as the last day of the period in which nothing that it read can change. */
const VALIDITY: readonly (readonly [
    why: string,
    points: Parameters<typeof criterion>[1],
    condition: Expression | undefined,
    facts: Household,
    until: string,
])[] = [
    ['nothing that moves: for ever', flat('5'), undefined, {}, '–'],
    // 37 months on 01/03/2024; 38 on 01/04/2024.
    ['mois révolus: the eve of the next anniversary', rate('1', elapsed('dépôt')), undefined, { dépôt: '01/02/2021' }, '31/03/2024'],
    ['mois commencés: the next anniversary', rate('1', elapsed('dépôt', 'mois', 'commencé')), undefined, { dépôt: '01/02/2021' }, '01/04/2024'],
    ['mois commencés, on an anniversary: that day only', rate('1', elapsed('dépôt', 'mois', 'commencé')), undefined, { dépôt: '15/02/2021' }, '15/03/2024'],
    ['ans révolus', rate('1', elapsed('dépôt', 'ans')), undefined, { dépôt: '01/02/2021' }, '31/01/2025'],
    ['jours: the day', rate('1', elapsed('dépôt', 'jours')), undefined, { dépôt: '01/02/2021' }, '15/03/2024'],
    ['a date to come: until a month after it', rate('1', elapsed('dépôt')), undefined, { dépôt: '01/02/2025' }, '28/02/2025'],
    ['a duration not reached: the eve of its anniversary', flat('1'), months('>', 36), { dépôt: '01/06/2021' }, '31/05/2024'],
    ['a duration reached this very day: the day', flat('1'), months('>', 36), { dépôt: '15/03/2021' }, '15/03/2024'],
    ['a duration passed: for ever', flat('1'), months('>', 36), { dépôt: '01/01/2021' }, '–'],
    // Leaves ]d − 24 months, d] on 01/02/2025, when d − 24 months = 01/02/2023.
    ['an event in a window: until it leaves', rate('1', within(24, 'mois')), undefined, refusals('01/02/2023'), '31/01/2025'],
    ['an event to come: until its eve', rate('1', within(24, 'mois')), undefined, refusals('01/05/2024'), '30/04/2024'],
    ['an event that has left: for ever', rate('1', within(24, 'mois')), undefined, refusals('01/01/2020'), '–'],
    ['a label in force: until its end', flat('1'), current, { refus: [{ nature: 'dalo', date: '01/01/2024', fin: '30/09/2024' }] }, '30/09/2024'],
    ['a label to come: until its eve', flat('1'), current, { refus: [{ nature: 'dalo', date: '01/06/2024', fin: '?' }] }, '31/05/2024'],
    ['a table: until its next period', rate('1', lookup('délai', fact('département', CODE))), undefined, { département: '99' }, '30/06/2024'],
];

describe('validUntil', () => {
    it('counts what bounds alone depend on', () => {
        // Today « département renseigné » is false and the duration is not read; the bounds read it, and change on 01/06/2024.
        const late = criterion('c', flat('9'), { condition: and(state(fact('département', CODE), 'renseigné'), months('>=', 36)) });
        const where = criterion('d', flat('4'), { condition: among(fact('département', CODE), '99') });
        const loaded = loadPolicy(policy({ ...PARTS, scorings: [scoring('grille', [late, where])] }));
        const results = ['15/03/2024', '31/05/2024', '01/06/2024'].map((on) => evaluateDemand(loaded, subjectOf({ dépôt: '01/06/2021' }, { day: on })));
        expect(results.map(({ declared }) => shown(declared))).toEqual(['[0, 4] sans département', '[0, 4] sans département', '[0, 13] sans département']);
        expect(results[0]?.validUntil).toBe(day('31/05/2024'));
    });

    it.each(VALIDITY)('%s', (_, points, condition, facts, until) => {
        const item = criterion('c', points, condition === undefined ? {} : { condition });
        const loaded = loadPolicy(policy({ ...PARTS, scorings: [scoring('grille', [item])] }));
        const { validUntil } = evaluateDemand(loaded, subjectOf(facts));
        expect(validUntil === undefined ? '–' : formatFrenchDate(validUntil)).toBe(until);
    });
});
