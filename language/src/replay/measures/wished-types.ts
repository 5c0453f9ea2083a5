import type { FactReader } from '../../columns/facts.js';
import type { FactDeclaration } from '../../ir/value-type.js';
import type { Vocabulary } from '../../ir/vocabulary.js';
import { labelOf, wordsOfType } from './breakdown-classes.js';

/** The types of dwelling that a demand wants, by their words. */
interface WishedTypes {
    /** Several for a demand that wants any of several; `UNSAID` alone where it does not say. */
    readonly of: (demand: FactReader) => readonly string[];
    readonly label: (type: string) => string;
    /** Places a type among the others: in the order of its enumeration, unsaid last. */
    readonly order: (type: string) => number;
}

/** The type of a demand that does not say which it wants. */
const UNSAID = '';

/** The fact with role `typologies_souhaitées`; without one, no demand says what it wants. */
export function wishedTypes(vocabulary: Vocabulary): WishedTypes {
    const fact = vocabulary.facts.find(({ owner, role }) => owner === 'demande' && role === 'typologies_souhaitées');
    const words = fact === undefined ? [] : wordsOfType(vocabulary, fact.type);
    const order = (type: string): number => (type === UNSAID ? Infinity : words.indexOf(type));
    return { of: (demand) => wishesOf(demand, fact), label: (type) => (fact === undefined ? type : labelOf(vocabulary, fact.type, type)), order };
}

function wishesOf(demand: FactReader, fact: FactDeclaration | undefined): readonly string[] {
    const value = fact === undefined ? undefined : demand.fact(fact.name);
    if (value?.kind === 'word') return [value.value];
    return value?.kind === 'set' && value.values.length > 0 ? value.values : [UNSAID];
}
