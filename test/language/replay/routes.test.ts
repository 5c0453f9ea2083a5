import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../language/src/ir/expression.js';
import { CODE, fact, test, word } from '../engine/build.js';
import { baseline, demand, dwelling, housings, objective, route, rowOf, run, version } from './build.js';

const way = (name: string): Expression => test(fact('voie', CODE, 'logement'), '=', word(name));
const SALE = route('vente', way('vente'), { withdrawn: true, inFlux: false });
const REHOUSING = route('relogement', way('relogé'), { inFlux: false, ranked: false, commission: false });
/** « ancien » has waited longest: it is first wherever the ranking decides. */
const DEMANDS = [demand('ancien', { dépôt: '01/01/2020' }), demand('relogé', { dépôt: '01/01/2024' })];

describe('a route of the matrix (replay.md, step 1)', () => {
    it('withdraws a dwelling from the supply: nobody is housed in it, and it counts as no letting', () => {
        const report = run({ demands: DEMANDS, dwellings: [dwelling('l1', { voie: 'vente' })], ruleSets: [baseline(version({ routes: [SALE] }))] });
        expect(rowOf(report, 'l1')).toMatchObject({ end: 'outside', route: 'vente', flags: ['withdrawn'], pool: 0 });
        expect(report.volumes.leases).toEqual([{ ruleSet: 'référence', signed: 0, withoutTaker: 0, withoutCandidate: 0, outside: 1, notEvaluated: 0 }]);
    });

    it('outside the ranking, houses the household of the record, who is then in no pool', () => {
        const dwellings = [
            dwelling('l1', { voie: 'relogé', attributaire: 'relogé' }),
            dwelling('l2', { libération: '10/03/2024' }),
            dwelling('l3', { libération: '11/03/2024' }),
        ];
        const report = run({ demands: DEMANDS, dwellings, ruleSets: [baseline(version({ routes: [REHOUSING] }))] });
        expect(housings(report)).toEqual({ l1: 'relogé', l2: 'ancien', l3: '' });
        expect(rowOf(report, 'l1')).toMatchObject({ end: 'leased', decidedBy: 'route', route: 'relogement', first: undefined, examined: 0 });
    });

    it('gives the dwelling back to the ranking when the run has housed that household already', () => {
        const dwellings = [dwelling('l1'), dwelling('l2', { libération: '10/03/2024', voie: 'relogé', attributaire: 'ancien' })];
        const report = run({ demands: DEMANDS, dwellings, ruleSets: [baseline(version({ routes: [REHOUSING] }))] });
        expect(housings(report)).toEqual({ l1: 'ancien', l2: 'relogé' });
        expect(rowOf(report, 'l2').flags).toContain('imposed-already-housed');
    });

    it('leaves out of the run a dwelling let to a household that the data do not know', () => {
        const report = run({
            demands: DEMANDS,
            dwellings: [dwelling('l1', { voie: 'relogé', attributaire: 'inconnu' })],
            ruleSets: [baseline(version({ routes: [REHOUSING] }))],
        });
        expect(rowOf(report, 'l1')).toMatchObject({ end: 'outside', flags: ['imposed-unknown'] });
    });

    it('is the first whose condition holds; one that is unknown takes nobody and is told', () => {
        const first = route('première', way('relogé'), { ranked: true });
        const rules = version({ routes: [first, REHOUSING] });
        const dwellings = [dwelling('l1', { voie: 'relogé', attributaire: 'relogé' }), dwelling('l2', { libération: '10/03/2024' })];
        const report = run({ demands: DEMANDS, dwellings, ruleSets: [baseline(rules)] });
        expect(rowOf(report, 'l1')).toMatchObject({ route: 'première', housed: 'ancien' });
        expect(rowOf(report, 'l2')).toMatchObject({ route: undefined, flags: ['route-unknown', 'few-candidates'] });
    });

    it('reads the household that the record houses', () => {
        const rules = version({ routes: [route('prioritaires', fact('prioritaire'), { ranked: false })] });
        const demands = [demand('ancien', { dépôt: '01/01/2020' }), demand('dalo', { prioritaire: 'oui' })];
        const dwellings = [dwelling('l1', { attributaire: 'dalo' }), dwelling('l2', { attributaire: 'ancien', libération: '10/03/2024' })];
        expect(housings(run({ demands, dwellings, ruleSets: [baseline(rules)] }))).toEqual({ l1: 'dalo', l2: 'ancien' });
    });
});

describe('what a route counts in (T18)', () => {
    const PRIORITY = objective('prioritaires', '1/4', fact('prioritaire'));
    const demands = [demand('a', { dépôt: '01/01/2020' }), demand('b', { dépôt: '01/01/2021' }), demand('c'), demand('d')];
    const dwellings = ['01/03/2024', '02/03/2024', '03/03/2024', '04/03/2024'].map((day, place) =>
        dwelling(`l${place}`, { libération: day, voie: place === 0 ? 'relogé' : 'o', attributaire: place === 0 ? 'd' : '?' }),
    );
    const measured = (effects: Parameters<typeof route>[2]) =>
        run({ demands, dwellings, ruleSets: [baseline(version({ objectives: [PRIORITY], routes: [{ ...REHOUSING, ...effects }] }))] }).objectives.filter(
            ({ ruleSet }) => ruleSet === 'référence',
        );

    it.each([
        // Nobody is prioritaire: 0 of 4 leases.
        [{}, 0, 4, 'missed'],
        // The relogé counts, whoever they are: 1 of 4, which is 25 %.
        [{ countsIn: ['prioritaires'] }, 1, 4, 'met'],
        // Left out of the base: 0 of 3.
        [{ leftOutOf: ['prioritaires'] }, 0, 3, 'missed'],
        [{ measured: false }, 0, 3, 'missed'],
    ] as const)('%j: %i of %i, %s', (effects, numerator, denominator, verdict) => {
        expect(measured(effects)).toMatchObject([{ numerator, denominator, verdict }]);
    });
});
