import type { Expression, Relation } from '../../../language/src/ir/expression.js';
import type { ValueType } from '../../../language/src/ir/value-type.js';
import { isOrdered } from '../../../language/src/lowering/expressions/typing.js';
import type { Draw } from './draw.js';
import { BOOLEAN, eventFacts, insideOf, randomExpression, references, type Reading } from './random-expression.js';
import { NOWHERE } from './random-names.js';
import { randomLiteral } from './random-values.js';

/** A condition of any shape that the language has. */
export function randomCondition(draw: Draw, reading: Reading, depth: number): Expression {
    if (depth <= 0) return atom(draw, reading);
    const nested = (): Expression => randomCondition(draw, reading, depth - 1);
    switch (draw.int(0, 9)) {
        case 0:
        case 1:
            return { kind: 'and', items: draw.list(2, 3, nested), type: BOOLEAN, at: NOWHERE };
        case 2:
        case 3:
            return { kind: 'or', items: draw.list(2, 3, nested), type: BOOLEAN, at: NOWHERE };
        case 4:
            return { kind: 'not', operand: nested(), type: BOOLEAN, at: NOWHERE };
        case 5:
            return comparison(draw, reading, depth - 1) ?? atom(draw, reading);
        case 6:
            return events(draw, reading, depth - 1) ?? atom(draw, reading);
        case 7:
            return { kind: 'choose', condition: nested(), then: nested(), otherwise: nested(), type: BOOLEAN, at: NOWHERE };
        default:
            return atom(draw, reading);
    }
}

type AtomMaker = (draw: Draw, reading: Reading) => Expression | undefined;

const ATOMS: readonly AtomMaker[] = [yesNo, isNo, plainComparison, interval, among, noneOf, fromList, contains, state];

function atom(draw: Draw, reading: Reading): Expression {
    const made = draw.pick(ATOMS)(draw, reading);
    return made ?? yesNo(draw, reading) ?? { kind: 'literal', type: BOOLEAN, value: { kind: 'boolean', value: true }, at: NOWHERE };
}

function yesNo(draw: Draw, reading: Reading): Expression | undefined {
    const facts = references(reading, (type) => type.kind === 'boolean');
    return facts.length === 0 ? undefined : draw.pick(facts);
}

function isNo(draw: Draw, reading: Reading): Expression | undefined {
    const fact = yesNo(draw, reading);
    if (fact === undefined) return undefined;
    const no: Expression = { kind: 'literal', type: BOOLEAN, value: { kind: 'boolean', value: false }, at: NOWHERE };
    return { kind: 'compare', relation: '=', left: fact, right: no, type: BOOLEAN, at: NOWHERE };
}

const comparable = (type: ValueType): boolean => type.kind !== 'events';

function plainComparison(draw: Draw, reading: Reading): Expression | undefined {
    return comparison(draw, reading, 0);
}

function comparison(draw: Draw, reading: Reading, depth: number): Expression | undefined {
    const left = subject(draw, reading, depth);
    if (left === undefined) return undefined;
    const equality: readonly Relation[] = ['=', '≠'];
    const relation = draw.pick<Relation>(orderedIn(reading, left.type) ? [...equality, '<', '<=', '>', '>='] : equality);
    const right = randomExpression(draw, reading, { type: left.type, expected: true, depth });
    return { kind: 'compare', relation, left, right, type: BOOLEAN, at: NOWHERE };
}

/** What is compared: a name of one value, or a formula of its measure. */
function subject(draw: Draw, reading: Reading, depth: number): Expression | undefined {
    const named = references(reading, comparable);
    if (named.length === 0) return undefined;
    const { type } = draw.pick(named);
    return randomExpression(draw, reading, { type, expected: false, depth });
}

function orderedIn({ vocabulary }: Reading, type: ValueType): boolean {
    return isOrdered(type, type.kind === 'enumeration' && vocabulary.enumerations.some(({ name, ordered }) => name === type.name && ordered));
}

