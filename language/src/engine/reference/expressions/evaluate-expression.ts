import type { Expression } from '../../../ir/expression.js';
import { absurd } from '../../../kit/absurd.js';
import { integer } from '../../../kit/exact-number.js';
import { identical } from './compare-values.js';
import { computedValue } from './compute-number.js';
import { limit, note, type Context } from './context.js';
import { countedSpan, type CountedSpan } from './counted-seniority.js';
import { derivedValue } from './derive-fact.js';
import { unitsElapsed } from './durations.js';
import { countValue } from './evaluate-events.js';
import { foldValue } from './fold-events.js';
import { literalValue } from '../policy/loaded-policy.js';
import { lookupValue } from './lookup-table.js';
import { readFact } from './read-fact.js';
import { readNote } from './read-note.js';
import { selectLine, whereabouts } from './tiers.js';
import { isUnknown } from '../values/truth.js';
import { undetermined } from '../values/undetermined.js';
import { isAbsence, joinGaps, missingBecause, NOT_APPLICABLE, numberValue, type Evaluated, type Gap } from '../values/value.js';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/** The value of an expression; that of a condition is `oui`, `non`, or missing where it is unknown. */
export function valueOf(context: Context, expression: Expression): Evaluated {
    switch (expression.kind) {
        case 'literal':
            return literalValue(context.loaded, expression.value);
        case 'fact':
            return readFact(context, expression);
        case 'derived':
            return derivedValue(context, expression.name);
        case 'parameter':
            return parameterValue(context, expression);
        case 'note':
            return readNote(context);
        case 'since':
            return counted(context, expression, (span) => spanValue(context, span));
        case 'elapsed':
            return counted(context, expression, (span) => numberValue(integer(unitsElapsed(context, span, expression))));
        case 'lapse':
            return lapseValue(context, expression);
        case 'count':
            return countValue(context, expression);
        case 'fold':
            return foldValue(context, expression);
        case 'lookup':
            return lookupValue(context, expression);
        case 'choose':
            return chosenValue(context, expression);
        case 'select':
            return selectedValue(context, expression);
        case 'arithmetic':
        case 'opposite':
        case 'per':
        case 'rounding':
        case 'extreme':
            return computedValue(context, expression);
        default:
            return conditionValue(context, expression);
    }
}

function conditionValue(context: Context, expression: Expression): Evaluated {
    const truth = context.interpreter.truth(context, expression);
    return isUnknown(truth) ? missingBecause(truth.gap) : { kind: 'boolean', value: truth };
}

/** A span whose end does not follow the evaluation date holds for that day alone. */
function spanValue(context: Context, { from, to, steady }: CountedSpan): Evaluated {
    if (!steady) limit(context, context.day);
    return { kind: 'span', from, to };
}

/** A duration from a date to the evaluation date, or what the effects of refusals leave of it. */
function counted(context: Context, { start, effects }: Of<'since' | 'elapsed'>, compute: (span: CountedSpan) => Evaluated): Evaluated {
    const value = context.interpreter.value(context, start);
    // Where a missing date lies is not where the time since it does.
    if (value.kind === 'missing') return missingBecause(value.gap);
    if (value.kind !== 'date') return isAbsence(value) ? value : undetermined(start);
    const span = effects === undefined ? { from: value.day, to: context.day, steady: true } : countedSpan(context, value.day, effects);
    return 'kind' in span ? span : compute(span);
}

/** The time between two dates: one that is `sans objet` makes it so, else one that is missing makes it missing. */
function lapseValue(context: Context, { start, end, count }: Of<'lapse'>): Evaluated {
    const [from, to] = [context.interpreter.value(context, start), context.interpreter.value(context, end)];
    if (from.kind === 'not-applicable' || to.kind === 'not-applicable') return NOT_APPLICABLE;
    if (from.kind !== 'date' || to.kind !== 'date') return missingBecause(withGaps({ facts: [], absent: [] }, [from, to]));
    if (count !== undefined) return numberValue(integer(unitsElapsed(context, { from: from.day, to: to.day }, count)));
    // It ends on a day of its own: what is kept of it must not be taken for a time that goes on.
    limit(context, context.day);
    return { kind: 'span', from: from.day, to: to.day };
}

/** A parameter that no policy has confirmed is an anomaly, and missing: what was proposed is not a value. */
function parameterValue(context: Context, expression: Of<'parameter'>): Evaluated {
    const parameter = context.loaded.parameters.get(expression.name);
    if (parameter?.value !== undefined) return literalValue(context.loaded, parameter.value);
    note(context, 'unconfirmed-parameter', expression.name, parameter?.at ?? expression.at);
    return missingBecause({ facts: [expression.name], absent: [] });
}

/** While the condition is unknown, the value is known only if both branches give the same. */
function chosenValue(context: Context, expression: Of<'choose'>): Evaluated {
    const truth = context.interpreter.truth(context, expression.condition);
    if (!isUnknown(truth)) return context.interpreter.value(context, truth ? expression.then : expression.otherwise);
    return agreed(context, [expression.then, expression.otherwise], truth.gap);
}

/** A `selon` without line for the value is missing; for `sans objet`, `sans objet`. */
function selectedValue(context: Context, expression: Of<'select'>): Evaluated {
    const subject = context.interpreter.value(context, expression.subject);
    const where = whereabouts(context, expression.subject, subject);
    const selection = selectLine(context, { tiers: expression.tiers, type: expression.subject.type }, subject, where);
    switch (selection.kind) {
        case 'line':
            return context.interpreter.value(context, selection.tier.outcome);
        case 'none':
            return selection.because === 'not-applicable' ? NOT_APPLICABLE : undetermined(expression.subject);
        case 'open': {
            const outcomes = selection.tiers.map((tier) => tier.outcome);
            return selection.none
                ? missingBecause(
                      withGaps(
                          selection.gap,
                          outcomes.map((outcome) => context.interpreter.value(context, outcome)),
                      ),
                  )
                : agreed(context, outcomes, selection.gap);
        }
        default:
            return absurd(selection);
    }
}

/** The value that all branches give, or a missing one for the reasons of all. */
function agreed(context: Context, branches: readonly Expression[], gap: Gap): Evaluated {
    const values = branches.map((branch) => context.interpreter.value(context, branch));
    const [first, ...others] = values;
    const same = (other: Evaluated): boolean => first !== undefined && !isAbsence(first) && !isAbsence(other) && identical(first, other);
    if (first !== undefined && !isAbsence(first) && others.every(same)) return first;
    if (first?.kind === 'not-applicable' && others.every((other) => other.kind === 'not-applicable')) return first;
    return missingBecause(withGaps(gap, values));
}

function withGaps(gap: Gap, values: readonly Evaluated[]): Gap {
    return values.reduce((sum, value) => (value.kind === 'missing' ? joinGaps(sum, value.gap) : sum), gap);
}
