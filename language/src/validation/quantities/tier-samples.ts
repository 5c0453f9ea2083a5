import type { Bound, Expression, TierTest } from '../../ir/expression.js';
import type { LiteralValue } from '../../ir/value.js';
import type { ValueType } from '../../ir/value-type.js';
import { addDays, addMonths, civilDay, formatFrenchDate, monthsElapsed } from '../../kit/civil-date.js';
import { add, ceil, compare, div, floor, integer, mul, rational, sub, ZERO, type Rational } from '../../kit/exact-number.js';
import { describeDuration, describeNumber } from '../describe-value.js';
import { exact, type Model } from '../model.js';
import { gridOf } from './value-grid.js';
import { rangeOf, type Range } from './value-range.js';

/** A value that the subject of a `selon` may have: how it reads, and which lines it meets. */
export interface Sample {
    readonly text: string;
    readonly meets: (test: TierTest) => boolean;
}

/**
 * Enough values to see every hole and overlap between the lines of a `selon`: each bound, both its neighbours, what lies between two
 * bounds and outside them, ascending; every value of an enumeration.
 */
export function samplesOf(model: Model, subject: Expression, tests: readonly TierTest[]): readonly Sample[] {
    const { type } = subject;
    switch (type.kind) {
        case 'enumeration':
            return enumerationSamples(model, type.name);
        case 'boolean':
            return ['oui', 'non'].map((word) => wordSample(word));
        case 'code':
        case 'text':
            return [...new Set(tests.flatMap((test) => (test.kind === 'values' ? test.values : []))), undefined].map((word) => wordSample(word));
        case 'duration':
            return durationSamples(boundsOf(tests));
        case 'date':
            return dateSamples(boundsOf(tests));
        case 'number':
        case 'money':
        case 'ratio':
            return numberSamples(model, subject, tests);
        case 'events':
            return [];
    }
}

/** `undefined` stands for any value that no line names. */
function wordSample(word: string | undefined): Sample {
    return { text: word ?? 'autre chose', meets: (test) => test.kind === 'values' && word !== undefined && test.values.includes(word) };
}

function enumerationSamples(model: Model, name: string): readonly Sample[] {
    const values = model.enumerations.get(name)?.values ?? [];
    const ranks = new Map(values.map((value, rank) => [value.name, rank]));
    const rankOf = (bound: LiteralValue): number => (bound.kind === 'word' ? (ranks.get(bound.value) ?? -1) : -1);
    return values.map(({ name: word }, rank) => ({
        text: word,
        meets: (test) => (test.kind === 'values' ? test.values.includes(word) : within(test, (bound) => rank - rankOf(bound))),
    }));
}

/** Whether a value lies in an interval, `order` telling how the value compares to a bound. */
function within(test: TierTest, order: (bound: LiteralValue) => number): boolean {
    if (test.kind !== 'interval') return false;
    const above = ({ value, inclusive }: Bound): boolean => order(value) > 0 || (inclusive && order(value) === 0);
    const below = ({ value, inclusive }: Bound): boolean => order(value) < 0 || (inclusive && order(value) === 0);
    return (test.low === undefined || above(test.low)) && (test.high === undefined || below(test.high));
}

function boundsOf(tests: readonly TierTest[]): readonly LiteralValue[] {
    return tests.flatMap((test) => (test.kind === 'interval' ? [test.low, test.high].flatMap((bound) => bound?.value ?? []) : []));
}

function numberSamples(model: Model, subject: Expression, tests: readonly TierTest[]): readonly Sample[] {
    const written = tests.flatMap((test) => (test.kind === 'values' ? test.values.map(exact) : []));
    const bounds = [...boundsOf(tests).flatMap((bound) => (bound.kind === 'number' ? [exact(bound.value)] : [])), ...written];
    const grid = gridOf(model, subject);
    const declared = rangeOf(model, subject);
    const range: Range = declared.low === undefined && bounds.every((bound) => bound.n >= 0n) ? { ...declared, low: ZERO } : declared;
    const places = [...bounds, ...(range.low === undefined ? [] : [range.low]), ...(range.high === undefined ? [] : [range.high])];
    return candidates(places, grid)
        .filter((value) => (range.low === undefined || compare(value, range.low) >= 0) && (range.high === undefined || compare(value, range.high) <= 0))
        .map((value) => numberSample(value, subject.type));
}

