import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../language/src/ir/scoring.js';
import {
    above,
    bonus,
    byTier,
    choose,
    compute,
    CODE,
    count,
    criterion,
    DATE,
    declare,
    derive,
    derived,
    elapsed,
    enumeration,
    fact,
    flat,
    from,
    fromBelow,
    below,
    gives,
    fromTo,
    line,
    MISSING,
    MONEY,
    NOT_APPLICABLE,
    NUMBER,
    number,
    ordered,
    OTHERWISE,
    rate,
    RATIO,
    select,
    upTo,
    values,
    type PolicyParts,
} from './build.js';
import { noteOf, type Household } from './shown.js';

const EVENTS = { kind: 'events', fields: [declare('date', DATE, { role: 'date' })] } as const;

const PARTS: PolicyParts = {
    enumerations: [ordered('Étape', ['commandement', 'assignation', 'jugement', 'concours'])],
    facts: [
        declare('taux', RATIO),
        declare('personnes', NUMBER, { bounds: { low: '1', high: '20' } }),
        declare('pièces', NUMBER),
        declare('loyer', MONEY),
        declare('ressources', MONEY),
        declare('dépôt', DATE),
        declare('étape', enumeration('Étape')),
        declare('statut', CODE),
        declare('refus', EVENTS),
    ],
    derived: [
        // loyer / ressources, both in cents per month.
        derive('effort', RATIO, compute('/', fact('loyer', MONEY), fact('ressources', MONEY), RATIO), {
            notApplicable: { kind: 'among', subject: fact('statut', CODE), values: ['propriétaire'], type: { kind: 'boolean' }, at: ['', 0, 0] },
        }),
    ],
};

const persons = fact('personnes', NUMBER);
const EFFORT = byTier(
    fact('taux', RATIO),
    line(below('33/100'), '0'),
    line(fromBelow('33/100', '1/2'), '8'),
    line(from('1/2'), '15'),
    line(MISSING, undefined),
);
const SIZE = byTier(persons, line(upTo('2'), '5'), line(fromTo('3', '4'), '10'));
const STEP = byTier(
    fact('étape', enumeration('Étape')),
    line(upTo({ kind: 'word', value: 'assignation' }), '5'),
    line(above({ kind: 'word', value: 'assignation' }), '20'),
);

interface Case {
    readonly why: string;
    readonly item: Criterion;
    readonly facts: Household;
    readonly note: string;
}

const of = (why: string, item: Criterion, facts: Household, note: string): Case => ({ why, item, facts, note });

