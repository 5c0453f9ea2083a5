import { div, integer, mul, type Rational } from '../../../kit/exact-number.js';

const TWELVE = integer(12);

/** × 12 to read a monthly amount by the year, ÷ 12 the other way. */
export function perPeriod(period: 'mois' | 'an', amount: Rational): Rational {
    return period === 'an' ? mul(amount, TWELVE) : (div(amount, TWELVE) ?? amount);
}
