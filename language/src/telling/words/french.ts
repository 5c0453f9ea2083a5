import { formatFrenchDate } from '../../kit/civil-date.js';
import { formatFrench, fromFraction, rational, type Rational } from '../../kit/exact-number.js';
import type { Day, Fraction } from '../../ir/value.js';

/** `1 erreur`, `2 erreurs`, `0 erreur`: French counts zero with the singular. */
export function plural(count: number, one: string, many: string): string {
    return `${integerText(count)} ${count > 1 ? many : one}`;
}

/** An integer with its thousands set apart: `20 000`. */
export function integerText(count: number): string {
    return formatFrench(rational(count)).replace('-', '−');
}

/** A note or points in French: `77`, `12,5`; two decimals at most where there is no finite number. */
export function pointsText(points: Fraction | Rational): string {
    const value = typeof points === 'string' ? fromFraction(points) : points;
    return value === undefined ? '?' : formatFrench(value, 2).replace('-', '−');
}

/** A part of a whole as a percentage, one decimal, nearest: `23,4 %`; `—` when the whole is nothing. */
export function percentText(numerator: number, denominator: number): string {
    return denominator === 0 ? '—' : `${formatFrench(rational(BigInt(numerator) * 100n, BigInt(denominator)), 1)} %`;
}

/** A fraction as a percentage, one decimal at most: `25 %`. */
export function fractionPercent(fraction: Fraction): string {
    const value = fromFraction(fraction);
    return value === undefined ? '?' : `${formatFrench(rational(value.n * 100n, value.d), 1)} %`;
}

/** A civil day: `01/03/2024`. */
export function dayText(day: Day): string {
    return formatFrenchDate(day);
}

/** Words joined as in a sentence: `a, b et c`. */
export function enumerate(words: readonly string[], last = 'et'): string {
    return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** A difference with its sign: `+34`, `−12`, `0`. */
export function signedText(value: number): string {
    const size = integerText(Math.abs(value));
    return value > 0 ? `+${size}` : value < 0 ? `−${size}` : '0';
}

/** A name quoted as French does. */
export function quoted(name: string): string {
    return `« ${name} »`;
}

/** A name of the language as words, where it has no label: `public_prioritaire` is « Public prioritaire ». */
export function readable(name: string): string {
    const words = /^[\p{L}\p{N}_]+$/u.test(name) ? name.replace(/_/g, ' ') : name;
    return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A label to name something by, or its name as words. */
export function labelOf({ label, name }: { readonly label?: string; readonly name: string }): string {
    return label === undefined || label === '' ? readable(name) : label;
}
