import type { Expression, Tier } from '../../../language/src/ir/expression.js';
import type { NamedList } from '../../../language/src/ir/policy.js';
import type { FactDeclaration, FactOwner, ValueType } from '../../../language/src/ir/value-type.js';
import type { Vocabulary } from '../../../language/src/ir/vocabulary.js';
import { sameMeasure } from '../../../language/src/lowering/expressions/lower-literal.js';
import { arithmeticType, isOrdered } from '../../../language/src/lowering/expressions/typing.js';
import type { Draw } from './draw.js';
import { NOWHERE } from './random-names.js';
import { randomTierTests } from './random-tiers.js';
import { randomLiteral } from './random-values.js';

export const BOOLEAN: ValueType = { kind: 'boolean' };
export const COUNT: ValueType = { kind: 'number', places: 0 };

/** What an expression may read. */
export interface Reading {
    readonly vocabulary: Vocabulary;
    readonly lists: readonly NamedList[];
    /** Whose facts may be read. */
    readonly owners: readonly FactOwner[];
    /** Inside the filter of events: their fields. */
    readonly fields?: readonly FactDeclaration[];
    /** Makes a condition; carried so that conditions and values have each their file. */
    readonly condition: (draw: Draw, reading: Reading, depth: number) => Expression;
}

/** The measure wanted, and whether the place tells it to who reads a bare literal there. */
export interface Wanted {
    readonly type: ValueType;
    readonly expected: boolean;
    readonly depth: number;
}

export type Reference = Extract<Expression, { kind: 'fact' | 'derived' | 'parameter' }>;

/** Names that can stand for a value of that measure. */
export function references(reading: Reading, wanted: (type: ValueType) => boolean, multiple = false): readonly Reference[] {
    const fields = (reading.fields ?? []).map((field) => ({ ...field, owner: 'event' as const }));
    const facts = reading.vocabulary.facts.filter((fact) => reading.owners.includes(fact.owner));
    const named = [...fields, ...facts].filter((fact) => fact.multiple === multiple && wanted(fact.type));
    const others = multiple ? [] : [...reading.vocabulary.derived, ...reading.vocabulary.parameters].filter(({ type }) => wanted(type));
    return [
        ...named.map(({ owner, name, type }): Reference => ({ kind: 'fact', owner, name, type, multiple, at: NOWHERE })),
        ...others.map((other): Reference => ({
            kind: 'value' in other && 'text' in other ? 'derived' : 'parameter',
            name: other.name,
            type: other.type,
            at: NOWHERE,
        })),
    ];
}

export function randomExpression(draw: Draw, reading: Reading, wanted: Wanted): Expression {
    const found = tryExpression(draw, reading, wanted);
    if (found === undefined) throw new RangeError(`nothing of type ${wanted.type.kind}`);
    return found;
}

/** An expression of the measure wanted, or `undefined` where nothing of that measure can be read. */
function tryExpression(draw: Draw, reading: Reading, wanted: Wanted): Expression | undefined {
    if (wanted.depth <= 0 || draw.chance(35)) return leaf(draw, reading, wanted);
    const made = draw.pick(MAKERS)(draw, reading, wanted);
    return made !== undefined && sameMeasure(made.type, wanted.type) ? made : leaf(draw, reading, wanted);
}

type Maker = (draw: Draw, reading: Reading, wanted: Wanted) => Expression | undefined;

const MAKERS: readonly Maker[] = [
    choice,
    selection,
    extreme,
    lookup,
    sum,
    product,
    quotient,
    opposite,
    rounding,
    converted,
    elapsed,
    since,
    lapse,
    count,
    fold,
];

/** A name, or a value written out where the place tells its type. */
function leaf(draw: Draw, reading: Reading, { type, expected }: Wanted): Expression | undefined {
    const named = references(reading, (other) => sameMeasure(other, type));
    if (named.length > 0 && (!expected || type.kind === 'text' || draw.chance(60))) return draw.pick(named);
    if (!expected) return undefined;
    return { kind: 'literal', type, value: randomLiteral(draw, type, reading.vocabulary.enumerations), at: NOWHERE };
}

function deeper(wanted: Wanted): Wanted {
    return { ...wanted, depth: wanted.depth - 1 };
}

function choice(draw: Draw, reading: Reading, wanted: Wanted): Expression | undefined {
    const then = tryExpression(draw, reading, deeper(wanted));
    if (then === undefined) return undefined;
    const condition = reading.condition(draw, reading, wanted.depth - 1);
    const otherwise = randomExpression(draw, reading, { type: then.type, expected: true, depth: wanted.depth - 1 });
    return { kind: 'choose', condition, then, otherwise, type: then.type, at: NOWHERE };
}

