import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Policy } from '../ir/policy.js';
import type { Group } from '../ir/scoring.js';
import type { Places, Span } from '../ir/span.js';
import { compare, formatFrench } from '../kit/exact-number.js';
import { namePlace } from './checking.js';
import { criteriaIn, itemsIn } from './expressions.js';
import { exact, type Model } from './model.js';
import { isNothing, reachOfCriterion, uncappedReach } from './points-reach.js';

interface Named extends Places<'name'> {
    readonly name: string;
    readonly group: Group;
    readonly at: Span;
}

/** Criteria that never give a point, caps and floors that nothing reaches. */
export function validateReach(model: Model, { scorings }: Policy): readonly Diagnostic[] {
    const criteria = scorings.flatMap(({ group }) => criteriaIn(group));
    const groups: readonly Named[] = scorings.flatMap((scoring) => [scoring, ...itemsIn(scoring.group).filter((item) => item.kind === 'rubric')]);
    return [
        ...criteria
            .filter((criterion) => isNothing(reachOfCriterion(model, criterion)))
            .map((criterion) => report('BAR424', { name: criterion.name }, namePlace(criterion))),
        ...groups.flatMap((group) => idleLimits(model, group)),
    ];
}

function idleLimits(model: Model, named: Named): readonly Diagnostic[] {
    const { name, group } = named;
    const { low, high } = uncappedReach(model, group);
    const isCapIdle = group.cap !== undefined && high !== undefined && compare(high, exact(group.cap)) < 0;
    const isFloorIdle = group.floor !== undefined && low !== undefined && compare(low, exact(group.floor)) > 0;
    return [
        ...(isCapIdle ? [report('BAR426', { name, limit: 'cap', reached: formatFrench(high) }, namePlace(named))] : []),
        ...(isFloorIdle ? [report('BAR426', { name, limit: 'floor', reached: formatFrench(low) }, namePlace(named))] : []),
    ];
}
