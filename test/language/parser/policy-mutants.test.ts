import { describe, expect, test } from 'vitest';
import { policyTexts } from '../../tools/policy-texts.js';
import { runs, TIME_LIMIT } from '../properties/draw.js';
import { numberedMutant, tryMutants } from './policy-mutants.js';

const { numRuns: COUNT, seed: SEED } = runs(4_000);

describe('mutants of the policies of the repository, through the document factory of the services', () => {
    test(
        'none throws, and the file read after each has its known representation',
        () => {
            const { tried, faulty, refused } = tryMutants({ texts: policyTexts(), seed: SEED, from: 0, count: COUNT });
            expect(tried).toBe(COUNT);
            expect(faulty).toBeGreaterThan(COUNT / 2);
            expect(refused).toBeGreaterThan(0);
            expect(refused).toBeLessThan(COUNT / 4);
        },
        TIME_LIMIT,
    );

    test('a mutant is made of its seed and number alone', () => {
        const texts = policyTexts();
        const some = Array.from({ length: 40 }, (_, index) => numberedMutant(texts, SEED, index));
        expect(Array.from({ length: 40 }, (_, index) => numberedMutant(texts, SEED, index))).toEqual(some);
        expect(new Set(some).size).toBeGreaterThan(35);
    });
});
