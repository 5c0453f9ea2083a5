import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Expression } from '../ir/expression.js';
import type { Policy } from '../ir/policy.js';
import type { RefusalEffect } from '../ir/refusal-effect.js';
import { place } from './checking.js';
import { partsOf } from '../ir/expression-parts.js';
import { factsRead, type Model } from './model.js';

/** Effects of refusals bear on refusals of adapted dwellings alone, and do not depend on the dwelling to allot. */
export function validateRefusalEffects(model: Model, policy: Policy): readonly Diagnostic[] {
    return policy.refusalEffects.flatMap((effect) => {
        const location = place(effect.places?.effect ?? effect.at);
        if (effect.filter !== undefined && readsLetting(model, effect.filter)) return [report('BAR473', {}, location)];
        const adapted = adaptedField(policy, effect);
        return adapted === undefined || readsField(effect.filter, adapted) ? [] : [report('BAR472', { field: adapted }, location)];
    });
}

/** The field that says whether the dwelling refused was adapted, where refusals have one. */
function adaptedField({ vocabulary }: Policy, { source }: RefusalEffect): string | undefined {
    const type = vocabulary.facts.find(({ owner, name }) => owner === 'demande' && name === source)?.type;
    return type?.kind === 'events' ? type.fields.find(({ role }) => role === 'adapté')?.name : undefined;
}

function readsLetting(model: Model, filter: Expression): boolean {
    return [...factsRead(model, filter)].some((name) => name.startsWith('logement.') || name.startsWith('candidature.'));
}

function readsField(expression: Expression | undefined, name: string): boolean {
    if (expression === undefined) return false;
    const isField = expression.kind === 'fact' && expression.owner === 'event' && expression.name === name;
    return isField || partsOf(expression).some((part) => readsField(part, name));
}
