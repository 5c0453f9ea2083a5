import type { Expression } from '../../../ir/expression.js';
import { add, ZERO } from '../../../kit/exact-number.js';
import { orderNow } from './compare-values.js';
import type { Context } from './context.js';
import { eventsIn, inEvent, type CountedEvent } from './evaluate-events.js';
import { isUnknown } from '../values/truth.js';
import { undetermined } from '../values/undetermined.js';
import { isAbsence, joinGaps, missingBecause, NO_GAP, NOT_APPLICABLE, numberValue, type Evaluated, type Known } from '../values/value.js';

/** Over the members of the household, or over events. */
export type FoldExpression = Extract<Expression, { kind: 'fold' }>;

/**
 * The sum, the least or the greatest of a value over the events that count. One of which it is `sans objet` does not count; one that
 * cannot be told, or has no known value, leaves the whole missing.
 */
export function foldValue(context: Context, expression: FoldExpression): Evaluated {
    const events = eventsIn(context, expression);
    if ('kind' in events) return events;
    const values: Known[] = [];
    let gap = NO_GAP;
    let isKnown = true;
    for (const counted of events.counted) {
        if (counted.truth === false) continue;
        const value = valueIn(context, expression, counted);
        if (value.kind === 'not-applicable') continue;
        if (isUnknown(counted.truth)) gap = joinGaps(gap, counted.truth.gap);
        if (value.kind === 'missing') gap = joinGaps(gap, value.gap);
        if (isAbsence(value) || isUnknown(counted.truth)) isKnown = false;
        else values.push(value);
    }
    return isKnown ? folded(context, expression, values) : missingBecause(gap);
}

/** The value that an event has, read in it. */
export function valueIn(context: Context, { value }: FoldExpression, { event }: CountedEvent): Evaluated {
    return inEvent(context, event, () => context.interpreter.value(context, value));
}

function folded(context: Context, expression: FoldExpression, values: readonly Known[]): Evaluated {
    if (expression.operation === 'sum') {
        const numbers = values.map((value) => (value.kind === 'number' ? value.value : ZERO));
        return numberValue(numbers.reduce(add, ZERO));
    }
    let best = values[0];
    for (const value of values.slice(1)) {
        const order = best === undefined ? undefined : orderNow(context, value, best, expression.type);
        if (order === undefined) return undetermined(expression);
        if (expression.operation === 'max' ? order > 0 : order < 0) best = value;
    }
    return best ?? NOT_APPLICABLE;
}
