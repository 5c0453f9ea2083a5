import { absurd } from '../kit/absurd.js';
import { formatFrenchDate } from '../kit/civil-date.js';
import { integer } from '../kit/exact-number.js';
import type { DurationUnit, LiteralValue } from '../ir/value.js';
import type { ValueType } from '../ir/value-type.js';
import { eurosText, exact, numberText, percentText, unitAfter } from './number-text.js';
import { codeText, quoted } from './words.js';

/** A value as files write it, with its unit; `bare`: a number of persons or rooms without the word. */
export function literalText(value: LiteralValue, type: ValueType, unit: 'unit' | 'bare' = 'unit'): string {
    switch (value.kind) {
        case 'number':
            return measureText(value.value, type, unit);
        case 'date':
            return formatFrenchDate(value.day);
        case 'duration':
            return durationText(value.amount, value.unit);
        case 'boolean':
            return value.value ? 'oui' : 'non';
        case 'word':
            return wordText(value.value, type);
        default:
            return absurd(value);
    }
}

function measureText(fraction: string, type: ValueType, unit: 'unit' | 'bare'): string {
    const value = exact(fraction);
    if (type.kind === 'ratio') return percentText(value);
    if (type.kind === 'money') return `${eurosText(value)} €${type.per === undefined ? '' : ` par ${type.per}`}`;
    const number = numberText(value);
    return type.kind !== 'number' || type.unit === undefined || unit === 'bare' ? number : `${number} ${unitAfter(value, type.unit)}`;
}

/** `36 mois`, `1 an`, `2 ans`, `10 jours`. */
export function durationText(amount: number, unit: DurationUnit): string {
    const singular = unit === 'ans' ? 'an' : unit === 'jours' ? 'jour' : 'mois';
    return `${numberText(integer(amount))} ${amount >= 2 ? unit : singular}`;
}

/** A value of an enumeration by its name; a code in digits or between quotes; a text between quotes. */
export function wordText(word: string, type: ValueType): string {
    if (type.kind === 'enumeration') return word;
    return type.kind === 'code' ? codeText(word) : quoted(word);
}
