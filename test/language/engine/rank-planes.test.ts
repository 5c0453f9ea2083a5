import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRankKeys } from '../../../language/src/engine/index.js';
import { numberPlanes } from '../../../language/src/engine/reference/ranks/rank-planes.js';
import { compare, rational, type Rational } from '../../../language/src/kit/exact-number.js';

const numerator = fc.oneof(
    fc.bigInt({ min: -20n, max: 20n }),
    fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }),
    fc.bigInt({ min: -(2n ** 170n), max: 2n ** 170n }),
);
const denominator = fc.oneof(fc.constant(1n), fc.bigInt({ min: 1n, max: 12n }), fc.bigInt({ min: 1n, max: 2n ** 120n }));
const anyNumber = fc.tuple(numerator, denominator).map(([n, d]) => rational(n, d));

/** Two numbers as near as their denominators let them be, or far apart. */
const anyPair: fc.Arbitrary<readonly [Rational, Rational]> = fc.oneof(
    fc.tuple(anyNumber, anyNumber),
    fc.tuple(anyNumber, fc.constantFrom(-1n, 0n, 1n)).map(([a, step]) => [a, rational(a.n * 3n + step, a.d * 3n)] as const),
);

describe('an exact number written in doubles', () => {
    it('keeps the order of numbers, however large and however near', () => {
        fc.assert(
            fc.property(anyPair, ([a, b]) => {
                expect(Math.sign(compareRankKeys(numberPlanes(a), numberPlanes(b)))).toBe(compare(a, b));
            }),
            { numRuns: 3000 },
        );
    });

    it('begins no other, so that what follows it cannot be taken for a part of it', () => {
        fc.assert(
            fc.property(anyPair, ([a, b]) => {
                const [left, right] = [numberPlanes(a), numberPlanes(b)];
                const shorter = Math.min(left.length, right.length);
                if (compare(a, b) !== 0) expect(left.slice(0, shorter)).not.toEqual(right.slice(0, shorter));
            }),
            { numRuns: 1000 },
        );
    });

    it('takes two doubles when it is an integer that one holds', () => {
        expect(numberPlanes(rational(-42))).toEqual([-42, Number.NEGATIVE_INFINITY]);
    });
});
