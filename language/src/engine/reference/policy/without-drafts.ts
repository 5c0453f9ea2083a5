import { isDraft, numbersOf } from '../../../ir/left-to-set.js';
import type { Expression } from '../../../ir/expression.js';
import type { Policy } from '../../../ir/policy.js';
import type { Criterion, Group, Points, ScoringItem } from '../../../ir/scoring.js';
import { isToSet } from '../../../ir/scoring-parts.js';
import type { Span } from '../../../ir/span.js';

/** More than any grid gives, on either side of 0: what is left to be set has no bound of its own. */
const BEYOND = '1000000000';

/**
 * The policy with what a draft leaves to be set made unknown, between bounds that no grid reaches: never 0, and told as a parameter that
 * nothing confirms. Whoever computes for people refuses a draft before (`leftToSet`). The same policy when it is no draft.
 */
export function withoutDrafts(policy: Policy): Policy {
    if (!isDraft(policy)) return policy;
    return { ...policy, scorings: policy.scorings.map((scoring) => ({ ...scoring, group: closedGroup(scoring.name, scoring.at, scoring.group) })) };
}

function closedGroup(name: string, at: Span, group: Group): Group {
    const items = group.items.map((item): ScoringItem =>
        item.kind === 'rubric' ? { ...item, group: closedGroup(item.name, item.at, item.group) } : closedCriterion(item),
    );
    if (![group.cap, group.floor, group.increase?.percent].some(isToSet)) return { ...group, items };
    const whole: Criterion = { kind: 'criterion', name, points: unknownPoints(name, at), proof: false, exclusive: [], references: [], text: '', at };
    return { combination: 'cumulables', items: [whole] };
}

function closedCriterion({ cap, floor, ...criterion }: Criterion): Criterion {
    const open = [cap, floor, ...numbersOf(criterion.points)].some(isToSet);
    if (!open) return { ...criterion, ...(cap === undefined ? {} : { cap }), ...(floor === undefined ? {} : { floor }) };
    return { ...criterion, points: unknownPoints(criterion.name, criterion.at) };
}

function unknownPoints(name: string, at: Span): Points {
    const given: Expression = { kind: 'parameter', name, type: { kind: 'number', places: 0 }, at };
    return { kind: 'appraised', low: `-${BEYOND}`, high: BEYOND, given };
}
