import type { Expression } from '../../ir/expression.js';
import type { ValueType } from '../../ir/value-type.js';
import type { LinearForm } from '../quantities/linear-form.js';
import { factsRead, keyOf, type Model } from '../model.js';
import { gridOf } from '../quantities/value-grid.js';
import { rangeOf } from '../quantities/value-range.js';
import type { Domain, Values } from './domain.js';
import type { Given, Variable } from './formula.js';
import { EVERY_NUMBER } from './intervals.js';

/** Where an expression is read: the vocabulary, and the event whose fields it may name. */
export interface Reading {
    readonly model: Model;
    readonly event?: string;
}

type FactExpression = Extract<Expression, { kind: 'fact' }>;

/** The variable of an expression that is neither a sum nor a condition: a fact, a deduced fact, a duration, a cell of a table. */
export function variableOf(reading: Reading, expression: Expression): Variable {
    if (expression.kind === 'fact') return variableOfFact(reading, expression);
    const value = formulaOf(reading.model, expression);
    if (value.kind === 'fact') return variableOfFact(reading, value);
    const name = expression.kind === 'derived' ? expression.name : undefined;
    const facts = factsRead(reading.model, value);
    const ofEvent = [...facts].some((fact) => fact.startsWith('event.'));
    const given: Given = ofEvent ? { kind: 'nothing' } : { kind: 'computed', expression, type: expression.type, ...(name === undefined ? {} : { name }) };
    return {
        key: `${keyOf(value)}${ofEvent ? `@${reading.event ?? ''}` : ''}`,
        domain: { values: valuesOf(reading.model, expression), missing: true, notApplicable: true },
        facts,
        given,
    };
}

/** The formula of a deduced fact, clauses apart; a formula that is only another deduced fact is followed. */
export function formulaOf(model: Model, expression: Expression, chain: readonly string[] = []): Expression {
    if (expression.kind !== 'derived' || chain.includes(expression.name)) return expression;
    const derived = model.derived.get(expression.name);
    if (derived === undefined || derived.bounds !== undefined) return expression;
    const { value } = derived;
    const followed =
        value.kind !== 'derived' || model.derived.get(value.name)?.notApplicable !== undefined || model.derived.get(value.name)?.unknown !== undefined;
    return followed ? value : formulaOf(model, value, [...chain, expression.name]);
}

/** The clauses of a deduced fact that are read before its formula. */
export function clausesOf(model: Model, expression: Expression): { readonly notApplicable?: Expression; readonly unknown?: Expression } {
    const derived = expression.kind === 'derived' ? model.derived.get(expression.name) : undefined;
    return derived ?? {};
}

function variableOfFact({ model, event }: Reading, fact: FactExpression): Variable {
    const key = fact.owner === 'event' ? `event ${event ?? ''}.${fact.name}` : `${fact.owner}.${fact.name}`;
    return {
        key,
        domain: { values: fact.multiple ? setsOf(model, fact.type) : valuesOf(model, fact), missing: true, notApplicable: true },
        facts: new Set([key]),
        given: givenFact(fact, event),
    };
}

function givenFact({ owner, name, type }: FactExpression, event: string | undefined): Given {
    if (owner === 'event') return event === undefined ? { kind: 'nothing' } : { kind: 'field', instance: event, name, type };
    return owner === 'candidature' ? { kind: 'nothing' } : { kind: 'fact', owner, name, type };
}

function setsOf(model: Model, type: ValueType): Values {
    const universe = enumerationWords(model, type);
    return { kind: 'sets', groups: [], refused: [], ...(universe === undefined ? {} : { universe }) };
}

function enumerationWords(model: Model, type: ValueType): readonly string[] | undefined {
    return type.kind === 'enumeration' ? model.enumerations.get(type.name)?.values.map((value) => value.name) : undefined;
}

function valuesOf(model: Model, expression: Expression): Values {
    const { type } = expression;
    switch (type.kind) {
        case 'number':
        case 'money':
        case 'ratio': {
            const { low, high } = rangeOf(model, expression);
            const ends = { ...(low && { low: { value: low, inclusive: true } }), ...(high && { high: { value: high, inclusive: true } }) };
            const grid = gridOf(model, expression);
            return { kind: 'numbers', intervals: [ends], ...(grid === undefined ? {} : { grid }) };
        }
        case 'date':
            return { kind: 'numbers', intervals: EVERY_NUMBER, grid: 1n };
        case 'duration':
            return { kind: 'numbers', intervals: EVERY_NUMBER };
        case 'boolean':
            return { kind: 'words', allowed: ['oui', 'non'], refused: [] };
        case 'enumeration': {
            const allowed = enumerationWords(model, type);
            return { kind: 'words', refused: [], ...(allowed === undefined ? {} : { allowed }) };
        }
        case 'code':
        case 'text':
            return { kind: 'words', refused: [] };
        case 'events':
            return { kind: 'none' };
    }
}

/** The variable of a sum of several quantities, known by its terms whatever its offset and scale. */
export function variableOfSum(reading: Reading, form: LinearForm, expression: Expression): Variable {
    const facts = factsRead(reading.model, expression);
    const ofEvent = [...facts].some((fact) => fact.startsWith('event.'));
    const terms = [...form.terms].map(([key, { factor }]) => `${factor.n}/${factor.d} × ${key}`).join(' + ');
    const anywhere: Domain = { values: { kind: 'numbers', intervals: EVERY_NUMBER }, missing: true, notApplicable: true };
    const given: Given = ofEvent ? { kind: 'nothing' } : { kind: 'computed', expression, type: expression.type };
    return { key: `${terms}${ofEvent ? `@${reading.event ?? ''}` : ''}`, domain: anywhere, facts, given };
}

/** A yes/no that nothing more is known about. */
export function opaqueYesNo(reading: Reading, expression: Expression, label = ''): Variable {
    const facts = factsRead(reading.model, expression);
    const ofEvent = [...facts].some((fact) => fact.startsWith('event.'));
    return {
        key: `${label}${keyOf(expression)}${ofEvent ? `@${reading.event ?? ''}` : ''}`,
        domain: { values: { kind: 'words', allowed: ['oui', 'non'], refused: [] }, missing: true, notApplicable: true },
        facts,
        given: { kind: 'nothing' },
    };
}
