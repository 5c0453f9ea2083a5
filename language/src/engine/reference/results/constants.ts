import type { Expression, Tier } from '../../../ir/expression.js';
import { parseDate } from '../../../kit/civil-date.js';
import { compare, fromFraction, type Rational } from '../../../kit/exact-number.js';
import type { DayRange } from '../../../ir/value.js';
import type { Context } from '../expressions/context.js';
import { perPeriod } from '../expressions/per-period.js';
import { literalValue } from '../policy/loaded-policy.js';
import type { LoadedCriterion } from '../policy/loaded-scoring.js';
import { partsOf } from '../../../ir/expression-parts.js';
import { isAbsence, wordOf, type Known } from '../values/value.js';
import { daysOfTime } from './days-of-time.js';

/**
 * What a fact is compared with by the rules of a linked set. `numbers` and `days` are in the fact's own scale; a day is a range of days,
 * those on which the time since the fact is exactly the one written; `moving` then, since such days are others on another day. `absence`: its absence itself is tested; `proof`: its proof is
 * asked, and a fact that has a value without its proof takes a bonus away where one that stays missing may not.
 */
export interface Constants {
    readonly numbers: Rational[];
    readonly days: DayRange[];
    readonly words: Set<string>;
    moving: boolean;
    absence: boolean;
    proof: boolean;
}

/** By the fact's qualified name. */
export type ConstantsByFact = ReadonlyMap<string, Constants>;

/** The one fact that an expression is, and how the expression turns it. */
interface Subject {
    readonly name: string;
    readonly turns: readonly Turn[];
}

type Turn = Extract<Expression, { kind: 'per' | 'since' | 'elapsed' }>;

interface Collector {
    readonly context: Context;
    readonly found: Map<string, Constants>;
    readonly seen: Set<string>;
}

/** The constants with which criteria compare each fact, through derived facts. */
export function constantsOf(context: Context, criteria: readonly LoadedCriterion[]): ConstantsByFact {
    const collector: Collector = { context, found: new Map(), seen: new Set() };
    for (const { criterion, proofFacts } of criteria) {
        const { condition, points } = criterion;
        if (condition !== undefined) collect(collector, condition);
        if (points.kind === 'rate') collect(collector, points.quantity);
        if (points.kind === 'appraised') collect(collector, points.given);
        if (points.kind === 'tiers') {
            collect(collector, points.subject);
            collectTiers(collector, points.subject, { tiers: points.tiers, asks: ({ kind }) => kind !== 'points' });
        }
        for (const name of proofFacts) constantsFor(collector, name).proof = true;
    }
    return collector.found;
}

/** Of a fact that is compared with nothing. */
export function noConstants(): Constants {
    return { numbers: [], days: [], words: new Set(), moving: false, absence: false, proof: false };
}

function constantsFor({ found }: Collector, name: string): Constants {
    const known = found.get(name);
    if (known !== undefined) return known;
    const none = noConstants();
    found.set(name, none);
    return none;
}

function collect(collector: Collector, expression: Expression): void {
    switch (expression.kind) {
        case 'derived':
            collectDerived(collector, expression.name);
            break;
        case 'compare':
            compared(collector, expression.left, expression.right);
            compared(collector, expression.right, expression.left);
            break;
        case 'between':
            compared(collector, expression.subject, expression.low);
            compared(collector, expression.subject, expression.high);
            break;
        case 'among':
            comparedWords(collector, expression.subject, expression.values);
            break;
        case 'select':
            collectTiers(collector, expression.subject, { tiers: expression.tiers, asks: () => false });
            break;
        case 'lookup':
            expression.keys.forEach((key, place) => comparedWords(collector, key, keysOf(collector, expression.table, place)));
            break;
        case 'state':
            // A fact that stays missing is not `sans objet`: a cell where it has a value says the same.
            if (expression.state !== 'sans objet') for (const name of factsIn(collector, expression.subject)) constantsFor(collector, name).absence = true;
            break;
        default:
    }
    for (const operand of partsOf(expression)) collect(collector, operand);
}

function collectDerived(collector: Collector, name: string): void {
    const fact = collector.context.loaded.derived.get(name)?.fact;
    if (fact === undefined || collector.seen.has(name)) return;
    collector.seen.add(name);
    for (const expression of [fact.notApplicable, fact.unknown, fact.value]) if (expression !== undefined) collect(collector, expression);
}

interface Lines<Outcome> {
    readonly tiers: readonly Tier<Outcome>[];
    /** Whether a line leaves the note incomplete: no note is reached through it. */
    readonly asks: (outcome: Outcome) => boolean;
}

