import { absurd } from '../kit/absurd.js';
import type { Expression } from './expression.js';
import type { Criterion, Group, Points, ScoringItem, SetNumber } from './scoring.js';
import type { Fraction } from './value.js';

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

/** The expressions that a criterion reads: its condition, then its points. */
export function expressionsOfCriterion({ condition, points }: Criterion): readonly Expression[] {
    return [...(condition === undefined ? [] : [condition]), ...expressionsOfPoints(points)];
}

/** Whether a draft leaves a number to be set. */
export function isToSet(number: SetNumber | undefined): number is Exclude<SetNumber, Fraction> {
    return number !== undefined && typeof number !== 'string';
}

/** A number of a grid once it is set; nothing while a draft leaves it open, or where there is none. */
export function numberSet(number: SetNumber | undefined): Fraction | undefined {
    return typeof number === 'string' ? number : undefined;
}
