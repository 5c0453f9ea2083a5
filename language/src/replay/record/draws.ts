import { fromFraction } from '../../kit/exact-number.js';
import { hash32, keyedBits, keyedChance, type FourWords, type Uint32 } from '../../kit/keyed-random.js';
import type { Fraction } from '../../ir/value.js';

/**
 * What a run leaves to chance, one stream each. No key holds a rule set: two rule sets that bring the same household and the same
 * dwelling together draw the same answer (common random numbers).
 */
const STREAM = { appraisal: 1, acceptance: 2, follow: 3, legitimate: 4, exit: 5 } as const;

/** A probability as two integers, `num` of `den`, the latter at most 2^32. */
export interface Chance {
    readonly num: number;
    readonly den: number;
}

/** A demand or a dwelling as a part of a draw's key. */
export type DrawWord = Uint32;

/** The word of an id in the keys of draws. */
export function drawWord(id: string): DrawWord {
    return hash32(id);
}

/** The probability that a fraction says; `undefined` when it is not between 0 and 1, or has a denominator beyond 2^32. */
export function chanceOf(fraction: Fraction): Chance | undefined {
    const value = fromFraction(fraction);
    if (value === undefined || value.n < 0n || value.n > value.d || value.d > 0x1_0000_0000n) return undefined;
    return { num: Number(value.n), den: Number(value.d) };
}

/** The simulated appraisal of the commission for a demand and a dwelling: the lesser words come first. */
export function appraisalDraw(seed: Uint32, demand: DrawWord, dwelling: DrawWord): FourWords {
    return keyedBits([seed, STREAM.appraisal, demand, dwelling]);
}

/** Whether the household would accept the dwelling. */
export function accepts(seed: Uint32, chance: Chance, demand: DrawWord, dwelling: DrawWord): boolean {
    return keyedChance(chance.num, chance.den, [seed, STREAM.acceptance, demand, dwelling]);
}

/** Whether the commission follows the ranking for the household and the dwelling. */
export function follows(seed: Uint32, chance: Chance, demand: DrawWord, dwelling: DrawWord): boolean {
    return keyedChance(chance.num, chance.den, [seed, STREAM.follow, demand, dwelling]);
}

/** Whether the household's refusal of the dwelling, if it refuses, is legitimate. */
export function refusalIsLegitimate(seed: Uint32, chance: Chance, demand: DrawWord, dwelling: DrawWord): boolean {
    return keyedChance(chance.num, chance.den, [seed, STREAM.legitimate, demand, dwelling]);
}

/** Whether the household leaves in the n-th month after its recorded letting, if that letting did not happen. */
export function leavesInMonth(seed: Uint32, chance: Chance, demand: DrawWord, month: number): boolean {
    return keyedChance(chance.num, chance.den, [seed, STREAM.exit, demand, month]);
}
