import { describe, expect, it } from 'vitest';
import type { ObjectiveOutcome } from '@bareme/language/replay';
import { publishedNumerators } from '../../../cli/src/html-report/figures/objective-parts.js';
import { boundText, objectiveTitle } from '../../../cli/src/html-report/figures/objective-words.js';
import { sampleReport } from '../fixtures/report.js';

const [WHOLE] = sampleReport().objectives as [ObjectiveOutcome];
const part = (value: string | undefined, numerator: number, denominator: number, ruleSet = 'a'): ObjectiveOutcome => ({
    ...WHOLE,
    ruleSet,
    by: { fact: 'bailleur', ...(value === undefined ? {} : { value }) },
    numerator,
    denominator,
});
const published = (...outcomes: readonly ObjectiveOutcome[]) => {
    const found = publishedNumerators(outcomes);
    return outcomes.map((outcome) => found.get(outcome));
};

describe('the parts of an objective on a page', () => {
    it('a small part is kept back with the next smallest, or the whole would give it away', () => {
        expect(published(part('a', 60, 100), part('b', 30, 80), part('c', 4, 40))).toEqual([60, 'masked', 'masked']);
    });

    it('few households that miss the target tell as much: 38 of 40', () => {
        expect(published(part('a', 60, 100), part('b', 30, 80), part('c', 38, 40))).toEqual([60, 'masked', 'masked']);
    });

    it('each rule set by itself', () => {
        expect(published(part('a', 60, 100), part('b', 30, 80), part('a', 4, 40, 'b'), part('b', 5, 40, 'b'))).toEqual([60, 30, 'masked', 'masked']);
    });

    it('an objective of the whole territory is not a part', () => {
        expect(published({ ...WHOLE, numerator: 4 })).toEqual([undefined]);
    });
});

describe('what an objective is called', () => {
    it.each([
        [WHOLE, 'Premier quartile hors QPV', 'au moins 25 %'],
        [{ ...WHOLE, year: 2024 }, 'Premier quartile hors QPV (baux de 2024)', 'au moins 25 %'],
        [part('logis_du_val', 1, 2), 'Premier quartile hors QPV, bailleur logis_du_val', 'au moins 25 %'],
        [part(undefined, 1, 2), 'Premier quartile hors QPV, bailleur non renseigné', 'au moins 25 %'],
        [{ ...WHOLE, months: 12 }, 'Premier quartile hors QPV (12 derniers mois)', 'au moins 25 %'],
        [{ ...WHOLE, counted: 'leases', threshold: '40', sense: 'at-most' }, 'Premier quartile hors QPV', 'au plus 40 baux'],
    ] as const)('%#', (outcome, title, bound) => {
        expect([objectiveTitle(outcome), boundText(outcome)]).toEqual([title, bound]);
    });
});
