import { describe, expect, it } from 'vitest';
import { evaluateDemand, loadPolicy } from '../../../language/src/engine/index.js';
import type { Combination, ScoringItem } from '../../../language/src/ir/scoring.js';
import {
    at,
    BOOLEAN,
    bonus,
    byTier,
    criterion,
    declare,
    fact,
    flat,
    from,
    line,
    below,
    NUMBER,
    policy,
    rate,
    rubric,
    scoring,
    type GroupOptions,
} from './build.js';
import { noteOf, shown, subjectOf, type Household } from './shown.js';

const PARTS = { facts: [...['a', 'b', 'c', 'd'].map((name) => declare(name, BOOLEAN)), declare('n', NUMBER, { bounds: { low: '0', high: '10' } })] };

const a5 = bonus('a', '5');
const b20 = bonus('b', '20');
const c8 = bonus('c', '8');
const aMinus10 = bonus('a', '-10');
const bMinus3 = bonus('b', '-3');
const yes = (...names: string[]): Household => Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, names.includes(name) ? 'oui' : 'non']));
const open = (name: string, facts: Household): Household => ({ ...facts, [name]: '?' });

const GROUPS: readonly (readonly [combination: Combination, why: string, items: readonly ScoringItem[], facts: Household, note: string])[] = [
    // --- cumulables
    ['cumulables', 'all that apply: 5 + 20', [a5, b20, c8], yes('a', 'b'), '25'],
    ['cumulables', 'none: 0', [a5, b20], yes(), '0'],
    ['cumulables', 'an unknown one adds its own interval: 5 + [0, 20]', [a5, b20], open('b', yes('a')), '[5, 25] sans b'],
    ['cumulables', 'negative notes exist: 5 − 10', [bonus('b', '5'), aMinus10], yes('a', 'b'), '-5'],
    ['cumulables', 'lows and highs add up: [−10, 0] + [0, 20]', [aMinus10, b20], { a: '?', b: '?' }, '[-10, 20] sans a b'],

    // --- le plus favorable
    ['le plus favorable', 'the best of those that apply', [a5, b20, c8], yes('a', 'b', 'c'), '20'],
    ['le plus favorable', 'none: 0', [a5, b20], yes(), '0'],
    ['le plus favorable', 'a malus alone is a malus', [aMinus10, b20], yes('a'), '-10'],
    ['le plus favorable', 'the lesser of two malus', [aMinus10, bMinus3], yes('a', 'b'), '-3'],
    ['le plus favorable', 'a bonus covers a malus', [aMinus10, b20], yes('a', 'b'), '20'],
    ['le plus favorable', 'a sure 5 and perhaps 20', [a5, b20], open('b', yes('a')), '[5, 20] sans b'],
    ['le plus favorable', 'a sure 20: what cannot beat it is not asked', [a5, b20], open('a', yes('b')), '20'],
    ['le plus favorable', 'perhaps a malus, alone: −10 or 0', [aMinus10], { a: '?' }, '[-10, 0] sans a'],
    // If a: −10; if b: 20; if both: 20; if none: 0.
    ['le plus favorable', 'perhaps −10, perhaps 20', [aMinus10, b20], { a: '?', b: '?' }, '[-10, 20] sans a b'],
    ['le plus favorable', 'a sure malus and perhaps 5', [aMinus10, bonus('b', '5')], open('b', yes('a')), '[-10, 5] sans b'],

    // a cannot beat the sure 8: only b is asked.
    ['le plus favorable', 'only what may change the best is asked', [bonus('a', '8'), b20, c8], { a: '?', b: '?', c: 'oui' }, '[8, 20] sans b'],

    // --- un seul
    ['un seul', 'the one that applies', [a5, b20], yes('a'), '5'],
    ['un seul', 'two that apply: the most favourable', [a5, b20], yes('a', 'b'), '20'],
    ['un seul', 'none: 0', [a5, b20], yes(), '0'],

    // --- dans l'ordre
    ["dans l'ordre", 'the first that applies, not the best', [a5, b20], yes('a', 'b'), '5'],
    ["dans l'ordre", 'the second when the first does not', [a5, b20], yes('b'), '20'],
    ["dans l'ordre", 'a sure first: the others are not asked', [a5, b20], open('b', yes('a')), '5'],
    // a: 5; not a: b applies, 20.
    ["dans l'ordre", 'an unknown first, a sure second', [a5, b20, c8], open('a', yes('b')), '[5, 20] sans a'],
    // a: 5; not a and b: 20; neither: 8.
    ["dans l'ordre", 'two unknown before a sure one', [a5, b20, c8], { a: '?', b: '?', c: 'oui' }, '[5, 20] sans a b'],
    ["dans l'ordre", 'unknown and nothing sure after it: 0 or 5', [a5, b20], open('a', yes()), '[0, 5] sans a'],
    ["dans l'ordre", 'a malus first is kept', [aMinus10, b20], yes('a', 'b'), '-10'],
    // n = 0: nothing to count, the rate does not apply and the next one does.
    ["dans l'ordre", 'points by unit without a unit do not apply', [criterion('r', rate('3', fact('n', NUMBER))), b20], { ...yes('b'), n: 0 }, '20'],
    // A line that gives 0 has been written: it applies.
    [
        "dans l'ordre",
        'a line that gives 0 applies',
        [criterion('t', byTier(fact('n', NUMBER), line(below('5'), '0'), line(from('5'), '9'))), b20],
        { ...yes('b'), n: 1 },
        '0',
    ],
];