function numberSample(value: Rational, type: ValueType): Sample {
    const order = (bound: LiteralValue): number => (bound.kind === 'number' ? compare(value, exact(bound.value)) : 1);
    return {
        text: describeNumber(value, type),
        meets: (test) => (test.kind === 'values' ? test.values.some((word) => compare(value, exact(word)) === 0) : within(test, order)),
    };
}

/** Each place, its neighbours on the grid or, without grid, what lies between it and the next; one beyond each end. */
function candidates(places: readonly Rational[], grid: bigint | undefined): readonly Rational[] {
    const sorted = sortedUnique(places);
    if (grid !== undefined) return sortedUnique(sorted.flatMap((place) => neighbours(place, grid)));
    const between = sorted.slice(1).map((place, index) => half(add(place, sorted[index] ?? place)));
    const ends = [sorted[0], sorted.at(-1)].flatMap((end, index) => (end === undefined ? [] : [beyond(end, index === 1)]));
    return sortedUnique([...sorted, ...between, ...ends]);
}

function neighbours(place: Rational, grid: bigint): readonly Rational[] {
    const steps = mul(place, integer(grid));
    return [floor(steps) - 1n, floor(steps), ceil(steps), ceil(steps) + 1n].map((step) => rational(step, grid));
}

function half(value: Rational): Rational {
    return div(value, integer(2)) ?? value;
}

function beyond(end: Rational, above: boolean): Rational {
    const step = end.n === 0n ? integer(1) : half(end.n < 0n ? sub(ZERO, end) : end);
    return above ? add(end, step) : sub(end, step);
}

function sortedUnique(values: readonly Rational[]): readonly Rational[] {
    const sorted = [...values].sort(compare);
    return sorted.filter((value, index) => index === 0 || compare(value, sorted[index - 1] ?? value) !== 0);
}

function dateSamples(bounds: readonly LiteralValue[]): readonly Sample[] {
    const days = [...new Set(bounds.flatMap((bound) => (bound.kind === 'date' ? [bound.day - 1, bound.day, bound.day + 1] : [])))].sort((a, b) => a - b);
    return days.map((day) => ({
        text: `le ${formatFrenchDate(day)}`,
        meets: (test) => within(test, (bound) => (bound.kind === 'date' ? day - bound.day : 1)),
    }));
}

/** Months of 28, 29, 30 and 31 days begin on these days: enough to see a bound in days meet one in months. */
const STARTS = [civilDay(2023, 1, 1), civilDay(2023, 2, 1), civilDay(2024, 2, 1), civilDay(2023, 4, 1)].flatMap((day) => day ?? []);

function durationSamples(bounds: readonly LiteralValue[]): readonly Sample[] {
    const lengths = bounds.filter((bound) => bound.kind === 'duration');
    const mixed = lengths.some(({ unit }) => unit === 'jours') && lengths.some(({ unit }) => unit !== 'jours');
    const spans = (mixed ? STARTS : STARTS.slice(0, 1)).flatMap((from) => {
        const ends = lengths.flatMap((length) => [-1, 0, 1].map((shift) => addDays(anniversary(from, length), shift)));
        return [from, ...ends].filter((to) => to >= from).map((to) => ({ from, to }));
    });
    spans.sort((a, b) => a.to - a.from - (b.to - b.from));
    return spans.map(({ from, to }) => ({
        text: spanText(
            from,
            to,
            lengths.every(({ unit }) => unit === 'jours'),
        ),
        meets: (test) => within(test, (bound) => (bound.kind === 'duration' ? to - anniversary(from, bound) : 1)),
    }));
}

function anniversary(from: number, { amount, unit }: { readonly amount: number; readonly unit: 'mois' | 'ans' | 'jours' }): number {
    return unit === 'jours' ? addDays(from, amount) : addMonths(from, unit === 'ans' ? 12 * amount : amount);
}

/** `36 mois`, `36 mois et 1 jour`, `29 jours`. */
function spanText(from: number, to: number, inDays: boolean): string {
    const months = inDays ? 0 : monthsElapsed(from, to);
    const days = to - addMonths(from, months);
    const parts = [
        ...(months > 0 ? [describeDuration({ amount: months, unit: 'mois' })] : []),
        ...(days > 0 || months === 0 ? [describeDuration({ amount: days, unit: 'jours' })] : []),
    ];
    return parts.join(' et ');
}
