import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../language/src/ir/expression.js';
import {
    among,
    and,
    bool,
    BOOLEAN,
    choose,
    CODE,
    compute,
    contains,
    DATE,
    date,
    day,
    declare,
    derive,
    derived,
    duration,
    enumeration,
    exists,
    fact,
    MONEY,
    NO_EVENT,
    not,
    NUMBER,
    number,
    or,
    ordered,
    since,
    state,
    test,
    word,
    type PolicyParts,
} from './build.js';
import { truthOf, type Household } from './shown.js';

const LABELS = {
    kind: 'events',
    fields: [declare('nature', CODE), declare('du', DATE, { role: 'date' }), declare('au', DATE, { role: 'fin' }), declare('contesté', BOOLEAN)],
} as const;

const PARTS: PolicyParts = {
    enumerations: [ordered('Étape', ['commandement', 'assignation', 'jugement'])],
    facts: [
        declare('a', BOOLEAN),
        declare('b', BOOLEAN),
        declare('n', NUMBER),
        declare('m', NUMBER),
        declare('loyer', MONEY),
        declare('jour', DATE),
        declare('étape', enumeration('Étape')),
        declare('métier', CODE),
        declare('communes', CODE, { multiple: true }),
        declare('étiquettes', LABELS),
    ],
    derived: [
        derive('double', NUMBER, compute('*', fact('n', NUMBER), number('2'))),
        derive('seulement', NUMBER, fact('n', NUMBER), { notApplicable: fact('a'), unknown: fact('b') }),
    ],
};

const a = fact('a');
const b = fact('b');
const n = fact('n', NUMBER);
const step = fact('étape', enumeration('Étape'));
const towns = fact('communes', CODE);
const between = (low: string, high: string, exclusive = false): Expression => ({
    kind: 'between',
    subject: n,
    low: number(low),
    high: number(high),
    exclusive,
    type: BOOLEAN,
    at: ['', 0, 0],
});
const dalo = (current: boolean, filter: Expression = among(fact('nature', CODE, 'event'), 'dalo')): Expression => exists('étiquettes', filter, current);
const label = (nature: string, du: string, au: string): Record<string, string> => ({ nature, du, au, contesté: 'non' });
const undisputed = not(fact('contesté', BOOLEAN, 'event'));

