import { formatFrenchDate } from '../../kit/civil-date.js';
import type { Policy } from '../../ir/policy.js';
import type { FactDeclaration } from '../../ir/value-type.js';
import type { Enumeration } from '../../ir/vocabulary.js';

/** A fact with the value of a demand that nothing sets apart, for the author to change. */
export interface PlainFact {
    readonly name: string;
    readonly value: string;
    /** All the values that it may have, the plain one first, where they are few words. */
    readonly choices: readonly string[];
}

/** A fact of the demand with a plain value; nothing where it has none: a code, or events, which did not happen unless they are told. */
export function plainFact({ vocabulary, dates }: Policy, name: string): PlainFact | undefined {
    const fact = vocabulary.facts.find((item) => item.owner === 'demande' && item.name === name);
    const [value, ...others] = fact === undefined ? [] : valuesOf(vocabulary, fact, formatFrenchDate(dates.from));
    return value === undefined ? undefined : { name, value, choices: others.length === 0 ? [] : [value, ...others] };
}

function valuesOf({ enumerations }: Policy['vocabulary'], { type, multiple }: FactDeclaration, day: string): readonly string[] {
    switch (type.kind) {
        case 'boolean':
            return ['non', 'oui'];
        case 'date':
            return [day];
        case 'money':
            return [type.per === undefined ? '1 000 €' : `1 000 € par ${type.per}`];
        case 'ratio':
            return ['30 %'];
        case 'duration':
            return ['12 mois'];
        case 'number':
            return [type.unit === undefined ? '1' : `1 ${type.unit}`];
        case 'enumeration':
            return wordsOf(
                enumerations.find((item) => item.name === type.name),
                multiple,
            );
        default:
            return [];
    }
}

/** What stands for none of the values that set apart, then the others; of a list of many, or from the least to the most, that is none at all. */
function wordsOf(enumeration: Enumeration | undefined, multiple: boolean): readonly string[] {
    const names = (enumeration?.values ?? []).map(({ name }) => name);
    const plain = names.find((name) => /^(autre|aucun)/.test(name));
    if (plain !== undefined) return [plain, ...names.filter((name) => name !== plain)];
    return multiple || enumeration?.multiple === true || enumeration?.ordered === true ? ['sans objet', ...names] : [...names].reverse();
}
