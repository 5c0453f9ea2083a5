import type { Bound, Tier } from '../../ir/expression.js';
import type { Criterion, Group, ScoringItem, SetNumber, TierPoints } from '../../ir/scoring.js';
import { absurd } from '../../kit/absurd.js';
import { compare, fromFraction, ZERO, type Rational } from '../../kit/exact-number.js';
import { directionOf, flip, together, type Direction, type TimeScope } from './time-direction.js';

/** How the points of an item move as days go by, and whether they are never below 0. */
export interface Move {
    readonly direction: Direction;
    readonly neverNegative: boolean;
}

function itemMove(scope: TimeScope, item: ScoringItem): Move {
    return item.kind === 'rubric' ? groupMove(scope, item.group) : criterionMove(scope, item);
}

/** Increase, cap and floor keep the direction; a cap below 0 or a floor above it would turn « does not apply » into points. */
export function groupMove(scope: TimeScope, group: Group): Move {
    const moves = group.items.map((item) => itemMove(scope, item));
    const combined = together(moves.map(({ direction }) => direction));
    const neverNegative = moves.every((move) => move.neverNegative) && !isBelowZero(group.cap) && !isBelowZero(group.increase?.percent);
    const moving = moves.filter(({ direction }) => direction !== 'constant');
    if (moving.length === 0) return { direction: 'constant', neverNegative };
    if (isBelowZero(group.cap) || isAboveZero(group.floor) || isBelowZero(group.increase?.percent)) return { direction: 'any', neverNegative };
    switch (group.combination) {
        case 'cumulables':
            return { direction: combined, neverNegative };
        case 'le plus favorable':
        case 'un seul':
            return { direction: combined === 'up' && moving.every((move) => move.neverNegative) ? 'up' : 'any', neverNegative };
        case "dans l'ordre":
            return { direction: 'any', neverNegative };
        default:
            return absurd(group.combination);
    }
}

/** How a criterion's points move. */
export function criterionMove(scope: TimeScope, criterion: Criterion): Move {
    const neverNegative = isNeverNegative(criterion) && !isBelowZero(criterion.cap);
    const condition = criterion.condition === undefined ? 'constant' : directionOf(scope, criterion.condition);
    const direction = pointsDirection(scope, criterion, condition);
    if (direction === 'constant') return { direction, neverNegative };
    const limited = isBelowZero(criterion.cap) || isAboveZero(criterion.floor) || criterion.exclusive.length > 0;
    return { direction: limited ? 'any' : direction, neverNegative };
}

/** The direction of points under a condition that moves that way. */
function pointsDirection(scope: TimeScope, { points }: Criterion, condition: Direction): Direction {
    switch (points.kind) {
        case 'flat':
            return isBelowZero(points.points) ? flip(condition) : condition;
        case 'rate': {
            const counts = points.quantity.kind === 'elapsed' || points.quantity.kind === 'count';
            const quantity = directionOf(scope, points.quantity);
            if (quantity === 'constant' && condition === 'constant') return 'constant';
            if (!counts && condition !== 'constant') return 'any';
            const grown = together([condition, quantity]);
            return isBelowZero(points.points) ? flip(grown) : grown;
        }
        case 'appraised':
            return directionOf(scope, points.given) === 'constant' && condition === 'constant' ? 'constant' : 'any';
        case 'tiers': {
            const subject = directionOf(scope, points.subject);
            if (subject === 'constant') return condition === 'constant' || points.tiers.every(({ outcome }) => isNoMalus(outcome)) ? condition : 'any';
            return subject === 'up' && condition === 'constant' && isRisingTable(points.tiers) ? 'up' : 'any';
        }
        default:
            return absurd(points);
    }
}

function isNeverNegative({ points }: Criterion): boolean {
    switch (points.kind) {
        case 'flat':
            return !isBelowZero(points.points);
        case 'rate':
            return !isBelowZero(points.points) && (points.quantity.kind === 'elapsed' || points.quantity.kind === 'count');
        case 'appraised':
            return !isBelowZero(points.low);
        case 'tiers':
            return points.tiers.every(({ outcome }) => isNoMalus(outcome));
        default:
            return absurd(points);
    }
}

function isNoMalus(outcome: TierPoints): boolean {
    return outcome.kind === 'points' && !isBelowZero(outcome.points);
}

/** Intervals end to end, the first without low bound or worth nothing less than 0, the last without high bound, their points never down. */
function isRisingTable(tiers: readonly Tier<TierPoints>[]): boolean {
    const lines = tiers.flatMap(({ test, outcome }) =>
        test.kind === 'interval' && outcome.kind === 'points' && typeof outcome.points === 'string' ? [{ ...test, points: exact(outcome.points) }] : [],
    );
    const others = tiers.filter(({ test }) => test.kind === 'values' || test.kind === 'otherwise' || test.kind === 'interval').length - lines.length;
    const [first] = lines;
    if (first === undefined || others > 0) return false;
    if (first.low !== undefined && compare(first.points, ZERO) < 0) return false;
    return lines.every((line, place) => {
        const next = lines[place + 1];
        if (next === undefined) return line.high === undefined;
        return meet(line.high, next.low) && compare(line.points, next.points) <= 0;
    });
}

/** One ends exactly where the other begins. */
function meet(high: Bound | undefined, low: Bound | undefined): boolean {
    if (high === undefined || low === undefined || high.inclusive === low.inclusive) return false;
    const [a, b] = [high.value, low.value];
    if (a.kind === 'number' && b.kind === 'number') return a.value === b.value;
    return a.kind === 'duration' && b.kind === 'duration' && a.amount === b.amount && a.unit === b.unit;
}

function exact(fraction: string): Rational {
    return fromFraction(fraction) ?? ZERO;
}

/** What a draft leaves to be set may be on either side of 0. */
function isBelowZero(number: SetNumber | undefined): boolean {
    return number !== undefined && (typeof number !== 'string' || exact(number).n < 0n);
}

function isAboveZero(number: SetNumber | undefined): boolean {
    return number !== undefined && (typeof number !== 'string' || exact(number).n > 0n);
}
