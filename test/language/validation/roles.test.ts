import { describe, expect, it } from 'vitest';
import { compileSources } from '@bareme/language';
import { findings, policyText } from './build.js';

const derived = (clause: string): string => policyText(`${clause}\ncotation c { critère ca : 1 point si mutation }`);
const vocabulary = (block: string): string => `barème 1\nvocabulaire autres { ${block} }`;

describe('roles', () => {
    it.each([
        ['déduit tard : oui/non rôle délai_dépassé = non mutation', []],
        ['déduit profil : oui/non rôle profil = non mutation', []],
        // A role of a declared fact is none of a deduced one.
        ['déduit tard : oui/non rôle reconnaissance = non mutation', [['BAR212', 'reconnaissance']]],
        ['déduit tard : oui/non rôle delai_depasse = non mutation', [['BAR212', 'delai_depasse']]],
        // The replay asks whether the delay is over: an amount cannot say it.
        ['déduit tard : montant par mois rôle délai_dépassé = ressources', [['BAR303', 'délai_dépassé']]],
        // The name stands before the role: the first of the two words is underlined.
        ['déduit tranche : montant par mois rôle profil = ressources', [['BAR303', 'profil']]],
        // Asked of a demand alone, what reads the dwelling is never known.
        ['déduit tard : oui/non rôle délai_dépassé = logement.qpv', [['BAR303', 'délai_dépassé']]],
        ['déduit ici : oui/non = logement.qpv\ndéduit tard : oui/non rôle délai_dépassé = ici ou mutation', [['BAR303', 'délai_dépassé']]],
    ])('%s', (clause, expected) => {
        expect(findings(derived(clause))).toEqual(expected);
    });

    it.each([
        ['demande { né : date rôle dépôt }', []],
        ['demande { né : date rôle libération }', [['BAR212', 'libération']]],
        ['demande { né : date rôle depot }', [['BAR212', 'depot']]],
        ['demande { tranche : oui/non rôle profil }', []],
        ['demande { tranche : montant par mois rôle profil }', [['BAR303', 'profil']]],
        ['demande { tranches : code plusieurs rôle profil }', [['BAR303', 'profil']]],
        ['énumération Sorte { une ; deux } demande { sortes : Sorte plusieurs rôle profil }', [['BAR303', 'profil']]],
        ['logement { libre : date rôle libération ; vu : date rôle examen }', []],
        ['logement { libre : date rôle dépôt }', [['BAR212', 'dépôt']]],
        ['candidature { place : entier rôle rang }', []],
        ['candidature { place : entier rôle place }', [['BAR212', 'place']]],
        ['demande { rejets : événements { jour : date rôle date ; juste : oui/non rôle légitime } }', []],
        ['demande { rejets : événements { jour : date rôle jour_du_refus } }', [['BAR212', 'jour_du_refus']]],
        ['membre { né : date rôle naissance }', []],
        ['membre { né : date rôle dépôt }', [['BAR212', 'dépôt']]],
    ])('%s', (block, expected) => {
        expect(findings(vocabulary(block)).filter(([code]) => code === 'BAR212' || code === 'BAR303')).toEqual(expected);
    });

    it('of a deduced fact make it read: nothing says that no rule reads it', () => {
        const sources = [
            { path: 'v.bareme', text: 'barème 1\nvocabulaire mots { demande { mutation : oui/non } }' },
            {
                path: 'p.bareme',
                text: [
                    'barème 1',
                    'politique p "p" version "1"',
                    '  en vigueur du 01/01/2024',
                    '  utilise mots',
                    'déduit tard : oui/non rôle délai_dépassé = non mutation',
                    'déduit autre : oui/non = non mutation',
                    'cotation c { critère ca : 1 point si mutation }',
                ].join('\n'),
            },
        ];
        const { project, diagnostics } = compileSources(sources);
        expect(diagnostics.filter(({ code }) => code === 'BAR425').map(({ message }) => message)).toEqual(['Aucune règle ne lit « autre » (fait).']);
        expect(project.policies[0]!.vocabulary.derived.map(({ name, role }) => [name, role])).toEqual([
            ['tard', 'délai_dépassé'],
            ['autre', undefined],
        ]);
    });
});
