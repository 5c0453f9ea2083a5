import type { Expression } from '../../ir/expression.js';
import type { Policy } from '../../ir/policy.js';
import type { Criterion, Group, Scoring, ScoringItem, SetNumber } from '../../ir/scoring.js';
import { isDraft } from '../../ir/left-to-set.js';
import { isToSet, numberSet } from '../../ir/scoring-parts.js';
import { absurd } from '../../kit/absurd.js';
import { add, ceil, compare, floor, integer, max, min, mul, ONE, ZERO, type Rational } from '../../kit/exact-number.js';
import { exact, modelOf, type Model } from '../model.js';
import { rangeOf, type Range } from './value-range.js';

/** Between which points an item may give, whatever the household; an end that nothing bounds is absent. Wide rather than wrong. */
export function reachOfItem(model: Model, item: ScoringItem): Range {
    return item.kind === 'rubric' ? reachOfGroup(model, item.group) : reachOfCriterion(model, item);
}

/** What a criterion may give: 0 where it does not apply. */
export function reachOfCriterion(model: Model, criterion: Criterion): Range {
    const limited = clamp(rawReach(model, criterion), criterion);
    return criterion.condition === undefined && criterion.points.kind === 'flat' ? limited : hull([limited, { low: ZERO, high: ZERO }]);
}

/** What a criterion gives before its cap and its floor, when it applies: of points by unit, from the first unit on. */
export function uncappedReachOfCriterion(model: Model, criterion: Criterion): Range {
    const { points } = criterion;
    if (points.kind !== 'rate') return rawReach(model, criterion);
    const { low, high } = rangeOf(model, points.quantity);
    const each = settled(points.points);
    if (each === undefined) return {};
    const [first, last] = [mul(each, low === undefined || compare(low, ONE) < 0 ? ONE : low), high && mul(each, high)];
    return each.n >= 0n ? { low: first, high: last } : { low: last, high: first };
}

function rawReach(model: Model, { points }: Criterion): Range {
    switch (points.kind) {
        case 'flat': {
            const each = settled(points.points);
            return { low: each, high: each };
        }
        case 'rate': {
            const { low = ZERO, high } = rangeOf(model, points.quantity);
            const each = settled(points.points);
            if (each === undefined) return {};
            const [first, last] = [mul(each, low), high && mul(each, high)];
            return each.n >= 0n ? { low: first, high: last } : { low: last, high: first };
        }
        case 'tiers': {
            const given = points.tiers.flatMap(({ outcome }) => (outcome.kind === 'points' ? [settled(outcome.points)] : []));
            return hull(given.map((each) => ({ low: each, high: each })));
        }
        case 'appraised':
            return { low: exact(points.low), high: exact(points.high) };
        default:
            return absurd(points);
    }
}

/** What a group may give, its cap and its floor included. */
export function reachOfGroup(model: Model, group: Group): Range {
    return clamp(uncappedReach(model, group), group);
}

/** What a group may give before its cap and its floor. */
export function uncappedReach(model: Model, { combination, items, increase }: Group): Range {
    const reaches = items.map((item) => reachOfItem(model, item));
    const combined = combination === 'cumulables' ? sum(reaches) : hull([...reaches, { low: ZERO, high: ZERO }]);
    if (increase === undefined) return combined;
    const percent = settled(increase.percent);
    if (percent === undefined) return {};
    const factor = add(ONE, percent);
    return { low: combined.low && integer(floor(mul(combined.low, factor))), high: combined.high && integer(ceil(mul(combined.high, factor))) };
}

/** A number once it is set: nothing bounds what a draft leaves open. */
function settled(number: SetNumber | undefined): Rational | undefined {
    const set = numberSet(number);
    return set === undefined ? undefined : exact(set);
}

function clamp({ low, high }: Range, { cap, floor: least }: Pick<Group, 'cap' | 'floor'>): Range {
    if (isToSet(cap) || isToSet(least)) return {};
    const [most, fewest] = [settled(cap), settled(least)];
    const under = (end: Rational | undefined): Rational | undefined => (most === undefined || end === undefined ? end : min(end, most));
    const above = (end: Rational | undefined): Rational | undefined => (fewest === undefined || end === undefined ? end : max(end, fewest));
    return { low: above(under(low)) ?? fewest, high: above(under(high)) ?? most };
}

function sum(ranges: readonly Range[]): Range {
    return ranges.reduce((total, { low, high }) => ({ low: total.low && low && add(total.low, low), high: total.high && high && add(total.high, high) }), {
        low: ZERO,
        high: ZERO,
    });
}

function hull(ranges: readonly Range[]): Range {
    const end = (of: (range: Range) => Rational | undefined, better: (a: Rational, b: Rational) => Rational): Rational | undefined => {
        let best: Rational | undefined = ZERO;
        for (const [place, range] of ranges.entries()) {
            const each = of(range);
            if (each === undefined) return undefined;
            best = place === 0 ? each : better(best, each);
        }
        return best;
    };
    return { low: end((range) => range.low, min), high: end((range) => range.high, max) };
}

/** Whether a range holds 0 alone. */
export function isNothing({ low, high }: Range): boolean {
    return low !== undefined && high !== undefined && compare(low, ZERO) === 0 && compare(high, ZERO) === 0;
}

/** Between which points a part lies; `toSet` while a draft leaves one of its numbers open: no end is then known. */
export interface PointsRange extends Range {
    readonly toSet?: true;
}

/** How many points the parts of a policy may give, whatever the household; an end that nothing bounds is absent. */
export interface PolicyReach {
    /** Of a cotation, its cap and its floor included. */
    readonly ofScoring: (scoring: Scoring) => PointsRange;
    /** Of a criterion or a rubric, in points, before the combination of what is around it. */
    readonly ofItem: (item: ScoringItem) => PointsRange;
    /** Of a number that facts give, in the scale of its type: cents for an amount. */
    readonly ofValue: (value: Expression) => Range;
}

/** The reach of a policy's points, read from the bounds that its facts declare: wide rather than wrong. */
export function policyReach({ vocabulary, dates }: Policy): PolicyReach {
    const model = modelOf(vocabulary, dates.from);
    return {
        ofScoring: (scoring) => (isDraft({ scorings: [scoring] }) ? TO_SET : reachOfGroup(model, scoring.group)),
        ofItem: (item) => (isDraft({ scorings: [holding(item)] }) ? TO_SET : reachOfItem(model, item)),
        ofValue: (value) => rangeOf(model, value),
    };
}

const TO_SET: PointsRange = { toSet: true };

function holding(item: ScoringItem): Scoring {
    return { name: item.name, group: { combination: 'cumulables', items: [item] }, at: item.at };
}
