import { absurd } from '../kit/absurd.js';
import type { Expression } from './expression.js';

/** The expressions directly inside one, in the order written; filters of the effects of refusals included. */
export function partsOf(expression: Expression): readonly Expression[] {
    switch (expression.kind) {
        case 'literal':
        case 'fact':
        case 'derived':
        case 'parameter':
        case 'note':
            return [];
        case 'arithmetic':
        case 'compare':
            return [expression.left, expression.right];
        case 'opposite':
        case 'per':
        case 'rounding':
        case 'not':
            return [expression.operand];
        case 'extreme':
        case 'and':
        case 'or':
            return expression.items;
        case 'since':
        case 'elapsed':
            return [expression.start, ...(expression.effects ?? []).flatMap(({ filter }) => filter ?? [])];
        case 'lapse':
            return [expression.start, expression.end];
        case 'count':
            return expression.filter === undefined ? [] : [expression.filter];
        case 'fold':
            return expression.filter === undefined ? [expression.value] : [expression.value, expression.filter];
        case 'exists':
            return [expression.filter];
        case 'choose':
            return [expression.condition, expression.then, expression.otherwise];
        case 'select':
            return [expression.subject, ...expression.tiers.map((tier) => tier.outcome)];
        case 'lookup':
            return expression.keys;
        case 'between':
            return [expression.subject, expression.low, expression.high];
        case 'among':
        case 'state':
            return [expression.subject];
        case 'contains':
            return [expression.subject, expression.item];
        default:
            return absurd(expression);
    }
}

/** Visits an expression and everything inside it, outermost first, not through deduced facts. */
export function visitExpression(expression: Expression, visit: (expression: Expression) => void): void {
    visit(expression);
    for (const part of partsOf(expression)) visitExpression(part, visit);
}

/** Whether an expression itself reads the note; deduced facts never do. */
export function readsNote(expression: Expression): boolean {
    return expression.kind === 'note' || partsOf(expression).some(readsNote);
}
