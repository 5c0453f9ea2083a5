import type { Expression } from '../ir/expression.js';
import type { Policy } from '../ir/policy.js';
import { criteriaIn, expressionsOfCriterion } from '../ir/scoring-parts.js';

/** The expressions of a policy's own rules, deduced facts apart. */
export function expressionsOfRules(policy: Policy): readonly Expression[] {
    const scorings = policy.scorings.flatMap(({ scope, group }) => [
        ...(scope === undefined ? [] : [scope]),
        ...criteriaIn(group).flatMap(expressionsOfCriterion),
    ]);
    const ranking = (policy.ranking?.keys ?? []).flatMap((key) => (key.kind === 'category' ? key.conditions : key.kind === 'fact' ? [key.value] : []));
    const filters = [...(policy.unscored ?? []), ...policy.exclusions, ...policy.adequacies, ...policy.signals].map((rule) => rule.condition);
    const objectives = policy.objectives.flatMap(({ base, target, fallback }) => [base, target, fallback].filter((part) => part !== undefined));
    const imputations = policy.imputations.flatMap(({ condition, lines }) => [condition, ...lines.flatMap((line) => line.condition ?? [])]);
    const publics = policy.reservees.flatMap(({ contingents }) => contingents.flatMap((contingent) => contingent.public ?? []));
    const promised = policy.guarantees.flatMap(({ promise }): readonly Expression[] => {
        if (promise.kind === 'precedes') return [promise.first, promise.second];
        return promise.kind === 'monotone' ? [promise.along] : promise.facts;
    });
    const examined = [...(policy.commission?.singles ?? []), ...(policy.commission?.grounds ?? [])].map(({ condition }) => condition);
    const effects = policy.refusalEffects.flatMap(({ filter }) => filter ?? []);
    return [
        ...scorings,
        ...ranking,
        ...filters,
        ...objectives,
        ...effects,
        ...examined,
        ...promised,
        ...policy.routes.map(({ condition }) => condition),
        ...publics,
        ...imputations,
    ];
}
