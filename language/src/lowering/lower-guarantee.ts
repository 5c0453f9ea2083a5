import type * as ast from '../generated/ast.js';
import type { Expression } from '../ir/expression.js';
import type { Guarantee, Promised } from '../ir/guarantee.js';
import { lowerCondition } from './expressions/condition.js';
import { fail, lowerReferences, nameIn, optional, spanOf, textOf, unquote } from './context/context.js';
import { BOOLEAN, type ExpressionContext } from './expressions/expression-context.js';
import { lowerReference } from './expressions/lower-reference.js';
import { requireType } from './expressions/typing.js';

/** A guarantee; what it promises reads the demand. */
export function lowerGuarantee(context: ExpressionContext, node: ast.Guarantee): Guarantee | undefined {
    const promise = node.promise === undefined ? undefined : lowerPromise(context, node.promise);
    if (promise === undefined) return undefined;
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        promise,
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

function lowerPromise(context: ExpressionContext, node: ast.Promised): Promised | undefined {
    switch (node.$type) {
        case 'PrecedencePromise': {
            const [first, second] = [lowerDemands(context, node.first), lowerDemands(context, node.second)];
            return first && second && { kind: 'precedes', first, second };
        }
        case 'MonotonePromise': {
            const along = lowerReference(context, node.along);
            if (along === undefined) return undefined;
            const grows = along.type.kind === 'duration' || along.type.kind === 'number' || along.type.kind === 'money';
            const isOfDemand = along.kind === 'derived' || (along.kind === 'fact' && along.owner === 'demande');
            if (!grows || !isOfDemand) return fail(context, 'BAR480', { name: node.along.word ?? '' }, node.along);
            return { kind: 'monotone', never: node.never === 'note jamais décroissante' ? 'falls' : 'rises', along };
        }
        case 'UnreadPromise': {
            const facts = node.facts.flatMap((fact) => lowerReference(context, fact) ?? []);
            return facts.length < node.facts.length ? undefined : { kind: 'unread', facts };
        }
    }
}

/** `avec (…)`, or what is not: `sans …`. */
function lowerDemands(context: ExpressionContext, node: ast.GuaranteedDemands | undefined): Expression | undefined {
    if (node === undefined) return undefined;
    const condition = node.fact === undefined ? lowerCondition(context, node.condition) : lowerYesNo(context, node.fact);
    if (condition === undefined || node.relation === 'avec') return condition;
    return { kind: 'not', operand: condition, type: BOOLEAN, at: spanOf(context, node) };
}

function lowerYesNo(context: ExpressionContext, node: ast.Reference): Expression | undefined {
    const fact = lowerReference(context, node);
    return fact === undefined ? undefined : requireType(context, node, fact, BOOLEAN);
}