function interval(draw: Draw, reading: Reading): Expression | undefined {
    const named = references(reading, (type) => orderedIn(reading, type));
    if (named.length === 0) return undefined;
    const left = draw.pick(named);
    const bound = (): Expression => randomExpression(draw, reading, { type: left.type, expected: true, depth: draw.int(0, 1) });
    return { kind: 'between', subject: left, low: bound(), high: bound(), exclusive: draw.chance(50), type: BOOLEAN, at: NOWHERE };
}

const worded = ({ kind }: ValueType): boolean => kind === 'enumeration' || kind === 'code';

function wordsOf(draw: Draw, { vocabulary }: Reading, type: ValueType): readonly string[] {
    const literals = draw.list(1, 3, () => randomLiteral(draw, type, vocabulary.enumerations));
    return [...new Set(literals.flatMap((literal) => (literal.kind === 'word' ? [literal.value] : [])))];
}

function wordedFact(draw: Draw, reading: Reading): Expression | undefined {
    const facts = references(reading, worded, draw.chance(50));
    return facts.length === 0 ? undefined : draw.pick(facts);
}

function among(draw: Draw, reading: Reading): Expression | undefined {
    const fact = wordedFact(draw, reading);
    return fact === undefined ? undefined : { kind: 'among', subject: fact, values: wordsOf(draw, reading, fact.type), type: BOOLEAN, at: NOWHERE };
}

/** `hors (…)`. */
function noneOf(draw: Draw, reading: Reading): Expression | undefined {
    const inside = among(draw, reading);
    if (inside?.kind !== 'among') return undefined;
    const test: Expression = { kind: 'state', subject: inside.subject, state: 'sans objet', type: BOOLEAN, at: NOWHERE };
    const not = (operand: Expression): Expression => ({ kind: 'not', operand, type: BOOLEAN, at: NOWHERE });
    return { kind: 'and', items: [not(test), not(inside)], type: BOOLEAN, at: NOWHERE };
}

/** A code among those of a named list. */
function fromList(draw: Draw, reading: Reading): Expression | undefined {
    const facts = references(reading, ({ kind }) => kind === 'code', draw.chance(30));
    if (facts.length === 0 || reading.lists.length === 0) return undefined;
    const list = draw.pick(reading.lists);
    return { kind: 'among', subject: draw.pick(facts), values: list.values, list: list.name, type: BOOLEAN, at: NOWHERE };
}

/** A fact of several values that contains the value of another name. */
function contains(draw: Draw, reading: Reading): Expression | undefined {
    const several = references(reading, worded, true);
    if (several.length === 0) return undefined;
    const whole = draw.pick(several);
    const same = (type: ValueType): boolean =>
        type.kind === whole.type.kind && (type.kind !== 'enumeration' || whole.type.kind !== 'enumeration' || type.name === whole.type.name);
    const items = references(reading, same);
    return items.length === 0 ? undefined : { kind: 'contains', subject: whole, item: draw.pick(items), type: BOOLEAN, at: NOWHERE };
}

function state(draw: Draw, reading: Reading): Expression | undefined {
    const facts = references(reading, comparable, draw.chance(20));
    if (facts.length === 0) return undefined;
    const test: Expression = {
        kind: 'state',
        subject: draw.pick(facts),
        state: draw.pick(['renseigné', 'sans objet', 'justifié']),
        type: BOOLEAN,
        at: NOWHERE,
    };
    return draw.chance(50) ? test : { kind: 'not', operand: test, type: BOOLEAN, at: NOWHERE };
}

/** An event that satisfies a filter, perhaps still running. */
function events(draw: Draw, reading: Reading, depth: number): Expression | undefined {
    const known = eventFacts(reading);
    if (known.length === 0) return undefined;
    const source = draw.pick(known);
    const filter = randomCondition(draw, insideOf(reading, source), Math.min(depth, 1));
    return { kind: 'exists', source: source.name, filter, current: draw.chance(40), type: BOOLEAN, at: NOWHERE };
}
