import type { Expression } from '../../../ir/expression.js';
import { relates } from './compare-values.js';
import type { Context } from './context.js';
import { decideRelation, isAmongWords, type Operand } from './decide.js';
import { valueOf } from './evaluate-expression.js';
import { existsEvent } from './evaluate-events.js';
import { evaluateState } from './evaluate-state.js';
import { every, isUnknown, not, some, unknownBecause, type Truth } from '../values/truth.js';
import { isAbsence, joinGaps, wordsOf, type Evaluated, type Gap, type Known } from '../values/value.js';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/** The truth of an expression of type boolean. An atom on `sans objet` is false, on a missing value unknown. */
export function truthOf(context: Context, expression: Expression): Truth {
    switch (expression.kind) {
        case 'and':
            return every(expression.items, (item) => truthOf(context, item));
        case 'or':
            return some(expression.items, (item) => truthOf(context, item));
        case 'not':
            return not(truthOf(context, expression.operand));
        case 'compare':
            return compared(context, expression);
        case 'between':
            return isBetween(context, expression);
        case 'among':
            return isAmong(context, expression);
        case 'contains':
            return containsItem(context, expression);
        case 'exists':
            return existsEvent(context, expression);
        case 'state':
            return evaluateState(context, expression);
        case 'choose':
            return chosenTruth(context, expression);
        default:
            return asTruth(valueOf(context, expression));
    }
}

function asTruth(value: Evaluated): Truth {
    if (value.kind === 'missing') return unknownBecause(value.gap);
    return value.kind === 'boolean' && value.value;
}

/** Two known values, most of the time: nothing is made for them. */
function compared(context: Context, { relation, left, right }: Of<'compare'>): Truth {
    const first = valueOf(context, left);
    const second = valueOf(context, right);
    if (isAbsence(first) || isAbsence(second))
        return compareOperands(context, relation, { expression: left, value: first }, { expression: right, value: second });
    return relates(context, relation, { left: first, right: second, type: left.type }) ?? unknownBecause(INCOMPARABLE);
}

function operand(context: Context, expression: Expression): Operand {
    return { expression, value: valueOf(context, expression) };
}

function compareOperands(context: Context, relation: Of<'compare'>['relation'], left: Operand, right: Operand): Truth {
    if (isAbsence(left.value) || isAbsence(right.value)) return decideRelation(context, relation, left, right) ?? absentTruth([left.value, right.value]);
    return relates(context, relation, { left: left.value, right: right.value, type: left.expression.type }) ?? unknownBecause(INCOMPARABLE);
}

/** Values that the checker would not let meet, such as days and months. */
const INCOMPARABLE: Gap = { facts: [], absent: [] };

/** False when one side is `sans objet`, else unknown for the reasons of all. */
function absentTruth(values: readonly Evaluated[]): Truth {
    if (values.some((value) => value.kind === 'not-applicable')) return false;
    return unknownBecause(values.reduce((gap, value) => (value.kind === 'missing' ? joinGaps(gap, value.gap) : gap), INCOMPARABLE));
}

function isBetween(context: Context, expression: Of<'between'>): Truth {
    const subject = operand(context, expression.subject);
    const low = operand(context, expression.low);
    const high = operand(context, expression.high);
    if ([subject, low, high].some(({ value }) => value.kind === 'not-applicable')) return false;
    return every(
        [() => compareOperands(context, '>=', subject, low), () => compareOperands(context, expression.exclusive ? '<' : '<=', subject, high)],
        (test) => test(),
    );
}

function isAmong(context: Context, expression: Of<'among'>): Truth {
    const subject = valueOf(context, expression.subject);
    if (subject.kind === 'missing') return isAmongWords(subject.within, expression.values) ?? absentTruth([subject]);
    if (isAbsence(subject)) return absentTruth([subject]);
    return wordsOf(subject).some((word) => expression.values.includes(word));
}

/** An empty subject contains nothing, whatever the item. */
function containsItem(context: Context, expression: Of<'contains'>): Truth {
    const subject = valueOf(context, expression.subject);
    if (!isAbsence(subject) && wordsOf(subject).length === 0) return false;
    const item = valueOf(context, expression.item);
    if (isAbsence(subject) || isAbsence(item)) return absentTruth([subject, item]);
    return meet(subject, item);
}

function meet(subject: Known, item: Known): boolean {
    const words = wordsOf(item);
    return wordsOf(subject).some((word) => words.includes(word));
}

/** While the condition is unknown, the outcome is known only if both branches agree. */
function chosenTruth(context: Context, expression: Of<'choose'>): Truth {
    const condition = truthOf(context, expression.condition);
    if (!isUnknown(condition)) return truthOf(context, condition ? expression.then : expression.otherwise);
    const then = truthOf(context, expression.then);
    const otherwise = truthOf(context, expression.otherwise);
    if (!isUnknown(then) && then === otherwise) return then;
    return unknownBecause([then, otherwise].reduce((gap: Gap, truth) => (isUnknown(truth) ? joinGaps(gap, truth.gap) : gap), condition.gap));
}
