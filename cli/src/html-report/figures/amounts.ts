import { absurd, formatFrench, fromFraction, rational, type Fraction } from '@bareme/language/ir';
import type { AmountBand, AmountSpread } from '@bareme/language/replay';
import { fractionPercent, pointsText } from '../../french.js';

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
            return type.unit === undefined ? pointsText(value) : `${pointsText(value)} ${unitText(type.unit, value.n > value.d)}`;
        default:
            return absurd(type);
    }
}

function unitText(unit: string, several: boolean): string {
    return several && !/[sx²]$/.test(unit) ? `${unit}s` : unit;
}

/** What lies above one bound and up to another: `au plus 900 €`, `de plus de 900 € à 1 400 €`, `plus de 2 100 €`; whole numbers as such: `3 pièces`, `de 2 à 4 pièces`. */
export function bandText({ above, upTo, type }: AmountBand): string {
    const least = above === undefined ? undefined : nextWhole(above, type);
    if (upTo === undefined) {
        if (above === undefined) return 'tous';
        return least === undefined ? `plus de ${amountText(above, type)}` : `${amountText(least, type)} et plus`;
    }
    if (above === undefined) return `au plus ${amountText(upTo, type)}`;
    if (least === undefined) return `de plus de ${amountText(above, type)} à ${amountText(upTo, type)}`;
    return least === upTo ? amountText(upTo, type) : `de ${pointsText(least)} à ${amountText(upTo, type)}`;
}

/** The whole number that comes after a bound, of numbers that are all whole. */
function nextWhole(bound: Fraction, type: AmountBand['type']): Fraction | undefined {
    const value = fromFraction(bound);
    return type.kind === 'number' && type.places === 0 && value?.d === 1n ? String(value.n + 1n) : undefined;
}
