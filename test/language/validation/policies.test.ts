import { describe, expect, it } from 'vitest';
import { compiled, criteriaText, findings, messages, policyText } from './build.js';

describe('a policy', () => {
    it('has a cotation and a ranking', () => {
        const text = 'barème 1\npolitique nue "Nue" version "1"\n  en vigueur du 01/01/2024\n  utilise essai\n';
        expect(findings(text)).toEqual([
            ['BAR406', 'nue'],
            ['BAR409', 'nue'],
        ]);
    });

    it('nothing is concluded from what is absent when something could not be read', () => {
        const text = criteriaText('critère essentiel : 1 point si inconnu\ncritère autre : 1 point exclusif de critère essentiel');
        expect(findings(text)).toEqual([['BAR201', 'inconnu']]);
    });

    it.each([
        ['critère premier : 1 point exclusif de critère second\ncritère second : 2 points', []],
        ['critère premier : 1 point exclusif de critère secnd\ncritère second : 2 points', [['BAR418', 'secnd']]],
        ['critère premier : 1 point exclusif de critère premier\ncritère second : 2 points', [['BAR418', 'premier']]],
        ['critère premier : 1 point si mutation\ncritère second : 1 point si mutation', [['BAR420', 'second']]],
        ['critère premier : 1 point si mutation\ncritère second : 2 points si mutation', []],
        ['critère premier : 1 point si mutation\nrubrique autre { critère second : 1 point si mutation }', []],
        ['critère premier : 1 point si personnes plus de 20', [['BAR416', 'personnes plus de 20']]],
        ['critère premier : 1 point si contrat est cdi et contrat est cdd', [['BAR416', 'contrat est cdi et contrat est cdd']]],
        ['critère premier : 1 point si situations contient sans_abri et situations contient locataire', []],
        ['critère premier : 1 point si mutation et (non mutation ou personnes moins de 1)', [['BAR416', 'mutation et (non mutation ou personnes moins de 1)']]],
    ])('%s', (criteria, expected) => {
        expect(findings(criteriaText(criteria))).toEqual(expected);
    });

    it.each([
        ['trajectoire { 2024 : 20 % ; 2025 : 22 % ; 2026 : 25 % }', []],
        [
            'trajectoire { 2024 : 20 % ; 2024 : 22 % }',
            ['BAR332 « 2024 : 22 % » vient après « 2024 : 20 % » : cela se dit une fois, et l’une des deux serait ignorée.'],
        ],
        ['trajectoire { 2025 : 20 % ; 2024 : 22 % }', ['BAR419 La trajectoire de « part_qpv » cite 2025 avant 2024.']],
    ])('objective with %s', (trajectory, expected) => {
        expect(
            messages(
                criteriaText('critère essentiel : 1 point').replace(
                    'classement',
                    `objectif part_qpv : au moins 25 % des baux signés hors qpv vers mutation ${trajectory}\nclassement`,
                ),
            ),
        ).toEqual(expected);
    });

    it.each([
        ['exclusion trop : si personnes plus de 19, motif "m" réf "r"\nexclusion encore : si personnes plus de 19, motif "m" réf "r"', [['BAR420', 'encore']]],
        ['exclusion trop : si personnes plus de 19, motif "m" réf "r"\nexclusion encore : si personnes plus de 19 à la date du bail, motif "m" réf "r"', []],
        ['exclusion jamais : si mutation et non mutation, motif "m" réf "r"', [['BAR416', 'mutation et non mutation']]],
    ])('%s', (rules, expected) => {
        expect(findings(policyText(`cotation grille { critère essentiel : 1 point }\n${rules}`))).toEqual(expected);
    });
});

describe('deduced facts', () => {
    const withDerived = (derived: string, condition = 'mutation'): string =>
        policyText(`${derived}\ncotation grille { critère essentiel : 1 point si ${condition} }`);

    it.each([
        ['déduit un : entier = deux + 1\ndéduit deux : entier = trois\ndéduit trois : entier = un', [['BAR209', 'un']], 'un → deux → trois → un'],
        ['déduit seul : oui/non = non seul', [['BAR209', 'seul']], 'seul → seul'],
        ['déduit part : ratio = loyer / ressources , sans objet si part plus de 50 %', [['BAR209', 'part']], 'part → part'],
    ])('%s', (derived, expected, chain) => {
        expect(findings(withDerived(derived))).toEqual(expected);
        expect(messages(withDerived(derived))[0]).toContain(chain);
    });

    it.each([
        ['déduit part : ratio = loyer / ressources', [['BAR414', 'ressources']]],
        ['déduit part : ratio = loyer / ressources , non renseigné si ressources = 0 € par mois', []],
        ['déduit part : ratio = loyer / ressources , sans objet si ressources moins de 1 € par mois', []],
        ['déduit part : ratio = loyer / ressources , sans objet si mutation', [['BAR414', 'ressources']]],
        ['déduit part : ratio = si ressources plus de 0 € par mois alors loyer / ressources sinon 100 %', []],
        ['déduit part : ratio = si ressources plus de 0 € par mois alors 100 % sinon loyer / ressources', [['BAR414', 'ressources']]],
        ['déduit part : décimal(2) = enfants / personnes', []],
        ['déduit part : décimal(2) = écart / personnes', []],
        ['déduit part : décimal(2) = personnes / écart', [['BAR414', 'écart']]],
        ['déduit part : décimal(2) = personnes / (écart + 6)', []],
        ['déduit part : décimal(2) = personnes / (personnes - personnes + 1)', []],
        ['déduit part : décimal(2) = selon enfants { 0 : 1 ; à partir de 1 : écart / enfants }', []],
    ])('%s', (derived, expected) => {
        expect(findings(withDerived(derived))).toEqual(expected);
    });

    it('a divisor in a rule', () => {
        expect(findings(withDerived('', 'loyer / ressources plus de 33 %'))).toEqual([['BAR414', 'ressources']]);
        expect(findings(withDerived('', 'ressources plus de 0 € par mois et loyer / ressources plus de 33 %'))).toEqual([]);
        expect(findings(withDerived('', 'ressources = 0 € par mois ou loyer / ressources plus de 33 %'))).toEqual([]);
    });
});

describe('parameters to confirm', () => {
    const vocabulary = `barème 1\nvocabulaire autre utilise essai { paramètre seuil : montant par mois à confirmer proposé 400 € par mois
        déduit pauvre : oui/non = reste moins de seuil }`;
    const text = (condition: string, confirmation = ''): string =>
        policyText(`${confirmation}\ncotation grille { critère essentiel : 1 point si ${condition} }`).replace('utilise essai', 'utilise autre');
    const codes = (policy: string): readonly string[] => compiled(vocabulary, policy).diagnostics.map(({ code, message }) => `${code} ${message}`);
    const asked = ['BAR314 « seuil » n’est fixé par aucun texte vérifié ici : la politique qui s’en sert doit le confirmer.'];

    it.each([
        ['mutation', '', []],
        ['reste moins de seuil', '', asked],
        ['pauvre', '', asked],
        ['pauvre et reste moins de seuil', '', asked],
        ['pauvre', 'confirme seuil : 450 € par mois', []],
    ])('%s %s', (condition, confirmation, expected) => {
        expect(codes(text(condition, confirmation))).toEqual(expected);
    });
});
