import type { Fraction } from '../ir/value.js';
import { abs, compare, formatFrench, fromFraction, integer, mul, rational, type Rational } from '../kit/exact-number.js';
import { isUnitName } from './words.js';

/** A fraction of the representation, which is always well formed. */
export function exact(fraction: Fraction): Rational {
    return fromFraction(fraction) ?? integer(0);
}

/** A number as files write it: decimal comma, plain spaces between thousands. */
export function numberText(value: Rational): string {
    return formatFrench(value).replace(/\u202F/g, ' ');
}

/** Cents as euros, without sign of currency. */
export function eurosText(cents: Rational): string {
    return numberText(mul(cents, rational(1, 100)));
}

/** `33 %`. */
export function percentText(ratio: Rational): string {
    return `${numberText(mul(ratio, integer(100)))} %`;
}

/** `0 point`, `1 point`, `-10 points`. */
export function pointsText(fraction: Fraction): string {
    const value = exact(fraction);
    return `${numberText(value)} ${isPlural(value) ? 'points' : 'point'}`;
}

/** In French the plural begins at two. */
function isPlural(value: Rational): boolean {
    return compare(abs(value), integer(2)) >= 0;
}

/** A unit after a number: `1 personne`, `3 personnes`. The singular is avoided where it would be read as another unit. */
export function unitAfter(value: Rational, unit: string): string {
    const ownForm = unit === 'point' || unit === 'an' || unit === 'jour';
    const singular = ownForm || unit.length <= 2 || (isUnitName(unit) && !/[sx]$/.test(unit));
    return isPlural(value) || !singular ? pluralUnit(unit) : unit;
}

/** The form of a unit that declarations use: `de 1 à 20 personnes`. */
export function pluralUnit(unit: string): string {
    if (unit === 'mois' || unit === 'm²') return unit;
    if (unit === 'an') return 'ans';
    if (unit.length <= 2) return unit;
    return /eau$|eu$/.test(unit) ? `${unit}x` : `${unit}s`;
}