describe('combinations', () => {
    it.each(GROUPS)('%s: %s', (combination, _, items, facts, note) => {
        expect(noteOf(PARTS, items, facts, { combination })).toBe(note);
        expect(noteOf(PARTS, [rubric('r', items, { combination })], facts)).toBe(note);
    });

    it('un seul: two criteria that hold are an anomaly of their rubric', () => {
        const group = { ...rubric('logement_actuel', [a5, b20], { combination: 'un seul' }), at: at(7) } as const;
        const loaded = loadPolicy(policy({ ...PARTS, scorings: [scoring('grille', [group])] }));
        expect(evaluateDemand(loaded, subjectOf(yes('a', 'b'))).anomalies).toEqual([{ kind: 'two-criteria-hold', name: 'logement_actuel', at: at(7) }]);
        expect(evaluateDemand(loaded, subjectOf(yes('a'))).anomalies).toEqual([]);
        expect(evaluateDemand(loaded, subjectOf(open('b', yes('a')))).anomalies).toEqual([]);
    });
});

const fifth = (direction: 'inférieur' | 'supérieur' | 'proche'): GroupOptions => ({ increase: { percent: '1/5', direction } });

/** critère → combination → majoration, rounded → cap of the rubrique → cap of the total. */
const OPERATIONS: readonly (readonly [why: string, rubrics: readonly ScoringItem[], options: GroupOptions, facts: Household, note: string])[] = [
    // 8 × 6/5 = 48/5 = 9,6.
    ['majorée de 20 %, arrondie inférieur: 9,6 → 9', [rubric('r', [c8], fifth('inférieur'))], {}, yes('c'), '9'],
    ['majorée de 20 %, arrondie supérieur: 9,6 → 10', [rubric('r', [c8], fifth('supérieur'))], {}, yes('c'), '10'],
    ['majorée de 20 %, arrondie au plus proche: 9,6 → 10', [rubric('r', [c8], fifth('proche'))], {}, yes('c'), '10'],
    // −3 × 6/5 = −3,6: toward −∞ −4, toward +∞ −3.
    ['a malus is increased too: −3,6 → −4', [rubric('r', [bMinus3], fifth('inférieur'))], {}, yes('b'), '-4'],
    ['and rounded toward +∞: −3,6 → −3', [rubric('r', [bMinus3], fifth('supérieur'))], {}, yes('b'), '-3'],
    // (5 + 20) × 6/5 = 30, capped at 28: the cap comes after. Before it, min(25, 28) × 6/5 would be 30.
    ['the cap of the rubric comes after the increase', [rubric('r', [a5, b20], { ...fifth('inférieur'), cap: '28' })], {}, yes('a', 'b'), '28'],
    // Rounded once on the sum: (8 + 8) × 6/5 = 19,2 → 19, not 9 + 9.
    ['the increase bears on the combination', [rubric('r', [c8, bonus('d', '8')], fifth('inférieur'))], {}, yes('c', 'd'), '19'],
    ['the cap of a criterion comes first: 20 capped at 12, + 5', [rubric('r', [a5, bonus('b', '20', { cap: '12' })])], {}, yes('a', 'b'), '17'],
    // Rubric 25 → 15; + 8 = 23 → 20.
    ['the cap of the total comes last', [rubric('r', [a5, b20], { cap: '15' }), c8], { cap: '20' }, yes('a', 'b', 'c'), '20'],
    ['the floor of a rubric: −10 − 3 floored at −11', [rubric('r', [aMinus10, bMinus3], { floor: '-11' })], {}, yes('a', 'b'), '-11'],
    ['the floor of the total', [aMinus10, bMinus3], { floor: '0' }, yes('a', 'b'), '0'],
    [
        'rubrics inside rubrics: best of (5 + 20) and 8',
        [rubric('r', [rubric('s', [a5, b20]), c8], { combination: 'le plus favorable' })],
        {},
        yes('a', 'b', 'c'),
        '25',
    ],
    // Cap 20 reached by b alone: a does not matter.
    ['a cap reached makes the note known, whatever is missing', [a5, b20], { cap: '20' }, open('a', yes('b')), '20'],
    // [5, 25] × 6/5 = [6, 30], capped at 28.
    ['bounds go through increase and cap', [rubric('r', [a5, b20], { ...fifth('inférieur'), cap: '28' })], {}, open('b', yes('a')), '[6, 28] sans b'],
    ['a floor above 0 holds when nothing applies', [rubric('r', [a5], { floor: '2' })], {}, yes(), '2'],
];

