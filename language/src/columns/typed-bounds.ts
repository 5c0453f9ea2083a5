import type { FactDeclaration, ValueType } from '../ir/value-type.js';
import { compare, fromFraction, integer, mul, type Rational } from '../kit/exact-number.js';

/** Decimal places kept of a ratio: 33.3333 % is 333333 at this scale. */
export const RATIO_PLACES = 6;

/** The integers that a column holds without losing any: ± (2^53 − 1). */
const LARGEST: Rational = integer(Number.MAX_SAFE_INTEGER);
const SMALLEST: Rational = integer(Number.MIN_SAFE_INTEGER);

/** Whether the values of a type are stored as integers. */
export function isStoredAsInteger(type: ValueType): boolean {
    return type.kind === 'number' || type.kind === 'money' || type.kind === 'ratio' || type.kind === 'date';
}

/** Decimal places of a type's column: a number's own, a ratio's `RATIO_PLACES`, none for cents and days. */
export function columnScale(type: ValueType): number {
    if (type.kind === 'number') return type.places;
    return type.kind === 'ratio' ? RATIO_PLACES : 0;
}

/**
 * What a fact's value may be, bounds included, in the type's own scale (cents for money): the declared bounds, narrowed to what the
 * column holds exactly. An amount is never negative unless its bounds say so.
 */
export function factBounds(fact: FactDeclaration): { readonly low: Rational; readonly high: Rational } {
    const places = columnScale(fact.type);
    const unit = integer(10n ** BigInt(places));
    const widest = { low: divided(SMALLEST, unit), high: divided(LARGEST, unit) };
    const low = fromFraction(fact.bounds?.low ?? '') ?? (fact.type.kind === 'money' ? integer(0) : widest.low);
    const high = fromFraction(fact.bounds?.high ?? '') ?? widest.high;
    return { low: compare(low, widest.low) < 0 ? widest.low : low, high: compare(high, widest.high) > 0 ? widest.high : high };
}

/** The integer that a column of the given scale stores for a value; `undefined` when the value needs more places or more digits. */
export function storedInteger(value: Rational, scale: number): number | undefined {
    const scaled = scale === 0 ? value : mul(value, integer(10n ** BigInt(scale)));
    if (scaled.d !== 1n || compare(scaled, LARGEST) > 0 || compare(scaled, SMALLEST) < 0) return undefined;
    return Number(scaled.n);
}

function divided(value: Rational, unit: Rational): Rational {
    return { n: value.n / unit.n, d: 1n };
}
