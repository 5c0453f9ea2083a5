import { describe, expect, it } from 'vitest';
import { compileSources } from '@bareme/language';
import { criteriaText, findings, policyText, VOCABULARY } from './build.js';

const grid = (options: string, criteria: string): string => policyText(`cotation c "C", cumulables { rubrique r "R", ${options} {\n${criteria}\n} }`);

describe('points that a rubrique can reach', () => {
    it.each([
        // 5 + 5 = 10 at most: 20 is never reached, 9 is.
        ['cumulables, plafonnée à 20 points', ['critère ca : 5 points si mutation', 'critère cb : 5 points si handicap'], [['BAR426', 'r']]],
        ['cumulables, plafonnée à 9 points', ['critère ca : 5 points si mutation', 'critère cb : 5 points si handicap'], []],
        ['cumulables, plafonnée à 10 points', ['critère ca : 5 points si mutation', 'critère cb : 5 points si handicap'], []],
        // The best of them: 5 at most.
        ['le plus favorable, plafonnée à 9 points', ['critère ca : 5 points si mutation', 'critère cb : 5 points si handicap'], [['BAR426', 'r']]],
        // A point a child, ten children at most: 10, and 20 once doubled.
        ['cumulables, plafonnée à 15 points', ['critère ca : 1 point par enfants'], [['BAR426', 'r']]],
        ['cumulables, majorée de 100 %, arrondie inférieur, plafonnée à 15 points', ['critère ca : 1 point par enfants'], []],
        // Months have no end: the cap may serve.
        ['cumulables, plafonnée à 60 points', ['critère ca : 1 point par mois révolu depuis dépôt'], []],
        // -5 at least: a floor of -10 never serves, one of -4 does.
        ['cumulables, plancher -10 points', ['critère ca : -5 points si mutation'], [['BAR426', 'r']]],
        ['cumulables, plancher -4 points', ['critère ca : -5 points si mutation'], []],
    ])('%s', (options, criteria, expected) => {
        expect(findings(grid(options, criteria.join('\n')))).toEqual(expected);
    });

    it.each([
        ['critère ⟦nul⟧ : 0 point si mutation', [['BAR424', 'nul']]],
        ['critère nul : 5 points si mutation, plafonné à 0 points', [['BAR424', 'nul']]],
        ['critère nul selon enfants { moins de 3 : 0 point ; à partir de 3 : 0 point ; non renseigné : 0 point }', [['BAR424', 'nul']]],
        ['critère utile : 1 point si mutation', []],
        ['critère malus : -1 point si mutation', []],
        // Limits of a criterion, from its first unit on: no child costs nothing, one 10, ten 100.
        ['critère ⟦malus⟧ : -10 points par enfants, plafonné à -30 points', [['BAR490', 'malus']]],
        ['critère malus : -10 points par enfants, plafonné à -10 points', []],
        ['critère malus : -10 points par enfants, plancher -30 points', []],
        ['critère ⟦malus⟧ : -10 points par enfants, plancher -200 points', [['BAR426', 'malus']]],
        ['critère ⟦malus⟧ : -10 points par enfants, plafonné à 30 points', [['BAR426', 'malus']]],
        ['critère ⟦bonus⟧ : 1 point par enfants, plancher 20 points', [['BAR490', 'bonus']]],
        ['critère bonus : 1 point par enfants, plancher 5 points', []],
        ['critère bonus : 1 point par mois révolu depuis dépôt, plafonné à 60 points', []],
        ['critère ⟦bonus⟧ : 5 points si mutation, plafonné à 8 points', [['BAR426', 'bonus']]],
    ])('%s', (criterion, expected) => {
        expect(findings(criteriaText(criterion.replace(/[⟦⟧]/g, '')))).toEqual(expected);
    });
});

describe('names that nothing reads', () => {
    const codes = (...texts: readonly string[]): readonly string[] => {
        const sources = [VOCABULARY, ...texts].map((text, index) => ({ path: `${index}.bareme`, text }));
        return compileSources(sources).diagnostics.map(({ code, message }) => `${code} ${message}`);
    };
    const policy = (own: string, condition: string): string => policyText(`${own}\ncotation c { critère ca : 1 point si ${condition} }`);

    it('are told of lists, tables and deduced facts of the policy itself', () => {
        expect(codes(policy('liste villes { 99001 }', 'mutation'))).toEqual(['BAR425 Aucune règle ne lit « villes » (liste).']);
        expect(codes(policy('déduit loin : oui/non = non mutation', 'mutation'))).toEqual(['BAR425 Aucune règle ne lit « loin » (fait).']);
        expect(codes(policy('liste villes { 99001 }', 'commune_emploi parmi villes'))).toEqual([]);
        expect(codes(policy('déduit loin : oui/non = non mutation\ndéduit plus_loin : oui/non = loin', 'plus_loin'))).toEqual([]);
    });

    it('are read when a variant alone reads them', () => {
        const variant = 'barème 1\nvariante v de p version "1" { remplace critère ca par critère ca : 1 point si commune_emploi parmi villes }';
        expect(codes(policy('liste villes { 99001 }', 'mutation'), variant)).toEqual([]);
    });
});
