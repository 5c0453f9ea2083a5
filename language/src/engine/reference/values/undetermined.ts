import type { Expression } from '../../../ir/expression.js';
import { missingBecause, type Evaluated } from './value.js';

/** What no completion of the household's facts can give: named after the facts it was to be computed from. */
export function undetermined(expression: Expression): Evaluated {
    return missingBecause({ facts: namesRead(expression), absent: [] });
}

/** The names that an expression is written with, not through derived facts. */
export function namesRead(expression: Expression): readonly string[] {
    switch (expression.kind) {
        case 'fact':
            return [expression.owner === 'demande' || expression.owner === 'event' ? expression.name : `${expression.owner}.${expression.name}`];
        case 'derived':
        case 'parameter':
            return [expression.name];
        case 'count':
        case 'fold':
            return [expression.source];
        case 'lookup':
            return [expression.table];
        case 'arithmetic':
            return [...namesRead(expression.left), ...namesRead(expression.right)];
        case 'opposite':
        case 'per':
        case 'rounding':
            return namesRead(expression.operand);
        case 'extreme':
            return expression.items.flatMap(namesRead);
        case 'since':
        case 'elapsed':
            return namesRead(expression.start);
        case 'lapse':
            return [...namesRead(expression.start), ...namesRead(expression.end)];
        default:
            return [];
    }
}
