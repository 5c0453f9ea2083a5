import type { Expression, TierTest } from '../../ir/expression.js';
import { absurd } from '../../kit/absurd.js';
import { parseDate } from '../../kit/civil-date.js';
import { integer } from '../../kit/exact-number.js';
import { exact } from '../model.js';
import { compareLiteral, compareOf } from './comparisons.js';
import { contrary, type ValueTest } from './domain.js';
import { all, ALWAYS, any, DOUBT, holdsFalse, holdsTrue, NEVER, type Formula, type Wanted } from './formula.js';
import { point } from './intervals.js';

import { hasValue, isMissing, isNotApplicable, tested } from './value-conditions.js';
import { clausesOf, formulaOf, opaqueYesNo, type Reading } from './variables.js';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/** A boolean expression, one level down: what must hold for it to be true, false, or « non ». */
export function conditionOf(reading: Reading, expression: Expression, wanted: Wanted): Formula {
    const { event } = reading;
    const isTrue = wanted === 'true';
    const pass = (part: Expression): Formula => ({
        kind: 'expression',
        expression: part,
        wanted: isTrue ? 'true' : 'false',
        ...(event === undefined ? {} : { event }),
    });
    switch (expression.kind) {
        case 'literal':
            return expression.value.kind === 'boolean' && expression.value.value === isTrue ? ALWAYS : NEVER;
        case 'and':
            return isTrue ? all(expression.items.map(pass)) : any(expression.items.map(pass));
        case 'or':
            return isTrue ? any(expression.items.map(pass)) : all(expression.items.map(pass));
        case 'not':
            return isTrue ? holdsFalse(expression.operand, event) : holdsTrue(expression.operand, event);
        case 'fact':
            return yesNoFact(reading, expression, wanted);
        case 'derived':
            return derivedCondition(reading, expression, wanted);
        case 'exists':
            return { kind: 'exists', expression, wanted: isTrue };
        case 'choose':
            return chosen(expression, pass, event);
        case 'compare':
        case 'between':
        case 'among':
        case 'state':
            return atomOf(reading, expression, isTrue);
        case 'parameter': {
            const value = reading.model.parameters.get(expression.name)?.value;
            return value?.kind === 'boolean' ? (value.value === isTrue ? ALWAYS : NEVER) : opaque(reading, expression, isTrue);
        }
        default:
            return opaque(reading, expression, isTrue);
    }
}

function yesNoFact(reading: Reading, fact: Of<'fact'>, wanted: Wanted): Formula {
    if (wanted === 'true') return hasValue(reading, fact, { kind: 'among', words: ['oui'] });
    const no = hasValue(reading, fact, { kind: 'among', words: ['non'] });
    return wanted === 'no' ? no : any([no, isNotApplicable(reading, fact)]);
}

/** A deduced yes/no is its formula, where its clauses do not apply; `sans objet`, it is false without being « non ». */
function derivedCondition(reading: Reading, derived: Of<'derived'>, wanted: Wanted): Formula {
    const value = formulaOf(reading.model, derived);
    if (value === derived) return opaque(reading, derived, wanted === 'true');
    const { notApplicable, unknown } = clausesOf(reading.model, derived);
    const clauses = [notApplicable, unknown].filter((clause) => clause !== undefined).map((clause) => holdsFalse(clause));
    const own = all([...clauses, { kind: 'expression', expression: value, wanted }]);
    return wanted === 'false' && notApplicable !== undefined ? any([own, holdsTrue(notApplicable)]) : own;
}

/** While the condition is unknown both branches may still agree. */
function chosen({ condition, then, otherwise }: Of<'choose'>, pass: (part: Expression) => Formula, event: string | undefined): Formula {
    return any([all([holdsTrue(condition, event), pass(then)]), all([holdsFalse(condition, event), pass(otherwise)]), all([pass(then), pass(otherwise)])]);
}

function opaque(reading: Reading, expression: Expression, isTrue: boolean): Formula {
    const variable = opaqueYesNo(reading, expression);
    return { kind: 'atom', variable, restriction: { test: { kind: 'among', words: [isTrue ? 'oui' : 'non'] }, missing: false, notApplicable: !isTrue } };
}

