import type { FactValue } from '../../../ir/value.js';
import { compare, floor, isInteger, mul, ONE, rational, sub, toFraction, ZERO, type Rational } from '../../../kit/exact-number.js';
import type { Cell } from '../expressions/cells.js';
import { FIRST_DAY, LAST_DAY } from '../expressions/range.js';
import type { LoadedFact } from '../policy/loaded-fact.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import { NOT_APPLICABLE, numberValue, type Evaluated, type Within } from '../values/value.js';
import { sortedOnce, type Constants } from './constants.js';

/**
 * The cells of a missing fact (language.md, meaning 2): its values cut by the constants it is compared with and by its declared bounds,
 * `sans objet`, and, where its absence is tested, missing still. `undefined` for a fact that is not cut: several values, events, a
 * duration, whose order depends on the day.
 */
export function cellsOf(loaded: LoadedPolicy, fact: LoadedFact, constants: Constants): readonly Cell[] | undefined {
    const cells = valueCells(loaded, fact, constants);
    if (cells === undefined) return undefined;
    const absent: Cell = { shown: { kind: 'missing' }, evaluated: fact.missing, ...(constants.absence ? {} : { forProof: true }) };
    return [...cells, { shown: NOT_APPLICABLE, evaluated: NOT_APPLICABLE }, ...(constants.absence || constants.proof ? [absent] : [])];
}

function valueCells(loaded: LoadedPolicy, fact: LoadedFact, constants: Constants): readonly Cell[] | undefined {
    const { type, multiple } = fact.declaration;
    if (multiple) return undefined;
    switch (type.kind) {
        case 'number':
            return numberCells(fact, constants.numbers, rational(1n, 10n ** BigInt(Math.min(type.places, MOST_PLACES))));
        case 'money':
            return numberCells(fact, constants.numbers, ONE);
        case 'ratio':
            return numberCells(fact, constants.numbers, undefined);
        case 'date':
            return dayCells(fact, constants);
        case 'boolean':
            return [known({ kind: 'boolean', value: false }), known({ kind: 'boolean', value: true })];
        case 'enumeration':
            return [...(loaded.ranks.get(type.name)?.keys() ?? [])].map((value) => known({ kind: 'word', value }));
        case 'code':
        case 'text': {
            const words = [...constants.words].sort();
            return [...words.map((value) => known({ kind: 'word', value })), somewhere(fact, { kind: 'other', than: words }, { kind: 'word', value: OTHER })];
        }
        default:
            return undefined;
    }
}

/** Beyond, a number is taken as one that has no smallest step. */
const MOST_PLACES = 12;

/** What a reader shows of a word that is none of those compared with: no rule can have written it. */
const OTHER = '\u0000';

function known(value: Extract<FactValue, { kind: 'boolean' | 'word' }>): Cell {
    return { shown: value, evaluated: value };
}

function somewhere({ missing }: LoadedFact, within: Within, shown: FactValue): Cell {
    const evaluated: Evaluated = { ...missing, within };
    return { shown, evaluated };
}

/** Cuts, and the open intervals before, between and after them that hold a value; with a smallest step, their first and last values. */
function numberCells(fact: LoadedFact, constants: readonly Rational[], step: Rational | undefined): readonly Cell[] {
    const { bounds } = fact;
    const inside = constants.filter((each) => bounds === undefined || (compare(each, bounds.low) > 0 && compare(each, bounds.high) < 0));
    const cuts = sortedOnce([...inside, ...(bounds === undefined ? [] : [bounds.low, bounds.high])]);
    const cells: Cell[] = [];
    for (const [place, cut] of [undefined, ...cuts].entries()) {
        const next = cuts[place];
        if (cut !== undefined && isOnGrid(cut, step)) cells.push(numberPoint(cut));
        const isOutside = bounds !== undefined && (cut === undefined || next === undefined);
        if (!isOutside) cells.push(...numberInterval(fact, { low: cut, high: next }, step));
    }
    return cells;
}

function isOnGrid(value: Rational, step: Rational | undefined): boolean {
    return step === undefined || isInteger(mul(value, { n: step.d, d: step.n }));
}

function numberPoint(value: Rational): Cell {
    return { shown: { kind: 'number', value: toFraction(value) }, evaluated: numberValue(value) };
}

function numberInterval(fact: LoadedFact, { low, high }: { readonly low?: Rational; readonly high?: Rational }, step: Rational | undefined): readonly Cell[] {
    const first = low === undefined || step === undefined ? low : nextOnGrid(low, step);
    const last = high === undefined || step === undefined ? high : previousOnGrid(high, step);
    if (first !== undefined && last !== undefined && compare(first, last) > (step === undefined ? -1 : 0)) return [];
    if (first !== undefined && last !== undefined && compare(first, last) === 0) return [numberPoint(first)];
    const open = step === undefined;
    const within: Within = {
        kind: 'interval',
        ...(first === undefined ? {} : { low: numberValue(first) }),
        ...(last === undefined ? {} : { high: numberValue(last) }),
        lowOpen: open,
        highOpen: open,
    };
    return [somewhere(fact, within, { kind: 'number', value: toFraction(first ?? last ?? ZERO) })];
}

function nextOnGrid(value: Rational, step: Rational): Rational {
    const steps = mul(value, { n: step.d, d: step.n });
    return mul({ n: floor(steps) + 1n, d: 1n }, step);
}

function previousOnGrid(value: Rational, step: Rational): Rational {
    const steps = mul(value, { n: step.d, d: step.n });
    return isInteger(steps) ? sub(value, step) : mul({ n: floor(steps), d: 1n }, step);
}

/** Days in a row, of those that the fact may be, that every constant sees alike; a constant is a range of days, perhaps empty. */
function dayCells(fact: LoadedFact, { days }: Constants): readonly Cell[] {
    const [first, last] = [fact.days?.from ?? FIRST_DAY, fact.days?.to ?? LAST_DAY];
    const starts = new Set([first, ...days.flatMap(({ from, to }) => [from, to + 1])].filter((day) => day >= first && day <= last));
    const sorted = [...starts].sort((a, b) => a - b);
    return sorted.map((from, place): Cell => {
        const to = (sorted[place + 1] ?? last + 1) - 1;
        const shown: FactValue = { kind: 'date', day: from };
        if (from === to) return { shown, evaluated: { kind: 'date', day: from } };
        return somewhere(fact, { kind: 'interval', low: { kind: 'date', day: from }, high: { kind: 'date', day: to }, lowOpen: false, highOpen: false }, shown);
    });
}
