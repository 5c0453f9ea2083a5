import type { Expression } from '../ir/expression.js';
import type { Policy } from '../ir/policy.js';
import type { Criterion, Group, Points, ScoringItem } from '../ir/scoring.js';
import { absurd } from '../kit/absurd.js';

/** The expressions directly inside one. */
export function partsOf(expression: Expression): readonly Expression[] {
    switch (expression.kind) {
        case 'literal':
        case 'fact':
        case 'derived':
        case 'parameter':
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
            return [expression.start];
        case 'count':
            return expression.filter === undefined ? [] : [expression.filter];
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
        case 'exists':
            return [expression.filter];
        default:
            return absurd(expression);
    }
}

/** Visits an expression and everything inside it, not through deduced facts. */
export function visitExpression(expression: Expression, visit: (expression: Expression) => void): void {
    visit(expression);
    for (const part of partsOf(expression)) visitExpression(part, visit);
}

/** Every item of a group and of the rubrics inside it, in order. */
export function itemsIn(group: Group): readonly ScoringItem[] {
    return group.items.flatMap((item) => (item.kind === 'rubric' ? [item, ...itemsIn(item.group)] : [item]));
}

/** The criteria of a group and of the rubrics inside it, in order. */
export function criteriaIn(group: Group): readonly Criterion[] {
    return itemsIn(group).filter((item) => item.kind === 'criterion');
}

/** The expressions that a clause of points reads. */
export function expressionsOfPoints(points: Points): readonly Expression[] {
    switch (points.kind) {
        case 'flat':
            return [];
        case 'rate':
            return [points.quantity];
        case 'appraised':
            return [points.given];
        case 'tiers':
            return [points.subject];
        default:
            return absurd(points);
    }
}

/** The expressions that a criterion reads. */
export function expressionsOfCriterion({ condition, points }: Criterion): readonly Expression[] {
    return [...(condition === undefined ? [] : [condition]), ...expressionsOfPoints(points)];
}

/** The expressions of a policy's own rules, deduced facts apart. */
export function expressionsOfRules(policy: Policy): readonly Expression[] {
    const scorings = policy.scorings.flatMap(({ scope, group }) => [
        ...(scope === undefined ? [] : [scope]),
        ...criteriaIn(group).flatMap(expressionsOfCriterion),
    ]);
    const ranking = (policy.ranking?.keys ?? []).flatMap((key) => (key.kind === 'category' ? key.conditions : key.kind === 'fact' ? [key.value] : []));
    const filters = [...policy.exclusions, ...policy.adequacies, ...policy.signals].map((rule) => rule.condition);
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
