import type { Expression } from '../../../ir/expression.js';
import type { Day } from '../../../ir/value.js';
import { civilDay } from '../../../kit/civil-date.js';
import { compare, div, integer, max, min, mul, neg, add, roundTo, sub, ZERO, type Rational } from '../../../kit/exact-number.js';
import type { Context } from './context.js';
import { boundedRange } from './declared-bounds.js';
import type { LoadedFact } from '../policy/loaded-fact.js';
import { perPeriod } from './per-period.js';
import { unitsElapsed } from './durations.js';
import { endsOf } from './ends.js';
import { countEvents, eventsIn, inEvent } from './evaluate-events.js';
import { valueIn, type FoldExpression } from './fold-events.js';
import type { Evaluated } from '../values/value.js';

/** Where a number lies, both ends included, whatever the missing facts are. */
export interface Range {
    readonly low: Rational;
    readonly high: Rational;
}

/**
 * The most that a number without declared bounds is supposed to be, from 0: as many events or persons as a hundred years have months.
 * Bounds of a note rest on it only where a fact declares none and no cap says more.
 */
export const LARGEST_QUANTITY = integer(1200);

/** The first day that a date can be written for, in a policy or in data; and the last. */
export const FIRST_DAY: Day = civilDay(1, 1, 1) ?? 0;
export const LAST_DAY: Day = civilDay(9999, 12, 31) ?? 0;

/**
 * Where a number that is missing may yet lie, from the declared bounds of the facts it is computed from; `undefined` where nothing is
 * known. That the expression may prove `sans objet` is the caller's business.
 */
export function rangeOf(context: Context, expression: Expression): Range | undefined {
    return rangeThrough(context, expression, []);
}

/** `through` are the derived facts being looked into: a cycle, which the checker refuses, says nothing. */
function rangeThrough(context: Context, expression: Expression, through: readonly string[]): Range | undefined {
    const range = (operand: Expression): Range | undefined => rangeThrough(context, operand, through);
    const value = context.interpreter.value(context, expression);
    if (value.kind === 'number') return { low: value.value, high: value.value };
    switch (expression.kind) {
        case 'fact':
            return rangeWithin(value) ?? declaredRange(context, expression);
        case 'derived': {
            const derived = context.loaded.derived.get(expression.name);
            if (derived === undefined || through.includes(expression.name)) return undefined;
            return boundedRange(expression.type, derived.fact.bounds, rangeThrough(context, derived.fact.value, [...through, expression.name]));
        }
        case 'parameter':
            return boundedRange(expression.type, context.loaded.parameters.get(expression.name)?.bounds);
        case 'lookup':
            return boundedRange(expression.type, context.loaded.tables.get(expression.table)?.bounds);
        case 'elapsed':
            return rangeOfElapsed(context, expression);
        case 'lapse':
            return expression.count && { low: ZERO, high: integer(unitsElapsed(context, { from: FIRST_DAY, to: LAST_DAY }, expression.count)) };
        case 'count':
            return rangeOfCount(context, expression);
        case 'fold':
            return rangeOfFold(context, expression, range);
        case 'choose':
            return both(range(expression.then), range(expression.otherwise), hull);
        default:
            return rangeOfComputation(expression, range);
    }
}

function rangeOfComputation(expression: Expression, range: (operand: Expression) => Range | undefined): Range | undefined {
    switch (expression.kind) {
        case 'arithmetic':
            return both(range(expression.left), range(expression.right), (left, right) => combine(expression.operator, left, right));
        case 'opposite':
            return map(range(expression.operand), neg);
        case 'per':
            return map(range(expression.operand), (end) => perPeriod(expression.period, end));
        case 'rounding':
            return map(range(expression.operand), (end) => roundTo(end, expression.places, expression.direction));
        case 'extreme':
            return expression.items.map(range).reduce((left, right) => both(left, right, (a, b) => extremes(expression.which, a, b)));
        default:
            return undefined;
    }
}

/** The bounds that a fact declares, or a field of the event under test. */
function declaredRange(context: Context, { owner, name }: Extract<Expression, { kind: 'fact' }>): Range | undefined {
    return (owner === 'event' ? context.event?.source.fields.get(name) : context.loaded.facts[owner].get(name))?.bounds;
}

/** The smallest range that holds both. */
export function hull(a: Range, b: Range): Range {
    return { low: min(a.low, b.low), high: max(a.high, b.high) };
}

