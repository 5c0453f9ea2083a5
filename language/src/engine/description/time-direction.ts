import type { Expression } from '../../ir/expression.js';
import type { Day, DayRange } from '../../ir/value.js';
import type { DerivedFact, Table, Vocabulary } from '../../ir/vocabulary.js';
import { absurd } from '../../kit/absurd.js';
import { fromFraction } from '../../kit/exact-number.js';

/**
 * How a value may move as the evaluation day goes on, the facts staying the same: not at all, never down, never up, or any way.
 * `any` is always a sound answer. For a condition, up is from false to unknown to true.
 */
export type Direction = 'constant' | 'up' | 'down' | 'any';

/** What directions are judged against. */
export interface TimeScope {
    readonly derived: ReadonlyMap<string, DerivedFact>;
    readonly tables: ReadonlyMap<string, Table>;
    /** The days over which the answer must hold. */
    readonly from: Day;
    readonly to: Day;
    /** An events fact of which no event is dated inside any of the intervals looked at: its windows only lose events. */
    readonly settledEvents: string | undefined;
    /** Directions of derived facts found so far. */
    readonly known: Map<string, Direction>;
}

/** The scope of a vocabulary over some days. */
export function timeScope({ derived, tables }: Vocabulary, days: DayRange, settledEvents: string | undefined): TimeScope {
    return { derived: byName(derived), tables: byName(tables), from: days.from, to: days.to, settledEvents, known: new Map() };
}

/** Of two of one name, the first. */
function byName<Item extends { readonly name: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
    return new Map([...items].reverse().map((item) => [item.name, item]));
}

/** The same scope over fewer days. */
export function within(scope: TimeScope, days: DayRange): TimeScope {
    return { ...scope, from: days.from, to: days.to, known: new Map() };
}

/** The days after the first on which one of these tables changes: a period begins, or has just ended. */
export function tableChanges({ tables, from, to }: TimeScope, names: readonly string[]): readonly Day[] {
    const periods = names.flatMap((name) => tables.get(name)?.periods ?? []);
    const days = periods.flatMap(({ start, end }) => (end === undefined ? [start] : [start, end + 1]));
    return [...new Set(days)].filter((day) => day > from && day <= to).sort((a, b) => a - b);
}

/** The direction of an expression. */
export function directionOf(scope: TimeScope, expression: Expression): Direction {
    switch (expression.kind) {
        case 'literal':
        case 'fact':
        case 'parameter':
            return 'constant';
        case 'derived':
            return directionOfDerived(scope, expression.name);
        case 'since':
        case 'elapsed':
            return expression.effects === undefined && directionOf(scope, expression.start) === 'constant' ? 'up' : 'any';
        case 'note':
            return 'any';
        case 'lapse':
            return areConstant(scope, [expression.start, expression.end]) ? 'constant' : 'any';
        case 'opposite':
            return flip(directionOf(scope, expression.operand));
        case 'per':
        case 'rounding':
            return directionOf(scope, expression.operand);
        case 'extreme':
            return together(expression.items.map((item) => directionOf(scope, item)));
        case 'arithmetic':
            return directionOfArithmetic(scope, expression);
        case 'count':
            return directionOfEvents(scope, expression, expression.window === undefined ? 'up' : 'any');
        case 'fold':
            return directionOfFold(scope, expression);
        case 'lookup':
            return isSteadyTable(scope, expression.table) && areConstant(scope, expression.keys) ? 'constant' : 'any';
        case 'choose':
            return directionOf(scope, expression.condition) === 'constant'
                ? together([directionOf(scope, expression.then), directionOf(scope, expression.otherwise)])
                : 'any';
        case 'select': {
            const outcomes = together(expression.tiers.map((tier) => directionOf(scope, tier.outcome)));
            return directionOf(scope, expression.subject) === 'constant' ? outcomes : 'any';
        }
        default:
            return directionOfCondition(scope, expression);
    }
}

/** Whether an expression is always the time since a day: such durations keep their order for ever. */
export function isTimeSince(scope: TimeScope, expression: Expression): boolean {
    if (expression.kind === 'since') return directionOf(scope, expression) === 'up';
    if (expression.kind !== 'derived' || directionOf(scope, expression) !== 'up') return false;
    const value = scope.derived.get(expression.name)?.value;
    return value !== undefined && isTimeSince(scope, value);
}

/** The direction of several values that all weigh the same way. */
export function together(directions: readonly Direction[]): Direction {
    let joined: Direction = 'constant';
    for (const direction of directions) {
        if (direction === 'constant' || direction === joined) continue;
        joined = joined === 'constant' ? direction : 'any';
    }
    return joined;
}

