import type { RankingKey } from '../../../ir/policy.js';
import type { Day, DurationUnit } from '../../../ir/value.js';
import { addMonths } from '../../../kit/civil-date.js';
import { floor, type Rational } from '../../../kit/exact-number.js';
import type { RankKey } from '../../backend/rank-key.js';
import type { Known } from '../values/value.js';

/** After every value, in either order. */
export const LAST: readonly number[] = [Number.POSITIVE_INFINITY];

/**
 * How what a key of the ranking shows is written in doubles: one of its own (a place, a day, a length), or as many as an exact number
 * takes. Either way no code begins another, so that codes set end to end compare as what they stand for.
 */
export type PlaneForm = 'single' | 'number';

/** How a key is written. The appraisal takes no part. */
export function formOf(key: RankingKey): PlaneForm {
    if (key.kind === 'note') return 'number';
    return key.kind === 'fact' && NUMBERS.has(key.value.type.kind) ? 'number' : 'single';
}

/** Words of an enumeration are ranked by their place in it. */
const NUMBERS: ReadonlySet<string> = new Set(['number', 'money', 'ratio', 'enumeration']);

/**
 * An exact number: the terms of its continued fraction, every second one turned, since the greater it is the less the number; where they
 * end stands an infinite term. An integer takes two doubles.
 */
export function numberPlanes(value: Rational): readonly number[] {
    if (value.d === 1n && isExact(value.n)) return [Number(value.n), Number.NEGATIVE_INFINITY];
    const planes: number[] = [];
    let { n, d } = value;
    let sign = 1n;
    for (; d !== 0n; sign = -sign) {
        const term = floor({ n, d });
        planes.push(...termPlanes(sign * term));
        [n, d] = [d, n - term * d];
    }
    planes.push(Number(sign) * Number.POSITIVE_INFINITY);
    return planes;
}

/** A whole number: itself where a double holds it, else how many limbs it takes, then its limbs from the highest. */
function termPlanes(term: bigint): readonly number[] {
    if (isExact(term)) return [Number(term)];
    const sign = term < 0n ? -1 : 1;
    const limbs: number[] = [];
    for (let rest = term < 0n ? -term : term; rest > 0n; rest >>= LIMB_BITS) limbs.unshift(sign * Number(rest & LIMB));
    return [sign * (Number(MOST_EXACT) + limbs.length), ...limbs];
}

function isExact(term: bigint): boolean {
    return term >= -MOST_EXACT && term <= MOST_EXACT;
}

/** Room is left above it for the number of limbs. */
const MOST_EXACT = 2n ** 52n;
const LIMB_BITS = 52n;
const LIMB = 2n ** LIMB_BITS - 1n;

/** How a value of a fact is read by its key. */
export interface FactForm {
    readonly form: PlaneForm;
    readonly descending: boolean;
    /** It is always the time since a day: the day stands for it. */
    readonly since: boolean;
    /** It may change from day to day: its code holds for the day only. */
    readonly daily: boolean;
}

/** The code of a known value, on a day. */
export function factPlanes(value: Known, { form, descending, since, daily }: FactForm, day: Day): readonly number[] {
    const sign = descending ? -1 : 1;
    if (form === 'number') return value.kind === 'number' ? numberPlanes({ n: BigInt(sign) * value.value.n, d: value.value.d }) : NO_ORDER;
    switch (value.kind) {
        case 'date':
            return [sign * value.day];
        case 'span':
            return [since ? -sign * value.from : sign * (value.to - value.from)];
        case 'duration':
            return [sign * lengthOf(value, daily ? day : undefined)];
        case 'boolean':
            return [sign * Number(value.value)];
        default:
            return [0];
    }
}

const NO_ORDER: readonly number[] = [0, Number.NEGATIVE_INFINITY];

/**
 * A length beside others of one key. Where the key is read again each day it may stand beside times elapsed: in days until that day.
 * Else beside lengths alone, months and days by the mean length of a month: 146 097 days make 4 800 months.
 */
function lengthOf({ amount, unit }: { readonly amount: number; readonly unit: DurationUnit }, day: Day | undefined): number {
    const months = unit === 'ans' ? 12 * amount : amount;
    if (day !== undefined) return unit === 'jours' ? amount : day - addMonths(day, -months);
    return unit === 'jours' ? 4_800 * amount : 146_097 * months;
}

/** The place of the first of some parts, written in these forms, by which two keys differ; −1 when they are alike. */
export function separatingPart(forms: readonly PlaneForm[], a: RankKey, b: RankKey): number {
    const first = a.findIndex((plane, place) => plane !== b[place]);
    if (first < 0) return -1;
    let end = 0;
    return forms.findIndex((form) => {
        end = form === 'single' || a[end] === Number.POSITIVE_INFINITY ? end + 1 : endOfNumber(a, end);
        return first < end;
    });
}

function endOfNumber(key: RankKey, from: number): number {
    let end = from;
    while (Math.abs(key[end]!) !== Number.POSITIVE_INFINITY) end += 1;
    return end + 1;
}
