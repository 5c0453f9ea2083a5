import type { Expression, Relation, TierTest } from '../../../ir/expression.js';
import type { ValueType } from '../../../ir/value-type.js';
import { absurd } from '../../../kit/absurd.js';
import { parseDate } from '../../../kit/civil-date.js';
import { fromFraction } from '../../../kit/exact-number.js';
import type { Ends } from './cells.js';
import { orderNow } from './compare-values.js';
import type { Context } from './context.js';
import type { Order } from './durations.js';
import { endsOf } from './ends.js';
import { literalValue } from '../policy/loaded-policy.js';
import { wordOf, type Evaluated, type Known, type Within } from '../values/value.js';

/** What is compared, and what it comes to. */
export interface Operand {
    readonly expression: Expression;
    readonly value: Evaluated;
}

/**
 * Whether a relation holds of values that are not known but lie somewhere (`Context.cells`, the bounds of a note); `undefined` when that does not decide it.
 */
export function decideRelation(context: Context, relation: Relation, left: Operand, right: Operand): boolean | undefined {
    // The note lies between its bounds whether or not anything is supposed.
    if (context.cells === undefined && !lies(left.value) && !lies(right.value)) return undefined;
    const other = isOtherThan(left.value, right.value) || isOtherThan(right.value, left.value);
    if (other) return relation === '=' ? false : relation === '≠' ? true : undefined;
    const [a, b] = [endsOf(context, left.expression), endsOf(context, right.expression)];
    if (a === undefined || b === undefined) return undefined;
    return decideEnds({ context, type: left.expression.type }, relation, a, b);
}

function lies(value: Evaluated): boolean {
    return value.kind === 'missing' && value.within !== undefined;
}

/** One value is any word but some, and the other is one of these. */
function isOtherThan(value: Evaluated, known: Evaluated): boolean {
    if (value.kind !== 'missing' || value.within?.kind !== 'other' || known.kind === 'missing' || known.kind === 'not-applicable') return false;
    const word = wordOf(known);
    return word !== undefined && value.within.than.includes(word);
}

interface Comparing {
    readonly context: Context;
    readonly type: ValueType;
}

function decideEnds(comparing: Comparing, relation: Relation, a: Ends, b: Ends): boolean | undefined {
    switch (relation) {
        case '<':
            return isBelow(comparing, a, b) ? true : isAtLeast(comparing, a, b) ? false : undefined;
        case '>=':
            return isAtLeast(comparing, a, b) ? true : isBelow(comparing, a, b) ? false : undefined;
        case '>':
            return isBelow(comparing, b, a) ? true : isAtLeast(comparing, b, a) ? false : undefined;
        case '<=':
            return isAtLeast(comparing, b, a) ? true : isBelow(comparing, b, a) ? false : undefined;
        case '=':
        case '≠': {
            if (isBelow(comparing, a, b) || isBelow(comparing, b, a)) return relation === '≠';
            return isAtLeast(comparing, a, b) && isAtLeast(comparing, b, a) ? relation === '=' : undefined;
        }
        default:
            return absurd(relation);
    }
}

/** Every value of the first is below every value of the second. */
function isBelow(comparing: Comparing, a: Ends, b: Ends): boolean {
    const order = orderOfEnds(comparing, a.high, b.low);
    return order !== undefined && (order < 0 || (order === 0 && (a.highOpen || b.lowOpen)));
}

/** No value of the first is below one of the second. */
function isAtLeast(comparing: Comparing, a: Ends, b: Ends): boolean {
    const order = orderOfEnds(comparing, a.low, b.high);
    return order !== undefined && order >= 0;
}

function orderOfEnds({ context, type }: Comparing, a: Known | undefined, b: Known | undefined): Order | undefined {
    return a === undefined || b === undefined ? undefined : orderNow(context, a, b, type);
}

/** Whether words contain what lies within: `false` when surely not. */
export function isAmongWords(within: Within | undefined, words: readonly string[]): false | undefined {
    if (within === undefined) return undefined;
    if (within.kind === 'other') return words.every((word) => within.than.includes(word)) ? false : undefined;
    return words.every((word) => isOutside(within, word)) ? false : undefined;
}

function isOutside({ low, high, lowOpen, highOpen }: Extract<Within, { kind: 'interval' }>, word: string): boolean {
    const [value, day] = [fromFraction(word), parseDate(word)];
    if (value === undefined && day === undefined) return low?.kind === 'number' || high?.kind === 'number';
    const order = (end: Known | undefined): number => {
        if (end?.kind === 'number' && value !== undefined) return Number(value.n * end.value.d - end.value.n * value.d);
        return end?.kind === 'date' && day !== undefined ? day - end.day : Number.NaN;
    };
    return order(low) < 0 || (order(low) === 0 && lowOpen) || order(high) > 0 || (order(high) === 0 && highOpen);
}

/** Whether a line of a `selon` applies to a subject that lies somewhere; `undefined` when that does not decide it. */
export function decideLine(context: Context, type: ValueType, test: TierTest, place: { readonly ends?: Ends; readonly within?: Within }): boolean | undefined {
    switch (test.kind) {
        case 'interval': {
            if (place.ends === undefined) return undefined;
            const comparing = { context, type };
            const bound = (end: typeof test.low): Ends | undefined => {
                if (end === undefined) return undefined;
                const value = literalValue(context.loaded, end.value);
                return { low: value, high: value, lowOpen: false, highOpen: false };
            };
            const [low, high] = [bound(test.low), bound(test.high)];
            const above = low === undefined ? true : decideEnds(comparing, test.low?.inclusive === true ? '>=' : '>', place.ends, low);
            const below = high === undefined ? true : decideEnds(comparing, test.high?.inclusive === true ? '<=' : '<', place.ends, high);
            return above === false || below === false ? false : above === true && below === true ? true : undefined;
        }
        case 'values':
            return isAmongWords(place.within, test.values);
        case 'otherwise':
        case 'missing':
        case 'not-applicable':
            return false;
        default:
            return absurd(test);
    }
}
