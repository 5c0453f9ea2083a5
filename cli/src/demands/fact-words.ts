import {
    absurd,
    compare,
    formatFrench,
    fromFraction,
    rational,
    roundTo,
    type EventRecord,
    type FactValue,
    type Rational,
    type ValueType,
    type Vocabulary,
} from '@bareme/language/ir';
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
            return value.events.length === 0 ? 'aucun' : value.events.map((event) => `(${eventText(event, type, vocabulary)})`).join(' ; ');
        default:
            return absurd(value);
    }
}

/** An event or a member, field by field: `naissance 01/01/1985, lien enfant`. */
function eventText(event: EventRecord, type: ValueType, vocabulary: Vocabulary): string {
    const fields = type.kind === 'events' ? type.fields : [];
    const said = event.flatMap(([name, value]) => {
        const field = fields.find((candidate) => candidate.name === name);
        return field === undefined || value.kind === 'missing' ? [] : [`${name} ${factText(value, field.type, vocabulary)}`];
    });
    return said.length === 0 ? 'rien de renseigné' : said.join(', ');
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
            return `${faithfulText(rational(value.n, value.d * 100n))} €${type.per === undefined ? '' : ` par ${type.per}`}`;
        case 'ratio':
            return `${faithfulText(rational(value.n * 100n, value.d))} %`;
        case 'number':
            return type.unit === undefined ? faithfulText(value) : `${faithfulText(value)} ${unitText(type.unit, value.n > value.d)}`;
        default:
            return faithfulText(value);
    }
}

/** Decimals within which a number is written whole, and those of one that has more. */
const WHOLE_PLACES = 6;
const SHOWN_PLACES = 2;

/**
 * A number that never lies on the other side of a threshold: written whole when its decimals end soon enough, else rounded, with the side on
 * which it is: 1499,99 ÷ 3 is « un peu moins de 500 », not 500.
 */
function faithfulText(value: Rational): string {
    const isWhole = compare(roundTo(value, WHOLE_PLACES, 'proche'), value) === 0;
    if (isWhole) return formatFrench(value, WHOLE_PLACES);
    const side = compare(value, roundTo(value, SHOWN_PLACES, 'proche')) < 0 ? 'moins' : 'plus';
    return `un peu ${side} de ${formatFrench(value, SHOWN_PLACES)}`;
}

function unitText(unit: string, several: boolean): string {
    return several && !/[sx²]$/.test(unit) ? `${unit}s` : unit;
}

function wordText(word: string, type: ValueType, { enumerations }: Vocabulary): string {
    if (type.kind !== 'enumeration') return word;
    const known = enumerations.find(({ name }) => name === type.name);
    return known?.values.find(({ name }) => name === word)?.label ?? word;
}
