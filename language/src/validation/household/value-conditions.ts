import { compareText } from '../../kit/text-order.js';
import type { Expression } from '../../ir/expression.js';
import type { ValueType } from '../../ir/value-type.js';
import { add, div, neg, ZERO, type Rational } from '../../kit/exact-number.js';
import { linearOf, type LinearForm } from '../quantities/linear-form.js';
import { contrary, IS_MISSING, IS_NOT_APPLICABLE, valued, type Restriction, type ValueTest } from './domain.js';
import { all, ALWAYS, any, DOUBT, holdsFalse, holdsTrue, NEVER, type Formula, type Variable } from './formula.js';
import { holds, type End, type Interval, type Intervals } from './intervals.js';
import { operandsOf } from './operands.js';
import { clausesOf, variableOf, variableOfSum, type Reading } from './variables.js';

const NUMERIC: ReadonlySet<ValueType['kind']> = new Set(['number', 'money', 'ratio']);

const ANY: ValueTest = { kind: 'any' };

/** The subject has a value, and it meets the test. */
export function hasValue(reading: Reading, subject: Expression, test: ValueTest): Formula {
    if (subject.kind === 'literal' && !NUMERIC.has(subject.type.kind)) return literalMeets(subject, test);
    if (subject.type.kind === 'boolean' && subject.kind !== 'fact') return yesNoMeets(reading.event, subject, test);
    const { variable, adjust, isSum } = measured(reading, subject);
    if (variable === undefined) return constantMeets(linearOf(reading.model, subject), test);
    const asked = test.kind === 'within' && test.inDays === true ? inDays(variable) : variable;
    const own: Formula = { kind: 'atom', variable: asked, restriction: valued(adjust(test)) };
    return guarded(reading, subject, isSum ? all([own, ...operandsOf(reading.model, subject).facts.map((fact) => hasValue(reading, fact, ANY))]) : own);
}

/** The same duration counted in days. */
function inDays(variable: Variable): Variable {
    const { given } = variable;
    return { ...variable, key: `${variable.key} en jours`, given: given.kind === 'computed' ? { ...given, inDays: true } : { kind: 'nothing' } };
}

/** The subject is `sans objet`. */
export function isNotApplicable(reading: Reading, subject: Expression): Formula {
    return isAbsent(reading, subject, IS_NOT_APPLICABLE);
}

/** The subject is `non renseigné`. */
export function isMissing(reading: Reading, subject: Expression): Formula {
    return isAbsent(reading, subject, IS_MISSING);
}

function isAbsent(reading: Reading, subject: Expression, restriction: Restriction): Formula {
    if (subject.kind === 'literal') return NEVER;
    if (subject.type.kind === 'boolean' && subject.kind !== 'fact') return DOUBT;
    const { variable } = measured(reading, subject);
    if (variable === undefined) return NEVER;
    const own: Formula = { kind: 'atom', variable, restriction };
    return restriction.notApplicable ? notApplicableBy(reading, subject, own) : missingBy(reading, subject, own);
}

/** `sans objet` by a clause of the deduced fact itself, or, where it is not `non renseigné`, by one of its operands. */
function notApplicableBy({ model }: Reading, subject: Expression, own: Formula): Formula {
    const root = clausesOf(model, subject);
    const { notApplicable, unknown } = operandsOf(model, subject);
    const inner = unknown.filter((clause) => clause !== root.unknown).map((clause) => holdsFalse(clause));
    // An operand that a clause makes unknown hides what is inside it.
    const inside = inner.length === 0 ? own : any([all([own, ...inner]), all([own, DOUBT])]);
    const known = root.unknown === undefined ? ALWAYS : holdsFalse(root.unknown);
    const byClauses = notApplicable.filter((clause) => clause !== root.notApplicable).map((clause) => all([holdsTrue(clause), known]));
    return any([...(root.notApplicable === undefined ? [] : [holdsTrue(root.notApplicable)]), ...byClauses, all([inside, known])]);
}

function missingBy(reading: Reading, subject: Expression, own: Formula): Formula {
    const { notApplicable, unknown } = operandsOf(reading.model, subject);
    return notApplicable.length + unknown.length === 0 ? own : any([guarded(reading, subject, own), DOUBT]);
}

/** The formulas of deduced facts are read only where their clauses do not apply. */
function guarded({ model }: Reading, subject: Expression, own: Formula): Formula {
    const { notApplicable, unknown } = operandsOf(model, subject);
    return all([own, ...[...notApplicable, ...unknown].map((clause) => holdsFalse(clause))]);
}

interface Measured {
    /** Absent for a constant. */
    readonly variable: Variable | undefined;
    /** A test of the subject as a test of the variable. */
    readonly adjust: (test: ValueTest) => ValueTest;
    /** Several quantities are added up: each must have a value. */
    readonly isSum?: boolean;
}

