import { describe, expect, it } from 'vitest';
import { dwellingFactsRead, evaluateDemand, loadPolicy, type Subject } from '../../../language/src/engine/index.js';
import {
    among,
    and,
    at,
    BOOLEAN,
    bonus,
    byTier,
    CODE,
    compute,
    criterion,
    declare,
    derive,
    derived,
    fact,
    flat,
    line,
    MISSING,
    not,
    NUMBER,
    number,
    or,
    OTHERWISE,
    policy,
    rate,
    reader,
    rubric,
    scoring,
    state,
    test,
    upTo,
    values,
    type PolicyParts,
} from './build.js';
import { shown, subjectOf, type Household } from './shown.js';
import { createNoteMemo, evaluateWithMemo } from './inside.js';

const DWELLING = { owner: 'logement' } as const;

const PARTS: PolicyParts = {
    facts: [
        declare('mutation', BOOLEAN),
        declare('a', BOOLEAN),
        declare('b', BOOLEAN),
        declare('emploi', CODE),
        declare('personnes', NUMBER, { bounds: { low: '1', high: '20' } }),
        declare('commune', CODE, DWELLING),
        declare('étage', NUMBER, { ...DWELLING, bounds: { low: '0', high: '10' } }),
        declare('loyer', NUMBER, DWELLING),
        declare('quartier', CODE, DWELLING),
    ],
    derived: [
        derive('même_commune', BOOLEAN, test(fact('emploi', CODE), '=', fact('commune', CODE, 'logement'))),
        derive('double', NUMBER, compute('*', fact('personnes', NUMBER), number('2'))),
    ],
    parameters: [{ name: 'seuil', type: NUMBER, proposed: { kind: 'number', value: '3' }, references: [], at: at(5) }],
};

const mutation = fact('mutation');
const first = scoring('premier_accès', [bonus('a', '10')], { scope: not(mutation) });
const second = scoring('mutation', [bonus('a', '30'), bonus('b', '2')], { scope: mutation });

const SCOPES: readonly (readonly [
    why: string,
    scorings: PolicyParts['scorings'],
    facts: Household,
    scored: string | undefined,
    note: string,
    anomaly: string,
])[] = [
    ['the scoring whose scope holds', [first, second], { mutation: 'oui', a: 'oui', b: 'oui' }, 'mutation', '32', ''],
    ['the other', [first, second], { mutation: 'non', a: 'oui' }, 'premier_accès', '10', ''],
    ['an unknown scope: between the notes of both', [first, second], { a: 'oui', b: 'oui' }, undefined, '[10, 32] sans mutation', ''],
    ['what both grids miss is asked too', [first, second], { a: 'oui' }, undefined, '[10, 32] sans b mutation', ''],
    [
        'no scope holds: between the notes of all, and an anomaly',
        [{ ...first, scope: fact('b') }],
        { a: 'oui', b: 'non' },
        undefined,
        '[10, 10] sans',
        'no-scoring',
    ],
    [
        'two scopes hold: the first written, and an anomaly',
        [second, { ...first, scope: fact('a') }],
        { mutation: 'oui', a: 'oui', b: 'oui' },
        'mutation',
        '32',
        'several-scorings',
    ],
    [
        'an unknown scope before a sure one leaves the choice open',
        [{ ...second, scope: fact('b') }, first],
        { mutation: 'non', a: 'oui' },
        undefined,
        '[10, 32] sans b',
        '',
    ],
    ['a sure scope before an unknown one is chosen', [first, { ...second, scope: fact('b') }], { mutation: 'non', a: 'oui' }, 'premier_accès', '10', ''],
    ['no scoring at all', [], {}, undefined, '[0, 0] sans', 'no-scoring'],
];

describe('which scoring', () => {
    it.each(SCOPES)('%s', (_, scorings, facts, scored, note, anomaly) => {
        const result = evaluateDemand(loadPolicy(policy({ ...PARTS, scorings })), subjectOf(facts));
        expect(result.scoring).toBe(scored);
        expect(shown(result.declared)).toBe(note);
        expect(result.anomalies.map(({ kind }) => kind)).toEqual(anomaly === '' ? [] : [anomaly]);
    });
});

const sameTown = criterion('c_emploi', flat('5'), { condition: derived('même_commune', BOOLEAN) });
const floors = criterion('c_étage', rate('-1', fact('étage', NUMBER, 'logement')));
const eitherWay = criterion('c_ou', flat('7'), { condition: or(fact('a'), among(fact('commune', CODE, 'logement'), '99001')) });
const both = criterion('c_et', flat('7'), { condition: and(fact('a'), among(fact('commune', CODE, 'logement'), '99001')) });
const silent = criterion('c_silence', byTier(fact('quartier', CODE, 'logement'), line(values('qpv'), '9'), line(MISSING, '4')));

