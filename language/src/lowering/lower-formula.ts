import { describeType } from '../diagnostics/type-words.js';
import type * as ast from '../generated/ast.js';
import type { Expression } from '../ir/expression.js';
import type { ValueType } from '../ir/value-type.js';
import type { ExpressionContext } from './expressions/expression-context.js';
import { lowerExpression } from './expressions/lower-expression.js';
import { requireType } from './expressions/typing.js';

/** The formula of a deduced fact, checked against its declared type. */
export function lowerFormula(context: ExpressionContext, node: ast.DerivedFact, type: ValueType): Expression | undefined {
    const value = lowerExpression(context, node.value, type);
    return value && assignable(context, node, value, type);
}

/** A formula may give a plain number where a ratio is declared: a quotient of counts is a ratio. */
function assignable(context: ExpressionContext, node: ast.DerivedFact, value: Expression, type: ValueType): Expression | undefined {
    if (type.kind === 'ratio' && value.type.kind === 'number' && value.type.unit === undefined) return value;
    if (type.kind === 'number' && value.type.kind === 'ratio') return value;
    if (type.kind === value.type.kind && describeType(type) === describeType(value.type)) return value;
    return requireType(context, node.value, value, type);
}
