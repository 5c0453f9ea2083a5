import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
    abs,
    add,
    ceil,
    compare,
    div,
    equals,
    floor,
    fromFraction,
    integer,
    isInteger,
    max,
    min,
    mul,
    nearestRank,
    neg,
    ONE,
    rational,
    roundTo,
    sub,
    toFraction,
    ZERO,
    type Rational,
    type Rounding,
} from '../../../language/src/kit/exact-number.js';

/** Reads a fraction of the tables below. */
function q(text: string): Rational {
    const value = fromFraction(text);
    if (value === undefined) throw new Error(`not a fraction: ${text}`);
    return value;
}

const wide = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const narrow = fc.bigInt({ min: -12n, max: 12n });
const numerator = fc.oneof(wide, narrow);
const denominator = numerator.filter((d) => d !== 0n);
const anyRational = fc.tuple(numerator, fc.oneof(denominator, fc.constant(1n))).map(([n, d]) => rational(n, d));

/** Lowest terms by Euclid's subtractions, for small numbers only. */
function isIrreducible(n: number, d: number): boolean {
    for (let k = 2; k <= Math.max(Math.abs(n), d); k += 1) if (n % k === 0 && d % k === 0) return false;
    return d > 0;
}

describe('rational', () => {
    it('is irreducible, with a positive denominator, and equal to the quotient asked: 40,200 quotients', () => {
        let cases = 0;
        for (let n = -100; n <= 100; n += 1) {
            for (let d = -100; d <= 100; d += 1) {
                if (d === 0) continue;
                const value = rational(n, d);
                expect(isIrreducible(Number(value.n), Number(value.d))).toBe(true);
                expect(value.n * BigInt(d)).toBe(BigInt(n) * value.d);
                cases += 1;
            }
        }
        expect(cases).toBe(201 * 200);
    });

    it.each([
        [6, 4, '3/2'],
        [6, -4, '-3/2'],
        [-6, -4, '3/2'],
        [0, -5, '0'],
        [33, 100, '33/100'],
        [140, 1, '140'],
    ])('%i/%i is %s', (n, d, text) => {
        expect(toFraction(rational(n, d))).toBe(text);
    });

    it('refuses a denominator of 0 and numbers that are not integers', () => {
        expect(() => rational(1, 0)).toThrow(RangeError);
        expect(() => rational(0.5)).toThrow(RangeError);
        expect(() => integer(0.5)).toThrow(RangeError);
    });

    it('takes integers beyond 2^53 as bigints', () => {
        expect(toFraction(integer(9_007_199_254_740_993n))).toBe('9007199254740993');
    });
});

describe('arithmetic against naive cross-multiplication', () => {
    const operands = [numerator, denominator, numerator, denominator] as const;

    it('adds, subtracts, multiplies, divides and compares', () => {
        fc.assert(
            fc.property(...operands, (an, ad, bn, bd) => {
                const a = rational(an, ad);
                const b = rational(bn, bd);
                const same = (x: Rational | undefined, n: bigint, d: bigint): void => {
                    expect(x !== undefined && x.n * d === n * x.d && x.d > 0n).toBe(true);
                };
                same(add(a, b), an * bd + bn * ad, ad * bd);
                same(sub(a, b), an * bd - bn * ad, ad * bd);
                same(mul(a, b), an * bn, ad * bd);
                if (bn === 0n) expect(div(a, b)).toBeUndefined();
                else same(div(a, b), an * bd, ad * bn);
                same(neg(a), -an, ad);
                const cross = (an * bd - bn * ad) * (ad * bd);
                expect(compare(a, b)).toBe(cross < 0n ? -1 : cross > 0n ? 1 : 0);
                expect(equals(a, b)).toBe(cross === 0n);
                same(min(a, b), cross <= 0n ? an : bn, cross <= 0n ? ad : bd);
                same(max(a, b), cross <= 0n ? bn : an, cross <= 0n ? bd : ad);
                same(abs(a), an < 0n ? -an : an, ad < 0n ? -ad : ad);
            }),
            { numRuns: 2_000 },
        );
    });

    it('keeps every result irreducible, so that equal numbers have equal fields', () => {
        fc.assert(
            fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
                expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
                expect(mul(mul(a, b), c)).toEqual(mul(a, mul(b, c)));
                expect(mul(a, add(b, c))).toEqual(add(mul(a, b), mul(a, c)));
                expect(sub(add(a, b), b)).toEqual(a);
                if (b.n !== 0n) expect(div(mul(a, b), b)).toEqual(a);
                expect(add(a, ZERO)).toEqual(a);
                expect(mul(a, ONE)).toEqual(a);
                expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
            }),
            { numRuns: 1_000 },
        );
    });

    it.each([
        ['1/3', '1/6', '1/2', '1/6', '1/18', '2'],
        ['1/2', '1/2', '1', '0', '1/4', '1'],
        ['1/10', '2/10', '3/10', '-1/10', '1/50', '1/2'],
        ['-3', '5', '2', '-8', '-15', '-3/5'],
        ['140', '-10', '130', '150', '-1400', '-14'],
        ['0', '7/3', '7/3', '-7/3', '0', '0'],
    ])('%s and %s: sum %s, difference %s, product %s, quotient %s', (a, b, sum, difference, product, quotient) => {
        expect(toFraction(add(q(a), q(b)))).toBe(sum);
        expect(toFraction(sub(q(a), q(b)))).toBe(difference);
        expect(toFraction(mul(q(a), q(b)))).toBe(product);
        expect(toFraction(div(q(a), q(b)) ?? ZERO)).toBe(quotient);
    });

    it('divides by 0 into nothing', () => {
        expect(div(ONE, ZERO)).toBeUndefined();
        expect(div(ZERO, ZERO)).toBeUndefined();
    });
});