/** The subject as one variable: itself, or, for a number, what it is a multiple of. */
function measured(reading: Reading, subject: Expression): Measured {
    const same = (test: ValueTest): ValueTest => test;
    if (!NUMERIC.has(subject.type.kind) || isMultiple(subject)) return { variable: variableOf(reading, subject), adjust: same };
    const form = sorted(linearOf(reading.model, subject));
    const [first, ...others] = form.terms.values();
    if (first === undefined) return { variable: undefined, adjust: same };
    const adjust = (test: ValueTest): ValueTest =>
        test.kind === 'within' ? { ...test, intervals: test.intervals.map((interval) => shifted(interval, form.offset, first.factor)) } : test;
    if (others.length === 0) return { variable: variableOf(reading, first.base), adjust };
    return { variable: variableOfSum(reading, normalised(form, first.factor), scaledBack(subject, form, first.factor)), adjust, isSum: true };
}

/** Terms in the order of their keys: `a - b` and `b - a` are then one variable. */
function sorted({ terms, offset }: LinearForm): LinearForm {
    return { terms: new Map([...terms].sort(([a], [b]) => compareText(a, b))), offset };
}

function isMultiple(subject: Expression): boolean {
    return subject.kind === 'fact' && subject.multiple;
}

function normalised({ terms }: LinearForm, by: Rational): LinearForm {
    return { terms: new Map([...terms].map(([key, { base, factor }]) => [key, { base, factor: div(factor, by) ?? factor }])), offset: ZERO };
}

/** The subject without its offset and its first factor, as an expression: what the variable of a sum stands for. */
function scaledBack(subject: Expression, { offset }: LinearForm, factor: Rational): Expression {
    const { type, at } = subject;
    const literal = (value: Rational): Expression => ({ kind: 'literal', type, value: { kind: 'number', value: `${value.n}/${value.d}` }, at });
    const left: Expression = { kind: 'arithmetic', operator: '-', left: subject, right: literal(offset), type, at };
    return { kind: 'arithmetic', operator: '/', left, right: literal(factor), type, at };
}

/** The interval of x such that `factor × x + offset` is in the interval. */
function shifted({ low, high }: Interval, offset: Rational, factor: Rational): Interval {
    const moved = (end: End | undefined): End | undefined => end && { value: div(add(end.value, neg(offset)), factor) ?? end.value, inclusive: end.inclusive };
    const [first, last] = factor.n > 0n ? [moved(low), moved(high)] : [moved(high), moved(low)];
    return { ...(first === undefined ? {} : { low: first }), ...(last === undefined ? {} : { high: last }) };
}

function constantMeets({ offset }: LinearForm, test: ValueTest): Formula {
    if (test.kind !== 'within') return test.kind === 'none' ? NEVER : ALWAYS;
    return holds(test.intervals, offset) ? ALWAYS : NEVER;
}

function literalMeets({ value }: Extract<Expression, { kind: 'literal' }>, test: ValueTest): Formula {
    if (test.kind === 'any') return ALWAYS;
    const word = value.kind === 'word' ? value.value : value.kind === 'boolean' ? (value.value ? 'oui' : 'non') : undefined;
    if (word === undefined || (test.kind !== 'among' && test.kind !== 'outside')) return DOUBT;
    return test.words.includes(word) === (test.kind === 'among') ? ALWAYS : NEVER;
}

/** A condition as a subject: `oui` when it holds, `non` when it does not. */
function yesNoMeets(event: string | undefined, subject: Expression, test: ValueTest): Formula {
    const yes = holdsTrue(subject, event);
    const no: Formula = { kind: 'expression', expression: subject, wanted: 'no', ...(event === undefined ? {} : { event }) };
    switch (test.kind) {
        case 'none':
        case 'within':
            return NEVER;
        case 'any':
            return any([yes, no]);
        case 'outside':
            return yesNoMeets(event, subject, { kind: 'among', words: ['oui', 'non'].filter((word) => !test.words.includes(word)) });
        case 'among':
            return any([...(test.words.includes('oui') ? [yes] : []), ...(test.words.includes('non') ? [no] : [])]);
    }
}

/** A comparison as seen by an author: true of a value that meets the test; false of another value, and of `sans objet`. */
export function tested(reading: Reading, subject: Expression, test: ValueTest, wanted: boolean): Formula {
    return wanted ? hasValue(reading, subject, test) : any([hasValue(reading, subject, contrary(test)), isNotApplicable(reading, subject)]);
}

/** A test of numbers in these intervals. */
export function within(intervals: Intervals): ValueTest {
    return { kind: 'within', intervals };
}
