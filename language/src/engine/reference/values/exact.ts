import { fromFraction, ZERO, type Rational } from '../../../kit/exact-number.js';

/** A fraction of the IR; 0 for a text that is not one, which no lowering writes. */
export function exact(fraction: string): Rational {
    return fromFraction(fraction) ?? ZERO;
}
