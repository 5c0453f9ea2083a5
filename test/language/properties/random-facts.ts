import type { FactReader } from '../../../language/src/columns/facts.js';
import type { EventRecord, FactValue } from '../../../language/src/ir/value.js';
import type { FactDeclaration, FactOwner } from '../../../language/src/ir/value-type.js';
import type { Vocabulary } from '../../../language/src/ir/vocabulary.js';
import type { Draw } from './draw.js';
import { randomLiteral } from './random-values.js';

/** The facts of one demand or dwelling, and those whose proof is in the file. */
export interface Row {
    readonly facts: ReadonlyMap<string, FactValue>;
    readonly proved: ReadonlySet<string>;
}

/** A row of an owner's facts: values, the two absences, several values, events. */
export function randomRow(draw: Draw, vocabulary: Vocabulary, owner: FactOwner): Row {
    const own = vocabulary.facts.filter((fact) => fact.owner === owner);
    return {
        facts: new Map(own.map((fact) => [fact.name, randomFactValue(draw, vocabulary, fact)])),
        proved: new Set(own.filter(() => draw.chance(50)).map(({ name }) => name)),
    };
}

function randomFactValue(draw: Draw, vocabulary: Vocabulary, fact: FactDeclaration): FactValue {
    if (draw.chance(15)) return { kind: draw.chance(60) ? 'missing' : 'not-applicable' };
    if (fact.type.kind === 'events') {
        const { fields } = fact.type;
        return { kind: 'events', events: draw.list(0, 4, () => randomEvent(draw, vocabulary, fields)) };
    }
    if (!fact.multiple) return singleValue(draw, vocabulary, fact);
    const words = draw.list(0, 3, () => randomLiteral(draw, fact.type, vocabulary.enumerations));
    return { kind: 'set', values: [...new Set(words.flatMap((word) => (word.kind === 'word' ? [word.value] : [])))] };
}

function singleValue(draw: Draw, { enumerations }: Vocabulary, { type }: FactDeclaration): FactValue {
    return type.kind === 'boolean' ? { kind: 'boolean', value: draw.chance(50) } : randomLiteral(draw, type, enumerations);
}

function randomEvent(draw: Draw, vocabulary: Vocabulary, fields: readonly FactDeclaration[]): EventRecord {
    return fields.filter(() => draw.chance(90)).map((field) => [field.name, randomFactValue(draw, vocabulary, field)] as const);
}

const MISSING: FactValue = { kind: 'missing' };

/** A reader of a row. */
export function readerOf({ facts, proved }: Row): FactReader {
    return { fact: (name) => facts.get(name) ?? MISSING, proved: (name) => proved.has(name) };
}
