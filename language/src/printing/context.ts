import type { Expression } from '../ir/expression.js';
import type { FactDeclaration, ValueType } from '../ir/value-type.js';
import type { Enumeration, Vocabulary } from '../ir/vocabulary.js';

/** What the printing of an expression must know of the names around it. */
export interface PrintContext {
    readonly vocabulary: Vocabulary;
    readonly enumerations: ReadonlyMap<string, Enumeration>;
    /** Inside the filter of events: the fields, whose names come first. */
    readonly eventFields?: ReadonlyMap<string, FactDeclaration>;
    /** Prints a part, between parentheses when it binds less tightly than `level`; carried so that each construct has its own file. */
    readonly print: PrintExpression;
}

/** See `expressionText`. */
type PrintExpression = (context: PrintContext, expression: Expression, level: Level) => string;

/** How tightly a construct binds, from the loosest. */
export const LEVELS = { any: 0, and: 1, not: 2, test: 3, sum: 4, product: 5, conversion: 6, term: 7 } as const;

export type Level = (typeof LEVELS)[keyof typeof LEVELS];

/** A part as printed, and how tightly it binds. */
export interface Printed {
    readonly text: string;
    readonly level: Level;
}

/** The context of the filter of a fact of events. */
export function insideEvents(context: PrintContext, source: string): PrintContext {
    const fact = context.vocabulary.facts.find((candidate) => candidate.owner === 'demande' && candidate.name === source);
    const fields = fact?.type.kind === 'events' ? fact.type.fields : [];
    return { ...context, eventFields: new Map(fields.map((field) => [field.name, field])) };
}

/** Whether an enumeration has a value of that name: such a name, in the place of such a value, reads as the value. */
export function isValueOf(context: PrintContext, type: ValueType | undefined, name: string): boolean {
    if (type?.kind !== 'enumeration') return false;
    return context.enumerations.get(type.name)?.values.some((value) => value.name === name) ?? false;
}
