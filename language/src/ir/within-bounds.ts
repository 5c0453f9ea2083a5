import { compare, fromFraction, integer, rational, type Rational } from '../kit/exact-number.js';
import type { FactValue } from './value.js';
import type { Bounds } from './value-type.js';

/** Days that a month has, at the least and at the most. */
const MONTH_DAYS = { least: 28, most: 31 };

/**
 * Whether a value stays within the bounds that its fact declares. A duration in days is outside when it is so whatever the length of its
 * months; a value without order has no bounds.
 */
export function isWithinBounds({ bounds }: { readonly bounds?: Bounds }, value: FactValue): boolean {
    if (bounds === undefined) return true;
    const [low, high] = [fromFraction(bounds.low), fromFraction(bounds.high)];
    if (low === undefined || high === undefined) return true;
    const within = (least: Rational, most: Rational): boolean => compare(most, low) >= 0 && compare(least, high) <= 0;
    switch (value.kind) {
        case 'number': {
            const number = fromFraction(value.value);
            return number === undefined || within(number, number);
        }
        case 'date':
            return within(integer(value.day), integer(value.day));
        case 'duration': {
            if (value.unit === 'jours') return within(rational(value.amount, MONTH_DAYS.most), rational(value.amount, MONTH_DAYS.least));
            const months = integer(value.unit === 'ans' ? value.amount * 12 : value.amount);
            return within(months, months);
        }
        default:
            return true;
    }
}
