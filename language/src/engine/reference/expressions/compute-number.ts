import type { Expression } from '../../../ir/expression.js';
import { absurd } from '../../../kit/absurd.js';
import { add, div, mul, neg, roundTo, sub, type Rational } from '../../../kit/exact-number.js';
import { orderNow } from './compare-values.js';
import { note, type Context } from './context.js';
import { perPeriod } from './per-period.js';
import { namesRead, undetermined } from '../values/undetermined.js';
import { isAbsence, joinGaps, missingBecause, NO_GAP, numberValue, type Absence, type Evaluated, type Known } from '../values/value.js';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/** Operations on values, all of which must be known: an operand `sans objet` makes the result so, else a missing one makes it missing. */
export type Computation = Of<'arithmetic' | 'opposite' | 'per' | 'rounding' | 'extreme'>;

/** The result of an operation. */
export function computedValue(context: Context, expression: Computation): Evaluated {
    switch (expression.kind) {
        case 'arithmetic':
            return withKnown(context, [expression.left, expression.right], (left, right) => arithmetic(context, expression, { left, right }));
        case 'opposite':
            return ofNumber(context, expression, neg);
        case 'per':
            return ofNumber(context, expression, (amount) => perPeriod(expression.period, amount));
        case 'rounding':
            return ofNumber(context, expression, (amount) => roundTo(amount, expression.places, expression.direction));
        case 'extreme':
            return withKnown(context, expression.items, (...items) => extreme(context, expression, items));
        default:
            return absurd(expression);
    }
}

/** The operands' values when all are known; else the absence that they make together. */
function withKnown(context: Context, operands: readonly Expression[], compute: (...values: Known[]) => Evaluated): Evaluated {
    const values = operands.map((operand) => context.interpreter.value(context, operand));
    const absences = values.filter(isAbsence);
    if (absences.length > 0) return absenceOf(absences);
    return compute(...values.filter((value): value is Known => !isAbsence(value)));
}

function absenceOf(absences: readonly Absence[]): Evaluated {
    let gap = NO_GAP;
    for (const absence of absences) {
        if (absence.kind === 'not-applicable') return absence;
        gap = joinGaps(gap, absence.gap);
    }
    return missingBecause(gap);
}

function ofNumber(context: Context, expression: Of<'opposite' | 'per' | 'rounding'>, compute: (amount: Rational) => Rational): Evaluated {
    return withKnown(context, [expression.operand], (operand) => (operand?.kind === 'number' ? numberValue(compute(operand.value)) : undetermined(expression)));
}

/** Numbers only: the checker refuses sums of dates or durations. A division by zero is an anomaly and gives a missing value. */
function arithmetic(context: Context, expression: Of<'arithmetic'>, { left, right }: { readonly left?: Known; readonly right?: Known }): Evaluated {
    if (left?.kind !== 'number' || right?.kind !== 'number') return undetermined(expression);
    switch (expression.operator) {
        case '+':
            return numberValue(add(left.value, right.value));
        case '-':
            return numberValue(sub(left.value, right.value));
        case '*':
            return numberValue(mul(left.value, right.value));
        case '/': {
            const quotient = div(left.value, right.value);
            if (quotient !== undefined) return numberValue(quotient);
            const divisor = namesRead(expression.right).length === 0 ? expression : expression.right;
            note(context, 'division-by-zero', namesRead(divisor).join(' '), expression.at);
            return undetermined(divisor);
        }
        default:
            return absurd(expression.operator);
    }
}

function extreme(context: Context, expression: Of<'extreme'>, items: readonly Known[]): Evaluated {
    let best = items[0];
    for (const item of items.slice(1)) {
        const order = best === undefined ? undefined : orderNow(context, item, best, expression.type);
        if (order === undefined) return undetermined(expression);
        if (expression.which === 'max' ? order > 0 : order < 0) best = item;
    }
    return best ?? undetermined(expression);
}
