import { absurd } from '../kit/absurd.js';
import type { Bound, TierTest } from '../ir/expression.js';
import type { ValueType } from '../ir/value-type.js';
import { items } from './layout.js';
import { literalText, wordText } from './literal-text.js';

/** The left side of a line of `selon`. */
export function tierTestText(test: TierTest, type: ValueType): string {
    switch (test.kind) {
        case 'interval':
            return intervalText(test, type);
        case 'values':
            return valuesText(test.values, type);
        case 'otherwise':
            return 'sinon';
        case 'missing':
            return 'non renseigné';
        case 'not-applicable':
            return 'sans objet';
        default:
            return absurd(test);
    }
}

/** `de 33 % à moins de 50 %`, `à partir de 4 personnes`, `avant le 01/01/2024`, or the one value that the two bounds leave. */
export function intervalText({ low, high }: { readonly low?: Bound; readonly high?: Bound }, type: ValueType): string {
    if (low !== undefined && high !== undefined) return closedText(low, high, type);
    const date = type.kind === 'date';
    if (low !== undefined) {
        const word = low.inclusive ? (date ? 'à partir du' : 'à partir de') : date ? 'après le' : 'plus de';
        return `${word} ${literalText(low.value, type)}`;
    }
    if (high === undefined) return 'sinon';
    const word = high.inclusive ? (date ? "jusqu'au" : "jusqu'à") : date ? 'avant le' : 'moins de';
    return `${word} ${literalText(high.value, type)}`;
}

function closedText(low: Bound, high: Bound, type: ValueType): string {
    const first = literalText(low.value, type);
    const last = literalText(high.value, type);
    if (first === last && high.inclusive && type.kind !== 'enumeration') return last;
    return `de ${literalText(low.value, type, 'bare')} à ${high.inclusive ? '' : 'moins de '}${last}`;
}

function valuesText(values: readonly string[], type: ValueType): string {
    const texts = values.map((value) => (type.kind === 'boolean' ? value : wordText(value, type)));
    return texts.length === 1 ? (texts[0] ?? '') : `parmi (${items(texts)})`;
}
