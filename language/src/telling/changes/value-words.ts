import { absurd } from '../../kit/absurd.js';
import { compare, formatFrench, fromFraction, integer, mul, rational, type Rational } from '../../kit/exact-number.js';
import type { Bound, TierTest } from '../../ir/expression.js';
import type { LiteralValue } from '../../ir/value.js';
import type { ValueType } from '../../ir/value-type.js';
import { dayText, enumerate } from '../words/french.js';
import type { PolicyWords } from './policy-words.js';

/** A literal in words: `400 € par mois`, `33 %`, `12 mois`, `oui`, the label of an enumeration's value. */
export function literalWords(words: PolicyWords, value: LiteralValue, type: ValueType): string {
    switch (value.kind) {
        case 'number':
            return numberWords(fromFraction(value.value) ?? integer(0), type);
        case 'date':
            return dayText(value.day);
        case 'duration':
            return unitWords(integer(value.amount), value.unit === 'mois' ? 'mois' : value.unit.slice(0, -1));
        case 'boolean':
            return value.value ? 'oui' : 'non';
        case 'word':
            return words.value(type, value.value);
        default:
            return absurd(value);
    }
}

function numberWords(value: Rational, type: ValueType): string {
    switch (type.kind) {
        case 'money':
            return `${signed(mul(value, rational(1, 100)))} €${type.per === undefined ? '' : ` par ${type.per}`}`;
        case 'ratio':
            return `${signed(mul(value, integer(100)))} %`;
        case 'number':
            return type.unit === undefined ? signed(value) : unitWords(value, type.unit);
        default:
            return signed(value);
    }
}

function signed(value: Rational): string {
    return formatFrench(value).replace('-', '−');
}

/** `1 personne`, `3 personnes`, `9 m²`: in French the plural begins at two. */
export function unitWords(value: Rational, unit: string): string {
    const several = compare(value, integer(2)) >= 0 || compare(value, integer(-2)) <= 0;
    return `${signed(value)} ${several && !/[sx²]$/.test(unit) ? `${unit}s` : unit}`;
}

/** The left side of a line of `selon`: `moins de 33 %`, `de 33 % à moins de 50 %`, `non renseigné`. */
export function tierTestWords(words: PolicyWords, test: TierTest, type: ValueType): string {
    switch (test.kind) {
        case 'interval':
            return intervalWords(words, test, type);
        case 'values':
            return enumerate(
                test.values.map((value) => (type.kind === 'boolean' ? value : words.value(type, value))),
                'ou',
            );
        case 'otherwise':
            return 'dans les autres cas';
        case 'missing':
            return 'non renseigné';
        case 'not-applicable':
            return 'sans objet';
        default:
            return absurd(test);
    }
}

function intervalWords(words: PolicyWords, { low, high }: { readonly low?: Bound; readonly high?: Bound }, type: ValueType): string {
    const text = ({ value }: Bound): string => literalWords(words, value, type);
    const date = type.kind === 'date';
    if (low !== undefined && high !== undefined) {
        if (text(low) === text(high)) return text(low);
        return `${low.inclusive ? 'de' : 'de plus de'} ${text(low)} à ${high.inclusive ? '' : 'moins de '}${text(high)}`;
    }
    if (low !== undefined) return `${low.inclusive ? (date ? 'à partir du' : 'à partir de') : date ? 'après le' : 'plus de'} ${text(low)}`;
    if (high === undefined) return 'quelle que soit la valeur';
    return `${high.inclusive ? (date ? 'jusqu’au' : 'jusqu’à') : date ? 'avant le' : 'moins de'} ${text(high)}`;
}
