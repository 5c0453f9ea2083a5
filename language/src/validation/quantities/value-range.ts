import type { Expression } from '../../ir/expression.js';
import type { LiteralValue } from '../../ir/value.js';
import type { Bounds, ValueType } from '../../ir/value-type.js';
import type { TableRow } from '../../ir/vocabulary.js';
import { add, compare, div, max, min, mul, roundTo, ZERO, type Rational } from '../../kit/exact-number.js';
import { linearOf, type LinearForm } from './linear-form.js';
import { exact, type Model } from '../model.js';

/** Where a number may lie, ends included; an end that nothing gives is absent. */
export interface Range {
    readonly low?: Rational;
    readonly high?: Rational;
}

const ANYWHERE: Range = {};

/** Decimals beyond which rounding changes nothing that a policy counts. */
const MOST_PLACES = 20;

/** Where a numeric expression may lie, from the bounds that facts declare. Wide rather than wrong. */
export function rangeOf(model: Model, expression: Expression, chain: readonly string[] = []): Range {
    return rangeOfForm(model, linearOf(model, expression), chain);
}

function rangeOfForm(model: Model, { terms, offset }: LinearForm, chain: readonly string[]): Range {
    let range: Range = { low: offset, high: offset };
    for (const { base, factor } of terms.values()) range = plus(range, times(rangeOfBase(model, base, chain), { low: factor, high: factor }));
    return range;
}

function rangeOfBase(model: Model, base: Expression, chain: readonly string[]): Range {
    switch (base.kind) {
        case 'fact': {
            const bounds = base.owner === 'event' ? undefined : model.facts.get(`${base.owner}.${base.name}`)?.bounds;
            return within(base.type, ANYWHERE, bounds);
        }
        case 'derived': {
            const derived = chain.includes(base.name) ? undefined : model.derived.get(base.name);
            return derived === undefined ? ANYWHERE : within(base.type, rangeOf(model, derived.value, [...chain, base.name]), derived.bounds);
        }
        case 'parameter':
            return rangeOfParameter(model, base);
        case 'note':
            return ANYWHERE;
        case 'lapse':
            return base.count === undefined ? ANYWHERE : { low: ZERO };
        case 'elapsed':
        case 'count':
            return { low: ZERO };
        case 'lookup':
            return rangeOfTable(model, base);
        case 'choose':
            return hull([rangeOf(model, base.then, chain), rangeOf(model, base.otherwise, chain)]);
        case 'select':
            return hull(base.tiers.map((tier) => rangeOf(model, tier.outcome, chain)));
        case 'extreme':
            return extremes(
                base.which,
                base.items.map((item) => rangeOf(model, item, chain)),
            );
        case 'rounding': {
            if (Math.abs(base.places) > MOST_PLACES) return ANYWHERE;
            const { low, high } = rangeOf(model, base.operand, chain);
            return rangeFrom(low && roundTo(low, base.places, base.direction), high && roundTo(high, base.places, base.direction));
        }
        case 'arithmetic': {
            const left = rangeOf(model, base.left, chain);
            const right = rangeOf(model, base.right, chain);
            return base.operator === '*' ? times(left, right) : base.operator === '/' ? quotient(left, right) : ANYWHERE;
        }
        default:
            return ANYWHERE;
    }
}

