import type { Day } from '../../ir/value.js';
import type { ValueType } from '../../ir/value-type.js';
import { formatFrenchDate } from '../../kit/civil-date.js';
import { describeNumber } from '../describe-value.js';
import type { GivenFact, GivenValue, Household } from './settling.js';

/**
 * A household in the words of an example of the language: `personnes : 3 ; situations : (sans_abri ; chez_parents)`. Put between the
 * braces of an `exemple`, the text is understood.
 */
export function describeHousehold(household: Household, day: Day): string {
    const parts = [
        ...household.demand.map(factText),
        ...household.events.map(({ source, fields }) => `${source} { ${fields.map(factText).join(' ; ')} }`),
        ...(household.dwelling.length === 0 ? [] : [`logement { ${household.dwelling.map(factText).join(' ; ')} }`]),
        ...(household.proved.length === 0 ? [] : [`justifiés : (${household.proved.join(' ; ')})`]),
        ...(household.dated ? [`date d’examen : ${formatFrenchDate(day)}`] : []),
    ];
    return parts.join(' ; ');
}

function factText({ name, type, value }: GivenFact): string {
    return `${name} : ${valueText(value, type)}`;
}

function valueText(value: GivenValue, type: ValueType): string {
    switch (value.kind) {
        case 'missing':
            return 'non renseigné';
        case 'not-applicable':
            return 'sans objet';
        case 'number':
            return describeNumber(value.value, type);
        case 'words': {
            const words = value.words.map((word) => wordText(word, type));
            return words.length === 1 ? (words[0] ?? '') : `(${words.join(' ; ')})`;
        }
    }
}

const NAME = /^[A-Za-zÀ-ÖØ-öø-ÿŒœŸ_][A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_]*$/;

/** Codes and texts that are not names stand between quotation marks. */
function wordText(word: string, type: ValueType): string {
    return (type.kind === 'code' || type.kind === 'text') && !NAME.test(word) ? `"${word}"` : word;
}
