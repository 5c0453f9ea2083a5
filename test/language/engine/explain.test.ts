import { describe, expect, it } from 'vitest';
import { evaluateDemand, explainDemand, loadPolicy, type Trace } from '../../../language/src/engine/index.js';
import type { ScoringItem } from '../../../language/src/ir/scoring.js';
import {
    BOOLEAN,
    bonus,
    compute,
    criterion,
    DATE,
    declare,
    derive,
    derived,
    DURATION,
    duration,
    fact,
    flat,
    NUMBER,
    number,
    policy,
    rubric,
    scoring,
    since,
    test,
    type GroupOptions,
} from './build.js';
import { shownPoints, subjectOf, type Household } from './shown.js';

const PARTS = {
    facts: [...['a', 'b', 'c'].map((name) => declare(name, BOOLEAN)), declare('dépôt', DATE), declare('n', NUMBER)],
    derived: [derive('ancienneté', DURATION, since('dépôt')), derive('double', NUMBER, compute('*', fact('n', NUMBER), number('2')))],
};

/** `nom points→kept status`, indented by depth. */
function lines(trace: Trace): readonly string[] {
    return trace.lines.map(
        ({ path, name, points, kept, status }) => `${'  '.repeat(path.length)}${name} ${shownPoints(points)}→${shownPoints(kept)} ${status}`,
    );
}

function explained(
    items: readonly ScoringItem[],
    facts: Household,
    options: GroupOptions = {},
    proved: readonly string[] = [],
): ReturnType<typeof explainDemand> {
    return explainDemand(loadPolicy(policy({ ...PARTS, scorings: [scoring('grille', items, options)] })), subjectOf(facts, { proved }));
}

const best = rubric('r', [bonus('a', '5'), bonus('b', '20'), bonus('c', '20')], { combination: 'le plus favorable' });

const TRACES: readonly (readonly [why: string, items: readonly ScoringItem[], options: GroupOptions, facts: Household, trace: readonly string[]])[] = [
    [
        'the best of a rubric: the first written of the equals',
        [best],
        {},
        { a: 'oui', b: 'oui', c: 'oui' },
        ['r 20→20 given', '  c_a 5→0 set-aside', '  c_b 20→20 given', '  c_c 20→0 set-aside', 'grille 20→20 given'],
    ],
    [
        'not met, and a rubric cap',
        [rubric('r', [bonus('a', '5'), bonus('b', '20')], { cap: '12' })],
        {},
        { a: 'non', b: 'oui' },
        ['r 12→12 given', '  c_a 0→0 not-met', '  c_b 20→20 given', 'grille 12→12 given'],
    ],
    [
        'the cap of the total shows on the last line',
        [bonus('a', '5'), bonus('b', '20')],
        { cap: '20' },
        { a: 'oui', b: 'oui' },
        ['c_a 5→5 given', 'c_b 20→20 given', 'grille 25→20 set-aside'],
    ],
    [
        'unknown: perhaps kept',
        [best],
        {},
        { a: 'oui', b: '?', c: 'non' },
        ['r [5, 20]→[5, 20] unknown', '  c_a 5→[0, 5] unknown', '  c_b [0, 20]→[0, 20] unknown', '  c_c 0→0 not-met', 'grille [5, 20]→[5, 20] unknown'],
    ],
    [
        'exclusif de critère: points before, nothing kept',
        [bonus('a', '5', { exclusive: ['c_b'] }), bonus('b', '20')],
        {},
        { a: 'oui', b: 'oui' },
        ['c_a 5→5 given', 'c_b 20→0 set-aside', 'grille 5→5 given'],
    ],
    [
        'in order: the first that applies',
        [rubric('r', [bonus('a', '5'), bonus('b', '20')], { combination: "dans l'ordre" })],
        {},
        { a: 'oui', b: 'oui' },
        ['r 5→5 given', '  c_a 5→5 given', '  c_b 20→0 set-aside', 'grille 5→5 given'],
    ],
];

describe('traces', () => {
    it.each(TRACES)('%s', (_, items, options, facts, trace) => {
        expect(lines(explained(items, facts, options).traces.declared)).toEqual(trace);
    });

    it('says in the verified note what was not proved', () => {
        const { traces } = explained([bonus('a', '5', { proof: true }), bonus('b', '3')], { a: 'oui', b: 'non' });
        expect(lines(traces.declared)).toEqual(['c_a 5→5 given', 'c_b 0→0 not-met', 'grille 5→5 given']);
        expect(lines(traces.verified)).toEqual(['c_a 0→0 unproved', 'c_b 0→0 not-met', 'grille 0→0 given']);
    });

    it('shows the facts read and what was derived from them', () => {
        const item = criterion('c', flat('1'), { condition: test(derived('ancienneté', DURATION), '>', duration(36)) });
        const [line] = explained([item], { dépôt: '01/02/2021' }).traces.declared.lines;
        expect(line?.facts.map(({ name, owner, value }) => [name, owner, value])).toEqual([
            ['dépôt', 'demande', { kind: 'date', day: 18659 }],
            ['ancienneté', 'derived', { kind: 'duration', amount: 37, unit: 'mois' }],
        ]);
        expect(line?.text).toBe('c');
    });

    it('shows a derived number and a missing one', () => {
        const item = criterion('c', flat('1'), { condition: test(derived('double', NUMBER), '>', number('3')) });
        const facts = (n: Household): unknown => explained([item], n).traces.declared.lines[0]?.facts.map(({ value }) => value);
        expect(facts({ n: 2 })).toEqual([
            { kind: 'number', value: '2' },
            { kind: 'number', value: '4' },
        ]);
        expect(facts({})).toEqual([{ kind: 'missing' }, { kind: 'missing' }]);
    });

    it('gives the result that evaluateDemand gives', () => {
        const loaded = loadPolicy(policy({ ...PARTS, scorings: [scoring('grille', [best])] }));
        const subject = subjectOf({ a: 'oui' });
        expect(explainDemand(loaded, subject).result).toEqual(evaluateDemand(loaded, subject));
    });

    it('has no line without scoring', () => {
        const loaded = loadPolicy(policy({ ...PARTS, scorings: [scoring('grille', [best], { scope: fact('a') })] }));
        expect(explainDemand(loaded, subjectOf({ a: 'non' })).traces.declared.lines).toEqual([]);
    });
});
