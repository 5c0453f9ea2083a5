import type { AstNode } from 'langium';
import { describeType } from '../../diagnostics/type-words.js';
import type { Expression } from '../../ir/expression.js';
import type { ValueType } from '../../ir/value-type.js';
import { fail, type FileContext } from '../context/context.js';
import { sameMeasure } from './lower-literal.js';

/** The expression if it is of the type wanted, else a diagnostic on the node. */
export function requireType(context: FileContext, node: AstNode, expression: Expression, wanted: ValueType): Expression | undefined {
    if (sameMeasure(expression.type, wanted)) return expression;
    return fail(context, 'BAR303', { found: describeType(expression.type), expected: describeType(wanted) }, node);
}

/** The type of `left operator right`; `undefined` where the operation has no meaning. */
export function arithmeticType(operator: '+' | '-' | '*' | '/', left: ValueType, right: ValueType): ValueType | undefined {
    if (operator === '+' || operator === '-') return sumType(left, right);
    return operator === '*' ? productType(left, right) : quotientType(left, right);
}

function sumType(left: ValueType, right: ValueType): ValueType | undefined {
    if (!['number', 'money', 'ratio'].includes(left.kind) || !sameMeasure(left, right)) return undefined;
    if (left.kind !== 'number' || right.kind !== 'number') return left;
    const unit = left.unit ?? right.unit;
    return { kind: 'number', places: Math.max(left.places, right.places), ...(unit === undefined ? {} : { unit }) };
}

function productType(left: ValueType, right: ValueType): ValueType | undefined {
    if (isScalar(right)) return scaled(left, right);
    return isScalar(left) ? scaled(right, left) : undefined;
}

function scaled(measured: ValueType, factor: ValueType): ValueType | undefined {
    if (measured.kind === 'money') return measured;
    if (measured.kind === 'ratio') return measured;
    if (measured.kind !== 'number') return undefined;
    const places = factor.kind === 'number' ? measured.places + factor.places : UNLIMITED_PLACES;
    return { ...measured, places };
}

/** A quotient of two measures of one kind is a ratio; a measure divided by a number keeps its unit. */
function quotientType(left: ValueType, right: ValueType): ValueType | undefined {
    if (left.kind === 'money')
        return right.kind === 'money' && left.per === right.per ? { kind: 'ratio' } : right.kind === 'number' || right.kind === 'ratio' ? left : undefined;
    if (left.kind === 'ratio') return right.kind === 'ratio' || isScalar(right) ? left : undefined;
    if (left.kind !== 'number' || (right.kind !== 'number' && right.kind !== 'ratio')) return undefined;
    if (right.kind === 'number' && left.unit !== undefined && left.unit === right.unit) return { kind: 'ratio' };
    return { kind: 'number', places: UNLIMITED_PLACES, ...(left.unit === undefined ? {} : { unit: left.unit }) };
}

/** Numbers without unit and ratios may scale anything. */
function isScalar(type: ValueType): boolean {
    return type.kind === 'ratio' || type.kind === 'number';
}

/** Places of a number that a division may have made: exact all the same, never rounded. */
const UNLIMITED_PLACES = 9;

/** Types whose values can be ordered; enumerations only when declared so. */
export function isOrdered(type: ValueType, orderedEnumeration: boolean): boolean {
    if (type.kind === 'enumeration') return orderedEnumeration;
    return ['number', 'money', 'ratio', 'date', 'duration'].includes(type.kind);
}
