import { describe, expect, it } from 'vitest';
import { triesAssumptions, type Comparison, type ReplayReport, type ShiftedReplay } from '../../../language/src/replay/index.js';
import { day, lease, outcome, reportOf } from './build.js';
import { sensitivityStatements } from '../../../language/src/telling/tell-sensitivity.js';

const comparison = (ruleSet: string, onlyOther: number): Comparison => ({
    ruleSet,
    baseline: 'en-vigueur',
    housedBoth: 100,
    onlyBaseline: onlyOther,
    onlyOther,
    neither: 0,
    sooner: 0,
    later: 0,
    sameDay: 100,
    firstChanged: 0,
    causes: [],
    groups: [],
});

const Q1 = outcome('q1_hors_qpv', 'en-vigueur', { year: 2024, verdict: 'met' });

const shift = (
    assumption: ShiftedReplay['assumption'],
    value: string,
    { moved, verdict = 'met' }: { readonly moved: number; readonly verdict?: 'met' | 'missed' },
): ShiftedReplay => ({
    assumption,
    value,
    objectives: [{ ...Q1, verdict }],
    comparisons: [{ ruleSet: 'x', firstChanged: 0, onlyBaseline: moved, onlyOther: moved }],
});

const report = (sensitivity: readonly ShiftedReplay[] | undefined, more: Partial<ReplayReport> = {}): ReplayReport =>
    reportOf([lease('en-vigueur', day(2024, 6, 1)), lease('x', day(2024, 6, 1))], {
        objectives: [Q1],
        comparisons: [comparison('x', 275)],
        ...(sensitivity === undefined ? {} : { sensitivity }),
        ...more,
    });

const lines = (of: ReplayReport): readonly string[] =>
    sensitivityStatements({ report: of, ruleSets: [], words: { dwelling: (_fact, word) => word } }).map(({ severity, text }) =>
        `${severity}: ${text}`.replace(/[\u00a0\u202f]/g, ' '),
    );

describe('what the conclusions hang on', () => {
    it('one line for each assumption moved: leases from the least to the greatest, declared value included, and results that change', () => {
        const told = lines(
            report([
                shift('acceptance', '2/5', { moved: 260 }),
                shift('acceptance', '3/5', { moved: 270, verdict: 'missed' }),
                shift('monthlyExit', '1/25', { moved: 290 }),
            ]),
        );
        expect(told).toEqual([
            'doubt: Propositions acceptées à 40 % ou 60 % : baux qui changent de ménage, « Variante x » de 260 à 275 baux ; 1 résultat change (« Premier quartile hors quartier prioritaire »).',
            'plain: Sorties sans relogement, par mois à 4 % : baux qui changent de ménage, « Variante x » de 275 à 290 baux ; aucun résultat d’objectif ne change.',
        ]);
    });

    it('a result of a year that has no verdict does not change', () => {
        const territory = { ...reportOf([]).territory, from: day(2024, 1, 1) };
        expect(lines(report([shift('followRate', '9/10', { moved: 275, verdict: 'missed' })], { territory }))).toEqual([
            'plain: Rangs suivis à 90 % : baux qui changent de ménage, « Variante x » 275 baux ; aucun résultat d’objectif ne change.',
        ]);
    });

    it('no count of fewer than 11 households', () => {
        const few = report([shift('acceptance', '2/5', { moved: 14 })], { comparisons: [comparison('x', 4)] });
        expect(lines(few)[0]).toContain('« Variante x » jusqu’à 14 baux ;');
        expect(lines(report([shift('acceptance', '2/5', { moved: 9 })], { comparisons: [comparison('x', 4)] }))[0]).toContain('moins de 11 baux ;');
    });

    it('not tried is said', () => {
        expect(lines(report(undefined))).toEqual(['plain: Sensibilité aux hypothèses (acceptation, classement suivi, sorties) : non essayée.']);
        expect(lines(report(undefined, { mode: 'constat' }))).toEqual([]);
    });

    it('is tried unasked by size alone', () => {
        const table = (rows: number) => ({ rows }) as never;
        const size = (demands: number, dwellings: number, ruleSets: number): boolean =>
            triesAssumptions({
                mode: 'vivier',
                territory: { demands: table(demands), dwellings: table(dwellings) } as never,
                ruleSets: Array(ruleSets).fill({}) as never,
            });
        expect([size(5_000, 1_000, 2), size(5_000, 1_000, 3)]).toEqual([true, false]);
    });
});
