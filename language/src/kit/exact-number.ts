/** An exact number n/d, always irreducible with d > 0n: two equal numbers have equal fields. Build it with `rational` or `integer`. */
export interface Rational {
    readonly n: bigint;
    readonly d: bigint;
}

/** Toward −∞, toward +∞, or to the nearest with halves away from zero. */
export type Rounding = 'inférieur' | 'supérieur' | 'proche';

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

/** n/d in lowest terms. Throws `RangeError` when d is 0 or when a `number` is not an integer: a caller's bug, never the user's. */
export function rational(n: number | bigint, d: number | bigint = 1n): Rational {
    const denominator = BigInt(d);
    if (denominator === 0n) throw new RangeError('rational with denominator 0');
    return reduced(BigInt(n), denominator);
}

/** The integer n. Throws `RangeError` when n is a `number` that is not an integer. */
export function integer(n: number | bigint): Rational {
    return { n: BigInt(n), d: 1n };
}

/** a + b. */
export function add(a: Rational, b: Rational): Rational {
    if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n };
    return a.d === b.d ? reduced(a.n + b.n, a.d) : reduced(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a − b. */
export function sub(a: Rational, b: Rational): Rational {
    if (a.d === 1n && b.d === 1n) return { n: a.n - b.n, d: 1n };
    return a.d === b.d ? reduced(a.n - b.n, a.d) : reduced(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** a × b. */
export function mul(a: Rational, b: Rational): Rational {
    return a.d === 1n && b.d === 1n ? { n: a.n * b.n, d: 1n } : reduced(a.n * b.n, a.d * b.d);
}

/** a ÷ b, or `undefined` when b is 0. */
export function div(a: Rational, b: Rational): Rational | undefined {
    if (b.n === 0n) return undefined;
    return b.n === 1n && b.d === 1n ? a : reduced(a.n * b.d, a.d * b.n);
}

/** −x. */
export function neg(x: Rational): Rational {
    return { n: -x.n, d: x.d };
}

/** |x|. */
export function abs(x: Rational): Rational {
    return x.n < 0n ? neg(x) : x;
}

/** −1, 0 or 1 as a is less than, equal to or more than b; by cross-multiplication. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
    const left = a.d === b.d ? a.n : a.n * b.d;
    const right = a.d === b.d ? b.n : b.n * a.d;
    return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether a and b are the same number. */
export function equals(a: Rational, b: Rational): boolean {
    return a.n === b.n && a.d === b.d;
}

/** The lesser of a and b. */
export function min(a: Rational, b: Rational): Rational {
    return compare(a, b) <= 0 ? a : b;
}

/** The greater of a and b. */
export function max(a: Rational, b: Rational): Rational {
    return compare(a, b) >= 0 ? a : b;
}

/** Whether x has no fractional part. */
export function isInteger(x: Rational): boolean {
    return x.d === 1n;
}

/** The greatest integer at most x. */
export function floor(x: Rational): bigint {
    if (x.d === 1n) return x.n;
    const quotient = x.n / x.d;
    return x.n < 0n ? quotient - 1n : quotient;
}

/** The least integer at least x. */
export function ceil(x: Rational): bigint {
    return -floor(neg(x));
}

/** x rounded to so many decimal places; a negative number of places rounds to tens, hundreds… */
export function roundTo(x: Rational, places: number, direction: Rounding): Rational {
    if (places >= 0 && x.d === 1n) return x;
    const scale = 10n ** BigInt(Math.abs(places));
    if (places >= 0) return reduced(roundToInteger(reduced(x.n * scale, x.d), direction), scale);
    return { n: roundToInteger(reduced(x.n, x.d * scale), direction) * scale, d: 1n };
}

/**
 * The nearest-rank quantile of values sorted in ascending order: the value of rank ⌈p × N⌉, the first one when p is 0.
 * `undefined` when there is no value or when p is outside [0, 1].
 */
export function nearestRank<Value>(sortedValues: readonly Value[], p: Rational): Value | undefined {
    if (p.n < 0n || compare(p, ONE) > 0) return undefined;
    const rank = Number(ceil(mul(p, integer(sortedValues.length))));
    return sortedValues[Math.max(rank, 1) - 1];
}

/** The canonical text of x in JSON: `"140"`, `"-3"`, `"33/100"`. */
export function toFraction(x: Rational): string {
    return x.d === 1n ? String(x.n) : `${x.n}/${x.d}`;
}

const FRACTION = /^(-?[0-9]+)(?:\/([0-9]+))?$/;

/** Reads what `toFraction` writes, and fractions that are not reduced; `undefined` for any other text or a denominator of 0. */
export function fromFraction(text: string): Rational | undefined {
    const match = FRACTION.exec(text);
    if (match === null) return undefined;
    const denominator = BigInt(match[2] ?? '1');
    return denominator === 0n ? undefined : reduced(BigInt(match[1] ?? ''), denominator);
}

/** The most characters of a number that `parseFrenchNumber` reads; longer ones are refused, so that hostile text costs nothing. */
export const LONGEST_NUMBER = 100;

const FRENCH_NUMBER = /^([-\u2212]?)([1-9][0-9]{0,2}(?:[ \u00A0\u202F][0-9]{3})+|[0-9]+)(?:,([0-9]+))?$/;

/**
 * Reads a number as written in French: decimal comma; thousands, if set apart at all, are exactly three digits after a plain,
 * non-breaking or narrow space; an optional leading `-` or `−`. Anything else (`1 00`, `12 3456`, `1,2,3`, `1.5`, `+1`, outer spaces)
 * is `undefined`.
 */
export function parseFrenchNumber(text: string): Rational | undefined {
    if (text.length > LONGEST_NUMBER) return undefined;
    const match = FRENCH_NUMBER.exec(text);
    if (match === null) return undefined;
    const whole = (match[2] ?? '').replace(/[ \u00A0\u202F]/g, '');
    const decimals = match[3] ?? '';
    const digits = BigInt(whole + decimals);
    return reduced(match[1] === '' ? digits : -digits, 10n ** BigInt(decimals.length));
}

/**
 * x in French: decimal comma, a narrow non-breaking space (U+202F) between thousands, `-` when negative, no idle zero.
 * Without `maxPlaces` the text is exact: a number without finite decimals is written `n/d`.
 * With it, a number that needs more places is rounded to the nearest, halves away from zero.
 */
export function formatFrench(x: Rational, maxPlaces?: number): string {
    const places = finitePlaces(x.d);
    if (places !== undefined && (maxPlaces === undefined || places <= maxPlaces)) return decimalText(x, places);
    if (maxPlaces === undefined) return `${groupThousands(x.n)}/${groupThousands(x.d)}`;
    const rounded = roundTo(x, maxPlaces, 'proche');
    return decimalText(rounded, finitePlaces(rounded.d) ?? 0);
}

/** Decimal places that a fraction of this denominator needs, `undefined` when no finite number suffices. */
function finitePlaces(denominator: bigint): number | undefined {
    let rest = denominator;
    let twos = 0;
    let fives = 0;
    for (; rest % 2n === 0n; twos += 1) rest /= 2n;
    for (; rest % 5n === 0n; fives += 1) rest /= 5n;
    return rest === 1n ? Math.max(twos, fives) : undefined;
}

function decimalText(x: Rational, places: number): string {
    const scale = 10n ** BigInt(places);
    const scaled = (x.n * scale) / x.d;
    const size = scaled < 0n ? -scaled : scaled;
    const decimals = places === 0 ? '' : `,${String(size % scale).padStart(places, '0')}`;
    return `${x.n < 0n ? '-' : ''}${groupThousands(size / scale)}${decimals}`;
}

function groupThousands(n: bigint): string {
    return String(n).replace(/\B(?=([0-9]{3})+$)/g, '\u202F');
}

function roundToInteger(x: Rational, direction: Rounding): bigint {
    switch (direction) {
        case 'inférieur':
            return floor(x);
        case 'supérieur':
            return ceil(x);
        case 'proche': {
            const half = (2n * (x.n < 0n ? -x.n : x.n) + x.d) / (2n * x.d);
            return x.n < 0n ? -half : half;
        }
    }
}

function reduced(n: bigint, d: bigint): Rational {
    if (d === 1n) return { n, d };
    const divisor = greatestCommonDivisor(n, d);
    const signed = d < 0n ? -divisor : divisor;
    return signed === 1n ? { n, d } : { n: n / signed, d: d / signed };
}

/** Always positive, since the denominator is not 0. */
function greatestCommonDivisor(n: bigint, d: bigint): bigint {
    let a = n < 0n ? -n : n;
    let b = d < 0n ? -d : d;
    while (b !== 0n) [a, b] = [b, a % b];
    return a;
}