const DWELLINGS: readonly (readonly [why: string, items: Parameters<typeof scoring>[1], facts: Household, dwelling: Household | undefined, note: string])[] = [
    ['no dwelling: the fixed part, and 0 or 5 with one', [bonus('a', '10'), sameTown], { a: 'oui', emploi: '99001' }, undefined, '10 puis [10, 15]'],
    ['with the dwelling of that town', [bonus('a', '10'), sameTown], { a: 'oui', emploi: '99001' }, { commune: '99001' }, '15'],
    ['with another', [bonus('a', '10'), sameTown], { a: 'oui', emploi: '99001' }, { commune: '99002' }, '10'],
    ['a dwelling whose commune is missing: incomplete', [bonus('a', '10'), sameTown], { a: 'oui', emploi: '99001' }, {}, '[10, 15] sans logement.commune'],
    ['a missing fact of the demand: incomplete, dwelling or not', [bonus('a', '10'), sameTown], { a: 'oui' }, undefined, '[10, 15] sans emploi'],
    ['bounds of a dwelling fact bound the interval: 0 to 10 floors', [bonus('a', '10'), floors], { a: 'oui' }, undefined, '10 puis [0, 10]'],
    ['decided by the demand alone: known without a dwelling', [both], { a: 'non' }, undefined, '0'],
    // The criterion reads the letting: it is not in the fixed part, although it surely gives 7.
    ['sure to be given: the note is known', [eitherWay], { a: 'oui' }, undefined, '7'],
    ['sure to be given, beside one that is not', [eitherWay, sameTown], { a: 'oui', emploi: '1' }, undefined, '0 puis [7, 12]'],
    ['« non renseigné » is for a dwelling that is there', [silent], {}, undefined, '0 puis [0, 9]'],
    ['and applies then', [silent], {}, {}, '4'],
    ['the fixed part goes through caps', [bonus('a', '10'), rubric('r', [sameTown], { cap: '3' })], { a: 'oui', emploi: '1' }, undefined, '10 puis [10, 13]'],
];

describe('with and without a dwelling', () => {
    it.each(DWELLINGS)('%s', (_, items, facts, dwelling, note) => {
        const subject: Subject = subjectOf(facts, dwelling === undefined ? {} : { dwelling: reader(dwelling) });
        expect(shown(evaluateDemand(loadPolicy(policy({ ...PARTS, scorings: [scoring('grille', items)] })), subject).declared)).toBe(note);
    });

    it('says which dwelling facts each part reads, through derived facts', () => {
        const condition = test(fact('loyer', NUMBER, 'logement'), '>', number('3'));
        const common = { references: [], text: '', at: at(0) };
        const loaded = loadPolicy(
            policy({
                ...PARTS,
                scorings: [scoring('grille', [sameTown, floors, bonus('a', '1')])],
                adequacies: [{ name: 'a', condition: derived('même_commune', BOOLEAN), ...common }],
                exclusions: [{ name: 'e', condition, readAt: 'lease', ...common }],
            }),
        );
        expect(dwellingFactsRead(loaded)).toEqual({ scoring: ['commune', 'étage'], adequacies: ['commune'], exclusions: ['loyer'] });
    });
});

const persons = fact('personnes', NUMBER);
// « personnes non renseigné » is true of a missing fact, and completing it makes it false.
const unsaid = criterion('c_muet', flat('6'), { condition: not(state(persons, 'renseigné')) });
const size = criterion('c_taille', byTier(persons, line(upTo('2'), '1'), line(OTHERWISE, '3')));

describe('bounds hold whatever the missing facts are', () => {
    it('a test of absence alone is decided', () => {
        expect(shown(evaluateDemand(loadPolicy(policy({ ...PARTS, scorings: [scoring('g', [unsaid])] })), subjectOf({})).declared)).toBe('6');
    });

    it('beside a criterion to complete by the same fact, it is open: 6 + [0, 3] today, 0 + [1, 3] once completed, 6 + 3 sans objet', () => {
        const loaded = loadPolicy(policy({ ...PARTS, scorings: [scoring('g', [unsaid, size])] }));
        expect(shown(evaluateDemand(loaded, subjectOf({})).declared)).toBe('[1, 9] sans personnes');
        expect(shown(evaluateDemand(loaded, subjectOf({ personnes: 3 })).declared)).toBe('3');
    });
});