describe('roundTo', () => {
    it.each([
        ['5/2', 0, '2', '3', '3'],
        ['-5/2', 0, '-3', '-2', '-3'],
        ['7/3', 0, '2', '3', '2'],
        ['-7/3', 0, '-3', '-2', '-2'],
        ['8/3', 0, '2', '3', '3'],
        ['1/3', 2, '33/100', '17/50', '33/100'],
        ['-1/3', 2, '-17/50', '-33/100', '-33/100'],
        ['1/200', 2, '0', '1/100', '1/100'],
        ['-1/200', 2, '-1/100', '0', '-1/100'],
        ['49/10000', 2, '0', '1/100', '0'],
        ['7', 2, '7', '7', '7'],
        ['-7', 0, '-7', '-7', '-7'],
        ['25', -1, '20', '30', '30'],
        ['-25', -1, '-30', '-20', '-30'],
        ['1449/10', -2, '100', '200', '100'],
        ['22642', -2, '22600', '22700', '22600'],
    ])('%s to %i places: %s down, %s up, %s nearest', (x, places, down, up, nearest) => {
        expect(toFraction(roundTo(q(x), places, 'inférieur'))).toBe(down);
        expect(toFraction(roundTo(q(x), places, 'supérieur'))).toBe(up);
        expect(toFraction(roundTo(q(x), places, 'proche'))).toBe(nearest);
    });

    it('agrees with a search by steps over 2,904 quotients and four places', () => {
        let cases = 0;
        for (let d = 1; d <= 24; d += 1) {
            for (let n = -60; n <= 60; n += 1) {
                for (const places of [-1, 0, 1, 2]) {
                    for (const direction of ['inférieur', 'supérieur', 'proche'] as const) {
                        const [stepN, stepD] = places < 0 ? [10, 1] : [1, 10 ** places];
                        expect(roundTo(rational(n, d), places, direction)).toEqual(rational(searched(n * stepD, d * stepN, direction) * stepN, stepD));
                        cases += 1;
                    }
                }
            }
        }
        expect(cases).toBe(24 * 121 * 4 * 3);
    });

    it('floors and ceils toward −∞ and +∞', () => {
        fc.assert(
            fc.property(anyRational, (x) => {
                expect(compare(integer(floor(x)), x)).not.toBe(1);
                expect(compare(integer(floor(x) + 1n), x)).toBe(1);
                expect(compare(integer(ceil(x)), x)).not.toBe(-1);
                expect(compare(integer(ceil(x) - 1n), x)).toBe(-1);
                expect(isInteger(x)).toBe(floor(x) === ceil(x));
            }),
        );
    });
});

/** The integer that n/d (d > 0) rounds to, found by walking from 0 one step at a time. */
function searched(n: number, d: number, direction: Rounding): number {
    let down = 0;
    while (down * d > n) down -= 1;
    while ((down + 1) * d <= n) down += 1;
    const up = down * d === n ? down : down + 1;
    if (direction === 'inférieur') return down;
    if (direction === 'supérieur') return up;
    const below = n - down * d;
    const above = up * d - n;
    if (below === above) return n > 0 ? up : down;
    return below < above ? down : up;
}

describe('nearestRank', () => {
    const values = [15, 20, 35, 40, 50].map((n) => integer(n));

    it.each([
        // ⌈0.05 × 5⌉ = 1, ⌈0.3 × 5⌉ = 2, ⌈0.4 × 5⌉ = 2, ⌈0.5 × 5⌉ = 3, ⌈1 × 5⌉ = 5
        ['1/20', '15'],
        ['3/10', '20'],
        ['2/5', '20'],
        ['1/2', '35'],
        ['1', '50'],
        ['0', '15'],
    ])('of five values, p = %s: %s', (p, expected) => {
        expect(nearestRank(values, q(p))).toEqual(q(expected));
    });

    it('has no rank off by one where a float would: 7 % of 100 values is the seventh', () => {
        const hundred = Array.from({ length: 100 }, (_, i) => integer(i + 1));
        expect(Math.ceil(0.07 * 100)).toBe(8);
        expect(nearestRank(hundred, rational(7, 100))).toEqual(integer(7));
    });

    it('says nothing of no value, nor outside [0, 1]', () => {
        expect(nearestRank([], rational(1, 2))).toBeUndefined();
        expect(nearestRank(values, rational(-1, 100))).toBeUndefined();
        expect(nearestRank(values, rational(101, 100))).toBeUndefined();
    });

    it('is the least value that at least p of the values do not exceed', () => {
        fc.assert(
            fc.property(fc.array(anyRational, { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 100 }), (list, percent) => {
                const sorted = [...list].sort(compare);
                const enough = sorted.filter((v) => list.filter((w) => compare(w, v) <= 0).length * 100 >= percent * list.length);
                expect(nearestRank(sorted, rational(percent, 100))).toEqual(enough[0]);
            }),
        );
    });
});

describe('fractions in JSON', () => {
    it('reads back what it writes', () => {
        fc.assert(
            fc.property(anyRational, (x) => {
                expect(fromFraction(toFraction(x))).toEqual(x);
            }),
        );
    });

    it.each([
        ['140', '140'],
        ['-3', '-3'],
        ['33/100', '33/100'],
        ['60/100', '3/5'],
        ['-4/2', '-2'],
        ['0/7', '0'],
    ])('reads %s as %s', (text, canonical) => {
        expect(toFraction(q(text))).toBe(canonical);
    });

    it.each(['', ' 1', '1 ', '1/0', '1/-2', '1.5', '1,5', '+1', '1/2/3', '/2', '1/', '1e3', '0x10', '١'])('refuses « %s »', (text) => {
        expect(fromFraction(text)).toBeUndefined();
    });
});
