import type { ValueType } from '../../ir/value-type.js';
import { add, compare, div, formatFrench, integer, isInteger, mul, rational, sub, ZERO, type Rational } from '../../kit/exact-number.js';
import { isOpen, type Values } from './domain.js';
import { holds, type Interval } from './intervals.js';

type Numbers = Extract<Values, { kind: 'numbers' }>;
type Words = Extract<Values, { kind: 'words' }>;
type Sets = Extract<Values, { kind: 'sets' }>;

/** Numbers of a domain that a person would write, the plainest first. */
export function numbersIn(values: Numbers, type: ValueType): readonly Rational[] {
    const positive = values.intervals.filter(({ high }) => high === undefined || high.value.n >= 0n);
    const tried = [...positive, ...values.intervals].flatMap((interval) => around(interval, stepsOf(type)));
    const seen = new Set<string>();
    return tried.filter((value) => {
        const key = `${value.n}/${value.d}`;
        const fresh = !seen.has(key) && holds(values.intervals, value) && isWritten(value, values.grid);
        seen.add(key);
        return fresh;
    });
}

/** Round amounts to start a computation from: never 0, which nothing divides by. */
export function plainNumbersIn(values: Numbers, type: ValueType): readonly Rational[] {
    const round = (type.kind === 'money' ? [100_000, 10_000, 100] : [1, 10]).map((amount) => integer(amount));
    const good = round.filter((value) => holds(values.intervals, value) && isWritten(value, values.grid));
    return [...good, ...numbersIn(values, type)].sort((a, b) => Number(a.n === 0n) - Number(b.n === 0n));
}

function stepsOf(type: ValueType): readonly Rational[] {
    switch (type.kind) {
        case 'ratio':
            return [rational(1, 100), rational(1, 1000)];
        case 'money':
            return [integer(100), integer(1)];
        default:
            return [integer(1), rational(1, 10)];
    }
}

function around({ low, high }: Interval, steps: readonly Rational[]): readonly Rational[] {
    const below = high === undefined ? [] : [high.value, ...steps.map((step) => sub(high.value, step))];
    if (low === undefined) return [ZERO, ...below];
    const middle = high === undefined ? [] : [div(add(low.value, high.value), integer(2)) ?? low.value];
    const start = low.value.n < 0n ? [ZERO] : [];
    return [...start, low.value, ...steps.map((step) => add(low.value, step)), ...middle, ...below];
}

/** Whether the number is on its grid and has few decimals: an example can carry it exactly. */
function isWritten(value: Rational, grid: bigint | undefined): boolean {
    if (grid !== undefined && !isInteger(mul(value, integer(grid)))) return false;
    return !formatFrench(mul(value, integer(100))).includes('/') && compare(value, integer(-1_000_000_000)) > 0;
}

/** A word of the domain that is none of those taken. */
export function wordIn({ allowed, refused }: Words, taken: readonly string[] = []): string | undefined {
    if (allowed !== undefined) return allowed.find((word) => !refused.includes(word) && !taken.includes(word));
    return freshWord([...refused, ...taken]);
}

/** Words that meet every group, as few as possible; one that is not refused when nothing more is asked. */
export function wordsIn(values: Sets): readonly string[] | undefined {
    const chosen: string[] = [];
    for (const group of values.groups) {
        if (group.some((word) => chosen.includes(word))) continue;
        const inAll = group.find((word) => isOpen(values, word) && values.groups.every((other) => other.includes(word)));
        const word = inAll ?? group.find((candidate) => isOpen(values, candidate));
        if (word === undefined) return undefined;
        chosen.push(word);
    }
    if (chosen.length > 0) return chosen;
    const any = values.universe === undefined ? freshWord(values.refused) : values.universe.find((word) => isOpen(values, word));
    return any === undefined ? undefined : [any];
}

function freshWord(taken: readonly string[]): string {
    let word = 'autre';
    for (let rank = 2; taken.includes(word); rank += 1) word = `autre_${rank}`;
    return word;
}
