import type { Expression, Relation } from '../../ir/expression.js';
import { ZERO } from '../../kit/exact-number.js';
import type { Restriction } from './domain.js';
import { all, any, type Formula, type Given, type Variable } from './formula.js';
import { point } from './intervals.js';
import { hasValue, isNotApplicable, tested, within } from './value-conditions.js';
import { variableOf, type Reading } from './variables.js';

interface Comparison {
    readonly relation: Relation;
    readonly left: Expression;
    readonly right: Expression;
    readonly isTrue: boolean;
}

/** A comparison of two expressions, neither of which is written out. */
export function comparison(reading: Reading, { relation, left, right, isTrue }: Comparison): Formula {
    const { type, at } = left;
    if (type.kind === 'number' || type.kind === 'money' || type.kind === 'ratio') {
        const gap: Expression = { kind: 'arithmetic', operator: '-', left, right, type, at };
        return tested(reading, gap, signsOf(relation), isTrue);
    }
    const variable = orderVariable(reading, left, right);
    const words = wordsOf(relation, isTrue, variable.flipped);
    const order: Formula = { kind: 'atom', variable: variable.variable, restriction: restrictionTo(words) };
    const own = all([order, hasValue(reading, left, { kind: 'any' }), hasValue(reading, right, { kind: 'any' })]);
    return isTrue ? own : any([own, isNotApplicable(reading, left), isNotApplicable(reading, right)]);
}

function restrictionTo(words: readonly string[]): Restriction {
    return { test: { kind: 'among', words }, missing: false, notApplicable: false };
}

/** Where the difference of two numbers in a relation lies. */
function signsOf(relation: Relation): ReturnType<typeof within> {
    const zero = { value: ZERO, inclusive: false };
    switch (relation) {
        case '=':
            return within([point(ZERO)]);
        case '≠':
            return within([{ high: zero }, { low: zero }]);
        case '<':
            return within([{ high: zero }]);
        case '<=':
            return within([{ high: { ...zero, inclusive: true } }]);
        case '>':
            return within([{ low: zero }]);
        case '>=':
            return within([{ low: { ...zero, inclusive: true } }]);
    }
}

/** One variable for the order of two expressions, whichever comes first. */
function orderVariable(reading: Reading, left: Expression, right: Expression): { readonly variable: Variable; readonly flipped: boolean } {
    const [a, b] = [variableOf(reading, left), variableOf(reading, right)];
    const flipped = a.key > b.key;
    const [first, second] = flipped ? [b, a] : [a, b];
    const words = ['code', 'text', 'enumeration'].includes(left.type.kind);
    const plain = first.given.kind === 'fact' && second.given.kind === 'fact' && words;
    const given: Given = plain ? { kind: 'sameness', left: first.key, right: second.key } : { kind: 'nothing' };
    const variable: Variable = {
        key: `ordre ${first.key} | ${second.key}`,
        domain: { values: { kind: 'words', allowed: ORDERS, refused: [] }, missing: true, notApplicable: true },
        facts: new Set([...first.facts, ...second.facts]),
        given,
    };
    return { variable, flipped };
}

const ORDERS = ['<', '=', '>'] as const;

function wordsOf(relation: Relation, isTrue: boolean, flipped: boolean): readonly string[] {
    const holding: Readonly<Record<Relation, readonly string[]>> = {
        '<': ['<'],
        '<=': ['<', '='],
        '>': ['>'],
        '>=': ['>', '='],
        '=': ['='],
        '≠': ['<', '>'],
    };
    const words = ORDERS.filter((order) => holding[relation].includes(order) === isTrue);
    return flipped ? words.map((order) => (order === '<' ? '>' : order === '>' ? '<' : order)) : words;
}
