import type { Policy } from '../../ir/policy.js';
import type { FactDeclaration, FactOwner, ValueType } from '../../ir/value-type.js';
import type { Vocabulary } from '../../ir/vocabulary.js';
import { labelOf, readable } from '../words/french.js';

/** The labels of one policy, found by name. */
export interface PolicyWords {
    readonly vocabulary: Vocabulary;
    readonly fact: (owner: FactOwner | 'event', name: string, fields: Fields) => string;
    readonly derived: (name: string) => string;
    readonly parameter: (name: string) => string;
    readonly table: (name: string) => string;
    /** A word of a type: the label of an enumeration's value. */
    readonly value: (type: ValueType, word: string) => string;
    /** Whether a fact is the day of the first demand. */
    readonly isDeposit: (name: string) => boolean;
}

/** The fields of the events at hand, by name: outside the filter of events there are none. */
export type Fields = ReadonlyMap<string, FactDeclaration>;

/** No events at hand. */
export const NO_FIELDS: Fields = new Map();

/** Reads the labels of a policy once. */
export function policyWords({ vocabulary }: Policy): PolicyWords {
    const facts = new Map(vocabulary.facts.map((fact) => [`${fact.owner} ${fact.name}`, fact]));
    const enumerations = new Map(vocabulary.enumerations.map(({ name, values }) => [name, new Map(values.map((value) => [value.name, labelOf(value)]))]));
    return {
        vocabulary,
        fact: (owner, name, fields) => {
            const declared = owner === 'event' ? fields.get(name) : facts.get(`${owner} ${name}`);
            return declared === undefined ? readable(name) : labelOf(declared);
        },
        derived: labelIn(vocabulary.derived),
        parameter: labelIn(vocabulary.parameters),
        table: labelIn(vocabulary.tables),
        value: (type, word) => (type.kind === 'enumeration' ? (enumerations.get(type.name)?.get(word) ?? readable(word)) : word),
        isDeposit: (name) => facts.get(`demande ${name}`)?.role === 'dépôt',
    };
}

function labelIn(items: readonly { readonly name: string; readonly label?: string }[]): (name: string) => string {
    const labels = new Map(items.map((item) => [item.name, labelOf(item)]));
    return (name) => labels.get(name) ?? readable(name);
}

/** The fields of a fact that lists events. */
export function fieldsOf({ vocabulary }: PolicyWords, source: string): Fields {
    const fact = vocabulary.facts.find(({ owner, name }) => owner === 'demande' && name === source);
    return fact?.type.kind === 'events' ? new Map(fact.type.fields.map((field) => [field.name, field])) : NO_FIELDS;
}