/** The direction of the opposite. */
export function flip(direction: Direction): Direction {
    if (direction === 'up') return 'down';
    return direction === 'down' ? 'up' : direction;
}

function directionOfCondition(
    scope: TimeScope,
    expression: Extract<Expression, { type: unknown; kind: 'and' | 'or' | 'not' | 'compare' | 'between' | 'among' | 'contains' | 'exists' | 'state' }>,
): Direction {
    switch (expression.kind) {
        case 'and':
        case 'or':
            return together(expression.items.map((item) => directionOf(scope, item)));
        case 'not':
            return flip(directionOf(scope, expression.operand));
        case 'compare':
            return directionOfComparison(scope, expression);
        case 'between':
            return areConstant(scope, [expression.subject, expression.low, expression.high]) ? 'constant' : 'any';
        case 'among':
        case 'state':
            return areConstant(scope, [expression.subject]) ? 'constant' : 'any';
        case 'contains':
            return areConstant(scope, [expression.subject, expression.item]) ? 'constant' : 'any';
        case 'exists':
            return directionOfEvents(scope, expression, expression.current ? 'any' : 'up');
        default:
            return absurd(expression);
    }
}

function directionOfComparison(scope: TimeScope, { relation, left, right }: Extract<Expression, { kind: 'compare' }>): Direction {
    const difference = together([directionOf(scope, left), flip(directionOf(scope, right))]);
    if (difference === 'constant') return 'constant';
    if (relation === '>' || relation === '>=') return difference;
    return relation === '<' || relation === '<=' ? flip(difference) : 'any';
}

/** Events that have not happened yet do not count: without new ones a window only loses some, and the rest stays. */
function directionOfEvents(scope: TimeScope, { source, filter }: Extract<Expression, { kind: 'count' | 'exists' }>, otherwise: Direction): Direction {
    if (filter !== undefined && directionOf(scope, filter) !== 'constant') return 'any';
    if (source !== scope.settledEvents) return otherwise;
    return otherwise === 'up' ? 'constant' : otherwise === 'any' ? 'down' : otherwise;
}

/** Whatever its sign, what an event adds may come in a day or go; without new events nor window, what is constant of each stays. */
function directionOfFold(scope: TimeScope, { source, value, window, filter }: Extract<Expression, { kind: 'fold' }>): Direction {
    const parts = filter === undefined ? [value] : [value, filter];
    return source === scope.settledEvents && window === undefined && areConstant(scope, parts) ? 'constant' : 'any';
}

function directionOfArithmetic(scope: TimeScope, { operator, left, right }: Extract<Expression, { kind: 'arithmetic' }>): Direction {
    const [leftWay, rightWay] = [directionOf(scope, left), directionOf(scope, right)];
    if (leftWay === 'constant' && rightWay === 'constant') return 'constant';
    switch (operator) {
        case '+':
            return together([leftWay, rightWay]);
        case '-':
            return together([leftWay, flip(rightWay)]);
        case '*':
            return signOf(right) > 0 ? leftWay : signOf(left) > 0 ? rightWay : 'any';
        case '/':
            return signOf(right) > 0 ? leftWay : 'any';
        default:
            return absurd(operator);
    }
}

/** 1 for a literal above 0; 0 for anything else, of which nothing is concluded. */
function signOf(expression: Expression): 0 | 1 {
    if (expression.kind !== 'literal' || expression.value.kind !== 'number') return 0;
    return (fromFraction(expression.value.value)?.n ?? 0n) > 0n ? 1 : 0;
}

/** `sans objet` and `non renseigné` must not come and go with time. A fact that reads itself, which the checker refuses, moves no way. */
function directionOfDerived(scope: TimeScope, name: string): Direction {
    const known = scope.known.get(name);
    const fact = scope.derived.get(name);
    if (known !== undefined || fact === undefined) return known ?? 'constant';
    scope.known.set(name, 'constant');
    const states = [fact.notApplicable, fact.unknown].filter((state) => state !== undefined);
    const moves = areConstant(scope, states) ? directionOf(scope, fact.value) : 'any';
    // Out of its bounds it has no value any more.
    const direction = fact.bounds === undefined || moves === 'constant' ? moves : 'any';
    scope.known.set(name, direction);
    return direction;
}

/** No period of the table begins or ends inside the days looked at. */
function isSteadyTable({ tables, from, to }: TimeScope, name: string): boolean {
    const periods = tables.get(name)?.periods ?? [];
    return periods.every(({ start, end }) => !(start > from && start <= to) && !(end !== undefined && end >= from && end < to));
}

function areConstant(scope: TimeScope, expressions: readonly Expression[]): boolean {
    return expressions.every((expression) => directionOf(scope, expression) === 'constant');
}
