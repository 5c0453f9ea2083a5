import { absurd, formatFrench, fromFraction, rational, type FactValue, type ValueType, type Vocabulary } from '@bareme/language/ir';
import { dayText, plural } from '../french.js';

/** The value of a fact as a person reads it, with the labels of its enumeration. */
export function factText(value: FactValue, type: ValueType, vocabulary: Vocabulary): string {
    switch (value.kind) {
        case 'missing':
            return 'non renseigné';
        case 'not-applicable':
            return 'sans objet';
        case 'boolean':
            return value.value ? 'oui' : 'non';
        case 'date':
            return dayText(value.day);
        case 'duration':
            return durationText(value.amount, value.unit);
        case 'number':
            return numberText(value.value, type);
        case 'word':
            return wordText(value.value, type, vocabulary);
        case 'set':
            return value.values.length === 0 ? 'aucun' : value.values.map((word) => wordText(word, type, vocabulary)).join(', ');
        case 'events':
            return value.events.length === 0 ? 'aucun' : plural(value.events.length, 'événement', 'événements');
        default:
            return absurd(value);
    }
}

function durationText(amount: number, unit: 'mois' | 'ans' | 'jours'): string {
    if (unit === 'mois') return `${amount} mois`;
    return unit === 'ans' ? plural(amount, 'an', 'ans') : plural(amount, 'jour', 'jours');
}

function numberText(fraction: string, type: ValueType): string {
    const value = fromFraction(fraction);
    if (value === undefined) return '?';
    switch (type.kind) {
        case 'money':
            return `${formatFrench(rational(value.n, value.d * 100n), 2)} €${type.per === undefined ? '' : ` par ${type.per}`}`;
        case 'ratio':
            return `${formatFrench(rational(value.n * 100n, value.d), 2)} %`;
        case 'number':
            return type.unit === undefined ? formatFrench(value, 2) : `${formatFrench(value, 2)} ${unitText(type.unit, value.n > value.d)}`;
        default:
            return formatFrench(value, 2);
    }
}

function unitText(unit: string, several: boolean): string {
    return several && !/[sx²]$/.test(unit) ? `${unit}s` : unit;
}

function wordText(word: string, type: ValueType, { enumerations }: Vocabulary): string {
    if (type.kind !== 'enumeration') return word;
    const known = enumerations.find(({ name }) => name === type.name);
    return known?.values.find(({ name }) => name === word)?.label ?? word;
}
