import { KIND_WORDS } from '../diagnostics/kind-words.js';
import { absurd } from '../kit/absurd.js';
import { nearestNames } from '../kit/nearest-name.js';
import type * as ast from '../generated/ast.js';
import type { Expression, TierTest } from '../ir/expression.js';
import type { Adequacy, Exclusion, Signal, Unscored } from '../ir/policy.js';
import type { Span } from '../ir/span.js';
import type { LiteralValue } from '../ir/value.js';
import type { FactDeclaration } from '../ir/value-type.js';
import { factOfRole } from '../references/scope.js';
import { lowerCondition } from './expressions/condition.js';
import { fail, failUnknown, lowerReferences, nameIn, optional, placeOf, refer, spanOf, textOf, unquote } from './context/context.js';
import { BOOLEAN, type ExpressionContext } from './expressions/expression-context.js';
import { lowerLiteral } from './expressions/lower-literal.js';
import { lowerTierTests } from './expressions/lower-tiers.js';

export function lowerExclusion(context: ExpressionContext, node: ast.Exclusion): Exclusion | undefined {
    const condition = lowerCondition({ ...context, notes: true }, node.condition);
    if (condition === undefined) return undefined;
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        condition,
        readAt: node.at === 'bail' ? 'lease' : 'examination',
        ...optional('motive', unquote(node.motive)),
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

/** What it reads of a dwelling is told by validation: deduced facts are then known. */
export function lowerUnscored(context: ExpressionContext, node: ast.Unscored): Unscored | undefined {
    const condition = lowerCondition({ ...context, notes: true }, node.condition);
    if (condition === undefined || node.motive === undefined) return undefined;
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        condition,
        motive: unquote(node.motive) ?? '',
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

export function lowerSignal(context: ExpressionContext, node: ast.Signal, index: number): Signal | undefined {
    const condition = lowerCondition({ ...context, notes: true }, node.condition);
    if (condition === undefined) return undefined;
    return {
        name: node.name ?? `signal_${index + 1}`,
        ...optional('label', unquote(node.label)),
        condition,
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

/** A condition, or lines that give each value of a dwelling's fact the household sizes it suits. */
export function lowerAdequacy(context: ExpressionContext, node: ast.Adequacy): Adequacy | undefined {
    const condition = node.condition === undefined ? lowerLines(context, node) : lowerCondition(context, node.condition);
    if (condition === undefined) return undefined;
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        condition,
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

/** `adéquation typologie { T1 : de 1 à 2 personnes ; … }`: the dwelling's fact of that name, the demand's fact of role taille_du_ménage. */
function lowerLines(context: ExpressionContext, node: ast.Adequacy): Expression | undefined {
    const facts = context.scope.facts.logement;
    const dwelling = facts.get(node.name);
    const size = factOfRole(context.scope, 'demande', 'taille_du_ménage');
    if (dwelling === undefined)
        return failUnknown(
            context,
            'BAR203',
            { name: node.name, kind: KIND_WORDS.fact, nearest: nearestNames(node.name, facts.keys()) },
            placeOf(context, node, 'name'),
        );
    if (size === undefined) return fail(context, 'BAR413', { name: 'taille_du_ménage' }, placeOf(context, node, 'name'));
    refer(context, placeOf(context, node, 'name'), node.name, [['fact', 'logement']]);
    warnOfSilence(context, node, dwelling);
    const at = spanOf(context, node);
    const anyway: Expression = { kind: 'literal', type: BOOLEAN, value: { kind: 'boolean', value: true }, at };
    return node.lines.reduceRight<Expression | undefined>((otherwise, line) => {
        const value = lowerLiteral(context, context.scope, line.value, dwelling.type);
        const tests = lowerTierTests(context, line.test, size.type);
        if (value === undefined || tests === undefined || otherwise === undefined) return undefined;
        const lineAt = spanOf(context, line);
        const condition = isValue(factExpression(dwelling, lineAt), value);
        const then = anyOf(
            tests.map((test) => testOf(factExpression(size, lineAt), test)),
            lineAt,
        );
        return { kind: 'choose', condition, then, otherwise, type: BOOLEAN, at: lineAt };
    }, anyway);
}

function factExpression(fact: FactDeclaration, at: Expression['at']): Expression {
    return { kind: 'fact', owner: fact.owner, name: fact.name, type: fact.type, multiple: fact.multiple, at };
}

/** The dwelling's fact has that value. */
function isValue(subject: Expression, value: LiteralValue): Expression {
    const { type, at } = subject;
    if (value.kind === 'word') return { kind: 'among', subject, values: [value.value], type: BOOLEAN, at };
    return { kind: 'compare', relation: '=', left: subject, right: { kind: 'literal', type, value, at }, type: BOOLEAN, at };
}

function anyOf(items: readonly Expression[], at: Span): Expression {
    const [only] = items;
    return items.length === 1 && only !== undefined ? only : { kind: 'or', items, type: BOOLEAN, at };
}

/** Values of an enumeration that no line speaks of: such dwellings would suit anybody. */
function warnOfSilence(context: ExpressionContext, node: ast.Adequacy, dwelling: FactDeclaration): void {
    const enumeration = dwelling.type.kind === 'enumeration' ? context.scope.enumerations.get(dwelling.type.name) : undefined;
    const said = new Set(node.lines.map((line) => (line.value.$type === 'LiteralName' ? line.value.value : '')));
    const missing = enumeration?.values.map((value) => value.name).filter((name) => !said.has(name)) ?? [];
    if (missing.length > 0) fail(context, 'BAR412', { name: node.name, missing }, placeOf(context, node, 'name'));
}

/** The test of a line as a condition on its subject; `sinon` is met by any. */
function testOf(subject: Expression, test: TierTest): Expression {
    const { at } = subject;
    switch (test.kind) {
        case 'interval':
            return intervalOf(subject, test);
        case 'values':
            return { kind: 'among', subject, values: test.values, type: BOOLEAN, at };
        case 'otherwise':
            return { kind: 'literal', type: BOOLEAN, value: { kind: 'boolean', value: true }, at };
        case 'missing':
            return { kind: 'not', operand: { kind: 'state', subject, state: 'renseigné', type: BOOLEAN, at }, type: BOOLEAN, at };
        case 'not-applicable':
            return { kind: 'state', subject, state: 'sans objet', type: BOOLEAN, at };
        default:
            return absurd(test);
    }
}

function intervalOf(subject: Expression, test: Extract<TierTest, { kind: 'interval' }>): Expression {
    const { at } = subject;
    const bounds: Expression[] = [];
    if (test.low !== undefined) {
        const right: Expression = { kind: 'literal', type: subject.type, value: test.low.value, at };
        bounds.push({ kind: 'compare', relation: test.low.inclusive ? '>=' : '>', left: subject, right, type: BOOLEAN, at });
    }
    if (test.high !== undefined) {
        const right: Expression = { kind: 'literal', type: subject.type, value: test.high.value, at };
        bounds.push({ kind: 'compare', relation: test.high.inclusive ? '<=' : '<', left: subject, right, type: BOOLEAN, at });
    }
    const [only] = bounds;
    return bounds.length === 1 && only !== undefined ? only : { kind: 'and', items: bounds, type: BOOLEAN, at };
}
