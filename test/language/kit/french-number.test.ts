import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
    equals,
    formatFrench,
    integer,
    LONGEST_NUMBER,
    parseFrenchNumber,
    rational,
    roundTo,
    toFraction,
    ZERO,
} from '../../../language/src/kit/exact-number.js';

describe('parseFrenchNumber', () => {
    it.each([
        ['0', '0'],
        ['7', '7'],
        ['007', '7'],
        ['140', '140'],
        ['1234', '1234'],
        ['1 234', '1234'],
        ['22 642', '22642'],
        ['22\u00A0642', '22642'],
        ['22\u202F642', '22642'],
        ['1 234\u00A0567\u202F890', '1234567890'],
        ['1 000,50', '2001/2'],
        ['0,5', '1/2'],
        ['00,5', '1/2'],
        ['33,3', '333/10'],
        ['1,000', '1'],
        ['-10', '-10'],
        ['\u221210', '-10'],
        ['-1 234,5', '-2469/2'],
        ['-0', '0'],
        ['9007199254740993', '9007199254740993'],
        ['0,1', '1/10'],
    ])('reads « %s » as %s', (text, expected) => {
        expect(toFraction(parseFrenchNumber(text) ?? integer(-1))).toBe(expected);
    });

    it.each([
        '',
        ' ',
        '-',
        ',',
        '1 00',
        '12 3456',
        '1,2,3',
        '1234 567',
        '1 234567',
        '1 2 3',
        '1  234',
        '0 123',
        '01 234',
        ' 1',
        '1 ',
        '1 234 ',
        '1.5',
        '1.234',
        '1,',
        ',5',
        '1,234 5',
        '1, 5',
        '1 ,5',
        '+1',
        '--1',
        '- 1',
        '1-',
        '1e3',
        '0x10',
        'NaN',
        'Infinity',
        '12a',
        '1\u2009234',
        '1\t234',
        '1\n234',
        '1_000',
        '١٢',
        '½',
        '1/2',
        '12 €',
    ])('refuses « %s »', (text) => {
        expect(parseFrenchNumber(text)).toBeUndefined();
    });

    it('reads up to 100 characters and refuses longer ones at once', () => {
        expect(parseFrenchNumber('9'.repeat(LONGEST_NUMBER))).toEqual(integer(10n ** 100n - 1n));
        expect(parseFrenchNumber('9'.repeat(LONGEST_NUMBER + 1))).toBeUndefined();
        expect(parseFrenchNumber('9'.repeat(5_000_000))).toBeUndefined();
    });
});

describe('formatFrench', () => {
    it.each([
        ['0', 0, 1, undefined],
        ['140', 140, 1, undefined],
        ['999', 999, 1, undefined],
        ['1\u202F000', 1000, 1, undefined],
        ['-1\u202F000', -1000, 1, undefined],
        ['-100', -100, 1, undefined],
        ['22\u202F642', 22_642, 1, undefined],
        ['1\u202F234\u202F567', 1_234_567, 1, undefined],
        ['0,5', 1, 2, undefined],
        ['-0,5', -1, 2, undefined],
        ['0,05', 1, 20, undefined],
        ['1\u202F234,5', 2469, 2, undefined],
        ['0,125', 1, 8, undefined],
        ['1/3', 1, 3, undefined],
        ['-2/3', -2, 3, undefined],
        ['10\u202F000/3', 10_000, 3, undefined],
        ['0,33', 1, 3, 2],
        ['0,67', 2, 3, 2],
        ['-0,67', -2, 3, 2],
        ['0', 1, 3, 0],
        ['1', 2, 3, 0],
        ['0', -1, 3, 0],
        ['3', 5, 2, 0],
        ['-3', -5, 2, 0],
        ['0,13', 1, 8, 2],
        ['0,5', 1, 2, 2],
        ['2', 199_999, 100_000, 2],
        ['1\u202F000', 9_999_999, 10_000, 2],
        ['12', 12, 1, 2],
    ])('writes « %s » for %i/%i with %s places', (expected, n, d, places) => {
        expect(formatFrench(rational(n, d), places)).toBe(expected);
    });

    it('is read back as the same number, whatever the space between thousands and the minus', () => {
        const decimal = fc
            .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
            .map(([n, p]) => rational(n, 10n ** BigInt(p)));
        const spellings = fc.constantFrom(' ', '\u00A0', '\u202F', '');
        fc.assert(
            fc.property(decimal, spellings, fc.constantFrom('-', '\u2212'), (x, space, minus) => {
                const text = formatFrench(x).replaceAll('\u202F', space).replace('-', minus);
                expect(equals(parseFrenchNumber(text) ?? integer(10n ** 30n), x)).toBe(true);
            }),
            { numRuns: 2_000 },
        );
    });

    it('with places, is read back as the number rounded to the nearest', () => {
        fc.assert(
            fc.property(
                fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
                fc.bigInt({ min: 1n, max: 10n ** 6n }),
                fc.integer({ min: 0, max: 6 }),
                (n, d, places) => {
                    const x = rational(n, d);
                    expect(parseFrenchNumber(formatFrench(x, places))).toEqual(roundTo(x, places, 'proche'));
                },
            ),
            { numRuns: 2_000 },
        );
    });

    it('without places, is exact: a decimal that is read back, or the fraction itself', () => {
        let fractions = 0;
        for (let d = 1; d <= 200; d += 1) {
            const x = rational(7 * d + 1, d);
            const text = formatFrench(x);
            if (text.includes('/')) {
                fractions += 1;
                expect(text.replaceAll('\u202F', '')).toBe(toFraction(x));
            } else expect(parseFrenchNumber(text) ?? ZERO).toEqual(x);
        }
        // 200 denominators less the 19 of the form 2^a × 5^b: 8 (b = 0), 6 (b = 1), 4 (b = 2), 1 (125), each within 200.
        expect(fractions).toBe(200 - (8 + 6 + 4 + 1));
    });
});