function collectTiers<Outcome>(collector: Collector, expression: Expression, { tiers, asks }: Lines<Outcome>): void {
    for (const { test, outcome } of tiers) {
        if (test.kind === 'interval') {
            for (const bound of [test.low, test.high])
                if (bound !== undefined) addConstant(collector, expression, literalValue(collector.context.loaded, bound.value));
        } else if (test.kind === 'values') comparedWords(collector, expression, test.values);
        else if (test.kind === 'missing' && !asks(outcome)) for (const name of factsIn(collector, expression)) constantsFor(collector, name).absence = true;
    }
}

function compared(collector: Collector, subject: Expression, other: Expression): void {
    if (factsIn(collector, other).length > 0) return;
    const value = collector.context.interpreter.value(collector.context, other);
    if (!isAbsence(value)) addConstant(collector, subject, value);
}

function addConstant(collector: Collector, expression: Expression, value: Known): void {
    const subject = subjectOf(collector, expression);
    if (subject === undefined) return;
    const constants = constantsFor(collector, subject.name);
    const { numbers, days, words } = constants;
    const [turn] = subject.turns;
    if (turn !== undefined && turn.kind !== 'per') {
        constants.moving = true;
        const range = daysOfTime(collector.context, turn, value);
        if (range !== undefined) days.push(range);
    } else if (value.kind === 'number') numbers.push(turn === undefined ? value.value : perPeriod(turn.period === 'an' ? 'mois' : 'an', value.value));
    else if (value.kind === 'date') days.push({ from: value.day, to: value.day });
    const word = wordOf(value);
    if (word !== undefined) words.add(word);
}

function comparedWords(collector: Collector, expression: Expression, values: readonly string[]): void {
    const subject = subjectOf(collector, expression);
    if (subject === undefined || subject.turns.length > 0) return;
    const { numbers, words, days } = constantsFor(collector, subject.name);
    for (const word of values) {
        words.add(word);
        const day = expression.type.kind === 'date' ? parseDate(word) : undefined;
        if (day !== undefined) days.push({ from: day, to: day });
        const number = fromFraction(word);
        if (number !== undefined) numbers.push(number);
    }
}

function keysOf({ context }: Collector, table: string, place: number): readonly string[] {
    const periods = context.loaded.tables.get(table)?.periods ?? [];
    return periods.flatMap(({ rows }) => rows.flatMap(({ keys }) => keys[place] ?? []));
}

/** The fact that an expression is, by itself or through derived facts that are nothing else; at most one turn is looked through. */
function subjectOf(collector: Collector, expression: Expression): Subject | undefined {
    switch (expression.kind) {
        case 'fact':
            return expression.owner === 'event' ? undefined : { name: qualified(expression.owner, expression.name), turns: [] };
        case 'derived': {
            const fact = collector.context.loaded.derived.get(expression.name)?.fact;
            return fact === undefined ? undefined : subjectOf(collector, fact.value);
        }
        case 'per':
            return turned(subjectOf(collector, expression.operand), expression);
        case 'since':
        case 'elapsed':
            return expression.effects === undefined ? turned(subjectOf(collector, expression.start), expression) : undefined;
        default:
            return undefined;
    }
}

function turned(subject: Subject | undefined, turn: Turn): Subject | undefined {
    return subject === undefined || subject.turns.length > 0 ? undefined : { ...subject, turns: [turn] };
}

function qualified(owner: 'demande' | 'logement' | 'candidature', name: string): string {
    return owner === 'demande' ? name : `${owner}.${name}`;
}

/** The facts that an expression reads, through derived facts. */
function factsIn({ context }: Collector, expression: Expression): readonly string[] {
    const facts = new Set<string>();
    const through = new Set<string>();
    const visit = (part: Expression): void => {
        if (part.kind === 'fact' && part.owner !== 'event') facts.add(qualified(part.owner, part.name));
        if (part.kind === 'count' || part.kind === 'fold' || part.kind === 'exists') facts.add(part.source);
        if (part.kind === 'derived' && !through.has(part.name)) {
            through.add(part.name);
            const fact = context.loaded.derived.get(part.name)?.fact;
            for (const inner of [fact?.notApplicable, fact?.unknown, fact?.value]) if (inner !== undefined) visit(inner);
        }
        for (const operand of partsOf(part)) visit(operand);
    };
    visit(expression);
    return [...facts];
}

/** Numbers in ascending order, each once. */
export function sortedOnce(numbers: readonly Rational[]): readonly Rational[] {
    return [...numbers].sort(compare).filter((number, place, all) => place === 0 || compare(number, all[place - 1] ?? number) !== 0);
}
