import type * as ast from '../generated/ast.js';
import type { Commission, CommissionCase } from '../ir/commission.js';
import { lowerCondition } from './expressions/condition.js';
import { lowerReferences, nameIn, optional, spanOf, textOf, unquote } from './context/context.js';
import type { ExpressionContext } from './expressions/expression-context.js';

/** How the commission examines: its conditions read the candidate and, with `logement.`, the dwelling. */
export function lowerCommission(context: ExpressionContext, node: ast.Commission): Commission {
    return {
        singles: node.clauses.flatMap((clause) => (clause.$type === 'SingleCandidate' ? (lowerCase(context, clause) ?? []) : [])),
        grounds: node.clauses.flatMap((clause) => {
            const of = clause.$type === 'AllotmentGround' ? lowerCase(context, clause) : undefined;
            return of === undefined || clause.$type !== 'AllotmentGround'
                ? []
                : [{ name: clause.name, ...optional('label', unquote(clause.label)), ...of, ...nameIn(context, clause) }];
        }),
        at: spanOf(context, node),
    };
}

function lowerCase(context: ExpressionContext, node: ast.CommissionClause): CommissionCase | undefined {
    const condition = lowerCondition({ ...context, notes: true }, node.condition);
    return condition && { condition, references: lowerReferences(context, node.references), text: textOf(context, node), at: spanOf(context, node) };
}
