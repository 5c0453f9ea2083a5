import { absurd } from '../kit/absurd.js';
import { isToSet, itemsIn } from './scoring-parts.js';
import type { Policy } from './policy.js';
import type { Criterion, Group, Points, SetNumber } from './scoring.js';
import type { Span } from './span.js';

/** A number that a draft leaves to be set: what it is, and whose. */
export interface LeftToSet {
    readonly what: 'points' | 'cap' | 'floor' | 'increase';
    /** The name of the criterion, the rubric or the cotation. */
    readonly of: string;
    readonly at: Span;
}

/** The numbers that a policy leaves to be set, in the order of its cotations; none: its notes can be computed. */
export function leftToSet({ scorings }: Pick<Policy, 'scorings'>): readonly LeftToSet[] {
    return scorings.flatMap(({ name, group }) => [
        ...itemsIn(group).flatMap((item) => (item.kind === 'rubric' ? ofGroup(item.name, item.group) : ofCriterion(item))),
        ...ofGroup(name, group),
    ]);
}

/** Whether something of the policy is left to be set. */
export function isDraft(policy: Pick<Policy, 'scorings'>): boolean {
    return leftToSet(policy).length > 0;
}

function ofCriterion({ name, points, cap, floor }: Criterion): readonly LeftToSet[] {
    return [...numbersOf(points).flatMap((number) => left('points', name, number)), ...left('cap', name, cap), ...left('floor', name, floor)];
}

/** The numbers that a clause of points gives, set or not. */
export function numbersOf(points: Points): readonly SetNumber[] {
    switch (points.kind) {
        case 'flat':
        case 'rate':
            return [points.points];
        case 'tiers':
            return points.tiers.flatMap(({ outcome }) => (outcome.kind === 'points' ? [outcome.points] : []));
        case 'appraised':
            return [];
        default:
            return absurd(points);
    }
}

function ofGroup(name: string, { increase, cap, floor }: Group): readonly LeftToSet[] {
    return [...left('increase', name, increase?.percent), ...left('cap', name, cap), ...left('floor', name, floor)];
}

function left(what: LeftToSet['what'], of: string, number: SetNumber | undefined): readonly LeftToSet[] {
    return isToSet(number) ? [{ what, of, at: number.at }] : [];
}
