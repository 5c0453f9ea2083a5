import { formatFrench, fromFraction, type Fraction, type Rational } from '@bareme/language/ir';

export { dayText, enumerate, fractionPercent, integerText, percentText, plural, pointsText } from '@bareme/language/telling';

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
