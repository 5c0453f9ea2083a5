import { absurd, formatFrench, fromFraction, rational, type Fraction } from '@bareme/language/ir';
import type { AmountSpread } from '@bareme/language/replay';
import { fractionPercent, pointsText } from '../french.js';

/** An amount as a person reads it: `27,4 %`, `412 € par mois`, `3 pièces`. Euros are rounded to the nearest. */
export function amountText(amount: Fraction, type: AmountSpread['type']): string {
    const value = fromFraction(amount);
    if (value === undefined) return '?';
    switch (type.kind) {
        case 'ratio':
            return fractionPercent(amount);
        case 'money':
            return `${formatFrench(rational(value.n, value.d * 100n), 0).replace('-', '−')} €${type.per === undefined ? '' : ` par ${type.per}`}`;
        case 'number':
            return type.unit === undefined ? pointsText(value) : `${pointsText(value)} ${type.unit}`;
        default:
            return absurd(type);
    }
}
