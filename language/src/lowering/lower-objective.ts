import { div, integer, toFraction } from '../kit/exact-number.js';
import type * as ast from '../generated/ast.js';
import type { Objective } from '../ir/policy.js';
import { lowerCondition } from './condition.js';
import { lowerReferences, optional, spanOf, textOf, unquote } from './context.js';
import type { ExpressionContext } from './expression-context.js';
import { frenchNumber } from './lower-type.js';

/** A share of the signed leases; in it a bare name may be a fact of the dwelling: `hors qpv`. */
export function lowerObjective(context: ExpressionContext, node: ast.Objective): Objective | undefined {
    const leases: ExpressionContext = { ...context, dwellingFacts: true };
    const target = lowerCondition(leases, node.target);
    const base = node.base === undefined ? undefined : lowerCondition(leases, node.base);
    if (target === undefined || (node.base !== undefined && base === undefined)) return undefined;
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        sense: node.sense === 'au moins' ? 'at-least' : 'at-most',
        share: percentage(node.share),
        ...optional('base', base),
        target,
        trajectory: node.steps.map((step) => ({ year: Number(step.year.replace(/\s/g, '')), share: percentage(step.share) })),
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
    };
}

function percentage(text: string): string {
    return toFraction(div(frenchNumber(text), integer(100)) ?? integer(0));
}
