import type * as ast from '../../generated/ast.js';
import type { Expression } from '../../ir/expression.js';
import { BOOLEAN, type ExpressionContext } from './expression-context.js';
import { requireType } from './typing.js';

/** A condition: a boolean expression, or a diagnostic. */
export function lowerCondition(context: ExpressionContext, node: ast.Expression | undefined): Expression | undefined {
    const lowered = context.lower(context, node, BOOLEAN);
    return lowered === undefined || node === undefined ? undefined : requireType(context, node, lowered, BOOLEAN);
}
