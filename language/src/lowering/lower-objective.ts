import { div, integer, toFraction } from '../kit/exact-number.js';
import { nearestNames } from '../kit/nearest-name.js';
import type * as ast from '../generated/ast.js';
import type { Objective } from '../ir/policy.js';
import type { Span } from '../ir/span.js';
import { lowerCondition } from './expressions/condition.js';
import { fail, failUnknown, keywordSpan, locationOf, lowerReferences, optional, placeOf, refer, spanOf, textOf, unquote, wordSpan } from './context/context.js';
import type { ExpressionContext } from './expressions/expression-context.js';
import { ROUNDINGS } from './expressions/lower-expression.js';
import { lowerWhole } from './expressions/lower-literal.js';
import { frenchNumber } from './expressions/lower-type.js';

/** So many of the signed leases; in it a bare name may be a fact of the dwelling: `hors qpv`. */
export function lowerObjective(context: ExpressionContext, node: ast.Objective): Objective | undefined {
    const leases: ExpressionContext = { ...context, dwellingFacts: true };
    const target = lowerCondition(leases, node.target);
    const fallback = node.fallback === undefined ? undefined : lowerCondition(leases, node.fallback);
    const base = node.base === undefined ? undefined : lowerCondition(leases, node.base);
    const by = node.by === undefined ? undefined : lowerGrouping(context, node.by);
    const months = node.window === undefined ? undefined : lowerMonths(context, node.window);
    if (target === undefined || (node.base !== undefined && base === undefined)) return undefined;
    if (node.fallback !== undefined && fallback === undefined) return undefined;
    if ((node.by !== undefined && by === undefined) || (node.window !== undefined && months === undefined)) return undefined;
    const counted = node.share ? 'share' : 'leases';
    const rounding = lowerRounding(context, node);
    const trajectory = node.steps.flatMap((step) => lowerStep(context, node, step) ?? []);
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        sense: node.sense === 'au moins' ? 'at-least' : 'at-most',
        counted,
        amount: amountOf(node),
        ...optional('base', base),
        target,
        ...optional('fallback', fallback),
        ...optional('by', by),
        ...optional('months', months),
        ...optional('rounding', rounding),
        trajectory,
        references: lowerReferences(context, node.references),
        text: textOf(context, node),
        at: spanOf(context, node),
        places: { name: wordSpan(context, node, 'name'), trajectory: trajectoryPlaces(context, node) },
    };
}

/** The words that open each trajectory. */
function trajectoryPlaces(context: ExpressionContext, node: ast.Objective): readonly Span[] {
    return node.steps.length === 0 ? [] : [keywordSpan(context, node, 'trajectoire')];
}

/** A year of a trajectory counts what its objective counts. */
function lowerStep(context: ExpressionContext, objective: ast.Objective, step: ast.TrajectoryStep): Objective['trajectory'][number] | undefined {
    if (step.share !== objective.share) return fail(context, 'BAR441', { name: objective.name, share: objective.share }, step);
    const year = lowerWhole(context, placeOf(context, step, 'year'), step.year);
    return year === undefined ? undefined : { year, amount: amountOf(step) };
}

/** The directions in which a share is rounded, each from its number of leases on. */
function lowerRounding(context: ExpressionContext, node: ast.Objective): Objective['rounding'] {
    if (node.rounding === undefined) return undefined;
    if (!node.share) return fail(context, 'BAR467', { name: node.name, why: 'leases' }, placeOf(context, node, 'rounding'));
    const steps = [{ from: 0, direction: ROUNDINGS[node.rounding] }];
    for (const step of node.roundings) {
        const from = lowerWhole(context, placeOf(context, step, 'size'), step.size);
        if (from === undefined) continue;
        if (from <= (steps.at(-1)?.from ?? 0)) fail(context, 'BAR467', { name: node.name, why: 'order' }, step);
        else steps.push({ from, direction: ROUNDINGS[step.direction] });
    }
    return steps;
}

/** The fact of the dwelling that tells leases apart: one word. */
function lowerGrouping(context: ExpressionContext, node: ast.Reference): Objective['by'] | undefined {
    const name = node.word ?? '';
    const facts = context.scope.facts.logement;
    const fact = node.owner === undefined || node.owner === 'logement' ? facts.get(name) : undefined;
    refer(context, placeOf(context, node, 'word'), name, [['fact', 'logement']]);
    const isWord = fact !== undefined && !fact.multiple && ['code', 'enumeration', 'boolean', 'text'].includes(fact.type.kind);
    if (fact === undefined || !isWord) return failUnknown(context, 'BAR440', { name, nearest: nearestNames(name, facts.keys()) }, locationOf(context, node));
    return { kind: 'fact', owner: 'logement', name, type: fact.type, multiple: false, at: spanOf(context, node) };
}

function lowerMonths(context: ExpressionContext, node: ast.Window): number | undefined {
    const amount = lowerWhole(context, placeOf(context, node, 'amount'), node.amount);
    if (amount === undefined) return undefined;
    if (node.unit === 'jours' || amount === 0) return fail(context, 'BAR442', {}, node);
    return node.unit === 'mois' ? amount : amount * MONTHS_OF_A_YEAR;
}

const MONTHS_OF_A_YEAR = 12;

function amountOf({ amount, share }: { readonly amount: string; readonly share: boolean }): string {
    const value = frenchNumber(amount);
    return toFraction(share ? (div(value, integer(100)) ?? integer(0)) : value);
}
