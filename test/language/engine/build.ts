import type { FactReader } from '../../../language/src/columns/facts.js';
import type { Expression, Relation, Tier, TierTest } from '../../../language/src/ir/expression.js';
import { IR_VERSION, type Policy } from '../../../language/src/ir/policy.js';
import type { Criterion, Group, Points, Rubric, Scoring, ScoringItem, TierPoints } from '../../../language/src/ir/scoring.js';
import type { Span } from '../../../language/src/ir/span.js';
import type { DurationUnit, EventRecord, FactValue, LiteralValue } from '../../../language/src/ir/value.js';
import type { FactDeclaration, FactOwner, ValueType } from '../../../language/src/ir/value-type.js';
import type { DerivedFact, Enumeration, Table, TablePeriod, Vocabulary } from '../../../language/src/ir/vocabulary.js';
import { parseDate } from '../../../language/src/kit/civil-date.js';

/** A place for nodes whose place does not matter; `at(n)` tells two of them apart. */
export const NOWHERE: Span = ['', 0, 0];
export const at = (start: number): Span => ['', start, start + 1];

export const NUMBER: ValueType = { kind: 'number', places: 0 };
export const MONEY: ValueType = { kind: 'money', per: 'mois' };
export const RATIO: ValueType = { kind: 'ratio' };
export const DATE: ValueType = { kind: 'date' };
export const DURATION: ValueType = { kind: 'duration' };
export const BOOLEAN: ValueType = { kind: 'boolean' };
export const CODE: ValueType = { kind: 'code' };
export const enumeration = (name: string): ValueType => ({ kind: 'enumeration', name });

/** A day written as in a policy. */
export function day(text: string): number {
    const found = parseDate(text);
    if (found === undefined) throw new RangeError(text);
    return found;
}

// --- vocabulary

export type FactOptions = Partial<Pick<FactDeclaration, 'owner' | 'multiple' | 'bounds' | 'role' | 'proof'>>;

export function declare(name: string, type: ValueType, options: FactOptions = {}): FactDeclaration {
    return { name, type, owner: 'demande', multiple: false, proof: false, references: [], at: NOWHERE, ...options };
}

export function ordered(name: string, values: readonly string[]): Enumeration {
    return { name, ordered: true, multiple: false, values: values.map((value) => ({ name: value, codes: [] })), references: [], at: NOWHERE };
}

export function derive(name: string, type: ValueType, value: Expression, states: Partial<Pick<DerivedFact, 'notApplicable' | 'unknown'>> = {}): DerivedFact {
    return { name, type, value, ...states, references: [], text: '', at: NOWHERE };
}

export function table(name: string, keys: Table['keys'], periods: readonly Omit<TablePeriod, 'references' | 'at'>[]): Table {
    return { name, keys, type: NUMBER, periods: periods.map((period) => ({ ...period, references: [], at: NOWHERE })), references: [], at: NOWHERE };
}

// --- expressions

export const literal = (type: ValueType, value: LiteralValue): Expression => ({ kind: 'literal', type, value, at: NOWHERE });
export const number = (value: string, type: ValueType = NUMBER): Expression => literal(type, { kind: 'number', value });
export const bool = (value: boolean): Expression => literal(BOOLEAN, { kind: 'boolean', value });
export const word = (value: string, type: ValueType = CODE): Expression => literal(type, { kind: 'word', value });
export const date = (text: string): Expression => literal(DATE, { kind: 'date', day: day(text) });
export const duration = (amount: number, unit: DurationUnit = 'mois'): Expression => literal(DURATION, { kind: 'duration', amount, unit });

export function fact(name: string, type: ValueType = BOOLEAN, owner: FactOwner | 'event' = 'demande'): Expression {
    return { kind: 'fact', owner, name, type, multiple: false, at: NOWHERE };
}

export const derived = (name: string, type: ValueType): Expression => ({ kind: 'derived', name, type, at: NOWHERE });
export const since = (start: string): Expression => ({ kind: 'since', start: fact(start, DATE), type: DURATION, at: NOWHERE });

export function elapsed(start: string, unit: DurationUnit = 'mois', mode: 'révolu' | 'commencé' = 'révolu'): Expression {
    return { kind: 'elapsed', unit, mode, start: fact(start, DATE), type: NUMBER, at: NOWHERE };
}

