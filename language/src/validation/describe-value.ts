import type { ValueType } from '../ir/value-type.js';
import type { LiteralValue } from '../ir/value.js';
import { absurd } from '../kit/absurd.js';
import { formatFrenchDate } from '../kit/civil-date.js';
import { compare, formatFrench, integer, isInteger, mul, ONE, div, ZERO, type Rational } from '../kit/exact-number.js';
import { exact } from './model.js';

/** The narrow space that does not break, before `%`, `€` and units. */
const SPACE = '\u00A0';

const HUNDRED = integer(100);

/** A number in the author's own units, as a policy writes it: `33 %`, `400 € par mois`, `3 personnes`. Money is in cents. */
export function describeNumber(value: Rational, type: ValueType): string {
    switch (type.kind) {
        case 'ratio':
            return `${readable(mul(value, HUNDRED))}${SPACE}%`;
        case 'money':
            return `${readable(div(value, HUNDRED) ?? ZERO)}${SPACE}€${type.per === undefined ? '' : ` par ${type.per}`}`;
        case 'date':
            return formatFrenchDate(Number(value.n));
        case 'duration':
            return `${readable(value)}${SPACE}mois`;
        case 'number':
            return type.unit === undefined ? readable(value) : `${readable(value)}${SPACE}${plural(type.unit, value)}`;
        default:
            return readable(value);
    }
}

/** A literal of the policy in the author's own units. */
export function describeLiteral(value: LiteralValue, type: ValueType): string {
    switch (value.kind) {
        case 'number':
            return describeNumber(exact(value.value), type);
        case 'date':
            return formatFrenchDate(value.day);
        case 'duration':
            return describeDuration(value);
        case 'boolean':
            return value.value ? 'oui' : 'non';
        case 'word':
            return value.value;
        default:
            return absurd(value);
    }
}

/** `36 mois`, `1 an`, `10 jours`. */
export function describeDuration({ amount, unit }: { readonly amount: number; readonly unit: 'mois' | 'ans' | 'jours' }): string {
    const word = amount < 2 && unit !== 'mois' ? unit.slice(0, -1) : unit;
    return `${amount}${SPACE}${word}`;
}

/** Decimals where they say the number exactly, else a few of them: no author reads 3 333 333/10 000 000. */
function readable(value: Rational): string {
    const exactText = formatFrench(value);
    return exactText.includes('/') || exactText.length > LONGEST ? formatFrench(value, 4) : exactText;
}

const LONGEST = 16;

/** French plural from two on: `1 personne`, `1,5 part`, `2 pièces`. */
function plural(unit: string, value: Rational): string {
    const one = compare(value, integer(2)) < 0 && compare(value, integer(-2)) > 0;
    return one || /[sx²]$/.test(unit) || (isInteger(value) && compare(value, ONE) === 0) ? unit : `${unit}s`;
}
