import type * as ast from '../generated/ast.js';
import type { AnalogousDemands } from '../ir/policy.js';
import { fail, lowerReferences, optional, spanOf, textOf, unquote } from './context/context.js';
import type { ExpressionContext } from './expressions/expression-context.js';
import { lowerReference } from './expressions/lower-reference.js';

/** The facts of the demand by which demands are analogous: its own or deduced ones, never those of a dwelling. */
export function lowerAnalogous(context: ExpressionContext, node: ast.AnalogousDemands): AnalogousDemands | undefined {
    const facts = node.facts.flatMap((reference) => {
        const fact = lowerReference(context, reference);
        if (fact === undefined) return [];
        const isEvents = fact.type.kind === 'events';
        const isElsewhere = fact.kind === 'fact' && fact.owner !== 'demande';
        if (isEvents || isElsewhere || fact.kind === 'parameter') return fail(context, 'BAR443', { name: reference.word }, reference) ?? [];
        return [fact];
    });
    if (facts.length < node.facts.length) return undefined;
    return {
        ...optional('label', unquote(node.label)),
        facts,
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
    };
}