function atomOf(reading: Reading, expression: Of<'compare' | 'between' | 'among' | 'state'>, isTrue: boolean): Formula {
    switch (expression.kind) {
        case 'compare':
            return compareOf(reading, expression, isTrue);
        case 'between': {
            const { subject, low, high, exclusive, type, at } = expression;
            const tests: readonly Of<'compare'>[] = [
                { kind: 'compare', relation: '>=', left: subject, right: low, type, at },
                { kind: 'compare', relation: exclusive ? '<' : '<=', left: subject, right: high, type, at },
            ];
            const parts = tests.map((test) => compareOf(reading, test, isTrue));
            return isTrue ? all(parts) : any(parts);
        }
        case 'among':
            return tested(reading, expression.subject, amongTest(expression), isTrue);
        case 'state':
            return stateOf(reading, expression, isTrue);
        default:
            return absurd(expression);
    }
}

function amongTest({ subject, values }: Of<'among'>): ValueTest {
    if (subject.type.kind === 'date') return { kind: 'within', intervals: values.map((value) => point(integer(parseDate(value) ?? 0))) };
    if (subject.type.kind !== 'number') return { kind: 'among', words: values };
    return { kind: 'within', intervals: values.map((value) => point(exact(value))) };
}

/** A test of state is decided whatever the facts are. */
function stateOf(reading: Reading, { subject, state }: Of<'state'>, isTrue: boolean): Formula {
    if (state === 'justifié') return proofOf(reading, subject, isTrue);
    if (state === 'renseigné') {
        return isTrue ? hasValue(reading, subject, { kind: 'any' }) : any([isNotApplicable(reading, subject), isMissing(reading, subject)]);
    }
    return isTrue ? isNotApplicable(reading, subject) : any([hasValue(reading, subject, { kind: 'any' }), isMissing(reading, subject)]);
}

function proofOf(reading: Reading, subject: Expression, isTrue: boolean): Formula {
    const variable = opaqueYesNo(reading, subject, 'justifié ');
    const known = subject.kind === 'fact' && subject.owner === 'demande';
    const proof = known ? { ...variable, facts: new Set<string>(), given: { kind: 'proof' as const, name: subject.name } } : variable;
    return { kind: 'atom', variable: proof, restriction: { test: { kind: 'among', words: [isTrue ? 'oui' : 'non'] }, missing: false, notApplicable: false } };
}

/** The subject of a `selon` meets the test of one of its lines. */
export function meetsLine(reading: Reading, subject: Expression, test: TierTest, others: readonly TierTest[]): Formula {
    switch (test.kind) {
        case 'interval':
        case 'values':
            return lineValues(reading, subject, test, true);
        case 'not-applicable':
            return isNotApplicable(reading, subject);
        case 'missing':
            return any([isMissing(reading, subject), DOUBT]);
        case 'otherwise':
            return all([
                hasValue(reading, subject, { kind: 'any' }),
                ...others.filter((other) => other.kind === 'interval' || other.kind === 'values').map((other) => lineValues(reading, subject, other, false)),
            ]);
        default:
            return absurd(test);
    }
}

/** The subject has a value inside, or outside, the interval or the words of a line. */
function lineValues(reading: Reading, subject: Expression, test: Extract<TierTest, { kind: 'interval' | 'values' }>, inside: boolean): Formula {
    const { type, at } = subject;
    if (test.kind === 'values') {
        const among = amongTest({ kind: 'among', subject, values: test.values, type, at });
        return hasValue(reading, subject, inside ? among : contrary(among));
    }
    const low = test.low && compareLiteral(reading, subject, { relation: test.low.inclusive ? '>=' : '>', value: test.low.value, isTrue: inside });
    const high = test.high && compareLiteral(reading, subject, { relation: test.high.inclusive ? '<=' : '<', value: test.high.value, isTrue: inside });
    const parts = [low, high].filter((part) => part !== undefined);
    return inside ? all(parts) : any(parts);
}
