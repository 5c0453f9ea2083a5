import type * as ast from '../generated/ast.js';
import type { RefusalEffect } from '../ir/refusal-effect.js';
import { lowerCondition } from './expressions/condition.js';
import { fail, keywordSpan, locationAt, lowerReferences, optional, placeOf, spanOf, textOf, unquote } from './context/context.js';
import type { ExpressionContext } from './expressions/expression-context.js';
import { filterContext } from './expressions/lower-events.js';
import { lowerWhole } from './expressions/lower-literal.js';

/** What refusals of the demand's fact with role `refus` do to seniority; the condition reads the fields of a refusal. */
export function lowerRefusalEffect(context: ExpressionContext, node: ast.RefusalEffect): RefusalEffect | undefined {
    const refusals = [...context.scope.facts.demande.values()].find(({ role }) => role === 'refus');
    const fields = refusals?.type.kind === 'events' ? refusals.type.fields : [];
    const filing = [...context.scope.facts.demande.values()].find(({ role }) => role === 'dépôt');
    if (refusals === undefined || filing === undefined || !fields.some(({ role }) => role === 'date'))
        return fail(context, 'BAR470', {}, locationAt(keywordSpan(context, node, 'effet du refus')));
    const filter = node.filter === undefined ? undefined : lowerCondition(filterContext(context, refusals), node.filter);
    if (node.filter !== undefined && filter === undefined) return undefined;
    const amount = node.amount === undefined ? 0 : lowerWhole(context, placeOf(context, node, 'amount'), node.amount);
    if (amount === undefined) return undefined;
    if (!node.reset && amount === 0) return fail(context, 'BAR471', {}, node);
    return {
        ...optional('label', unquote(node.label)),
        source: refusals.name,
        ...optional('filter', filter),
        effect: node.reset ? { kind: 'reset' } : { kind: 'suspension', amount, unit: unitOf(node.unit) },
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        places: { effect: keywordSpan(context, node, 'effet du refus') },
    };
}

function unitOf(unit: ast.RefusalEffect['unit']): 'mois' | 'ans' | 'jours' {
    if (unit === 'an' || unit === 'ans') return 'ans';
    return unit === 'jour' || unit === 'jours' ? 'jours' : 'mois';
}
