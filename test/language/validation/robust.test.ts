import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileSources, createSourceParser } from '@bareme/language';
import { printPolicy } from '@bareme/language/printing';
import { arbitraryPolicy } from '../properties/arbitrary-policy.js';
import { runs } from '../properties/draw.js';
import { criteriaText, messages } from './build.js';

const parser = createSourceParser();
const HUGE = '999999999999999999999999999999';

describe('checks on any policy', () => {
    it('random policies are checked without a throw', () => {
        fc.assert(
            fc.property(arbitraryPolicy, (policy) => {
                expect(() => compileSources([{ path: 'a.bareme', text: printPolicy(policy) }], parser)).not.toThrow();
            }),
            runs(80),
        );
    });

    it.each([
        `critère essentiel : 1 point si ancienneté au moins ${HUGE} mois`,
        `critère essentiel : 1 point si ancienneté au moins ${HUGE} jours ou depuis entrée_hébergement plus de ${HUGE} ans`,
        `critère essentiel : selon ancienneté { moins de ${HUGE} ans : 1 point ; sinon : 2 points ; non renseigné : à compléter }`,
        `critère essentiel : selon ressources { moins de ${HUGE} € par mois : 1 point ; sinon : 2 points ; non renseigné : à compléter }`,
        `critère essentiel : 1 point si arrondi inférieur (personnes / 3 ; ${HUGE} décimales) = 1`,
        `critère essentiel : 1 point si ressources = ${HUGE} € par mois`,
        `rubrique longue, un seul { critère premier : ${HUGE} points si ancienneté au moins ${HUGE} mois critère second : 1 point par ${'enfants'} au-delà de ${HUGE} }`,
        `critère essentiel : 1 point par refus sur les ${HUGE} derniers mois`,
    ])('%s', (criteria) => {
        expect(() => messages(criteriaText(criteria))).not.toThrow();
    });
});
