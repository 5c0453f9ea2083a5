import type { Expression } from '../../ir/expression.js';
import { addDays, addMonths } from '../../kit/civil-date.js';
import { add, compare, div, floor, integer, isInteger, mul, neg, sub, type Rational } from '../../kit/exact-number.js';
import { exact, type Model } from '../model.js';
import { plainNumbersIn } from './candidates.js';
import type { Values } from './domain.js';
import { holds } from './intervals.js';
import { clausesOf, formulaOf, variableOf } from './variables.js';

/** Numbers given to facts so far, by `owner.name`; days for dates. It grows while an expression is solved. */
export type Assignment = Map<string, Rational>;

/** What facts may be, by `owner.name`, where more is asked of them than their declaration does. */
export type Known = ReadonlyMap<string, Values>;

interface Solving {
    readonly model: Model;
    readonly known: Known;
    readonly assignment: Assignment;
    /** Which of the plain values facts take that are free, from 0. */
    readonly rank: number;
}

const TWELVE = integer(12);

/**
 * Gives facts values such that the expression has the value wanted, by undoing its operations down to one fact. False when it does
 * not come out; what was assigned is then not to be used.
 */
export function solve(solving: Solving, expression: Expression, wanted: Rational): boolean {
    switch (expression.kind) {
        case 'fact':
            return assign(solving, expression, wanted);
        case 'derived': {
            const value = formulaOf(solving.model, expression);
            return value !== expression && solve(solving, value, wanted);
        }
        case 'opposite':
            return solve(solving, expression.operand, neg(wanted));
        case 'per':
            return solve(solving, expression.operand, expression.period === 'an' ? quotient(wanted, TWELVE) : mul(wanted, TWELVE));
        case 'arithmetic':
            return solveArithmetic(solving, expression, wanted);
        case 'since':
            return solve(solving, expression.start, integer(dayBefore(solving.model.day, wanted)));
        case 'elapsed': {
            const months = expression.unit === 'ans' ? mul(wanted, TWELVE) : wanted;
            const day = expression.unit === 'jours' ? addDays(solving.model.day, -Number(wanted.n)) : dayBefore(solving.model.day, months);
            return isInteger(wanted) && wanted.n >= 0n && solve(solving, expression.start, integer(day));
        }
        default: {
            const value = evaluate(solving, expression);
            return value !== undefined && compare(value, wanted) === 0;
        }
    }
}

/** The day from which so many months have passed, and one day more when months are not whole. */
function dayBefore(day: number, months: Rational): number {
    return addDays(addMonths(day, -Number(floor(months))), isInteger(months) ? 0 : -1);
}

function quotient(value: Rational, by: Rational): Rational {
    return div(value, by) ?? value;
}

function solveArithmetic(solving: Solving, { operator, left, right }: Extract<Expression, { kind: 'arithmetic' }>, wanted: Rational): boolean {
    const trial = (pivot: Expression, other: Expression, target: (value: Rational) => Rational | undefined): boolean => {
        const before = new Map(solving.assignment);
        const value = evaluate(solving, other);
        const aim = value === undefined ? undefined : target(value);
        if (aim !== undefined && solve(solving, pivot, aim)) return true;
        solving.assignment.clear();
        before.forEach((each, key) => solving.assignment.set(key, each));
        return false;
    };
    switch (operator) {
        case '+':
            return trial(left, right, (value) => sub(wanted, value)) || trial(right, left, (value) => sub(wanted, value));
        case '-':
            return trial(left, right, (value) => add(wanted, value)) || trial(right, left, (value) => sub(value, wanted));
        case '*':
            return trial(left, right, (value) => div(wanted, value)) || trial(right, left, (value) => div(wanted, value));
        case '/':
            return trial(left, right, (value) => (value.n === 0n ? undefined : mul(wanted, value))) || trial(right, left, (value) => div(value, wanted));
    }
}

type FactExpression = Extract<Expression, { kind: 'fact' }>;

function assign({ model, known, assignment }: Solving, fact: FactExpression, value: Rational): boolean {
    const key = `${fact.owner}.${fact.name}`;
    const before = assignment.get(key);
    if (before !== undefined) return compare(before, value) === 0;
    const values = valuesOf(model, known, fact);
    const possible = values?.kind === 'numbers' && holds(values.intervals, value) && (values.grid === undefined || isInteger(mul(value, integer(values.grid))));
    if (possible) assignment.set(key, value);
    return possible;
}

function valuesOf(model: Model, known: Known, fact: FactExpression): Values | undefined {
    if (fact.owner !== 'demande' && fact.owner !== 'logement') return undefined;
    return known.get(`${fact.owner}.${fact.name}`) ?? variableOf({ model }, fact).domain.values;
}

/** The value of an expression, giving a plain value to the facts that have none yet. */
function evaluate(solving: Solving, expression: Expression): Rational | undefined {
    switch (expression.kind) {
        case 'literal':
            return expression.value.kind === 'number' ? exact(expression.value.value) : undefined;
        case 'parameter': {
            const value = solving.model.parameters.get(expression.name)?.value;
            return value?.kind === 'number' ? exact(value.value) : undefined;
        }
        case 'fact':
            return evaluateFact(solving, expression);
        case 'derived': {
            const { notApplicable, unknown } = clausesOf(solving.model, expression);
            const value = formulaOf(solving.model, expression);
            return notApplicable !== undefined || unknown !== undefined || value === expression ? undefined : evaluate(solving, value);
        }
        case 'opposite':
            return negated(evaluate(solving, expression.operand));
        case 'per': {
            const value = evaluate(solving, expression.operand);
            return value && (expression.period === 'an' ? mul(value, TWELVE) : quotient(value, TWELVE));
        }
        case 'arithmetic':
            return evaluateArithmetic(solving, expression);
        default:
            return undefined;
    }
}

function negated(value: Rational | undefined): Rational | undefined {
    return value && neg(value);
}

function evaluateFact(solving: Solving, fact: FactExpression): Rational | undefined {
    const key = `${fact.owner}.${fact.name}`;
    const known = solving.assignment.get(key);
    const values = known === undefined ? valuesOf(solving.model, solving.known, fact) : undefined;
    const chosen = known ?? (values?.kind === 'numbers' ? plainNumbersIn(values, fact.type)[solving.rank] : undefined);
    if (chosen !== undefined) solving.assignment.set(key, chosen);
    return chosen;
}

function evaluateArithmetic(solving: Solving, { operator, left, right }: Extract<Expression, { kind: 'arithmetic' }>): Rational | undefined {
    const [a, b] = [evaluate(solving, left), evaluate(solving, right)];
    if (a === undefined || b === undefined) return undefined;
    switch (operator) {
        case '+':
            return add(a, b);
        case '-':
            return sub(a, b);
        case '*':
            return mul(a, b);
        case '/':
            return div(a, b);
    }
}
