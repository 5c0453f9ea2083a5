import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawsOf, pick, STREAMS } from '../../../../language/src/data/synthetic/draws.js';

describe('draws', () => {
    it('no two uses of chance share a stream', () => {
        const numbers = Object.values(STREAMS);
        expect(new Set(numbers).size).toBe(numbers.length);
    });

    it('depend on the seed, the subject, the use and the part alone', () => {
        fc.assert(
            fc.property(fc.nat(), fc.nat(), fc.integer({ min: 2, max: 1000 }), (seed, subject, n) => {
                const one = drawsOf(seed, subject);
                const other = drawsOf(seed, subject);
                other.below(7, STREAMS.age);
                other.weighted(
                    [
                        ['a', 1],
                        ['b', 2],
                    ],
                    STREAMS.job,
                    3,
                );
                expect(other.below(n, STREAMS.couple, 5)).toBe(one.below(n, STREAMS.couple, 5));
            }),
        );
    });

    it.each([
        [
            [1, 2, 3],
            [0, 1, 1, 2, 2, 2],
        ],
        [
            [0, 2, 0, 1],
            [1, 1, 3],
        ],
        [[5], [0, 0, 0, 0, 0]],
    ])('of weights %o fall as often as the weights say', (weights, expected) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        expect(Array.from({ length: total }, (_, drawn) => pick(weights, () => drawn))).toEqual(expected);
    });

    it('of no weight at all fall on the first, without a draw', () => {
        const never = (): number => {
            throw new Error('drawn');
        };
        expect([pick([0, 0], never), pick([], never)]).toEqual([0, 0]);
    });

    it('stay within their bounds, and reach both ends', () => {
        const drawn = Array.from({ length: 2000 }, (_, part) => drawsOf(1, 2).between(3, 7, STREAMS.age, part));
        expect([...new Set(drawn)].sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7]);
    });

    it('beyond 2^32 are spread over the whole range', () => {
        const range = 3 * 2 ** 40;
        const thirds = Array.from({ length: 3000 }, (_, part) => Math.floor(drawsOf(1, 3).below(range, STREAMS.age, part) / 2 ** 40));
        const counts = [0, 1, 2].map((third) => thirds.filter((drawn) => drawn === third).length);
        // A third each: 1000 ± 4 standard deviations (√(3000 × 1/3 × 2/3) ≈ 26).
        for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(104);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3000);
    });

    it('in bands take the bands by their weights and any integer of theirs', () => {
        const bands = [
            { low: 0, high: 1, weight: 3 },
            { low: 10, high: 10, weight: 1 },
        ];
        const drawn = Array.from({ length: 4000 }, (_, part) => drawsOf(9, 9).inBand(bands, STREAMS.resources, part));
        expect([...new Set(drawn)].sort((a, b) => a - b)).toEqual([0, 1, 10]);
        // A quarter on 10: 1000 ± 4 standard deviations (√(4000 × 3/16) ≈ 27).
        expect(Math.abs(drawn.filter((value) => value === 10).length - 1000)).toBeLessThan(110);
    });
});
