import { absurd } from '../../kit/absurd.js';
import { describeType } from '../../diagnostics/type-words.js';
import type * as ast from '../../generated/ast.js';
import type { Expression, RoundingDirection } from '../../ir/expression.js';
import { CENT_PLACES, type ValueType } from '../../ir/value-type.js';
import { expect, fail, spanOf, unquote, type FileContext } from '../context/context.js';
import type { Scope } from '../../references/scope.js';
import { lowerCondition } from './condition.js';
import { BOOLEAN, COUNT, DURATION, type ExpressionContext } from './expression-context.js';
import { lowerEventCount, lowerEventFold, lowerMemberTest } from './lower-events.js';
import { lowerDate, lowerNumber, lowerWord } from './lower-literal.js';
import { lowerLookup, lowerReference } from './lower-reference.js';
import { lowerMembership, lowerTest } from './lower-test.js';
import { lowerSelect } from './lower-tiers.js';
import { lowerPlaces } from './lower-type.js';
import { arithmeticType, requireType } from './typing.js';

/** The context in which the expressions of a file are read; objectives read facts of the dwelling by their bare names. */
export function expressionContext(context: FileContext, scope: Scope, dwellingFacts = false): ExpressionContext {
    return { ...context, scope, dwellingFacts, lower: lowerExpression };
}

/**
 * An expression with its type. `expected` helps to read literals and enumeration values; it is not enforced here.
 * `undefined` after at least one diagnostic, or where the parser has recovered from an error it has reported.
 */
export function lowerExpression(context: ExpressionContext, node: ast.Expression | undefined, expected?: ValueType): Expression | undefined {
    if (node === undefined) return undefined;
    switch (node.$type) {
        case 'Disjunction':
        case 'Conjunction':
            return lowerJunction(context, node);
        case 'Negation':
            return lowerNegation(context, node);
        case 'Membership':
            return lowerMembership(context, node);
        case 'Test':
            return lowerTest(context, node);
        case 'Arithmetic':
            return lowerArithmetic(context, node, expected);
        case 'Reference':
            return lowerReference(context, node, expected);
        case 'Lookup':
            return lowerLookup(context, node);
        case 'Select':
            return lowerSelect(context, node, expected);
        default:
            return lowerTerm(context, node, expected);
    }
}

type Term = Exclude<
    ast.Expression,
    ast.Disjunction | ast.Conjunction | ast.Negation | ast.Membership | ast.Test | ast.Arithmetic | ast.Reference | ast.Lookup | ast.Select
>;

function lowerTerm(context: ExpressionContext, node: Term, expected?: ValueType): Expression | undefined {
    const at = spanOf(context, node);
    expect(context, node, expected);
    switch (node.$type) {
        case 'NumberLiteral': {
            const literal = lowerNumber(context, node, node, expected);
            return literal === undefined ? undefined : { kind: 'literal', ...literal, at };
        }
        case 'DateLiteral': {
            const day = lowerDate(context, node, node.value);
            return day === undefined ? undefined : { kind: 'literal', type: { kind: 'date' }, value: { kind: 'date', day }, at };
        }
        case 'TextLiteral': {
            const type = expected ?? { kind: 'text' };
            const value = lowerWord(context, context.scope, node, { word: unquote(node.value) ?? '', expected: type });
            return value === undefined ? undefined : { kind: 'literal', type, value, at };
        }
        case 'BooleanLiteral':
            return { kind: 'literal', type: BOOLEAN, value: { kind: 'boolean', value: true }, at };
        case 'Opposite':
        case 'Conversion':
        case 'Rounding':
            return lowerUnary(context, node, expected);
        case 'Since':
        case 'ElapsedCount':
            return lowerElapsed(context, node);
        case 'Lapse':
            return lowerLapse(context, node);
        case 'EventCount':
            return lowerEventCount(context, node);
        case 'EventFold':
            return lowerEventFold(context, node, expected);
        case 'MemberTest':
            return lowerMemberTest(context, node);
        case 'Extreme':
            return lowerExtreme(context, node, expected);
        case 'Choose':
            return lowerChoose(context, node, expected);
        default:
            return absurd(node);
    }
}

function lowerJunction(context: ExpressionContext, node: ast.Disjunction | ast.Conjunction): Expression | undefined {
    const items = node.items.map((item) => lowerCondition(context, item));
    const complete = items.filter((item) => item !== undefined);
    if (complete.length !== items.length) return undefined;
    return { kind: node.$type === 'Disjunction' ? 'or' : 'and', items: complete, type: BOOLEAN, at: spanOf(context, node) };
}

function lowerNegation(context: ExpressionContext, node: ast.Negation): Expression | undefined {
    const operand = lowerCondition(context, node.operand);
    return operand === undefined ? undefined : { kind: 'not', operand, type: BOOLEAN, at: spanOf(context, node) };
}

