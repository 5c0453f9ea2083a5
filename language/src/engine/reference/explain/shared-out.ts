import { add, max, min, mul, neg, roundTo, sub, ZERO, type Rational } from '../../../kit/exact-number.js';
import { given, isCertain, NOTHING, pointsResult, type Outcome } from '../notes/outcome.js';
import type { ScoredGroup } from '../notes/score.js';

/**
 * What is left of each item of a group once its caps and floors, and those of the groups around it, have taken their part: the last items
 * written lose theirs first. `remains` is what is kept of the group. While something is unknown, items are left as they are.
 */
export function sharedOut({ group, combined }: ScoredGroup, items: readonly Outcome[], remains: Outcome): readonly Outcome[] {
    if (remains === NOTHING) return items.map(() => NOTHING);
    if (![combined, remains, ...items].every(isCertain)) return items;
    const points = pointsOf(combined);
    const increased = group.increase === undefined ? points : roundTo(mul(points, group.increase.factor), 0, group.increase.direction);
    const over = sub(increased, pointsOf(remains));
    return over.n === 0n ? items : lessened(items, over);
}

/** Takes a positive excess from the items that give points, a negative one from those that take some. */
function lessened(items: readonly Outcome[], over: Rational): readonly Outcome[] {
    const left = [...items];
    let rest = over;
    for (let place = left.length - 1; place >= 0 && rest.n !== 0n; place -= 1) {
        const points = pointsOf(left[place] ?? NOTHING);
        const taken = over.n > 0n ? min(max(points, ZERO), rest) : max(min(points, ZERO), rest);
        if (taken.n === 0n) continue;
        left[place] = given(add(points, neg(taken)));
        rest = sub(rest, taken);
    }
    return left;
}

function pointsOf(outcome: Outcome): Rational {
    const result = pointsResult(outcome);
    return result.kind === 'exact' ? result.points : ZERO;
}