const CASES: readonly Case[] = [
    // --- flat points
    of('always, without condition', criterion('c', flat('12')), {}, '12'),
    of('condition met', bonus('dalo', '140'), { dalo: 'oui' }, '140'),
    of('condition not met: 0', bonus('dalo', '140'), { dalo: 'non' }, '0'),
    of('an atom on sans objet is false: 0', bonus('dalo', '140'), { dalo: '-' }, '0'),
    of('unknown condition: between 0 and the points', bonus('dalo', '140'), {}, '[0, 140] sans dalo'),
    of('unknown condition on a malus: the malus is the low bound', bonus('dalo', '-7'), {}, '[-7, 0] sans dalo'),
    of('decimals stay exact: 7/2 points', criterion('c', flat('7/2')), {}, '7/2'),

    // --- lines of a selon; 33 % is exactly 33/100, never a float
    of('32,99 % is below 33 %', criterion('c', EFFORT), { taux: '3299/10000' }, '0'),
    of('exactly 33 % is in « de 33 % à moins de 50 % »', criterion('c', EFFORT), { taux: '33/100' }, '8'),
    of('1/3 > 33/100 since 100 > 99: 8 points', criterion('c', EFFORT), { taux: '1/3' }, '8'),
    of('49,999 % is still below 50 %', criterion('c', EFFORT), { taux: '49999/100000' }, '8'),
    of('exactly 50 % is « à partir de 50 % »', criterion('c', EFFORT), { taux: '1/2' }, '15'),
    of('non renseigné : à compléter, between the least and the most of the lines', criterion('c', EFFORT), { taux: '?' }, '[0, 15] sans taux'),
    of('a selon on sans objet gives 0', criterion('c', EFFORT), { taux: '-' }, '0'),
    of('« de 3 à 4 » includes both ends: 3', criterion('c', SIZE), { personnes: 3 }, '10'),
    of('« de 3 à 4 » includes both ends: 4', criterion('c', SIZE), { personnes: 4 }, '10'),
    of('« jusqu’à 2 » includes 2', criterion('c', SIZE), { personnes: 2 }, '5'),
    of('no line for 5 persons: 0 without sinon', criterion('c', SIZE), { personnes: 5 }, '0'),
    of('sinon catches 5 persons', criterion('c', byTier(persons, line(upTo('2'), '5'), line(OTHERWISE, '3'))), { personnes: 5 }, '3'),
    of('sinon does not catch sans objet: 0', criterion('c', byTier(persons, line(upTo('2'), '5'), line(OTHERWISE, '3'))), { personnes: '-' }, '0'),
    of('sans objet : 4 points, when a line says so', criterion('c', byTier(persons, line(upTo('2'), '5'), line(NOT_APPLICABLE, '4'))), { personnes: '-' }, '4'),
    of('non renseigné : 2 points, when a line says so', criterion('c', byTier(persons, line(upTo('2'), '5'), line(MISSING, '2'))), {}, '2'),
    of('a missing number of persons may be any of 1 to 20, or sans objet: 0 to 10', criterion('c', SIZE), {}, '[0, 10] sans personnes'),
    // « à partir de 21 » cannot be reached within 1..20, so its 50 points are not among the bounds; 0 for sans objet.
    of(
        'declared bounds leave out an unreachable line',
        criterion('c', byTier(persons, line(upTo('20'), '5'), line(from('21'), '50'))),
        {},
        '[0, 5] sans personnes',
    ),
    of(
        'a value à compléter: the hull of the lines and 0',
        criterion('c', byTier(persons, line(upTo('2'), '5'), line(OTHERWISE, undefined))),
        { personnes: 9 },
        '[0, 5] sans personnes',
    ),
    of('lines on an ordered enumeration, by rank: assignation is second', criterion('c', STEP), { étape: 'assignation' }, '5'),
    of('jugement comes after assignation', criterion('c', STEP), { étape: 'jugement' }, '20'),
    of('a yes/no subject', criterion('c', byTier(fact('dalo'), line(values('oui'), '9'), line(values('non'), '1'))), { dalo: 'non' }, '1'),
    of(
        'a yes/no subject, unknown: 1 or 9, or 0 if sans objet',
        criterion('c', byTier(fact('dalo'), line(values('oui'), '9'), line(values('non'), '1'))),
        {},
        '[0, 9] sans dalo',
    ),
    of(
        'every line gives the same and all is said: the outcome is known',
        criterion('c', byTier(fact('dalo'), line(OTHERWISE, '6'), line(NOT_APPLICABLE, '6'))),
        {},
        '6',
    ),
    of('a word that the enumeration does not have counts as missing', criterion('c', STEP), { étape: 'appel' }, '[0, 20] sans étape'),
    of('25 persons is out of the declared bounds: missing', criterion('c', SIZE), { personnes: 25 }, '[0, 10] sans personnes'),

    // --- points by unit
    of('3 points per person: 3 × 4', criterion('c', rate('3', persons)), { personnes: 4 }, '12'),
    of('-10 per refusal, two refusals: -20', criterion('c', rate('-10', count('refus'))), { refus: [{ date: '01/02/2024' }, { date: '02/02/2024' }] }, '-20'),
    // 01/02/2021 → 15/03/2024: the 37th anniversary is 01/03/2024, the 38th 01/04/2024.
    of('1 point par mois révolu: 37', criterion('c', rate('1', elapsed('dépôt'))), { dépôt: '01/02/2021' }, '37'),
    of('1 point par mois commencé: 37 and 14 days, 38', criterion('c', rate('1', elapsed('dépôt', 'mois', 'commencé'))), { dépôt: '01/02/2021' }, '38'),
    of('5 points par an révolu: 3 years, 15', criterion('c', rate('5', elapsed('dépôt', 'ans'))), { dépôt: '01/02/2021' }, '15'),
    of('5 points par an commencé: a fourth year has begun, 20', criterion('c', rate('5', elapsed('dépôt', 'ans', 'commencé'))), { dépôt: '01/02/2021' }, '20'),
    // 10/03/2024 → 15/03/2024 is 5 days.
    of('1 point par jour: 5', criterion('c', rate('1', elapsed('dépôt', 'jours'))), { dépôt: '10/03/2024' }, '5'),
    of('a date to come: never below 0', criterion('c', rate('1', elapsed('dépôt'))), { dépôt: '01/01/2025' }, '0'),
    of('a quantity sans objet gives 0', criterion('c', rate('3', persons)), { personnes: '-' }, '0'),
    of('a missing quantity with bounds 1..20: 0 (sans objet) to 60', criterion('c', rate('3', persons)), {}, '[0, 60] sans personnes'),
    of('a missing date with a cap: 0 to the cap', criterion('c', rate('1', elapsed('dépôt')), { cap: '60' }), {}, '[0, 60] sans dépôt'),
    of('a missing date without cap: months since the first of January of year 1', criterion('c', rate('1/2', elapsed('dépôt'))), {}, '[0, 12139] sans dépôt'),
    of('a missing date in days: since the first of January of year 1', criterion('c', rate('2', elapsed('dépôt', 'jours'))), {}, '[0, 1477918] sans dépôt'),
    // 2 × personnes - 3 with 1..20 lies in -1..37; sans objet gives 0, inside.
    of(
        'a quantity computed from a bounded fact',
        criterion('c', rate('1', compute('-', compute('*', number('2'), persons), number('3')))),
        {},
        '[-1, 37] sans personnes',
    ),

    // 3 − [1, 20] lies in −17..2; sans objet gives 0, inside.
    of('a quantity that falls as the fact grows', criterion('c', rate('1', compute('-', number('3'), persons))), {}, '[-17, 2] sans personnes'),

    // Within a cell bounds do not see that it is the same number: 1 − 1, 20 − 20, and [2, 19] − [2, 19] taken as −17..17.
    of('bounds are sound, not tight, within a cell', criterion('c', rate('1', compute('-', persons, persons))), {}, '[-17, 17] sans personnes'),

    // --- cap and floor of the criterion
    // Sans objet: 0, whatever the floor; twenty persons: 60.
    of('a floor gives nothing to sans objet', criterion('c', rate('3', persons), { floor: '2' }), {}, '[0, 60] sans personnes'),
    of('70 months capped at 60', criterion('c', rate('1', elapsed('dépôt')), { cap: '60' }), { dépôt: '15/05/2018' }, '60'),
    of('-50 floored at -30', criterion('c', rate('-10', persons), { floor: '-30' }), { personnes: 5 }, '-30'),
    of('a floor gives nothing to no month', criterion('c', rate('1', elapsed('dépôt')), { floor: '5' }), { dépôt: '15/03/2024' }, '0'),
    of('a floor holds from the first month on', criterion('c', rate('1', elapsed('dépôt')), { floor: '5' }), { dépôt: '15/02/2024' }, '5'),
    of('a cap below 0 takes nothing from no month', criterion('c', rate('-10', elapsed('dépôt')), { cap: '-30' }), { dépôt: '15/03/2024' }, '0'),
    of('a cap below 0 holds from the first month on', criterion('c', rate('-10', elapsed('dépôt')), { cap: '-30' }), { dépôt: '15/02/2024' }, '-30'),
    // From one person, capped at -5, to twenty, -60; sans objet: 0.
    of('bounds of a malus with a cap', criterion('c', rate('-3', persons), { cap: '-5' }), {}, '[-60, 0] sans personnes'),
    // A floor above what each unit costs: 2 as soon as there is one, 0 without.
    of('bounds of a malus with a floor above 0', criterion('c', rate('-3', persons), { floor: '2' }), {}, '[0, 2] sans personnes'),
    of('a floor does not hold when the condition is not met', criterion('c', flat('1'), { floor: '5', condition: fact('dalo') }), { dalo: 'non' }, '0'),
    of('unknown condition and floor: 0 or at least 5', criterion('c', flat('1'), { floor: '5', condition: fact('dalo') }), {}, '[0, 5] sans dalo'),

    // --- computed subjects
    // 400 € / 1 000 € = 40 %: 8 points.
    of(
        'effort 40 %',
        criterion('c', { ...EFFORT, kind: 'tiers', subject: derived('effort', RATIO) } as typeof EFFORT),
        { statut: 'locataire', loyer: 40000, ressources: 100000 },
        '8',
    ),
    of(
        'sans objet for an owner, whatever the rent',
        criterion('c', { ...EFFORT, subject: derived('effort', RATIO) } as typeof EFFORT),
        { statut: 'propriétaire' },
        '0',
    ),
    of(
        'a division by zero is never a value',
        criterion('c', { ...EFFORT, subject: derived('effort', RATIO) } as typeof EFFORT),
        { statut: 'locataire', loyer: 40000, ressources: 0 },
        '[0, 15] sans ressources',
    ),
    of(
        'several missing operands are all named',
        criterion('c', { ...EFFORT, subject: derived('effort', RATIO) } as typeof EFFORT),
        { statut: 'locataire' },
        '[0, 15] sans loyer ressources',
    ),
    of(
        'an unknown status: 40 % and 8 points, or sans objet and 0',
        criterion('c', { ...EFFORT, subject: derived('effort', RATIO) } as typeof EFFORT),
        { loyer: 40000, ressources: 100000 },
        '[0, 8] sans statut',
    ),
    of('a choice between equal values is known', criterion('c', rate('2', choose(fact('dalo'), number('3'), number('3')))), {}, '6'),
    of(
        'a choice between 3 and 4 units at 2 points: 6 to 8, or 0 if sans objet',
        criterion('c', rate('2', choose(fact('dalo'), number('3'), number('4')))),
        {},
        '[0, 8] sans dalo',
    ),
    of(
        'a selon that gives a value: 3 units for two persons',
        criterion('c', rate('2', select(persons, [gives(upTo('2'), number('3'))]))),
        { personnes: 2 },
        '6',
    ),
    of(
        'a selon that gives no value for 5 persons leaves it missing',
        criterion('c', rate('2', select(persons, [gives(upTo('2'), number('3'))])), { cap: '10' }),
        { personnes: 5 },
        '[0, 10] sans personnes',
    ),
];

describe('points of a criterion', () => {
    it.each(CASES)('$why', ({ item, facts, note }) => {
        expect(noteOf(PARTS, [item], facts)).toBe(note);
    });

    it('has as many cases as it says', () => {
        expect(CASES).toHaveLength(68);
    });
});
