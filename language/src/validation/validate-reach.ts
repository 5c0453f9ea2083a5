import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Policy } from '../ir/policy.js';
import type { Criterion, Group } from '../ir/scoring.js';
import type { Places, Span } from '../ir/span.js';
import { compare, formatFrench } from '../kit/exact-number.js';
import { namePlace } from './checking.js';
import { criteriaIn, itemsIn, numberSet } from '../ir/scoring-parts.js';
import { exact, type Model } from './model.js';
import { isNothing, reachOfCriterion, uncappedReach, uncappedReachOfCriterion } from './quantities/points-reach.js';
import type { Range } from './quantities/value-range.js';

interface Named extends Places<'name'> {
    readonly name: string;
    readonly at: Span;
}

/** Criteria that never give a point, limits that nothing reaches, a cap taken for a floor. */
export function validateReach(model: Model, { scorings }: Policy): readonly Diagnostic[] {
    const criteria = scorings.flatMap(({ group }) => criteriaIn(group));
    const groups: readonly (Named & { readonly group: Group })[] = scorings.flatMap((scoring) => [
        scoring,
        ...itemsIn(scoring.group).filter((item) => item.kind === 'rubric'),
    ]);
    return [
        ...criteria
            .filter((criterion) => isNothing(reachOfCriterion(model, criterion)))
            .map((criterion) => report('BAR424', { name: criterion.name }, namePlace(criterion))),
        ...criteria.flatMap((criterion) => limitsOfCriterion(model, criterion)),
        ...groups.flatMap((named) => unreached({ named, limits: named.group, reach: uncappedReach(model, named.group) })),
    ];
}

function limitsOfCriterion(model: Model, criterion: Criterion): readonly Diagnostic[] {
    const limited: Limited = { named: criterion, limits: criterion, reach: uncappedReachOfCriterion(model, criterion) };
    return [...unreached(limited), ...swapped(limited)];
}

/** A group or a criterion, its limits, and the points between which it lies without them. */
interface Limited {
    readonly named: Named;
    readonly limits: Pick<Group, 'cap' | 'floor'>;
    readonly reach: Range;
}

function unreached({ named, limits, reach: { low, high } }: Limited): readonly Diagnostic[] {
    const { name } = named;
    const [cap, floor] = [numberSet(limits.cap), numberSet(limits.floor)];
    const isCapIdle = cap !== undefined && high !== undefined && compare(high, exact(cap)) < 0;
    const isFloorIdle = floor !== undefined && low !== undefined && compare(low, exact(floor)) > 0;
    return [
        ...(isCapIdle ? [report('BAR426', { name, limit: 'cap', reached: formatFrench(high) }, namePlace(named))] : []),
        ...(isFloorIdle ? [report('BAR426', { name, limit: 'floor', reached: formatFrench(low) }, namePlace(named))] : []),
    ];
}

/** A cap under every point of a malus makes its first unit cost it all; a floor over every point of a bonus gives it all at once. */
function swapped({ named, limits, reach: { low, high } }: Limited): readonly Diagnostic[] {
    const { name } = named;
    const [cap, floor] = [numberSet(limits.cap), numberSet(limits.floor)];
    const isMalusCapped = cap !== undefined && high !== undefined && high.n < 0n && compare(exact(cap), high) < 0;
    const isBonusFloored = floor !== undefined && high !== undefined && low !== undefined && low.n > 0n && compare(exact(floor), high) >= 0;
    return [
        ...(isMalusCapped ? [report('BAR490', { name, limit: 'cap', points: formatFrench(exact(cap)) }, namePlace(named))] : []),
        ...(isBonusFloored ? [report('BAR490', { name, limit: 'floor', points: formatFrench(exact(floor)) }, namePlace(named))] : []),
    ];
}
