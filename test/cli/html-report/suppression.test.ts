import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishColumn, type PublishedCount } from '../../../cli/src/html-report/figures/suppression.js';

describe('small counts are kept back', () => {
    const CASES: readonly (readonly [counts: readonly number[], published: readonly PublishedCount[], why: string])[] = [
        [[40, 30, 20], [40, 30, 20], 'nothing small: nothing masked'],
        [[40, 30, 0], [40, 30, 0], 'nobody is not somebody'],
        [[40, 30, 4], [40, 'masked', 'masked'], 'one small count: the next smallest goes with it, or 74 − 40 − 30 would tell it'],
        [[40, 8, 9], [40, 'masked', 'masked'], 'two small counts that add up to 17'],
        [[40, 5, 5], ['masked', 'masked', 'masked'], 'two that add up to 10 say too much: a third one goes'],
        [[40, 12, 4, 0], [40, 'masked', 'masked', 'masked'], 'the nobody is masked first, and is not enough'],
        [[3, 0], ['masked', 'masked'], 'nothing more to mask'],
        [[10], ['masked'], 'alone'],
        [[11], [11], 'eleven may be said'],
        [[], [], 'no group'],
    ];

    it.each(CASES)('%j → %j (%s)', (counts, published) => expect(publishColumn(counts)).toEqual(published));

    it('no masked count can be found from the total and the others, and none below 11 is shown', () => {
        fc.assert(
            fc.property(fc.array(fc.nat(60), { maxLength: 9 }), (counts) => {
                const published = publishColumn(counts);
                const masked = counts.filter((_, index) => published[index] === 'masked');
                published.forEach((count, index) => expect(count === 'masked' || (count === counts[index] && (count === 0 || count >= 11))).toBe(true));
                const sum = masked.reduce((total, count) => total + count, 0);
                if (masked.length > 0 && masked.length < counts.length) expect(masked.length >= 2 && sum >= 11).toBe(true);
            }),
            { seed: 11, numRuns: 3_000 },
        );
    });
});
