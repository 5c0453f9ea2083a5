import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash32, keyedBelow, keyedBits, keyedChance, philox4x32, RANDOM_ID, type FourWords, type RandomKey } from '../../../language/src/kit/keyed-random.js';

const WORD = 2n ** 32n;
const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const anyKey = fc.tuple(word, word, word, word);

function hex(words: readonly number[]): string {
    return words.map((w) => w.toString(16).padStart(8, '0')).join(' ');
}

function words(text: string): readonly number[] {
    return text.split(' ').map((w) => Number.parseInt(w, 16));
}

describe('philox4x32', () => {
    // The known answers published with Random123 (tests/kat_vectors, lines « philox4x32 10 »): counter, key, result.
    it.each([
        ['00000000 00000000 00000000 00000000', '00000000 00000000', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
        ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff', '408f276d 41c83b0e a20bc7c6 6d5451fd'],
        ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0', 'd16cfe09 94fdcceb 5001e420 24126ea1'],
    ])('counter %s, key %s: %s', (counter, key, expected) => {
        const [c0 = 0, c1 = 0, c2 = 0, c3 = 0] = words(counter);
        const [k0 = 0, k1 = 0] = words(key);
        expect(hex(philox4x32([c0, c1, c2, c3], [k0, k1]))).toBe(expected);
    });

    it('agrees with the definition written with big integers', () => {
        fc.assert(
            fc.property(anyKey, fc.tuple(word, word), (counter, key) => {
                expect(philox4x32(counter, key)).toEqual(philoxByDefinition(counter, key));
            }),
            { numRuns: 2_000 },
        );
    });
});

function philoxByDefinition(counter: FourWords, key: readonly [number, number]): readonly number[] {
    let [c0, c1, c2, c3] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
    let [k0, k1] = key.map(BigInt) as [bigint, bigint];
    for (let round = 0; round < 10; round += 1) {
        const p0 = 0xd2511f53n * c0;
        const p1 = 0xcd9e8d57n * c2;
        [c0, c1, c2, c3] = [(p1 / WORD) ^ c1 ^ k0, p1 % WORD, (p0 / WORD) ^ c3 ^ k1, p0 % WORD];
        k0 = (k0 + 0x9e3779b9n) % WORD;
        k1 = (k1 + 0xbb67ae85n) % WORD;
    }
    return [c0, c1, c2, c3].map(Number);
}

describe('keyedBits', () => {
    it('puts the seed and the stream in the key, the subject and the block in the counter', () => {
        expect(hex(keyedBits([0, 0, 0, 0]))).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
        fc.assert(
            fc.property(anyKey, word, ([seed, stream, a, b], block) => {
                expect(keyedBits([seed, stream, a, b], block)).toEqual(philox4x32([a, b, block, 0], [seed, stream]));
            }),
        );
    });

    it('gives other words when any part of the key changes, and is named in receipts', () => {
        const keys: RandomKey[] = [
            [1, 2, 3, 4],
            [5, 2, 3, 4],
            [1, 5, 3, 4],
            [1, 2, 5, 4],
            [1, 2, 3, 5],
            [2, 1, 3, 4],
            [1, 2, 4, 3],
        ];
        expect(new Set(keys.map((key) => hex(keyedBits(key)))).size).toBe(keys.length);
        expect(RANDOM_ID).toBe('philox4x32-10');
    });

    it.each([-1, 0.5, 2 ** 32, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d as a word of the key', (bad) => {
        expect(() => keyedBits([bad, 0, 0, 0])).toThrow(RangeError);
        expect(() => keyedBits([0, 0, 0, bad])).toThrow(RangeError);
    });
});

/** The words of a key one after the other, over as many blocks as asked. */
function* wordsOf(key: RandomKey): Generator<bigint> {
    for (let block = 0; ; block += 1) for (const drawn of keyedBits(key, block)) yield BigInt(drawn);
}

describe('keyedBelow', () => {
    it('takes the first word below the greatest multiple of n, modulo n', () => {
        const span = fc.oneof(
            fc.integer({ min: 1, max: 1000 }),
            fc.integer({ min: 1, max: 2 ** 32 }),
            fc.constantFrom(2 ** 31, 2 ** 31 + 1, 2 ** 32 - 1, 2 ** 32),
        );
        let rejections = 0;
        fc.assert(
            fc.property(span, anyKey, (n, key) => {
                const multiple = (WORD / BigInt(n)) * BigInt(n);
                for (const drawn of wordsOf(key)) {
                    if (drawn < multiple) {
                        expect(keyedBelow(n, key)).toBe(Number(drawn % BigInt(n)));
                        return;
                    }
                    rejections += 1;
                }
            }),
            { numRuns: 3_000 },
        );
        expect(rejections).toBeGreaterThan(100);
    });

    it('goes on to the next block when the four words of the first are rejected', () => {
        // With n = 2^31 + 1, a word is rejected from n on: about one in two, so four in a row for one key in 16.
        const n = 2 ** 31 + 1;
        const rejected = Array.from({ length: 400 }, (_, a): RandomKey => [7, 1, a, 0]).filter((key) => keyedBits(key).every((w) => w >= n));
        expect(rejected.length).toBeGreaterThan(5);
        for (const key of rejected) {
            const later = [...keyedBits(key, 1), ...keyedBits(key, 2), ...keyedBits(key, 3)].find((w) => w < n);
            expect(keyedBelow(n, key)).toBe(later);
        }
    });

    it('rejects the greatest multiple of n itself', () => {
        // A word w over 2^31, taken as n, has no other multiple within 2^32: w is the bound, and is rejected.
        const keys = Array.from({ length: 50 }, (_, a): RandomKey => [7, 2, a, 0]).filter((key) => keyedBits(key)[0] > 2 ** 31);
        expect(keys.length).toBeGreaterThan(10);
        for (const key of keys) {
            const [n, ...later] = [...keyedBits(key), ...keyedBits(key, 1), ...keyedBits(key, 2), ...keyedBits(key, 3)];
            expect(keyedBelow(n ?? 0, key)).toBe(later.find((w) => w < (n ?? 0)));
        }
    });

    it('is what the known answer gives: 6627e8d5 in hexadecimal is 1,713,891,541', () => {
        expect(keyedBelow(100, [0, 0, 0, 0])).toBe(41);
        expect(keyedBelow(2 ** 32, [0, 0, 0, 0])).toBe(1_713_891_541);
        expect(keyedBelow(1, [0, 0, 0, 0])).toBe(0);
    });

    it('gives each of six faces about as often: 60,000 throws, each within 4 standard deviations (365) of 10,000', () => {
        const faces = [0, 0, 0, 0, 0, 0];
        for (let a = 0; a < 60_000; a += 1) {
            const face = keyedBelow(6, [2024, 3, a, 0]);
            faces[face] = (faces[face] ?? 0) + 1;
        }
        expect(faces.reduce((sum, n) => sum + n)).toBe(60_000);
        expect(faces.filter((n) => Math.abs(n - 10_000) > 365)).toEqual([]);
    });

    it.each([0, -1, 1.5, 2 ** 32 + 1, Number.NaN])('refuses to draw below %d', (n) => {
        expect(() => keyedBelow(n, [0, 0, 0, 0])).toThrow(RangeError);
    });
});

describe('keyedChance', () => {
    const probability = fc
        .oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 2 ** 32 }))
        .chain((den) => fc.tuple(fc.integer({ min: 0, max: den }), fc.constant(den)));

    it('compares the words of the key, read as one number in [0, 1), with num/den', () => {
        fc.assert(
            fc.property(probability, anyKey, ([num, den], key) => {
                const [w0, w1, w2, w3] = keyedBits(key).map(BigInt) as [bigint, bigint, bigint, bigint];
                const drawn = ((w0 * WORD + w1) * WORD + w2) * WORD + w3;
                expect(keyedChance(num, den, key)).toBe(drawn * BigInt(den) < BigInt(num) * WORD ** 4n);
            }),
            { numRuns: 3_000 },
        );
    });

    it('is exact where the number drawn begins like the probability', () => {
        fc.assert(
            fc.property(anyKey, (key) => {
                const [first] = keyedBits(key);
                // The draw is at least first/2^32 and less than (first + 1)/2^32.
                expect(keyedChance(first, 2 ** 32, key)).toBe(false);
                expect(keyedChance(first + 1, 2 ** 32, key)).toBe(true);
                expect(keyedChance(first >>> 16, 2 ** 16, key)).toBe(false);
                expect(keyedChance((first >>> 16) + 1, 2 ** 16, key)).toBe(true);
            }),
        );
    });

    it('keeps what was true when the probability grows, and does not depend on how it is written', () => {
        fc.assert(
            fc.property(probability, probability, anyKey, ([a, b], [c, d], key) => {
                const [low, high] =
                    BigInt(a) * BigInt(d) <= BigInt(c) * BigInt(b)
                        ? [keyedChance(a, b, key), keyedChance(c, d, key)]
                        : [keyedChance(c, d, key), keyedChance(a, b, key)];
                expect(low && !high).toBe(false);
            }),
            { numRuns: 2_000 },
        );
        fc.assert(
            fc.property(anyKey, (key) => {
                expect(keyedChance(3, 5, key)).toBe(keyedChance(60, 100, key));
            }),
        );
    });

    it('is never true at 0 and always at 1', () => {
        fc.assert(
            fc.property(anyKey, fc.integer({ min: 1, max: 2 ** 32 }), (key, den) => {
                expect(keyedChance(0, den, key)).toBe(false);
                expect(keyedChance(den, den, key)).toBe(true);
            }),
        );
    });

    it('is true about 3 times in 10: 100,000 draws, within 4 standard deviations (580) of 30,000', () => {
        let hits = 0;
        for (let a = 0; a < 100_000; a += 1) if (keyedChance(3, 10, [2024, 4, a, 9])) hits += 1;
        expect(Math.abs(hits - 30_000)).toBeLessThan(580);
    });

    it.each([
        [-1, 2],
        [3, 2],
        [0.5, 1],
        [1, 0],
        [1, 2 ** 32 + 1],
    ])('refuses %d/%d as a probability', (num, den) => {
        expect(() => keyedChance(num, den, [0, 0, 0, 0])).toThrow(RangeError);
    });
});

