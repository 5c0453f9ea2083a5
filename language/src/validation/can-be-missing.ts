import type { Expression } from '../ir/expression.js';
import type { Model } from './model.js';
import { partsOf } from '../ir/expression-parts.js';

/** Roles of facts without which a demand or a dwelling is not read at all: they are never `non renseigné` when a rule reads them. */
const ALWAYS_GIVEN: ReadonlySet<string> = new Set(['identifiant', 'dépôt', 'libération']);

/** Whether the value of an expression may be unknown for lack of a fact of the demand. */
export function canBeMissing(model: Model, expression: Expression, chain: readonly string[] = []): boolean {
    switch (expression.kind) {
        case 'fact':
            return !ALWAYS_GIVEN.has(model.facts.get(`${expression.owner}.${expression.name}`)?.role ?? '');
        case 'derived': {
            const derived = chain.includes(expression.name) ? undefined : model.derived.get(expression.name);
            if (derived === undefined) return true;
            const inside = [derived.value, derived.notApplicable].filter((part) => part !== undefined);
            return (
                derived.unknown !== undefined || derived.bounds !== undefined || inside.some((part) => canBeMissing(model, part, [...chain, expression.name]))
            );
        }
        case 'state':
            return false;
        case 'count':
        case 'fold':
        case 'exists':
        case 'lookup':
            return true;
        default:
            return partsOf(expression).some((part) => canBeMissing(model, part, chain));
    }
}
