import type { Expression } from '../ir/expression.js';
import type { Level, PrintContext } from './context.js';
import { literalText } from './literal-text.js';

/** The second term of a sum, or the first bound of an interval: a number goes without the unit that the other side already says. */
export function operandText(context: PrintContext, operand: Expression, { like, level }: { readonly like: Expression; readonly level: Level }): string {
    const sameUnit = operand.type.kind === 'number' && like.type.kind === 'number' && operand.type.unit === like.type.unit;
    if (operand.kind === 'literal' && sameUnit) return literalText(operand.value, operand.type, 'bare');
    return context.print(context, operand, level);
}