describe('anomalies', () => {
    const threshold = { kind: 'parameter', name: 'seuil', type: NUMBER, at: at(9) } as const;
    const cases: readonly (readonly [
        why: string,
        item: Parameters<typeof scoring>[1][number],
        facts: Household,
        note: string,
        anomalies: readonly unknown[],
    ])[] = [
        [
            'a parameter that nobody confirmed is not the value proposed',
            criterion('c', rate('2', threshold), { cap: '8' }),
            {},
            '[0, 8] sans seuil',
            [{ kind: 'unconfirmed-parameter', name: 'seuil', at: at(5) }],
        ],
        [
            'a value out of its declared bounds',
            criterion('c', rate('2', persons)),
            { personnes: 21 },
            '[0, 40] sans personnes',
            [{ kind: 'out-of-bounds', name: 'personnes', at: at(0) }],
        ],
        [
            'said once, however many criteria meet it',
            rubric('r', [size, criterion('d', rate('1', derived('double', NUMBER)))]),
            { personnes: 0 },
            '[0, 43] sans personnes',
            [{ kind: 'out-of-bounds', name: 'personnes', at: at(0) }],
        ],
    ];

    it.each(cases)('%s', (_, item, facts, note, anomalies) => {
        const facts0 = PARTS.facts?.map((declaration) => ({ ...declaration, at: at(0) }));
        const result = evaluateDemand(loadPolicy(policy({ ...PARTS, facts: facts0, scorings: [scoring('g', [item])] })), subjectOf(facts));
        expect(shown(result.declared)).toBe(note);
        expect(result.anomalies).toEqual(anomalies);
    });

    it('a parameter confirmed has its value', () => {
        const parameters = [{ name: 'seuil', type: NUMBER, value: { kind: 'number', value: '4' }, references: [], at: at(5) }] as const;
        const loaded = loadPolicy(policy({ parameters, scorings: [scoring('g', [criterion('c', rate('2', threshold))])] }));
        expect(shown(evaluateDemand(loaded, subjectOf({})).declared)).toBe('8');
    });

    it('a fact derived from itself ends missing', () => {
        const loop = derive('boucle', NUMBER, compute('+', derived('boucle', NUMBER), number('1')));
        const loaded = loadPolicy(policy({ derived: [loop], scorings: [scoring('g', [criterion('c', rate('2', derived('boucle', NUMBER)), { cap: '6' })])] }));
        expect(shown(evaluateDemand(loaded, subjectOf({})).declared)).toBe('[0, 6] sans boucle');
    });
});

describe('a memo', () => {
    const loaded = loadPolicy(policy({ ...PARTS, scorings: [scoring('grille', [bonus('a', '10'), sameTown])] }));
    const subject = subjectOf({ a: 'oui', emploi: '99001' });

    it('evaluates what reads no letting once for all dwellings', () => {
        let read = 0;
        const demand = { ...subject.demand, fact: (name: string) => ((read += name === 'a' ? 1 : 0), subject.demand.fact(name)) };
        const memo = createNoteMemo();
        const notes = ['99001', '99002', '99001'].map((commune) => evaluateWithMemo(loaded, { ...subject, demand, dwelling: reader({ commune }) }, memo));
        expect(notes.map((each) => shown(each.declared))).toEqual(['15', '10', '15']);
        expect(read).toBe(1);
    });

    it('does not keep a scope that reads the dwelling', () => {
        const scope = among(fact('commune', CODE, 'logement'), '99001');
        const scoped = loadPolicy(
            policy({ ...PARTS, scorings: [scoring('ici', [bonus('a', '10')], { scope }), scoring('ailleurs', [bonus('a', '3')], { scope: not(scope) })] }),
        );
        const memo = createNoteMemo();
        const notes = ['99001', '99002', '99001'].map((commune) => evaluateWithMemo(scoped, { ...subject, dwelling: reader({ commune }) }, memo));
        expect(notes.map((each) => [each.scoring, shown(each.declared)])).toEqual([
            ['ici', '10'],
            ['ailleurs', '3'],
            ['ici', '10'],
        ]);
    });

    it('empties itself for another demand and another policy', () => {
        const memo = createNoteMemo();
        evaluateWithMemo(loaded, subject, memo);
        expect(shown(evaluateWithMemo(loaded, subjectOf({ a: 'non', emploi: '1' }), memo).declared)).toBe('0 puis [0, 5]');
        const other = loadPolicy(policy({ ...PARTS, scorings: [scoring('grille', [bonus('a', '1')])] }));
        expect(shown(evaluateWithMemo(other, subject, memo).declared)).toBe('1');
    });
});
