import { describe, expect, it } from 'vitest';
import {
    categoryOf,
    compareRankingKeys,
    evaluateAdequacy,
    evaluateDemand,
    evaluateEligibility,
    evaluateExpression,
    evaluateSignals,
    loadPolicy,
    rankingKeyOf,
    type Subject,
} from '../../../language/src/engine/index.js';
import type { Expression } from '../../../language/src/ir/expression.js';
import type { Policy, Ranking } from '../../../language/src/ir/policy.js';
import { formatFrenchDate } from '../../../language/src/kit/civil-date.js';
import {
    among,
    BOOLEAN,
    bonus,
    choose,
    CODE,
    bool,
    DATE,
    day,
    declare,
    duration,
    enumeration,
    fact,
    NOWHERE,
    NUMBER,
    number,
    ordered,
    policy,
    reader,
    scoring,
    since,
    test,
    type PolicyParts,
} from './build.js';
import { subjectOf, type Household } from './shown.js';

const PARTS: PolicyParts = {
    enumerations: [ordered('Étape', ['commandement', 'jugement'])],
    facts: [
        declare('a', BOOLEAN),
        declare('b', BOOLEAN),
        declare('dépôt', DATE),
        declare('personnes', NUMBER),
        declare('étape', enumeration('Étape')),
        declare('typologie', CODE, { owner: 'logement' }),
    ],
};

const common = { references: [], text: '', at: NOWHERE } as const;
const exclusion = (name: string, condition: Expression, readAt: 'examination' | 'lease' = 'examination'): Policy['exclusions'][number] => ({
    name,
    condition,
    readAt,
    ...common,
});
const old = test(since('dépôt'), '>', duration(12));

const ELIGIBILITY: readonly (readonly [why: string, exclusions: Policy['exclusions'], facts: Household, dates: Partial<Subject>, expected: unknown])[] = [
    ['none holds', [exclusion('e', fact('a'))], { a: 'non' }, {}, { kind: 'eligible' }],
    ['one holds', [exclusion('e', fact('a'))], { a: 'oui' }, {}, { kind: 'ineligible', exclusions: ['e'] }],
    ['a missing fact: to verify', [exclusion('e', fact('a'))], {}, {}, { kind: 'to-verify', exclusions: ['e'], missing: ['a'] }],
    [
        'a definite ineligibility beats missing facts',
        [exclusion('e', fact('a')), exclusion('f', fact('b'))],
        { b: 'oui' },
        {},
        { kind: 'ineligible', exclusions: ['f'] },
    ],
    ['sans objet does not exclude', [exclusion('e', fact('a'))], { a: '-' }, {}, { kind: 'eligible' }],
    [
        'without a dwelling, what reads one is to verify',
        [exclusion('e', among(fact('typologie', CODE, 'logement'), 'T1'))],
        {},
        {},
        { kind: 'to-verify', exclusions: ['e'], missing: ['logement.typologie'] },
    ],
    // 15/03/2023 + 12 months = 15/03/2024: not yet more on 15/03/2024, more on 01/04/2024.
    [
        'read at the examination',
        [exclusion('e', old)],
        { dépôt: '15/03/2023' },
        { leaseDay: day('01/04/2024') },
        { kind: 'eligible', validUntil: '15/03/2024' },
    ],
    ['read at the lease', [exclusion('e', old, 'lease')], { dépôt: '15/03/2023' }, { leaseDay: day('01/04/2024') }, { kind: 'ineligible', exclusions: ['e'] }],
    [
        'the lease is the day itself where none is given',
        [exclusion('e', old, 'lease')],
        { dépôt: '15/03/2023' },
        {},
        { kind: 'eligible', validUntil: '15/03/2024' },
    ],
    // The comparison may change on the anniversary 15/06/2024: its eve is 60 days after 15/04/2024, and 15/03/2024 + 60 = 14/05/2024.
    [
        'it holds while the lease day, moving with the day, finds the same',
        [exclusion('e', old, 'lease')],
        { dépôt: '15/06/2023' },
        { leaseDay: day('15/04/2024') },
        { kind: 'eligible', validUntil: '14/05/2024' },
    ],
];

describe('eligibility', () => {
    it.each(ELIGIBILITY)('%s', (_, exclusions, facts, dates, expected) => {
        const { anomalies, validUntil, ...result } = evaluateEligibility(loadPolicy(policy({ ...PARTS, exclusions })), { ...subjectOf(facts), ...dates });
        expect({ ...result, ...(validUntil === undefined ? {} : { validUntil: formatFrenchDate(validUntil) }) }).toEqual(expected);
        expect(anomalies).toEqual([]);
    });
});

describe('adequacy', () => {
    // T1: de 1 à 2 personnes; anything else suits.
    const condition = choose(among(fact('typologie', CODE, 'logement'), 'T1'), test(fact('personnes', NUMBER), '<=', number('2')), bool(true));
    const loaded = loadPolicy(policy({ ...PARTS, adequacies: [{ name: 'typologie', condition, ...common }] }));
    const cases: readonly (readonly [why: string, facts: Household, dwelling: Household, expected: unknown])[] = [
        ['two persons in a T1', { personnes: 2 }, { typologie: 'T1' }, { kind: 'fits' }],
        ['three persons in a T1', { personnes: 3 }, { typologie: 'T1' }, { kind: 'unfit', failed: ['typologie'] }],
        ['any number in another', {}, { typologie: 'T5' }, { kind: 'fits' }],
        ['an unknown number keeps the demand in, flagged', {}, { typologie: 'T1' }, { kind: 'unknown', missing: ['personnes'] }],
        ['an unknown typology does not matter to two persons', { personnes: 2 }, {}, { kind: 'fits' }],
        ['but does to three', { personnes: 3 }, {}, { kind: 'unknown', missing: ['logement.typologie'] }],
    ];

    it.each(cases)('%s', (_, facts, dwelling, expected) => {
        expect(evaluateAdequacy(loaded, { ...subjectOf(facts), dwelling: reader(dwelling) })).toEqual({ ...(expected as object), anomalies: [] });
    });
});

