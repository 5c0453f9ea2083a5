import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Expression } from '../ir/expression.js';
import type { Policy } from '../ir/policy.js';
import type { Places, Span } from '../ir/span.js';
import { namePlace } from './checking.js';
import { visitExpression } from '../ir/expression-parts.js';
import type { Model } from './model.js';

interface AccessRule extends Places<'name'> {
    readonly name: string;
    readonly condition: Expression;
    readonly at: Span;
}

/** What the text alone can tell of guarantees: which facts the access to dwellings reads. */
export function validateGuarantees(model: Model, policy: Policy): readonly Diagnostic[] {
    const publics = policy.reservees.flatMap(({ name, contingents }) =>
        contingents.flatMap((contingent) =>
            contingent.public === undefined ? [] : [{ name, condition: contingent.public, at: contingent.at, places: { name: contingent.at } }],
        ),
    );
    const rules: readonly AccessRule[] = [...(policy.unscored ?? []), ...policy.exclusions, ...policy.adequacies, ...publics];
    return policy.guarantees.flatMap((guarantee) => {
        const { name, label, promise } = guarantee;
        if (promise.kind !== 'unread') return [];
        const related = [{ message: label ?? name, location: namePlace(guarantee) }];
        return rules.flatMap((rule) => {
            const reads = namesRead(model, rule.condition);
            const fact = promise.facts.find((expression) => reads.has(nameOf(expression) ?? ''));
            if (fact === undefined) return [];
            const said = { guarantee: label ?? name, rule: rule.name, fact: nameOf(fact) ?? '' };
            return [report('BAR485', said, namePlace(rule), { related })];
        });
    });
}

/** Facts by owner and name, deduced facts by name. */
function nameOf(expression: Expression): string | undefined {
    if (expression.kind === 'derived') return expression.name;
    return expression.kind === 'fact' ? (expression.owner === 'demande' ? expression.name : `${expression.owner}.${expression.name}`) : undefined;
}

/** What a condition reads, through deduced facts; these do not go round in circles. */
function namesRead(model: Model, condition: Expression): ReadonlySet<string> {
    const found = new Set<string>();
    const visit = (part: Expression): void => {
        const name = nameOf(part);
        if (part.kind === 'count' || part.kind === 'fold' || part.kind === 'exists') found.add(part.source);
        if (name === undefined || found.has(name)) return;
        found.add(name);
        const derived = part.kind === 'derived' ? model.derived.get(part.name) : undefined;
        for (const inner of [derived?.value, derived?.notApplicable, derived?.unknown]) if (inner !== undefined) visitExpression(inner, visit);
    };
    visitExpression(condition, visit);
    return found;
}