function selection(draw: Draw, reading: Reading, wanted: Wanted): Expression | undefined {
    const subject = randomSubject(draw, reading);
    const first = tryExpression(draw, reading, deeper(wanted));
    if (subject === undefined || first === undefined) return undefined;
    const type = wanted.expected ? wanted.type : first.type;
    const tests = randomTierTests(draw, subject.type, reading);
    const tiers = tests.map((test, index): Tier<Expression> => {
        const outcome = index === 0 ? first : randomExpression(draw, reading, { type, expected: true, depth: 0 });
        return { test, outcome, at: NOWHERE };
    });
    return { kind: 'select', subject, tiers, type, at: NOWHERE };
}

/** What a `selon` may read: a name of one value, most often. */
export function randomSubject(draw: Draw, reading: Reading): Expression | undefined {
    const named = references(reading, (type) => type.kind !== 'text' && type.kind !== 'events');
    return named.length === 0 ? undefined : draw.pick(named);
}

function extreme(draw: Draw, reading: Reading, wanted: Wanted): Expression | undefined {
    if (!isOrdered(wanted.type, false)) return undefined;
    const first = tryExpression(draw, reading, deeper(wanted));
    if (first === undefined) return undefined;
    const others = draw.list(1, 2, () => randomExpression(draw, reading, { type: first.type, expected: true, depth: wanted.depth - 1 }));
    return { kind: 'extreme', which: draw.pick(['min', 'max']), items: [first, ...others], type: first.type, at: NOWHERE };
}

function lookup(draw: Draw, reading: Reading, { type }: Wanted): Expression | undefined {
    const tables = reading.vocabulary.tables.filter((table) => sameMeasure(table.type, type));
    if (tables.length === 0) return undefined;
    const table = draw.pick(tables);
    const keys = table.keys.map((key) => randomExpression(draw, reading, { type: key.type, expected: true, depth: 0 }));
    return { kind: 'lookup', table: table.name, keys, type: table.type, at: NOWHERE };
}

function isMeasure({ kind }: ValueType): boolean {
    return kind === 'number' || kind === 'money' || kind === 'ratio';
}

function sum(draw: Draw, reading: Reading, wanted: Wanted): Expression | undefined {
    const left = isMeasure(wanted.type) ? tryExpression(draw, reading, deeper(wanted)) : undefined;
    if (left === undefined) return undefined;
    const right = randomExpression(draw, reading, { type: left.type, expected: true, depth: wanted.depth - 1 });
    return arithmetic(draw.pick(['+', '-']), left, right);
}

/** A measure times a plain number. */
function product(draw: Draw, reading: Reading, wanted: Wanted): Expression | undefined {
    const left = isMeasure(wanted.type) ? tryExpression(draw, reading, { ...deeper(wanted), expected: false }) : undefined;
    if (left === undefined) return undefined;
    const factor: Expression = { kind: 'literal', type: COUNT, value: { kind: 'number', value: String(draw.int(0, 12)) }, at: NOWHERE };
    return arithmetic('*', left, factor);
}

/** A measure divided by a plain number, or for a ratio by another measure of its kind. */
function quotient(draw: Draw, reading: Reading, wanted: Wanted): Expression | undefined {
    if (wanted.type.kind === 'ratio') {
        const amounts = references(reading, (type) => type.kind === 'money' && type.per === 'mois');
        return amounts.length === 0 ? undefined : arithmetic('/', draw.pick(amounts), draw.pick(amounts));
    }
    const left = wanted.type.kind === 'money' ? tryExpression(draw, reading, { ...deeper(wanted), expected: false }) : undefined;
    const plain = references(reading, (type) => type.kind === 'number');
    return left === undefined || plain.length === 0 ? undefined : arithmetic('/', left, draw.pick(plain));
}

function arithmetic(operator: '+' | '-' | '*' | '/', left: Expression, right: Expression): Expression | undefined {
    const type = arithmeticType(operator, left.type, right.type);
    return type === undefined ? undefined : { kind: 'arithmetic', operator, left, right, type, at: NOWHERE };
}

function opposite(draw: Draw, reading: Reading, wanted: Wanted): Expression | undefined {
    const operand = isMeasure(wanted.type) ? tryExpression(draw, reading, deeper(wanted)) : undefined;
    return operand === undefined ? undefined : { kind: 'opposite', operand, type: operand.type, at: NOWHERE };
}

function rounding(draw: Draw, reading: Reading, wanted: Wanted): Expression | undefined {
    const operand = isMeasure(wanted.type) ? tryExpression(draw, reading, deeper(wanted)) : undefined;
    if (operand === undefined) return undefined;
    return { kind: 'rounding', direction: draw.pick(['inférieur', 'supérieur', 'proche']), places: draw.int(0, 2), operand, type: operand.type, at: NOWHERE };
}

