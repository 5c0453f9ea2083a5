import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import { visitExpression } from '../ir/expression-parts.js';
import type { Expression } from '../ir/expression.js';
import type { Policy, Unscored } from '../ir/policy.js';
import { namePlace, place } from './checking.js';
import type { Model } from './model.js';

/** Demands treated apart: every demand is to be scored, and what sets one apart is of the demand, never of a dwelling. */
export function validateUnscored(model: Model, { unscored = [] }: Policy): readonly Diagnostic[] {
    return unscored.flatMap((clause) => {
        const letting = readOfLetting(model, clause);
        const { name } = clause;
        if (letting !== undefined) return [report('BAR643', { name, fact: letting.name }, place(letting.use.at))];
        return [report('BAR642', { name }, namePlace(clause))];
    });
}

/** The first fact of the dwelling or the candidature that a condition reads, and where: through a deduced fact, where that one is named. */
function readOfLetting(model: Model, { condition }: Unscored): { readonly name: string; readonly use: Expression } | undefined {
    let found: { readonly name: string; readonly use: Expression } | undefined;
    const seen = new Set<string>();
    const visit = (part: Expression, use: Expression): void => {
        if (found !== undefined) return;
        if (part.kind === 'fact' && (part.owner === 'logement' || part.owner === 'candidature')) found = { name: `${part.owner}.${part.name}`, use };
        if (part.kind !== 'derived' || seen.has(part.name)) return;
        seen.add(part.name);
        const derived = model.derived.get(part.name);
        for (const inner of [derived?.value, derived?.notApplicable, derived?.unknown])
            if (inner !== undefined) visitExpression(inner, (each) => visit(each, use));
    };
    visitExpression(condition, (part) => visit(part, part));
    return found;
}
