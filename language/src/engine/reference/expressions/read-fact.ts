import type { Expression } from '../../../ir/expression.js';
import type { FactValue } from '../../../ir/value.js';
import type { FactDeclaration } from '../../../ir/value-type.js';
import type { FactReader } from '../../../columns/facts.js';
import { isWithinBounds } from '../../../ir/within-bounds.js';
import { absurd } from '../../../kit/absurd.js';
import { compare, fromFraction } from '../../../kit/exact-number.js';
import type { Subject } from '../../subject.js';
import { note, type Context } from './context.js';
import { loadFact, qualifierOf, type LoadedFact } from '../policy/loaded-fact.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import { missingBecause, NOT_APPLICABLE, numberValue, type Evaluated, type Known } from '../values/value.js';

type FactExpression = Extract<Expression, { kind: 'fact' }>;

/** The value of a fact of the demand, of the dwelling, of the candidature, or of a field of the event under test. */
export function readFact(context: Context, expression: FactExpression): Evaluated {
    const { owner, name } = expression;
    if (owner === 'event') return readField(context, context.event?.source.fields.get(name), name);
    const fact = context.loaded.facts[owner].get(name) ?? loadFact(undeclared(expression, owner), qualifierOf(owner));
    return readDeclared(context, fact);
}

/** The value of a declared fact. One of a dwelling or candidature that was not given is missing, for that reason. */
export function readDeclared(context: Context, fact: LoadedFact): Evaluated {
    const cell = context.cells?.get(fact.missing.gap.facts[0] ?? '');
    if (cell !== undefined) return cell.evaluated;
    const reader = readerOf(context.subject, fact.declaration);
    return reader === undefined ? fact.absent : evaluated(context, fact, reader.fact(fact.declaration.name));
}

/** What a fact of the demand shows: what is supposed of it, else what its reader gives. */
export function demandFact({ subject, cells }: Context, name: string): FactValue {
    return cells?.get(name)?.shown ?? subject.demand.fact(name);
}

/** The value of a field of the event under test; a field that the event does not carry is missing. */
export function readField(context: Context, field: LoadedFact | undefined, name: string): Evaluated {
    if (field === undefined || context.event === undefined) return missingBecause({ facts: [name], absent: [] });
    const carried = context.event.record.find(([key]) => key === field.declaration.name);
    return carried === undefined ? field.missing : evaluated(context, field, carried[1]);
}

/** Who holds a fact; nobody when the dwelling or the candidature was not given. */
export function readerOf(subject: Subject, { owner }: Pick<FactDeclaration, 'owner'>): FactReader | undefined {
    switch (owner) {
        case 'demande':
            return subject.demand;
        case 'logement':
            return subject.dwelling;
        case 'candidature':
            return subject.candidature;
        default:
            return absurd(owner);
    }
}

function evaluated(context: Context, fact: LoadedFact, value: FactValue): Evaluated {
    switch (value.kind) {
        case 'missing':
            return fact.missing;
        case 'not-applicable':
            return NOT_APPLICABLE;
        case 'number':
            return numberOf(fact, value.value) ?? outOfBounds(context, fact);
        case 'word':
        case 'set':
            return isAllowed(context.loaded, fact, value) ? value : outOfBounds(context, fact);
        case 'date':
        case 'duration':
            return isWithinBounds(fact.declaration, value) ? value : outOfBounds(context, fact);
        case 'boolean':
        case 'events':
            return value;
        default:
            return absurd(value);
    }
}

/** Whether a value is one that its declaration allows; one that is not counts as missing. */
export function isAllowed(loaded: LoadedPolicy, fact: LoadedFact, value: FactValue): boolean {
    switch (value.kind) {
        case 'number':
            return numberOf(fact, value.value) !== undefined;
        case 'word':
            return isKnownWord(loaded, fact, value.value);
        case 'set':
            return value.values.every((word) => isKnownWord(loaded, fact, word));
        default:
            return true;
    }
}

function numberOf({ numbers, bounds }: LoadedFact, text: string): Known | undefined {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const number = fromFraction(text);
    if (number === undefined || (bounds !== undefined && (compare(number, bounds.low) < 0 || compare(number, bounds.high) > 0))) return undefined;
    const read = numberValue(number);
    numbers.set(text, read);
    return read;
}

/** Words of an enumeration are those that it declares; codes and texts are free. */
function isKnownWord({ ranks }: LoadedPolicy, { declaration }: LoadedFact, word: string): boolean {
    if (declaration.type.kind !== 'enumeration') return true;
    return ranks.get(declaration.type.name)?.has(word) ?? true;
}

/** A value that its declaration does not allow is an anomaly, and then counts as missing. */
function outOfBounds(context: Context, fact: LoadedFact): Evaluated {
    note(context, 'out-of-bounds', fact.missing.gap.facts[0] ?? fact.declaration.name, fact.declaration.at);
    return fact.missing;
}

function undeclared(expression: FactExpression, owner: FactDeclaration['owner']): FactDeclaration {
    const { name, type, multiple, at } = expression;
    return { name, owner, type, multiple, proof: false, references: [], at };
}