export function compute(operator: '+' | '-' | '*' | '/', left: Expression, right: Expression, type: ValueType = NUMBER): Expression {
    return { kind: 'arithmetic', operator, left, right, type, at: NOWHERE };
}

export function test(left: Expression, relation: Relation, right: Expression): Expression {
    return { kind: 'compare', relation, left, right, type: BOOLEAN, at: NOWHERE };
}

export const and = (...items: Expression[]): Expression => ({ kind: 'and', items, type: BOOLEAN, at: NOWHERE });
export const or = (...items: Expression[]): Expression => ({ kind: 'or', items, type: BOOLEAN, at: NOWHERE });
export const not = (operand: Expression): Expression => ({ kind: 'not', operand, type: BOOLEAN, at: NOWHERE });
export const among = (subject: Expression, ...values: string[]): Expression => ({ kind: 'among', subject, values, type: BOOLEAN, at: NOWHERE });
export const contains = (subject: Expression, item: Expression): Expression => ({ kind: 'contains', subject, item, type: BOOLEAN, at: NOWHERE });

export function state(subject: Expression, wanted: 'renseigné' | 'sans objet' | 'justifié'): Expression {
    return { kind: 'state', subject, state: wanted, type: BOOLEAN, at: NOWHERE };
}

export function count(source: string, options: Partial<Pick<Extract<Expression, { kind: 'count' }>, 'window' | 'filter'>> = {}): Expression {
    return { kind: 'count', source, ...options, type: NUMBER, at: NOWHERE };
}

export function exists(source: string, filter: Expression, current = false): Expression {
    return { kind: 'exists', source, filter, current, type: BOOLEAN, at: NOWHERE };
}

export function select(subject: Expression, tiers: readonly Tier<Expression>[], type: ValueType = NUMBER): Expression {
    return { kind: 'select', subject, tiers, type, at: NOWHERE };
}

export function choose(condition: Expression, then: Expression, otherwise: Expression): Expression {
    return { kind: 'choose', condition, then, otherwise, type: then.type, at: NOWHERE };
}

export const lookup = (name: string, ...keys: Expression[]): Expression => ({ kind: 'lookup', table: name, keys, type: NUMBER, at: NOWHERE });

// --- tiers: `line(below('33/100'), '0')` is « moins de 33 % : 0 point »

const bound = (value: string | LiteralValue, inclusive: boolean): { value: LiteralValue; inclusive: boolean } => ({
    value: typeof value === 'string' ? { kind: 'number', value } : value,
    inclusive,
});

export const below = (value: string | LiteralValue): TierTest => ({ kind: 'interval', high: bound(value, false) });
export const upTo = (value: string | LiteralValue): TierTest => ({ kind: 'interval', high: bound(value, true) });
export const from = (value: string | LiteralValue): TierTest => ({ kind: 'interval', low: bound(value, true) });
export const above = (value: string | LiteralValue): TierTest => ({ kind: 'interval', low: bound(value, false) });
export const fromTo = (low: string, high: string): TierTest => ({ kind: 'interval', low: bound(low, true), high: bound(high, true) });
export const fromBelow = (low: string, high: string): TierTest => ({ kind: 'interval', low: bound(low, true), high: bound(high, false) });
export const values = (...words: string[]): TierTest => ({ kind: 'values', values: words });
export const OTHERWISE: TierTest = { kind: 'otherwise' };
export const MISSING: TierTest = { kind: 'missing' };
export const NOT_APPLICABLE: TierTest = { kind: 'not-applicable' };

/** A line of points; `undefined` is « à compléter ». */
export function line(tierTest: TierTest, points: string | undefined): Tier<TierPoints> {
    return { test: tierTest, outcome: points === undefined ? { kind: 'incomplete' } : { kind: 'points', points }, at: NOWHERE };
}

/** A line that gives a value. */
export const gives = (tierTest: TierTest, outcome: Expression): Tier<Expression> => ({ test: tierTest, outcome, at: NOWHERE });

// --- scorings

export const flat = (points: string): Points => ({ kind: 'flat', points });
export const rate = (points: string, quantity: Expression): Points => ({ kind: 'rate', points, quantity });
export const byTier = (subject: Expression, ...tiers: Tier<TierPoints>[]): Points => ({ kind: 'tiers', subject, tiers });

