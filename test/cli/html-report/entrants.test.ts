import { describe, expect, it } from 'vitest';
import type { EntrantsOutcome, ReplayReport } from '@bareme/language/replay';
import { publishShares } from '../../../cli/src/html-report/figures/shares.js';
import { entrantsBy, entrantsGroup, sampleEntrants } from '../fixtures/entrants.js';
import { sampleReport } from '../fixtures/report.js';
import { sectionOf, textOf } from './read-section.js';

const saidIn = (id: string, report: ReplayReport): string => textOf(sectionOf(id, report));

const text = (change: Partial<EntrantsOutcome> = {}): string => saidIn('entrants', sampleReport({ entrants: { ...sampleEntrants(), ...change } }));

describe('those who enter, those who occupy', () => {
    it('are told class by class, with the denominators, small counts kept back with those that would give them away', () => {
        // To the ten: 48, 22 and 12 are 50, 20 and 10. Of 60 under each rule set: 6 is kept back, and 24. Of 50 in the record: 8, and 20.
        const rules = (share: string) => `${share} ${share} ${share}`;
        expect(text()).toContain(`1 40 % (40) ${rules('50 % (30)')} masqué 2 50 % (50) ${rules('masqué')} 40 % (20) 3 10 % (10) ${rules('masqué')} masqué`);
        expect(text()).toContain('Au dénominateur 100 60 60 60 50');
    });

    it('of those who are known; where from 1 to 10 are not, these stay in the denominator', () => {
        const rules = (share: string) => `${share} ${share} ${share}`;
        // 80 of 100 occupants are known, 48 of 60 entrants, told as 50; the 4 of the record that are not are among its 50, and kept back with 11 others.
        expect(text()).toContain(
            [
                `au plus 900 € par mois 25 % (20) ${rules('20 % (10)')} masqué`,
                `de plus de 900 € par mois à 1 200 € par mois 25 % (20) ${rules('20 % (10)')} 20 % (10)`,
                `de plus de 1 200 € par mois à 1 800 € par mois 25 % (20) ${rules('20 % (10)')} 20 % (10)`,
                `plus de 1 800 € par mois 25 % (20) ${rules('20 % (10)')} 20 % (10)`,
                'Inconnu 20 10 10 10 masqué',
                'Au dénominateur 80 50 50 50 50',
            ].join(' '),
        );
    });

    it('show what a household has or not in one table, and nothing of what cannot be told', () => {
        // Of « Rue », 5 occupants are not known: they are kept back, with the 15 who are.
        expect(text()).toContain('Handicap 30 % (30 sur 100) 16,7 % (10 sur 60) 16,7 % (10 sur 60) 16,7 % (10 sur 60) 20 % (10 sur 50) Les effectifs');
        expect(text()).not.toContain('Rue');
    });

    it('come by what differs most: ten points for the size, three for the resources', () => {
        expect(text().indexOf('Personnes à loger')).toBeLessThan(text().indexOf('Ressources'));
    });

    it('name the characteristics that are not shown, and those that cannot be compared', () => {
        const facts = [1, 2, 3, 4, 5, 6, 7].map((gap) =>
            entrantsBy(`f${gap}`, `Fait ${gap}`, [entrantsGroup('a', [50, 30 + gap, 25]), entrantsGroup('b', [50, 30 - gap, 25])]),
        );
        const told = text({ breakdowns: facts, notInDemands: ['Retraité'] });
        expect(told).toContain('L’écart est moindre, et les effectifs sont dans rapport-interne.json, pour : Fait 1.');
        expect(told).toContain('Le fichier des demandes ne porte pas : Retraité. Aucune comparaison n’est faite sur ces points.');
    });

    it('say why nothing is compared', () => {
        expect(text({ occupants: 0 })).toContain('Le fichier des occupants ne compte aucun ménage');
        expect(text({ breakdowns: [] })).toContain('ne porte aucun fait par lequel comparer');
        const small = entrantsBy('f', 'Fait', [entrantsGroup('a', [5, 5, 5]), entrantsGroup('b', [5, 5, 5])]);
        expect(text({ breakdowns: [small] })).toContain('Les effectifs sont trop petits');
    });

    it('are named among what the report does not say when the file of occupants was not given', () => {
        const missing = 'le fichier des occupants n’a pas été donné';
        const report = sampleReport({ entrants: undefined });
        expect(saidIn('entrants', report)).toBe('');
        expect(saidIn('limites', report)).toContain(missing);
        expect(saidIn('limites', sampleReport({ entrants: sampleEntrants() }))).not.toContain(missing);
        // Where nobody is housed there is nobody to compare, whatever the files.
        expect(saidIn('limites', sampleReport({ entrants: undefined, mode: 'constants' }))).not.toContain(missing);
    });
});

describe('shares', () => {
    it('are of all where nobody is known, or few are', () => {
        expect(publishShares([0, 0, 30], 2)).toEqual({ whole: 0, counts: [0, 0, 30] });
        expect(publishShares([6, 0, 30], 2)).toEqual({ whole: 36, counts: ['masked', 'masked', 'masked'] });
    });

    it('are of those known where those who are not may be told', () => {
        expect(publishShares([20, 40, 11], 2)).toEqual({ whole: 60, counts: [20, 40, 11] });
        expect(publishShares([11, 20, 40], 0)).toEqual({ whole: 60, counts: [11, 20, 40] });
        expect(publishShares([20, 40], -1)).toEqual({ whole: 60, counts: [20, 40] });
    });
});