function lowerArithmetic(context: ExpressionContext, node: ast.Arithmetic, expected?: ValueType): Expression | undefined {
    const operator = OPERATORS[node.operator];
    const additive = operator === '+' || operator === '-';
    const left = lowerExpression(context, node.left, additive ? expected : undefined);
    const right = lowerExpression(context, node.right, additive ? left?.type : undefined);
    if (left === undefined || right === undefined) return undefined;
    const type = arithmeticType(operator, left.type, right.type);
    if (type === undefined) return fail(context, 'BAR302', { operator: node.operator, left: describeType(left.type), right: describeType(right.type) }, node);
    return { kind: 'arithmetic', operator, left, right, type, at: spanOf(context, node) };
}

const OPERATORS = { '+': '+', '-': '-', '*': '*', '×': '*', '/': '/', par: '/' } as const;

function lowerUnary(context: ExpressionContext, node: ast.Opposite | ast.Conversion | ast.Rounding, expected?: ValueType): Expression | undefined {
    const at = spanOf(context, node);
    if (node.$type === 'Opposite') {
        const operand = lowerExpression(context, node.operand, expected);
        return operand === undefined ? undefined : { kind: 'opposite', operand, type: operand.type, at };
    }
    const operand = lowerExpression(context, node.value, node.$type === 'Rounding' ? expected : undefined);
    if (operand === undefined) return undefined;
    if (node.$type === 'Rounding') {
        const written = lowerPlaces(context, node);
        const places = node.places === undefined ? 0 : written - (operand.type.kind === 'money' ? CENT_PLACES : 0);
        return { kind: 'rounding', direction: ROUNDINGS[node.direction], places, operand, type: operand.type, at };
    }
    if (operand.type.kind !== 'money' || operand.type.per === undefined) {
        return fail(context, 'BAR303', { found: describeType(operand.type), expected: describeType({ kind: 'money', per: 'mois' }) }, node.value);
    }
    return { kind: 'per', period: node.period, operand, type: { kind: 'money', per: node.period }, at };
}

/** The rounding that the author wrote, in the representation's words. */
export const ROUNDINGS: Readonly<Record<'inférieur' | 'supérieur' | 'au plus proche', RoundingDirection>> = {
    inférieur: 'inférieur',
    supérieur: 'supérieur',
    'au plus proche': 'proche',
};

function lowerElapsed(context: ExpressionContext, node: ast.Since | ast.ElapsedCount): Expression | undefined {
    const start = lowerReference(context, node.start);
    const date = start === undefined ? undefined : requireType(context, node.start, start, { kind: 'date' });
    if (date === undefined) return undefined;
    if (node.$type === 'Since') return { kind: 'since', start: date, type: DURATION, at: spanOf(context, node) };
    const mode = node.mode === 'révolus' ? 'révolu' : 'commencé';
    return { kind: 'elapsed', unit: node.unit, mode, start: date, type: COUNT, at: spanOf(context, node) };
}

/** The time between two dates. */
function lowerLapse(context: ExpressionContext, node: ast.Lapse): Expression | undefined {
    const [start, end] = [lowerDay(context, node.start), lowerDay(context, node.end)];
    if (start === undefined || end === undefined) return undefined;
    const at = spanOf(context, node);
    if (node.unit === undefined) return { kind: 'lapse', start, end, type: DURATION, at };
    return { kind: 'lapse', start, end, count: { unit: node.unit, mode: node.mode === 'révolus' ? 'révolu' : 'commencé' }, type: COUNT, at };
}

function lowerDay(context: ExpressionContext, node: ast.Reference | undefined): Expression | undefined {
    const day = node === undefined ? undefined : lowerReference(context, node);
    return day === undefined || node === undefined ? undefined : requireType(context, node, day, { kind: 'date' });
}

function lowerExtreme(context: ExpressionContext, node: ast.Extreme, expected?: ValueType): Expression | undefined {
    const first = lowerExpression(context, node.items[0], expected);
    if (first === undefined) return undefined;
    const others = node.items.slice(1).map((item) => {
        const lowered = lowerExpression(context, item, first.type);
        return lowered === undefined ? undefined : requireType(context, item, lowered, first.type);
    });
    const complete = others.filter((item) => item !== undefined);
    if (complete.length !== others.length) return undefined;
    const which = node.which === 'le plus grand de' ? 'max' : 'min';
    return { kind: 'extreme', which, items: [first, ...complete], type: first.type, at: spanOf(context, node) };
}

function lowerChoose(context: ExpressionContext, node: ast.Choose, expected?: ValueType): Expression | undefined {
    const condition = lowerCondition(context, node.condition);
    const then = lowerExpression(context, node.then, expected);
    const otherwise = lowerExpression(context, node.otherwise, then?.type ?? expected);
    if (condition === undefined || then === undefined || otherwise === undefined) return undefined;
    const same = requireType(context, node.otherwise, otherwise, then.type);
    return same === undefined ? undefined : { kind: 'choose', condition, then, otherwise, type: then.type, at: spanOf(context, node) };
}
