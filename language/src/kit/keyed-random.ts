/**
 * Draws that depend on their key alone, whatever was drawn before and in which order: Philox4x32-10, the counter-based generator of
 * Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", SC'11. Integers only.
 */

/** An integer from 0 to 2^32 − 1. */
export type Uint32 = number;

export type FourWords = readonly [Uint32, Uint32, Uint32, Uint32];

/**
 * What a draw depends on: the run's seed, the stream (one constant for each use, so that two uses never share a draw), and two
 * words for the subject, such as `hash32` of the demand's and of the dwelling's id. Each is a `Uint32`.
 */
export type RandomKey = readonly [seed: Uint32, stream: Uint32, a: Uint32, b: Uint32];

/** The generator's name in a receipt; it changes whenever a draw of this file may change. */
export const RANDOM_ID = 'philox4x32-10';

const WORD = 0x1_0000_0000;
const HALF_WORD = 0x1_0000;

/** Philox4x32 in 10 rounds: four words from a counter of four words and a key of two. */
export function philox4x32(counter: FourWords, key: readonly [Uint32, Uint32]): FourWords {
    let [c0, c1, c2, c3] = counter;
    let [k0, k1] = key;
    for (let round = 0; round < 10; round += 1) {
        const high0 = multiplyHigh(0xd2511f53, c0);
        const low0 = Math.imul(0xd2511f53, c0);
        const high1 = multiplyHigh(0xcd9e8d57, c2);
        const low1 = Math.imul(0xcd9e8d57, c2);
        [c0, c1, c2, c3] = [(high1 ^ c1 ^ k0) >>> 0, low1 >>> 0, (high0 ^ c3 ^ k1) >>> 0, low0 >>> 0];
        k0 = (k0 + 0x9e3779b9) >>> 0;
        k1 = (k1 + 0xbb67ae85) >>> 0;
    }
    return [c0, c1, c2, c3];
}

/**
 * Four uniform words for a key; `block` 0, 1, 2… gives as many more as wanted.
 * Throws `RangeError` when a part of the key is not a `Uint32`: two keys never fall together by truncation.
 */
export function keyedBits(key: RandomKey, block: Uint32 = 0): FourWords {
    const [seed, stream, a, b] = key;
    for (const word of key) if (word >>> 0 !== word) throw new RangeError(`not a 32-bit word: ${word}`);
    return philox4x32([a, b, block, 0], [seed, stream]);
}

/** A uniform integer in [0, n), by rejection, hence without bias. n is an integer from 1 to 2^32, or `RangeError`. */
export function keyedBelow(n: number, key: RandomKey): number {
    checkSpan(n);
    const limit = WORD - (WORD % n);
    for (let block = 0; ; block += 1) {
        for (const word of keyedBits(key, block)) if (word < limit) return word % n;
    }
}

/**
 * True with probability num/den exactly; num is an integer from 0 to den, den one from 1 to 2^32, or `RangeError`.
 * The key stands for one number drawn in [0, 1), compared with num/den digit by digit: under the same key, what is true at a
 * probability is true at every greater one, whatever the denominators.
 */
export function keyedChance(num: number, den: number, key: RandomKey): boolean {
    checkSpan(den);
    if (!Number.isInteger(num) || num < 0 || num > den) throw new RangeError(`not a probability: ${num}/${den}`);
    if (num === den) return true;
    let rest = num;
    for (let block = 0; rest > 0; block += 1) {
        for (const word of keyedBits(key, block)) {
            for (const drawn of [word >>> 16, word % HALF_WORD]) {
                const next = (rest * HALF_WORD) % den;
                const digit = (rest * HALF_WORD - next) / den;
                if (drawn !== digit) return drawn < digit;
                rest = next;
            }
        }
    }
    return false;
}

/**
 * A word for a text (FNV-1a on its UTF-8 bytes), to make an id a part of a key. Not injective: among 90,000 ids one pair may share
 * its word, and so its draws; an order that must be total ends on the id itself.
 */
export function hash32(text: string): Uint32 {
    let hash = 0x811c9dc5;
    for (const character of text) {
        for (const byte of utf8Bytes(character.codePointAt(0) ?? 0)) hash = Math.imul(hash ^ byte, 0x01000193);
    }
    return hash >>> 0;
}

/** The bytes of a code point in UTF-8; a lone surrogate is encoded like any other code point. */
function utf8Bytes(point: number): readonly number[] {
    const last = 0x80 | (point & 0x3f);
    if (point < 0x80) return [point];
    if (point < 0x800) return [0xc0 | (point >>> 6), last];
    const third = 0x80 | ((point >>> 6) & 0x3f);
    if (point < 0x1_0000) return [0xe0 | (point >>> 12), third, last];
    return [0xf0 | (point >>> 18), 0x80 | ((point >>> 12) & 0x3f), third, last];
}

/** The high word of the product of two words, from products of half-words, each exact below 2^53. */
function multiplyHigh(x: Uint32, y: Uint32): Uint32 {
    const xLow = x & 0xffff;
    const xHigh = x >>> 16;
    const yLow = y & 0xffff;
    const yHigh = y >>> 16;
    const middle = xHigh * yLow + ((xLow * yLow) >>> 16);
    const carry = xLow * yHigh + (middle & 0xffff);
    return (xHigh * yHigh + (middle >>> 16) + (carry >>> 16)) >>> 0;
}

function checkSpan(n: number): void {
    if (!Number.isInteger(n) || n < 1 || n > WORD) throw new RangeError(`not an integer from 1 to 2^32: ${n}`);
}