export type CriterionOptions = Partial<Pick<Criterion, 'condition' | 'cap' | 'floor' | 'proof' | 'exclusive'>>;

export function criterion(name: string, points: Points, options: CriterionOptions = {}): Criterion {
    return { kind: 'criterion', name, points, proof: false, exclusive: [], references: [], text: name, at: NOWHERE, ...options };
}

/** So many points if the yes/no fact of that name holds. */
export function bonus(name: string, points: string, options: CriterionOptions = {}): Criterion {
    return criterion(`c_${name}`, flat(points), { condition: fact(name), ...options });
}

export type GroupOptions = Partial<Omit<Group, 'items'>>;

export function group(items: readonly ScoringItem[], options: GroupOptions = {}): Group {
    return { combination: 'cumulables', items, ...options };
}

export function rubric(name: string, items: readonly ScoringItem[], options: GroupOptions = {}): Rubric {
    return { kind: 'rubric', name, group: group(items, options), references: [], at: NOWHERE };
}

export function scoring(name: string, items: readonly ScoringItem[], options: GroupOptions & { readonly scope?: Expression } = {}): Scoring {
    const { scope, ...rest } = options;
    return { name, ...(scope === undefined ? {} : { scope }), group: group(items, rest), at: NOWHERE };
}

export type PolicyParts = Partial<Omit<Policy, 'vocabulary'>> & Partial<Vocabulary>;

/** A policy of these parts, everything else being empty. */
export function policy(parts: PolicyParts): Policy {
    const { enumerations = [], facts = [], derived: deduced = [], parameters = [], tables = [], ...rest } = parts;
    return {
        irVersion: IR_VERSION,
        name: 'essai',
        version: '1',
        dates: { opinions: [], from: 0 },
        citations: [],
        notices: [],
        sources: [],
        lists: [],
        scorings: [],
        exclusions: [],
        adequacies: [],
        signals: [],
        objectives: [],
        refusalEffects: [],
        guarantees: [],
        routes: [],
        reservees: [],
        conventions: [],
        pools: [],
        forecasts: [],
        imputations: [],
        at: NOWHERE,
        ...rest,
        vocabulary: { enumerations, facts, derived: deduced, memberFacts: [], parameters, tables },
    };
}

// --- facts

/** `oui`, `non`, `?` (non renseigné), `-` (sans objet), a number or fraction, a date, a set, events, or any value written out. */
export type Given = string | number | readonly string[] | FactValue | readonly GivenEvent[];
export type GivenEvent = Readonly<Record<string, string | number | FactValue>>;

const FRACTION = /^-?\d+(\/\d+)?$/;

export function value(given: Given): FactValue {
    if (typeof given === 'number') return { kind: 'number', value: String(given) };
    if (typeof given !== 'string') return Array.isArray(given) ? several(given as readonly string[] | readonly GivenEvent[]) : (given as FactValue);
    if (given === 'oui' || given === 'non') return { kind: 'boolean', value: given === 'oui' };
    if (given === '?') return { kind: 'missing' };
    if (given === '-') return { kind: 'not-applicable' };
    if (FRACTION.test(given)) return { kind: 'number', value: given };
    const civil = parseDate(given);
    return civil === undefined ? { kind: 'word', value: given } : { kind: 'date', day: civil };
}

/** No event at all; an empty list would be an empty set of words. */
export const NO_EVENT: FactValue = { kind: 'events', events: [] };

function several(given: readonly string[] | readonly GivenEvent[]): FactValue {
    if (given.every((item) => typeof item === 'string')) return { kind: 'set', values: given };
    const events = given.filter((item): item is GivenEvent => typeof item !== 'string');
    return { kind: 'events', events: events.map((event): EventRecord => Object.entries(event).map(([name, field]) => [name, value(field)])) };
}

/** Facts held in memory; a fact that is not given is missing. */
export function reader(given: Readonly<Record<string, Given>>, proved: readonly string[] = []): FactReader {
    const facts = new Map(Object.entries(given).map(([name, each]) => [name, value(each)]));
    const missing: FactValue = { kind: 'missing' };
    return { fact: (name) => facts.get(name) ?? missing, proved: (name) => proved.includes(name) };
}