/** The interval in which a value that is not known is supposed to lie, its ends included. */
function rangeWithin(value: Evaluated): Range | undefined {
    if (value.kind !== 'missing' || value.within?.kind !== 'interval') return undefined;
    const { low, high } = value.within;
    return low?.kind === 'number' && high?.kind === 'number' ? { low: low.value, high: high.value } : undefined;
}

/** At most since the first day that a date may be. Refusals that are not known take some of it, or nothing. */
function rangeOfElapsed(context: Context, { effects, ...expression }: Extract<Expression, { kind: 'elapsed' }>): Range {
    const whole = effects === undefined ? undefined : context.interpreter.value(context, expression);
    if (whole?.kind === 'number') return { low: ZERO, high: whole.value };
    const from = endsOf(context, expression.start)?.low;
    const first = from?.kind === 'date' ? from.day : (declaredDays(context, expression.start)?.from ?? FIRST_DAY);
    return { low: ZERO, high: integer(unitsElapsed(context, { from: first, to: context.day }, expression)) };
}

/** The days that a date fact may be, where its declaration says so. */
function declaredDays({ loaded }: Context, expression: Expression): LoadedFact['days'] {
    if (expression.kind !== 'fact' || expression.owner === 'event') return undefined;
    return loaded.facts[expression.owner].get(expression.name)?.days;
}

function rangeOfCount(context: Context, expression: Extract<Expression, { kind: 'count' }>): Range {
    const count = countEvents(context, expression);
    return 'kind' in count ? { low: ZERO, high: LARGEST_QUANTITY } : { low: integer(count.sure), high: integer(count.possible) };
}

/** Of the events given, whatever is missing of each; of a list that is missing, as many events as a quantity may be. */
function rangeOfFold(context: Context, expression: FoldExpression, range: (operand: Expression) => Range | undefined): Range | undefined {
    const events = eventsIn(context, expression);
    const isSum = expression.operation === 'sum';
    if ('kind' in events) {
        const each = range(expression.value);
        if (each === undefined || !isSum) return each;
        return { low: min(ZERO, mul(each.low, LARGEST_QUANTITY)), high: max(ZERO, mul(each.high, LARGEST_QUANTITY)) };
    }
    let whole: Range | undefined = isSum ? { low: ZERO, high: ZERO } : undefined;
    for (const counted of events.counted) {
        if (counted.truth === false || valueIn(context, expression, counted).kind === 'not-applicable') continue;
        const own = inEvent(context, counted.event, () => range(expression.value));
        if (own === undefined) return undefined;
        // It may not count, or prove to have no such value.
        const either = isSum ? hull(own, { low: ZERO, high: ZERO }) : own;
        const each = counted.truth === true && valueIn(context, expression, counted).kind === 'number' ? own : either;
        whole = whole === undefined ? each : isSum ? combine('+', whole, each) : hull(whole, each);
    }
    return whole;
}

function both(a: Range | undefined, b: Range | undefined, combineRanges: (a: Range, b: Range) => Range | undefined): Range | undefined {
    return a === undefined || b === undefined ? undefined : combineRanges(a, b);
}

function map(range: Range | undefined, change: (end: Rational) => Rational): Range | undefined {
    if (range === undefined) return undefined;
    const ends = [change(range.low), change(range.high)] as const;
    return compare(ends[0], ends[1]) <= 0 ? { low: ends[0], high: ends[1] } : { low: ends[1], high: ends[0] };
}

function extremes(which: 'min' | 'max', a: Range, b: Range): Range {
    const pick = which === 'min' ? min : max;
    return { low: pick(a.low, b.low), high: pick(a.high, b.high) };
}

function combine(operator: '+' | '-' | '*' | '/', a: Range, b: Range): Range | undefined {
    switch (operator) {
        case '+':
            return { low: add(a.low, b.low), high: add(a.high, b.high) };
        case '-':
            return { low: sub(a.low, b.high), high: sub(a.high, b.low) };
        default:
            return ofCorners(operator, a, b);
    }
}

/** Products and quotients are at their ends at corners, unless a divisor may be 0. */
function ofCorners(operator: '*' | '/', a: Range, b: Range): Range | undefined {
    if (operator === '/' && b.low.n <= 0n && b.high.n >= 0n) return undefined;
    const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => (operator === '*' ? mul(x, y) : (div(x, y) ?? ZERO))));
    return corners.map((corner) => ({ low: corner, high: corner })).reduce(hull);
}
