import { formatFrench, formatFrenchDate, fromFraction, rational, type Day, type Fraction, type Rational } from '@bareme/language/ir';

/** `1 erreur`, `2 erreurs`, `0 erreur`: French counts zero with the singular. */
export function plural(count: number, one: string, many: string): string {
    return `${integerText(count)} ${count > 1 ? many : one}`;
}

/** An integer with its thousands set apart: `20 000`. */
export function integerText(count: number): string {
    return formatFrench(rational(count));
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

/**
 * An exact number as a spreadsheet of a French system reads it: decimal comma, no space, ASCII minus. A number without finite decimals
 * is marked as near: `1/3` would be read as a day.
 */
export function exactCell(value: Fraction | Rational): string {
    const number = typeof value === 'string' ? fromFraction(value) : value;
    if (number === undefined) return '';
    const exact = formatFrench(number);
    return (exact.includes('/') ? `≈${formatFrench(number, 6)}` : exact).replace(/\u202f/g, '');
}
