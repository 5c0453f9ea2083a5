import type { Expression, Relation } from '../../ir/expression.js';
import type { LiteralValue } from '../../ir/value.js';
import { absurd } from '../../kit/absurd.js';
import { integer, type Rational } from '../../kit/exact-number.js';
import { exact } from '../model.js';
import type { ValueTest } from './domain.js';
import type { Formula } from './formula.js';
import { point, type End, type Interval } from './intervals.js';
import { comparison } from './sameness.js';
import { tested } from './value-conditions.js';
import type { Reading } from './variables.js';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

const FLIPPED: Readonly<Record<Relation, Relation>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=', '≠': '≠' };

/** A comparison that is true, or false. */
export function compareOf(reading: Reading, { relation, left, right }: Of<'compare'>, isTrue: boolean): Formula {
    const [first, second] = [valueWritten(reading, left), valueWritten(reading, right)];
    if (second !== undefined) return compareLiteral(reading, left, { relation, value: second, isTrue });
    if (first !== undefined) return compareLiteral(reading, right, { relation: FLIPPED[relation], value: first, isTrue });
    return comparison(reading, { relation, left, right, isTrue });
}

/** The value of a literal, or of a parameter that the policy has confirmed. */
function valueWritten({ model }: Reading, expression: Expression): LiteralValue | undefined {
    if (expression.kind === 'literal') return expression.value;
    return expression.kind === 'parameter' ? model.parameters.get(expression.name)?.value : undefined;
}

interface LiteralComparison {
    readonly relation: Relation;
    readonly value: LiteralValue;
    readonly isTrue: boolean;
}

/** A subject compared to a value written out. */
export function compareLiteral(reading: Reading, subject: Expression, { relation, value, isTrue }: LiteralComparison): Formula {
    switch (value.kind) {
        case 'number':
            return tested(reading, subject, numbers(relation, exact(value.value)), isTrue);
        case 'date':
            return tested(reading, subject, numbers(relation, integer(value.day)), isTrue);
        case 'duration':
            return tested(reading, subject, durations(relation, value), isTrue);
        case 'boolean':
            return tested(reading, subject, { kind: relation === '=' ? 'among' : 'outside', words: [value.value ? 'oui' : 'non'] }, isTrue);
        case 'word':
            return tested(reading, subject, words(reading, subject, { relation, word: value.value }), isTrue);
        default:
            return absurd(value);
    }
}

/** The numbers that stand in a relation to a bound. */
export function numbers(relation: Relation, value: Rational): ValueTest {
    const end = (inclusive: boolean): End => ({ value, inclusive });
    const intervals: Readonly<Record<Relation, readonly Interval[]>> = {
        '<': [{ high: end(false) }],
        '<=': [{ high: end(true) }],
        '>': [{ low: end(false) }],
        '>=': [{ low: end(true) }],
        '=': [point(value)],
        '≠': [{ high: end(false) }, { low: end(false) }],
    };
    return { kind: 'within', intervals: intervals[relation] };
}

/** Months and years on one scale; days on their own. */
function durations(relation: Relation, { amount, unit }: Extract<LiteralValue, { kind: 'duration' }>): ValueTest {
    const test = numbers(relation, integer(unit === 'ans' ? 12 * amount : amount));
    return unit === 'jours' && test.kind === 'within' ? { ...test, inDays: true } : test;
}

/** Words equal, different, or before and after in an ordered enumeration. */
function words({ model }: Reading, subject: Expression, { relation, word }: { readonly relation: Relation; readonly word: string }): ValueTest {
    if (relation === '=' || relation === '≠') return { kind: relation === '=' ? 'among' : 'outside', words: [word] };
    const values = subject.type.kind === 'enumeration' ? (model.enumerations.get(subject.type.name)?.values.map((value) => value.name) ?? []) : [];
    const rank = values.indexOf(word);
    const kept = values.filter((_, index) => (relation.startsWith('<') ? index < rank : index > rank) || (index === rank && relation.endsWith('=')));
    return { kind: 'among', words: kept };
}
