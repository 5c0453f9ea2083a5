import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Expression } from '../ir/expression.js';
import type { Policy } from '../ir/policy.js';
import { place } from './checking.js';
import { visitExpression } from '../ir/expression-parts.js';
import { expressionsOfRules } from './expressions.js';
import type { Model } from './model.js';

/**
 * Parameters that the rules of a policy rest on, through deduced facts too, and that it has not confirmed: each said once, where a
 * rule first depends on it.
 */
export function validateParameters(model: Model, policy: Policy): readonly Diagnostic[] {
    const uses = new Map<string, Expression>();
    const ofDerived = parametersByDerived(model);
    for (const expression of expressionsOfRules(policy)) {
        visitExpression(expression, (part) => {
            const names = part.kind === 'parameter' ? [part.name] : part.kind === 'derived' ? ofDerived(part.name) : [];
            for (const name of names) if (!uses.has(name)) uses.set(name, part);
        });
    }
    return [...uses].flatMap(([name, use]) => {
        const parameter = policy.vocabulary.parameters.find((candidate) => candidate.name === name);
        if (parameter === undefined || parameter.value !== undefined) return [];
        const related = [{ message: `Déclaration de « ${name} »`, location: place(parameter.at) }];
        return [report('BAR314', { name }, place(use.at), { related })];
    });
}

/** The parameters that a deduced fact rests on, whatever lies between. */
function parametersByDerived(model: Model): (name: string) => ReadonlySet<string> {
    const known = new Map<string, ReadonlySet<string>>();
    const of = (name: string): ReadonlySet<string> => {
        const before = known.get(name);
        if (before !== undefined) return before;
        const found = new Set<string>();
        known.set(name, found);
        const derived = model.derived.get(name);
        for (const expression of [derived?.value, derived?.notApplicable, derived?.unknown]) {
            if (expression === undefined) continue;
            visitExpression(expression, (part) => {
                if (part.kind === 'parameter') found.add(part.name);
                if (part.kind === 'derived') of(part.name).forEach((each) => found.add(each));
            });
        }
        return found;
    };
    return of;
}
