import type { Expression } from '../../ir/expression.js';
import type { LiteralValue } from '../../ir/value.js';
import { add, div, integer, mul, neg, ONE, ZERO, type Rational } from '../../kit/exact-number.js';
import { exact, keyOf, type Model } from '../model.js';

/** A sum of quantities, each times a number, and a number: what can be compared without knowing more. */
export interface LinearForm {
    readonly terms: ReadonlyMap<string, Term>;
    readonly offset: Rational;
}

/** A quantity that is not itself a sum, and what it is multiplied by. */
export interface Term {
    readonly base: Expression;
    readonly factor: Rational;
}

const TWELVE = integer(12);

/** A numeric expression as a linear form; deduced facts that are always their formula are replaced by it. */
export function linearOf(model: Model, expression: Expression): LinearForm {
    return decompose({ model, chain: [] }, expression);
}

interface Reading {
    readonly model: Model;
    /** Deduced facts being read: one that reads itself ends there. */
    readonly chain: readonly string[];
}

function decompose(reading: Reading, expression: Expression): LinearForm {
    switch (expression.kind) {
        case 'literal':
            return constantOf(expression.value) ?? single(expression);
        case 'parameter':
            return constantOf(reading.model.parameters.get(expression.name)?.value) ?? single(expression);
        case 'opposite':
            return scale(decompose(reading, expression.operand), neg(ONE));
        case 'per':
            return scale(decompose(reading, expression.operand), expression.period === 'an' ? TWELVE : (div(ONE, TWELVE) ?? ONE));
        case 'arithmetic':
            return ofArithmetic(reading, expression);
        case 'derived':
            return ofDerived(reading, expression);
        default:
            return single(expression);
    }
}

function ofArithmetic(reading: Reading, expression: Extract<Expression, { kind: 'arithmetic' }>): LinearForm {
    const left = decompose(reading, expression.left);
    const right = decompose(reading, expression.right);
    switch (expression.operator) {
        case '+':
            return sum(left, right);
        case '-':
            return sum(left, scale(right, neg(ONE)));
        case '*':
            if (right.terms.size === 0) return scale(left, right.offset);
            return left.terms.size === 0 ? scale(right, left.offset) : single(expression);
        case '/': {
            const inverse = right.terms.size === 0 ? div(ONE, right.offset) : undefined;
            return inverse === undefined ? single(expression) : scale(left, inverse);
        }
    }
}

/** A deduced fact that may be `sans objet` or `non renseigné` by itself, or out of its bounds, stays whole; so does one whose formula is no sum. */
function ofDerived({ model, chain }: Reading, expression: Extract<Expression, { kind: 'derived' }>): LinearForm {
    const derived = model.derived.get(expression.name);
    if (derived === undefined || derived.notApplicable !== undefined || derived.unknown !== undefined || derived.bounds !== undefined)
        return single(expression);
    if (chain.includes(expression.name)) return single(expression);
    const form = decompose({ model, chain: [...chain, expression.name] }, derived.value);
    const [only, ...others] = form.terms;
    if (only === undefined || others.length > 0 || only[1].base.kind === 'fact' || !isOne(form, only[1])) return form;
    // The author's own word for the quantity.
    return { terms: new Map([[only[0], { base: expression, factor: ONE }]]), offset: ZERO };
}

function isOne({ offset }: LinearForm, { factor }: Term): boolean {
    return offset.n === 0n && factor.n === 1n && factor.d === 1n;
}

function constantOf(value: LiteralValue | undefined): LinearForm | undefined {
    return value?.kind === 'number' ? { terms: new Map(), offset: exact(value.value) } : undefined;
}

function single(base: Expression): LinearForm {
    return { terms: new Map([[keyOf(base), { base, factor: ONE }]]), offset: ZERO };
}

function scale({ terms, offset }: LinearForm, by: Rational): LinearForm {
    if (by.n === 0n) return { terms: new Map(), offset: ZERO };
    return { terms: new Map([...terms].map(([key, { base, factor }]) => [key, { base, factor: mul(factor, by) }])), offset: mul(offset, by) };
}

/** The sum of two forms; a quantity that cancels out disappears. */
export function sum(left: LinearForm, right: LinearForm): LinearForm {
    const terms = new Map(left.terms);
    for (const [key, { base, factor }] of right.terms) {
        const total = add(factor, terms.get(key)?.factor ?? ZERO);
        if (total.n === 0n) terms.delete(key);
        else terms.set(key, { base, factor: total });
    }
    return { terms, offset: add(left.offset, right.offset) };
}

/** left − right. */
export function difference(left: LinearForm, right: LinearForm): LinearForm {
    return sum(left, scale(right, neg(ONE)));
}
