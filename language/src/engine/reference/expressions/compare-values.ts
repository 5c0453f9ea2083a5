import type { Relation } from '../../../ir/expression.js';
import type { ValueType } from '../../../ir/value-type.js';
import { absurd } from '../../../kit/absurd.js';
import { compare, equals } from '../../../kit/exact-number.js';
import type { Context } from './context.js';
import { limitComparison, orderOfDurations, type Duration, type Order, type Span } from './durations.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import { wordsOf, type ExpressionValue, type Known } from '../values/value.js';

/**
 * How two values of one kind compare: numbers, days, durations, `non` before `oui`, words of an ordered enumeration by the rank given.
 * `undefined` when they do not: another kind, words without rank, days against months.
 */
export function orderOf(a: Known, b: Known, rank?: ReadonlyMap<string, number>): Order | undefined {
    if (a.kind === 'number' && b.kind === 'number') return compare(a.value, b.value);
    if (a.kind === 'date' && b.kind === 'date') return Math.sign(a.day - b.day) as Order;
    if (isDuration(a) && isDuration(b)) return orderOfDurations(a, b);
    if (a.kind === 'boolean' && b.kind === 'boolean') return (Number(a.value) - Number(b.value)) as Order;
    if (a.kind !== 'word' || b.kind !== 'word') return undefined;
    const ranks = [rank?.get(a.value), rank?.get(b.value)] as const;
    return ranks[0] === undefined || ranks[1] === undefined ? undefined : (Math.sign(ranks[0] - ranks[1]) as Order);
}

/** The order of two values as the evaluation date sees them, which may change with it. */
export function orderNow(context: Context, a: Known, b: Known, type: ValueType): Order | undefined {
    if (isDuration(a) && isDuration(b)) limitComparison(context, a, b);
    return orderOf(a, b, rankOf(context.loaded, type));
}

/** Whether `a relation b`; `undefined` when the values do not compare. Words are equal when written the same. */
export function relates(
    context: Context,
    relation: Relation,
    { left, right, type }: { readonly left: Known; readonly right: Known; readonly type: ValueType },
): boolean | undefined {
    if (relation === '=' || relation === '≠') {
        const same = sameNow(context, left, right);
        return same === undefined ? undefined : same === (relation === '=');
    }
    const order = orderNow(context, left, right, type);
    return order === undefined ? undefined : holds(relation, order);
}

/** Whether two values are the same: a set is the same as a word when it holds that word. `undefined`: they do not compare. */
function sameNow(context: Context, a: Known, b: Known): boolean | undefined {
    if (a.kind === 'number' && b.kind === 'number') return equals(a.value, b.value);
    const words = wordsOf(b);
    if (isWords(a) || isWords(b)) return wordsOf(a).some((word) => words.includes(word));
    const order = orderNow(context, a, b, { kind: 'text' });
    return order === undefined ? undefined : order === 0;
}

function isWords(value: Known): boolean {
    return value.kind === 'word' || value.kind === 'set';
}

function holds(relation: Exclude<Relation, '=' | '≠'>, order: Order): boolean {
    switch (relation) {
        case '<':
            return order < 0;
        case '<=':
            return order <= 0;
        case '>':
            return order > 0;
        case '>=':
            return order >= 0;
        default:
            return absurd(relation);
    }
}

/** The ranks of an enumeration's values; nothing for another type. */
export function rankOf(loaded: LoadedPolicy, type: ValueType): ReadonlyMap<string, number> | undefined {
    return type.kind === 'enumeration' ? loaded.ranks.get(type.name) : undefined;
}

/** Whether two values are the same object of the same kind: what two branches of a choice must give for the choice not to matter. */
export function identical(a: Known, b: Known): boolean {
    if (a.kind === 'number' && b.kind === 'number') return equals(a.value, b.value);
    if (a.kind === 'date' && b.kind === 'date') return a.day === b.day;
    if (a.kind === 'duration' && b.kind === 'duration') return a.amount === b.amount && a.unit === b.unit;
    if (a.kind === 'span' && b.kind === 'span') return a.from === b.from && a.to === b.to;
    if (a.kind === 'boolean' && b.kind === 'boolean') return a.value === b.value;
    return a.kind === 'word' && b.kind === 'word' && a.value === b.value;
}

/**
 * How two values given by one expression of a ranking compare, on any days: the longer of two spans is that which began first.
 * `undefined` when one is missing or not applicable, or when they do not compare; words compare by `rankingKeyOf` only.
 */
export function compareExpressionValues(a: ExpressionValue, b: ExpressionValue): Order | undefined {
    if (a.kind === 'missing' || a.kind === 'not-applicable' || b.kind === 'missing' || b.kind === 'not-applicable') return undefined;
    return orderOf(a, b);
}

function isDuration(value: Known): value is Span | Duration {
    return value.kind === 'span' || value.kind === 'duration';
}
