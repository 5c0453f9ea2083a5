import { keyedBelow, keyedBits, keyedChance, type RandomKey, type Uint32 } from '../../kit/keyed-random.js';
import type { Band, Chance, Weights } from './generator-model.js';

/** Uses of chance, one stream each: no two share a draw, and a new use changes none of the others. Numbers are never reused. */
export const STREAMS = {
    composition: 1,
    age: 2,
    couple: 3,
    work: 4,
    job: 5,
    workplace: 6,
    resources: 7,
    taxIncome: 8,
    situation: 9,
    motive: 10,
    rent: 11,
    surface: 12,
    settled: 13,
    priority: 14,
    dalo: 15,
    expulsion: 16,
    document: 17,
    type: 18,
    otherType: 19,
    communeCount: 20,
    commune: 21,
    arrival: 22,
    seniority: 23,
    renewal: 24,
    exit: 25,
    exitDay: 26,
    update: 27,
    mutation: 28,
    landlord: 29,
    agent: 30,
    rehousing: 31,
    dwelling: 32,
    release: 33,
    candidate: 34,
    answer: 35,
    refusal: 36,
    earlierRefusal: 37,
    missing: 38,
    proved: 39,
    birth: 40,
    recognition: 41,
    refusalReason: 42,
    delay: 43,
    taste: 44,
    rehousingDay: 45,
    designation: 46,
    commission: 47,
} as const;

export type Stream = (typeof STREAMS)[keyof typeof STREAMS];

/** Draws about one subject; `part` tells apart the draws of one use. */
export interface Draws {
    readonly below: (n: number, stream: Stream, part?: number) => number;
    readonly between: (low: number, high: number, stream: Stream, part?: number) => number;
    readonly chance: (chance: Chance, stream: Stream, part?: number) => boolean;
    readonly weighted: (weights: Weights, stream: Stream, part?: number) => string;
    readonly inBand: (bands: readonly Band[], stream: Stream, part?: number) => number;
}

/** The draws of a subject, by the seed and its number: the same whatever else is drawn. */
export function drawsOf(seed: Uint32, subject: Uint32): Draws {
    const key = (stream: Stream, part = 0): RandomKey => [seed, stream, subject, part];
    const below = (n: number, stream: Stream, part?: number): number => (n <= 1 ? 0 : belowAny(n, key(stream, part)));
    const between = (low: number, high: number, stream: Stream, part?: number): number => low + below(high - low + 1, stream, part);
    return {
        below,
        between,
        chance: ({ num, den }, stream, part) => keyedChance(num, den, key(stream, part)),
        weighted: (weights, stream, part) =>
            weights[
                pick(
                    weights.map(([, weight]) => weight),
                    (total) => below(total, stream, part),
                )
            ]?.[0] ?? '',
        inBand: (bands, stream, part = 0) => {
            const band =
                bands[
                    pick(
                        bands.map(({ weight }) => weight),
                        (total) => below(total, stream, 2 * part),
                    )
                ];
            return band === undefined ? 0 : between(band.low, band.high, stream, 2 * part + 1);
        },
    };
}

const WORD = 0x1_0000_0000;
const HIGH = 0x20_0000;

/** A uniform integer below n, which may pass 2^32 but not 2^53: then 53 bits are drawn until they fall below a multiple of n. */
function belowAny(n: number, key: RandomKey): number {
    if (n <= WORD) return keyedBelow(n, key);
    const limit = HIGH * WORD - ((HIGH * WORD) % n);
    for (let block = 0; ; block += 1) {
        const [high, low] = keyedBits(key, block);
        const drawn = (high % HIGH) * WORD + low;
        if (drawn < limit) return drawn % n;
    }
}

/** The index that a draw below the total of the weights falls on; 0 when there is no weight at all. */
export function pick(weights: readonly number[], drawBelow: (total: number) => number): number {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let rest = total === 0 ? 0 : drawBelow(total);
    for (const [index, weight] of weights.entries()) {
        if (rest < weight) return index;
        rest -= weight;
    }
    return 0;
}