describe('hash32', () => {
    // The answers published with FNV-1a, 32 bits.
    it.each([
        ['', '811c9dc5'],
        ['a', 'e40c292c'],
        ['b', 'e70c2de5'],
        ['foobar', 'bf9cf968'],
    ])('of « %s » is %s', (text, expected) => {
        expect(hex([hash32(text)])).toBe(expected);
    });

    it('is FNV-1a of the UTF-8 bytes, written with big integers', () => {
        fc.assert(
            fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('é', '€', '😀', 'Œuvre', 'e\u0301')), (text) => {
                let hash = 2_166_136_261n;
                for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 16_777_619n) % WORD;
                expect(hash32(text)).toBe(Number(hash));
            }),
            { numRuns: 2_000 },
        );
    });

    it('takes a lone surrogate, and tells it from the replacement character', () => {
        expect(hash32('\uD800')).not.toBe(hash32('\uFFFD'));
        expect(hash32('\uD800')).not.toBe(hash32('\uD801'));
    });

    it('tells apart the 100,000 ids of a territory, but for the one pair or so that chance allows', () => {
        const seen = new Set(Array.from({ length: 100_000 }, (_, i) => hash32(`D-${String(i).padStart(6, '0')}`)));
        expect(seen.size).toBeGreaterThanOrEqual(99_990);
    });
});