/** A monthly amount read by the year, or the other way. */
function converted(draw: Draw, reading: Reading, { type, depth }: Wanted): Expression | undefined {
    if (type.kind !== 'money' || type.per === undefined) return undefined;
    const source: ValueType = { kind: 'money', per: draw.pick(['mois', 'an']) };
    const operand = tryExpression(draw, reading, { type: source, expected: false, depth: depth - 1 });
    return operand === undefined ? undefined : { kind: 'per', period: type.per, operand, type: { kind: 'money', per: type.per }, at: NOWHERE };
}

function dateReference(draw: Draw, reading: Reading): Expression | undefined {
    const dates = references(reading, (type) => type.kind === 'date');
    return dates.length === 0 ? undefined : draw.pick(dates);
}

function since(draw: Draw, reading: Reading, { type }: Wanted): Expression | undefined {
    const start = type.kind === 'duration' ? dateReference(draw, reading) : undefined;
    return start === undefined ? undefined : { kind: 'since', start, type: { kind: 'duration' }, at: NOWHERE };
}

/** The time between two dates, counted or not. */
function lapse(draw: Draw, reading: Reading, { type }: Wanted): Expression | undefined {
    const isCount = type.kind === 'number' && type.unit === undefined;
    if (type.kind !== 'duration' && !isCount) return undefined;
    const dates = references(reading, ({ kind }) => kind === 'date');
    if (dates.length === 0) return undefined;
    const [start, end] = [draw.pick(dates), draw.pick(dates)];
    if (!isCount) return { kind: 'lapse', start, end, type: { kind: 'duration' }, at: NOWHERE };
    const counted = { unit: draw.pick(['mois', 'ans', 'jours'] as const), mode: draw.pick(['révolu', 'commencé'] as const) };
    return { kind: 'lapse', start, end, count: counted, type: COUNT, at: NOWHERE };
}

/** Months, years or days elapsed or started. */
export function elapsed(draw: Draw, reading: Reading, { type }: Wanted): Expression | undefined {
    const start = type.kind === 'number' ? dateReference(draw, reading) : undefined;
    if (start === undefined) return undefined;
    return { kind: 'elapsed', unit: draw.pick(['mois', 'ans', 'jours']), mode: draw.pick(['révolu', 'commencé']), start, type: COUNT, at: NOWHERE };
}

/** Events of the demand that satisfy a filter in a window. */
export function count(draw: Draw, reading: Reading, { type, depth }: Wanted): Expression | undefined {
    const events = eventFacts(reading);
    if (type.kind !== 'number' || events.length === 0) return undefined;
    const source = draw.pick(events);
    const filter = draw.chance(60) ? { filter: reading.condition(draw, insideOf(reading, source), depth - 1) } : {};
    const window = draw.chance(60) ? { window: { amount: draw.int(1, 36), unit: draw.pick(['mois', 'ans', 'jours'] as const) } } : {};
    return { kind: 'count', source: source.name, ...window, ...filter, type: COUNT, at: NOWHERE };
}

/** The sum, the least or the greatest of a value over events. */
function fold(draw: Draw, reading: Reading, wanted: Wanted): Expression | undefined {
    const events = eventFacts(reading);
    if (events.length === 0 || !isOrdered(wanted.type, false)) return undefined;
    const source = draw.pick(events);
    const inside = insideOf(reading, source);
    const value = tryExpression(draw, inside, { ...deeper(wanted), expected: false });
    if (value === undefined) return undefined;
    const filter = draw.chance(50) ? { filter: reading.condition(draw, inside, wanted.depth - 1) } : {};
    const window = draw.chance(30) ? { window: { amount: draw.int(1, 36), unit: draw.pick(['mois', 'ans', 'jours'] as const) } } : {};
    const operation = isMeasure(value.type) ? draw.pick(['sum', 'min', 'max'] as const) : draw.pick(['min', 'max'] as const);
    return { kind: 'fold', operation, source: source.name, value, ...window, ...filter, type: value.type, at: NOWHERE };
}

/** The facts of events; none inside a filter, where events have none. */
export function eventFacts(reading: Reading): readonly FactDeclaration[] {
    return reading.fields === undefined ? reading.vocabulary.facts.filter(({ type, owner }) => type.kind === 'events' && owner === 'demande') : [];
}

export function insideOf(reading: Reading, { type }: FactDeclaration): Reading {
    return { ...reading, fields: type.kind === 'events' ? type.fields : [] };
}