function rangeFrom(low: Rational | undefined, high: Rational | undefined): Range {
    return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

/** What is left of a range between declared bounds, those of a quantity that is neither a date nor a duration; the bounds alone where nothing is. */
function within({ kind }: ValueType, { low, high }: Range, bounds: Bounds | undefined): Range {
    if (bounds === undefined || kind === 'date' || kind === 'duration') return rangeFrom(low, high);
    const [least, most] = [exact(bounds.low), exact(bounds.high)];
    const inside = { low: low === undefined ? least : max(low, least), high: high === undefined ? most : min(high, most) };
    return compare(inside.low, inside.high) <= 0 ? inside : { low: least, high: most };
}

function rangeOfParameter(model: Model, { name, type }: Extract<Expression, { kind: 'parameter' }>): Range {
    const parameter = model.parameters.get(name);
    return parameter?.value === undefined ? within(type, ANYWHERE, parameter?.bounds) : pointOf(parameter.value);
}

function rangeOfTable(model: Model, { table: name, type }: Extract<Expression, { kind: 'lookup' }>): Range {
    const table = model.tables.get(name);
    return within(type, rangeOfRows((table?.periods ?? []).flatMap((period) => period.rows)), table?.bounds);
}

function pointOf(value: LiteralValue | undefined): Range {
    return value?.kind === 'number' ? { low: exact(value.value), high: exact(value.value) } : ANYWHERE;
}

/** The values of a table's cells; without end when a row grows with its last key. */
function rangeOfRows(rows: readonly TableRow[]): Range {
    const range = hull(rows.map((row) => pointOf(row.value)));
    const amounts = rows.flatMap((row) => (row.perExtra === undefined ? [] : [exact(row.perExtra.amount)]));
    return rangeFrom(amounts.some((amount) => amount.n < 0n) ? undefined : range.low, amounts.some((amount) => amount.n > 0n) ? undefined : range.high);
}

function hull(ranges: readonly Range[]): Range {
    const [first, ...others] = ranges;
    if (first === undefined) return ANYWHERE;
    return others.reduce((a, b) => rangeFrom(a.low && b.low && min(a.low, b.low), a.high && b.high && max(a.high, b.high)), first);
}

function extremes(which: 'min' | 'max', ranges: readonly Range[]): Range {
    const ends = (end: 'low' | 'high'): readonly Rational[] => ranges.flatMap((range) => range[end] ?? []);
    const known = (list: readonly Rational[]): boolean => list.length === ranges.length;
    const pick = which === 'min' ? min : max;
    const fold = (list: readonly Rational[]): Rational | undefined => list.slice(1).reduce<Rational | undefined>((a, b) => a && pick(a, b), list[0]);
    const lows = ends('low');
    const highs = ends('high');
    const low = known(lows) || which === 'max' ? fold(lows) : undefined;
    const high = known(highs) || which === 'min' ? fold(highs) : undefined;
    return rangeFrom(low, high);
}

function plus(a: Range, b: Range): Range {
    return rangeFrom(a.low && b.low && add(a.low, b.low), a.high && b.high && add(a.high, b.high));
}

function times(a: Range, b: Range): Range {
    const ends = [a.low, a.high, b.low, b.high];
    if (ends.every((end) => end !== undefined)) return ofCorners(a, b, mul);
    if (isPoint(b)) return timesPoint(a, b.low ?? ZERO);
    if (isPoint(a)) return timesPoint(b, a.low ?? ZERO);
    return isPositive(a) && isPositive(b) ? rangeFrom(mul(a.low ?? ZERO, b.low ?? ZERO), undefined) : ANYWHERE;
}

function timesPoint({ low, high }: Range, by: Rational): Range {
    if (by.n === 0n) return { low: ZERO, high: ZERO };
    const scaled = [low && mul(low, by), high && mul(high, by)] as const;
    return by.n > 0n ? rangeFrom(scaled[0], scaled[1]) : rangeFrom(scaled[1], scaled[0]);
}

/** A quotient of quantities that are never negative is never negative; nothing more is known when the divisor may be 0. */
function quotient(a: Range, b: Range): Range {
    if (b.low === undefined || b.low.n < 0n) return ANYWHERE;
    if (b.low.n === 0n) return isPositive(a) ? { low: ZERO } : ANYWHERE;
    const ends = [a.low, a.high, b.high];
    if (ends.every((end) => end !== undefined)) return ofCorners(a, b, (x, y) => div(x, y) ?? ZERO);
    if (!isPositive(a)) return ANYWHERE;
    return rangeFrom(b.high === undefined ? ZERO : div(a.low ?? ZERO, b.high), a.high && div(a.high, b.low));
}

function ofCorners(a: Range, b: Range, combine: (x: Rational, y: Rational) => Rational): Range {
    const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => combine(x ?? ZERO, y ?? ZERO)));
    return hull(corners.map((corner) => ({ low: corner, high: corner })));
}

function isPoint({ low, high }: Range): boolean {
    return low !== undefined && high !== undefined && compare(low, high) === 0;
}

function isPositive({ low }: Range): boolean {
    return low !== undefined && low.n >= 0n;
}
