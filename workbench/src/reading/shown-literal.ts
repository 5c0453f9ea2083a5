import { rational, type Fraction, type LiteralValue, type Rational, type ValueType } from '@bareme/language/ir';

const ONE = rational(1);

/** A number as people read it, and how far that is from what the representation holds. */
export interface ShownLiteral {
    readonly raw: Fraction;
    readonly unit: string;
    readonly scale: Rational;
    readonly form: 'fraction' | 'amount';
    readonly member: 'value' | 'amount';
}

/** A literal number as people read it: percents, euros, months. Days, words and truths are no numbers to move. */
export function shownLiteral(literal: LiteralValue, type: ValueType): ShownLiteral | undefined {
    if (literal.kind === 'duration') return { raw: String(literal.amount), unit: literal.unit, scale: ONE, form: 'amount', member: 'amount' };
    if (literal.kind !== 'number') return undefined;
    const shown = { raw: literal.value, form: 'fraction', member: 'value' } as const;
    switch (type.kind) {
        case 'ratio':
            return { ...shown, unit: '%', scale: rational(1, 100) };
        case 'money':
            return { ...shown, unit: type.per === undefined ? '€' : `€ par ${type.per}`, scale: rational(100) };
        case 'number':
            return { ...shown, unit: type.unit ?? '', scale: ONE };
        default:
            return undefined;
    }
}