it('signals keep the order of the policy', () => {
    const signals = [
        { name: 's1', condition: fact('a'), references: [], text: '', at: NOWHERE },
        { name: 's2', condition: fact('b'), references: [], text: '', at: NOWHERE },
    ];
    expect(evaluateSignals(loadPolicy(policy({ ...PARTS, signals })), subjectOf({ b: 'oui' }))).toEqual([
        { name: 's1', truth: 'unknown', missing: ['a'], anomalies: [] },
        { name: 's2', truth: 'true', missing: [], anomalies: [] },
    ]);
});

describe('ranking keys', () => {
    const ranking: Ranking = {
        keys: [
            { kind: 'category', conditions: [fact('a'), fact('b')], at: NOWHERE },
            { kind: 'note', which: 'declared', at: NOWHERE },
            { kind: 'fact', value: since('dépôt'), order: 'descending', at: NOWHERE },
            { kind: 'fact', value: fact('étape', enumeration('Étape')), order: 'ascending', at: NOWHERE },
            { kind: 'appraisal', simulated: 'draw', at: NOWHERE },
        ],
        incomplete: 'minimum',
        at: NOWHERE,
    };
    const loadedWith = (incomplete: Ranking['incomplete']): ReturnType<typeof loadPolicy> =>
        loadPolicy(policy({ ...PARTS, ranking: { ...ranking, incomplete }, scorings: [scoring('g', [bonus('b', '10')])] }));

    const ORDERS: readonly (readonly [why: string, first: Household, second: Household, incomplete: Ranking['incomplete']])[] = [
        ['the first category before the second', { a: 'oui', b: 'non' }, { a: 'non', b: 'oui' }, 'minimum'],
        ['a category before none, whatever the note', { a: 'oui', b: 'non' }, { a: 'non', b: 'non' }, 'minimum'],
        ['the best note first', { b: 'oui', a: 'oui' }, { b: 'non', a: 'oui' }, 'minimum'],
        ['the longest seniority: the earliest date', { a: 'non', b: 'non', dépôt: '01/01/2020' }, { a: 'non', b: 'non', dépôt: '02/01/2020' }, 'minimum'],
        ['a missing seniority last', { a: 'non', b: 'non', dépôt: '01/01/2024' }, { a: 'non', b: 'non' }, 'minimum'],
        [
            'an ordered enumeration by rank, the smallest first',
            { a: 'non', b: 'non', étape: 'commandement' },
            { a: 'non', b: 'non', étape: 'jugement' },
            'minimum',
        ],
        ['missing last in ascending order too', { a: 'non', b: 'non', étape: 'jugement' }, { a: 'non', b: 'non' }, 'minimum'],
        ['an unknown category is not held', { a: 'oui', b: 'non' }, { b: 'non' }, 'minimum'],
        ['an incomplete note at its minimum', { a: 'oui', b: 'oui' }, { a: 'oui' }, 'minimum'],
        ['an incomplete note at its maximum', { a: 'oui' }, { a: 'oui', b: 'non' }, 'maximum'],
        ['an incomplete note last', { a: 'oui', b: 'non' }, { a: 'oui' }, 'last'],
    ];

    it.each(ORDERS)('%s', (_, first, second, incomplete) => {
        const loaded = loadedWith(incomplete);
        const [before, after] = [first, second].map((facts) => rankingKeyOf(loaded, subjectOf(facts), evaluateDemand(loaded, subjectOf(facts)))) as [
            never,
            never,
        ];
        expect(compareRankingKeys(loaded, before, after)).toBeLessThan(0);
        expect(compareRankingKeys(loaded, after, before)).toBeGreaterThan(0);
        expect(compareRankingKeys(loaded, before, before)).toBe(0);
    });

    it('gives the place of the category, the number of conditions when none holds', () => {
        const loaded = loadedWith('minimum');
        expect([{ a: 'oui', b: 'oui' }, { b: 'oui' }, {}].map((facts) => categoryOf(loaded, subjectOf(facts as Household)))).toEqual([0, 1, 2]);
    });

    it('keeps a seniority comparable from one day to another', () => {
        const loaded = loadedWith('minimum');
        const value = (facts: Household, on: string): unknown => evaluateExpression(loaded, since('dépôt'), subjectOf(facts, { day: on }));
        expect(value({ dépôt: '01/01/2020' }, '15/03/2024')).toEqual({ kind: 'span', from: day('01/01/2020'), to: day('15/03/2024') });
        expect(value({}, '15/03/2024')).toEqual({ kind: 'missing', missing: ['dépôt'] });
        expect(value({ dépôt: '-' }, '15/03/2024')).toEqual({ kind: 'not-applicable' });
    });
});
