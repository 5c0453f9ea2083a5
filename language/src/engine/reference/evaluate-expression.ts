import type { Expression } from '../../ir/expression.js';
import { absurd } from '../../kit/absurd.js';
import { add, div, integer, mul, neg, roundTo, sub, type Rational } from '../../kit/exact-number.js';
import { identical, orderNow } from './compare-values.js';
import { apart, holdsOn, note, recall, type Context } from './context.js';
import { unitsElapsed } from './durations.js';
import { countValue } from './evaluate-events.js';
import { literalValue, type LoadedDerived } from './loaded-policy.js';
import { lookupValue } from './lookup-table.js';
import { perPeriod, rangeOf } from './range.js';
import { readFact } from './read-fact.js';
import { selectLine } from './tiers.js';
import { isUnknown } from './truth.js';
import { isAbsence, joinGaps, missingBecause, NO_GAP, NOT_APPLICABLE, numberValue, type Absence, type Evaluated, type Gap, type Known } from './value.js';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/**
 * The value of an expression. An operand `sans objet` makes arithmetic `sans objet`; else a missing one makes it missing, for the
 * reasons of all.
 */
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
        case 'since':
            return fromDate(context, expression.start, (from) => ({ kind: 'span', from, to: context.day }));
        case 'elapsed':
            return fromDate(context, expression.start, (from) => numberValue(integer(unitsElapsed(context, from, expression))));
        case 'count':
            return countValue(context, expression);
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

function computedValue(context: Context, expression: Of<'arithmetic' | 'opposite' | 'per' | 'rounding' | 'extreme'>): Evaluated {
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

/** What no completion of the household's facts can give: named after the facts it was to be computed from. */
function undetermined(expression: Expression): Evaluated {
    return missingBecause({ facts: namesRead(expression), absent: [] });
}

/** The names that an expression is written with, not through derived facts. */
function namesRead(expression: Expression): readonly string[] {
    switch (expression.kind) {
        case 'fact':
            return [expression.owner === 'demande' || expression.owner === 'event' ? expression.name : `${expression.owner}.${expression.name}`];
        case 'derived':
        case 'parameter':
            return [expression.name];
        case 'count':
            return [expression.source];
        case 'lookup':
            return [expression.table];
        case 'arithmetic':
            return [...namesRead(expression.left), ...namesRead(expression.right)];
        case 'opposite':
        case 'per':
        case 'rounding':
            return namesRead(expression.operand);
        case 'extreme':
            return expression.items.flatMap(namesRead);
        case 'since':
        case 'elapsed':
            return namesRead(expression.start);
        default:
            return [];
    }
}

function fromDate(context: Context, start: Expression, compute: (from: number) => Evaluated): Evaluated {
    const value = context.interpreter.value(context, start);
    if (value.kind === 'date') return compute(value.day);
    return isAbsence(value) ? value : undetermined(start);
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
    const range = subject.kind === 'missing' ? rangeOf(context, expression.subject) : undefined;
    const selection = selectLine(context, { tiers: expression.tiers, type: expression.subject.type }, subject, range);
    switch (selection.kind) {
        case 'line':
            return context.interpreter.value(context, selection.tier.outcome);
        case 'none':
            return selection.because === 'not-applicable' ? NOT_APPLICABLE : undetermined(expression.subject);
        case 'open': {
            const outcomes = selection.tiers.map((tier) => tier.outcome);
            return selection.none ? missingBecause(gapOf(context, outcomes, selection.gap)) : agreed(context, outcomes, selection.gap);
        }
        default:
            return absurd(selection);
    }
}

/** The value that all branches give, or a missing one for the reasons of all. */
function agreed(context: Context, branches: readonly Expression[], gap: Gap): Evaluated {
    const values = branches.map((branch) => context.interpreter.value(context, branch));
    const [first, ...others] = values;
    if (first !== undefined && !isAbsence(first) && others.every((other) => !isAbsence(other) && identical(first, other))) return first;
    if (first?.kind === 'not-applicable' && others.every((other) => other.kind === 'not-applicable')) return first;
    return missingBecause(values.reduce((sum, value) => (value.kind === 'missing' ? joinGaps(sum, value.gap) : sum), gap));
}

function gapOf(context: Context, branches: readonly Expression[], gap: Gap): Gap {
    return branches.reduce((sum, branch) => {
        const value = context.interpreter.value(context, branch);
        return value.kind === 'missing' ? joinGaps(sum, value.gap) : sum;
    }, gap);
}

/** The value of a derived fact, computed once for a subject and for as many days as it holds. */
function derivedValue(context: Context, name: string): Evaluated {
    const derived = context.loaded.derived.get(name);
    if (derived === undefined) return missingBecause({ facts: [name], absent: [] });
    const memo = context.derived[derived.letting ? 'letting' : 'demand'];
    const kept = memo.get(name);
    if (kept !== undefined && holdsOn(kept.holding, context.day)) {
        recall(context, kept.holding);
        // A civil duration always ends at the evaluation date: what holds is where it begins.
        return kept.outcome.kind === 'span' ? { ...kept.outcome, to: context.day } : kept.outcome;
    }
    // Until it is computed the fact is missing: a cycle, which the checker refuses, ends there.
    const unfinished = missingBecause({ facts: [name], absent: [] });
    memo.set(name, { outcome: unfinished, holding: { from: context.day, until: context.day, anomalies: [], tookAbsence: false } });
    const computed = apart(context, () => deriveFact(context, derived));
    memo.set(name, computed);
    return computed.outcome;
}

/** `sans objet si` and `non renseigné si` are read before the formula. */
function deriveFact(context: Context, { fact, reads }: LoadedDerived): Evaluated {
    const { truth, value } = context.interpreter;
    const idle = fact.notApplicable === undefined ? false : truth(context, fact.notApplicable);
    if (idle === true) return NOT_APPLICABLE;
    const unknown = fact.unknown === undefined ? false : truth(context, fact.unknown);
    if (unknown === true) return missingBecause(gapOfReads(context, fact.name, reads.demand));
    const outcome = value(context, fact.value);
    if (idle === false && unknown === false) return outcome;
    const gaps = [idle, unknown].map((state) => (isUnknown(state) ? state.gap : NO_GAP)).reduce(joinGaps);
    return missingBecause(outcome.kind === 'missing' ? joinGaps(gaps, outcome.gap) : gaps);
}

/** What is missing of a fact declared unknown: the facts it reads that are missing, or itself when none is. */
function gapOfReads(context: Context, name: string, reads: ReadonlySet<string>): Gap {
    const facts = [...reads].filter((read) => context.subject.demand.fact(read).kind === 'missing');
    return { facts: facts.length === 0 ? [name] : facts, absent: [] };
}