describe('order of operations', () => {
    it.each(OPERATIONS)('%s', (_, rubrics, options, facts, note) => {
        expect(noteOf(PARTS, rubrics, facts, options)).toBe(note);
    });
});

const without = (name: string, points: string, ...exclusive: string[]): ScoringItem =>
    bonus(name, points, { exclusive: exclusive.map((other) => `c_${other}`) });

const EXCLUSIONS: readonly (readonly [why: string, items: readonly ScoringItem[], facts: Household, note: string])[] = [
    ['the excluded criterion gives 0', [without('a', '5', 'b'), b20], yes('a', 'b'), '5'],
    ['it gives its points when the other does not apply', [without('a', '5', 'b'), b20], yes('b'), '20'],
    ['across rubrics', [rubric('r', [without('a', '5', 'b')]), rubric('s', [b20, c8])], yes('a', 'b', 'c'), '13'],
    ['written after or before, the same', [b20, without('a', '5', 'b')], yes('a', 'b'), '5'],
    // a: 5 + 0; not a: 20.
    ['unknown: the excluded one is perhaps there; 20 alone or 5', [without('a', '5', 'b'), b20], open('a', yes('b')), '[5, 20] sans a'],
    // a sets b aside, so b no longer sets c aside: 5 + 8.
    ['one that is set aside sets nothing aside', [without('a', '5', 'b'), without('b', '20', 'c'), c8], yes('a', 'b', 'c'), '13'],
    ['each excludes the other: the first written', [without('a', '5', 'b'), without('b', '20', 'a')], yes('a', 'b'), '5'],
    ['an excluded malus', [without('a', '5', 'b'), bMinus3], yes('a', 'b'), '5'],
    // c is set aside: a alone is left in the best-of.
    ['exclusion comes before the combination', [without('d', '1', 'c'), rubric('r', [a5, c8], { combination: 'le plus favorable' })], yes('a', 'c', 'd'), '6'],
];

describe('exclusif de critère', () => {
    it.each(EXCLUSIONS)('%s', (_, items, facts, note) => {
        expect(noteOf(PARTS, items, facts)).toBe(note);
    });

    it('a criterion without condition excludes always', () => {
        expect(noteOf(PARTS, [criterion('x', flat('1'), { exclusive: ['c_b'] }), b20], yes('b'))).toBe('1');
    });

    it('the note of a scoring is that of its group', () => {
        const loaded = loadPolicy(policy({ ...PARTS, scorings: [scoring('grille', [a5, b20], { combination: 'le plus favorable' })] }));
        expect(shown(evaluateDemand(loaded, subjectOf(yes('a', 'b'))).declared)).toBe('20');
    });
});
