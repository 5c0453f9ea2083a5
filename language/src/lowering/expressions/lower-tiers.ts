import type * as ast from '../../generated/ast.js';
import { inUnitOf } from './in-unit.js';
import { parseDate } from '../../kit/civil-date.js';
import { describeType } from '../../diagnostics/type-words.js';
import type { Bound, Expression, Tier, TierTest } from '../../ir/expression.js';
import type { LiteralValue } from '../../ir/value.js';
import type { ValueType } from '../../ir/value-type.js';
import { fail, spanOf } from '../context/context.js';
import type { ExpressionContext } from './expression-context.js';
import { sameMeasure } from './lower-literal.js';
import { lowerListWords, lowerValues, wordsAmong } from './lower-among.js';
import { RELATIONS } from './lower-test.js';
import { isOrdered, requireType } from './typing.js';

/** A `selon` that gives values, all of one type. */
export function lowerSelect(context: ExpressionContext, node: ast.Select, expected?: ValueType): Expression | undefined {
    const subject = context.lower(context, node.subject);
    if (subject === undefined) return undefined;
    let type = expected;
    const lines = node.tiers.map((tier): readonly Tier<Expression>[] | undefined => {
        const tests = lowerTierTests(context, tier.test, subject.type);
        const outcome = context.lower(context, tier.outcome, type);
        if (tests === undefined || outcome === undefined) return undefined;
        type ??= outcome.type;
        const typed = requireType(context, tier.outcome, outcome, type);
        return typed && tests.map((test) => ({ test, outcome: typed, at: spanOf(context, tier) }));
    });
    const complete = lines.filter((line) => line !== undefined);
    if (complete.length !== lines.length || type === undefined) return undefined;
    return { kind: 'select', subject, tiers: complete.flat(), type, at: spanOf(context, node) };
}

/** The left side of a line: one test, or one for each of several values that are no words (`parmi (2 ; 3)`), which the line then stands for. */
export function lowerTierTests(context: ExpressionContext, node: ast.TierTest, type: ValueType): readonly TierTest[] | undefined {
    if (node.relation === 'parmi') return node.set === undefined ? undefined : amongTests(context, node.set, type);
    const test = lowerTierTest(context, node, type);
    return test && [test];
}

function amongTests(context: ExpressionContext, set: ast.ValueSet, type: ValueType): readonly TierTest[] | undefined {
    if (set.list !== undefined) {
        const words = lowerListWords(context, set, type);
        return words && testsOfWords(words, type);
    }
    const values = lowerValues(context, set, type);
    const words = values && wordsAmong(values);
    if (words !== undefined) return [{ kind: 'values', values: words }];
    return values?.map(pointTest);
}

/** Words of a list are values of an enumeration, codes, `oui` and `non`; else numbers or days. */
function testsOfWords(words: readonly string[], type: ValueType): readonly TierTest[] {
    if (type.kind === 'number') return words.map((value) => pointTest({ kind: 'number', value }));
    if (type.kind === 'date') return words.map((word) => pointTest({ kind: 'date', day: parseDate(word) ?? 0 }));
    return [{ kind: 'values', values: words }];
}

/** The value itself, and no other. */
function pointTest(value: LiteralValue): TierTest {
    if (value.kind === 'word') return { kind: 'values', values: [value.value] };
    if (value.kind === 'boolean') return { kind: 'values', values: [value.value ? 'oui' : 'non'] };
    return { kind: 'interval', low: { value, inclusive: true }, high: { value, inclusive: true } };
}

/** An interval between literals, a value, or one of the special cases. */
function lowerTierTest(context: ExpressionContext, node: ast.TierTest, type: ValueType): TierTest | undefined {
    switch (node.relation) {
        case 'sinon':
            return { kind: 'otherwise' };
        case 'non renseigné':
            return { kind: 'missing' };
        case 'sans objet':
            return { kind: 'not-applicable' };
        case 'oui':
        case 'non':
            return type.kind === 'boolean'
                ? { kind: 'values', values: [node.relation] }
                : fail(context, 'BAR303', { found: `« ${node.relation} »`, expected: describeType(type) }, node);
        case undefined:
            return exactTest(context, node, type);
        default:
            return intervalTest(context, node, type);
    }
}

function exactTest(context: ExpressionContext, node: ast.TierTest, type: ValueType): TierTest | undefined {
    const value = literalBound(context, node.value, type);
    return value && pointTest(value);
}

function intervalTest(context: ExpressionContext, node: ast.TierTest, type: ValueType): TierTest | undefined {
    const orderedEnumeration = type.kind === 'enumeration' && (context.scope.enumerations.get(type.name)?.ordered ?? false);
    if (!isOrdered(type, orderedEnumeration)) return fail(context, 'BAR307', { type: type.kind === 'enumeration' ? type.name : describeType(type) }, node);
    const value = literalBound(context, node.right, type);
    if (value === undefined) return undefined;
    if (node.relation === 'de') {
        const low = literalBound(context, node.low, type);
        return low === undefined ? undefined : { kind: 'interval', low: { value: low, inclusive: true }, high: { value, inclusive: !node.exclusive } };
    }
    const relation = RELATIONS.get(node.relation ?? '');
    const bound: Bound = { value, inclusive: relation === '<=' || relation === '>=' };
    return relation === '<' || relation === '<=' ? { kind: 'interval', high: bound } : { kind: 'interval', low: bound };
}

/** A bound must be written out: only so can holes and overlaps be seen (language.md, meaning 4). */
function literalBound(context: ExpressionContext, node: ast.Expression | undefined, type: ValueType): LiteralValue | undefined {
    const expression = node === undefined ? undefined : context.lower(context, node, type);
    if (expression === undefined || node === undefined) return undefined;
    const value = literalOf(expression);
    if (value === undefined) return fail(context, 'BAR309', {}, node);
    if (sameMeasure(type, expression.type)) return value;
    const instead = node.$type === 'NumberLiteral' ? inUnitOf(type, node) : [];
    return fail(context, 'BAR301', { left: describeType(type), right: describeType(expression.type), instead }, node);
}

/** The literal that an expression is, sign included. */
export function literalOf(expression: Expression): LiteralValue | undefined {
    if (expression.kind === 'literal') return expression.value;
    if (expression.kind !== 'opposite') return undefined;
    const inner = literalOf(expression.operand);
    return inner?.kind === 'number' ? { kind: 'number', value: negated(inner.value) } : undefined;
}

function negated(fraction: string): string {
    if (fraction === '0') return fraction;
    return fraction.startsWith('-') ? fraction.slice(1) : `-${fraction}`;
}