const CASES: readonly (readonly [why: string, condition: Expression, facts: Household, truth: string])[] = [
    // --- relations, at the bound and on both sides
    ['moins de 5: 4', test(n, '<', number('5')), { n: 4 }, 'oui'],
    ['moins de 5: 5 is not', test(n, '<', number('5')), { n: 5 }, 'non'],
    ['au plus 5: 5', test(n, '<=', number('5')), { n: 5 }, 'oui'],
    ['au plus 5: 6 is not', test(n, '<=', number('5')), { n: 6 }, 'non'],
    ['plus de 5: 5 is not', test(n, '>', number('5')), { n: 5 }, 'non'],
    ['plus de 5: 6', test(n, '>', number('5')), { n: 6 }, 'oui'],
    ['à partir de 5: 5', test(n, '>=', number('5')), { n: 5 }, 'oui'],
    ['à partir de 5: 4 is not', test(n, '>=', number('5')), { n: 4 }, 'non'],
    ['est 5', test(n, '=', number('5')), { n: 5 }, 'oui'],
    ['n’est pas 5', test(n, '≠', number('5')), { n: 5 }, 'non'],
    ['2/4 is 1/2', test(n, '=', number('1/2')), { n: '2/4' }, 'oui'],
    ['de 3 à 5: 5 is in', between('3', '5'), { n: 5 }, 'oui'],
    ['de 3 à moins de 5: 5 is out', between('3', '5', true), { n: 5 }, 'non'],
    ['de 3 à moins de 5: 3 is in', between('3', '5', true), { n: 3 }, 'oui'],
    ['between a known bound that fails and an unknown one: false', { ...between('3', '5'), low: fact('m', NUMBER) } as Expression, { n: 9 }, 'non'],
    ['between, the other bound unknown and the known one held: unknown', { ...between('3', '5'), low: fact('m', NUMBER) } as Expression, { n: 4 }, '? m'],
    ['a date before another', test(fact('jour', DATE), '<', date('01/03/2024')), { jour: '29/02/2024' }, 'oui'],
    ['à partir du: the day itself', test(fact('jour', DATE), '>=', date('01/03/2024')), { jour: '01/03/2024' }, 'oui'],
    ['an ordered enumeration, by rank', test(step, '>=', word('assignation', enumeration('Étape'))), { étape: 'jugement' }, 'oui'],
    ['a word is another word', test(step, '≠', word('jugement', enumeration('Étape'))), { étape: 'assignation' }, 'oui'],
    ['oui est non', test(a, '=', bool(false)), { a: 'oui' }, 'non'],

    // --- missing and sans objet
    ['missing: unknown', test(n, '<', number('5')), {}, '? n'],
    ['sans objet: false', test(n, '<', number('5')), { n: '-' }, 'non'],
    ['sans objet: « n’est pas » is false too', test(n, '≠', number('5')), { n: '-' }, 'non'],
    ['missing against sans objet: false, whatever the missing one is', test(n, '<', fact('m', NUMBER)), { m: '-' }, 'non'],
    ['the contrary of an atom on sans objet is true', not(test(n, '<', number('5'))), { n: '-' }, 'oui'],
    ['arithmetic on sans objet is sans objet: the atom is false', test(derived('double', NUMBER), '>=', number('0')), { n: '-' }, 'non'],
    ['what a derived fact misses is what it reads', test(derived('double', NUMBER), '>=', number('0')), {}, '? n'],
    ['sans objet si … is read before the formula', test(derived('seulement', NUMBER), '>=', number('0')), { a: 'oui', b: 'oui', n: 1 }, 'non'],
    [
        'inconnu si …: unknown though its facts are there, named after itself',
        test(derived('seulement', NUMBER), '>=', number('0')),
        { a: 'non', b: 'oui', n: 1 },
        '? seulement',
    ],
    ['inconnu si …: the missing facts that it reads', test(derived('seulement', NUMBER), '>=', number('0')), { a: 'non', b: 'oui' }, '? n'],

    // --- Kleene
    ['faux et inconnu: false', and(a, b), { a: 'non' }, 'non'],
    ['inconnu et faux: false', and(a, b), { b: 'non' }, 'non'],
    ['vrai et inconnu: unknown', and(a, b), { a: 'oui' }, '? b'],
    ['inconnu et inconnu: both are named', and(a, b), {}, '? a b'],
    ['vrai ou inconnu: true', or(a, b), { a: 'oui' }, 'oui'],
    ['faux ou inconnu: unknown', or(a, b), { a: 'non' }, '? b'],
    ['non inconnu: unknown', not(a), {}, '? a'],
    ['si inconnu alors vrai sinon vrai: true', choose(a, bool(true), bool(true)), {}, 'oui'],
    ['si inconnu alors vrai sinon faux: unknown', choose(a, bool(true), bool(false)), {}, '? a'],

    // --- sets
    ['parmi: a single value', among(fact('métier', CODE), 'soignant', 'chauffeur'), { métier: 'soignant' }, 'oui'],
    ['parmi: a single value that is not there', among(fact('métier', CODE), 'soignant'), { métier: 'libraire' }, 'non'],
    ['parmi: at least one of several', among(towns, '99001', '99002'), { communes: ['99007', '99002'] }, 'oui'],
    ['parmi: none of several', among(towns, '99001'), { communes: ['99007', '99002'] }, 'non'],
    ['parmi: nothing given is unknown', among(towns, '99001'), {}, '? communes'],
    ['contient a value', contains(towns, word('99002')), { communes: ['99007', '99002'] }, 'oui'],
    ['contient a missing value: unknown', contains(towns, fact('métier', CODE)), { communes: ['99007'] }, '? métier'],
    ['an empty set contains nothing, whatever the value', contains(towns, fact('métier', CODE)), { communes: [] }, 'non'],
    ['contient a value sans objet: false', contains(towns, fact('métier', CODE)), { communes: ['99007'], métier: '-' }, 'non'],

    // --- states are never unknown
    ['renseigné: a value', state(n, 'renseigné'), { n: 1 }, 'oui'],
    ['renseigné: missing', state(n, 'renseigné'), {}, 'non'],
    ['renseigné: sans objet', state(n, 'renseigné'), { n: '-' }, 'non'],
    ['sans objet: sans objet', state(n, 'sans objet'), { n: '-' }, 'oui'],
    ['sans objet: missing', state(n, 'sans objet'), {}, 'non'],
    ['renseigné: an empty list of events is one', state(fact('étiquettes', LABELS), 'renseigné'), { étiquettes: NO_EVENT }, 'oui'],

    // --- events; the evaluation day is 15/03/2024
    ['no event: false', dalo(false), { étiquettes: NO_EVENT }, 'non'],
    ['events missing: unknown', dalo(false), {}, '? étiquettes'],
    ['events sans objet: false', dalo(false), { étiquettes: '-' }, 'non'],
    ['one of two is it', dalo(false), { étiquettes: [label('pdalhpd', '01/01/2024', '-'), label('dalo', '01/01/2020', '01/01/2021')] }, 'oui'],
    ['en cours: ended in 2021', dalo(true), { étiquettes: [label('dalo', '01/01/2020', '01/01/2021')] }, 'non'],
    ['en cours: begins on the day', dalo(true), { étiquettes: [label('dalo', '15/03/2024', '01/01/2026')] }, 'oui'],
    ['en cours: begins on the morrow', dalo(true), { étiquettes: [label('dalo', '16/03/2024', '01/01/2026')] }, 'non'],
    ['en cours: ends on the day, still current', dalo(true), { étiquettes: [label('dalo', '01/01/2020', '15/03/2024')] }, 'oui'],
    ['en cours: ended the day before', dalo(true), { étiquettes: [label('dalo', '01/01/2020', '14/03/2024')] }, 'non'],
    ['en cours: without end it still runs', dalo(true), { étiquettes: [label('dalo', '01/01/2020', '?')] }, 'oui'],
    ['en cours: without start it is not known', dalo(true), { étiquettes: [label('dalo', '?', '01/01/2026')] }, '? étiquettes.du'],
    ['an event to come has not happened', dalo(false), { étiquettes: [label('dalo', '16/03/2024', '?')] }, 'non'],
    [
        'a field that is missing is named after its events',
        dalo(false, and(among(fact('nature', CODE, 'event'), 'dalo'), undisputed)),
        { étiquettes: [{ nature: 'dalo', du: '01/01/2020' }] },
        '? étiquettes.contesté',
    ],
    [
        'a missing field does not matter when the rest fails',
        dalo(false, and(among(fact('nature', CODE, 'event'), 'dalo'), undisputed)),
        { étiquettes: [{ nature: 'autre', du: '01/01/2020' }] },
        'non',
    ],

    // --- incomparable: the checker refuses it, the engine gives no value
    ['days against months', test(duration(40, 'jours'), '>', duration(1, 'mois')), {}, '?'],
    ['two spans: the one that began first is longer', test(since('jour'), '>', { ...since('autre') }), { jour: '01/01/2020', autre: '02/01/2020' }, 'oui'],
];

describe('truth of a condition', () => {
    it.each(CASES)('%s', (_, condition, facts, truth) => {
        expect(truthOf(PARTS, condition, facts).trim()).toBe(truth);
    });

    it('has as many cases as it says', () => {
        expect(CASES).toHaveLength(71);
        expect(day('01/01/1970')).toBe(0);
    });
});
