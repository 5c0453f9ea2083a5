import type { Expression } from '../../../language/src/ir/expression.js';
import type { Combination, Criterion, Group, Points, Rubric, Scoring, ScoringItem, SetNumber, TierPoints, ToSet } from '../../../language/src/ir/scoring.js';
import type { Draw } from './draw.js';
import { COUNT, count, elapsed, randomSubject, references, type Reading } from './random-expression.js';
import { maybeLabel, NOWHERE, nameSpace, randomReferences, randomText, type NameSpace } from './random-names.js';
import { randomTierTests } from './random-tiers.js';
import { decimal } from './random-values.js';

const COMBINATIONS: readonly Combination[] = ['cumulables', 'un seul', 'le plus favorable', "dans l'ordre"];

/** One to three cotations, with every form of points and every combination. */
export function randomScorings(draw: Draw, reading: Reading): readonly Scoring[] {
    const names = nameSpace(draw);
    return draw.list(1, 3, () => {
        const items = nameSpace(draw);
        const scope = draw.chance(60) ? { scope: reading.condition(draw, { ...reading, owners: ['demande'] }, 1) } : {};
        const group = withExclusions(draw, randomGroup(draw, reading, { names: items, depth: 2 }));
        return { name: names.fresh(), ...maybeLabel(draw), ...scope, group, at: NOWHERE };
    });
}

interface Nesting {
    readonly names: NameSpace;
    readonly depth: number;
}

function randomGroup(draw: Draw, reading: Reading, nesting: Nesting): Group {
    return {
        combination: draw.pick(COMBINATIONS),
        items: draw.list(1, 4, () => randomItem(draw, reading, nesting)),
        ...(draw.chance(20)
            ? {
                  increase: {
                      percent: draw.chance(5) ? LEFT : decimal(draw.int(1, 60), 2),
                      direction: draw.pick(['inférieur', 'supérieur', 'proche'] as const),
                  },
              }
            : {}),
        ...(draw.chance(30) ? { cap: orLeft(draw, String(draw.int(0, 200))) } : {}),
        ...(draw.chance(20) ? { floor: orLeft(draw, String(draw.int(-80, 0))) } : {}),
    };
}

function randomItem(draw: Draw, reading: Reading, { names, depth }: Nesting): ScoringItem {
    return depth > 0 && draw.chance(30) ? randomRubric(draw, reading, { names, depth }) : randomCriterion(draw, reading, names.fresh());
}

function randomRubric(draw: Draw, reading: Reading, { names, depth }: Nesting): Rubric {
    const group = randomGroup(draw, reading, { names, depth: depth - 1 });
    return { kind: 'rubric', name: names.fresh(), ...maybeLabel(draw), group, references: randomReferences(draw), at: NOWHERE };
}

export function randomCriterion(draw: Draw, reading: Reading, name: string): Criterion {
    return {
        kind: 'criterion',
        name,
        ...maybeLabel(draw),
        points: randomPoints(draw, reading),
        ...(draw.chance(70) ? { condition: reading.condition(draw, reading, draw.int(0, 2)) } : {}),
        ...(draw.chance(25) ? { cap: orLeft(draw, String(draw.int(0, 100))) } : {}),
        ...(draw.chance(25) ? { floor: orLeft(draw, String(draw.int(-60, 0))) } : {}),
        proof: draw.chance(20),
        exclusive: [],
        references: randomReferences(draw),
        ...(draw.chance(15) ? { source: randomText(draw) } : {}),
        text: '',
        at: NOWHERE,
    };
}

/** What a draft leaves to be set. */
const LEFT: ToSet = { kind: 'to-set', at: NOWHERE };

function orLeft(draw: Draw, number: string): SetNumber {
    return draw.chance(3) ? LEFT : number;
}

function somePoints(draw: Draw): SetNumber {
    if (draw.chance(2)) return LEFT;
    return draw.chance(85) ? String(draw.int(-20, 150)) : decimal(draw.int(-200, 2_000), 2);
}

function randomPoints(draw: Draw, reading: Reading): Points {
    const flat: Points = { kind: 'flat', points: somePoints(draw) };
    if (draw.chance(40)) return flat;
    if (draw.chance(10)) return appraised(draw, reading) ?? flat;
    if (draw.chance(50)) {
        const quantity = randomQuantity(draw, reading);
        return quantity === undefined ? flat : { kind: 'rate', points: somePoints(draw), quantity };
    }
    return byTier(draw, reading) ?? flat;
}

/** Points that a commission gives. */
function appraised(draw: Draw, reading: Reading): Points | undefined {
    const numbers = references(reading, (type) => type.kind === 'number');
    const low = draw.int(-20, 10);
    return numbers.length === 0 ? undefined : { kind: 'appraised', low: String(low), high: String(low + draw.int(1, 30)), given: draw.pick(numbers) };
}

function byTier(draw: Draw, reading: Reading): Points | undefined {
    const subject = randomSubject(draw, reading);
    if (subject === undefined) return undefined;
    const tiers = randomTierTests(draw, subject.type, reading).map((test) => {
        const incomplete = test.kind === 'missing' ? draw.chance(70) : draw.chance(3);
        const outcome: TierPoints = incomplete ? { kind: 'incomplete' } : { kind: 'points', points: somePoints(draw) };
        return { test, outcome, at: NOWHERE };
    });
    return { kind: 'tiers', subject, tiers };
}

/** Elapsed time, events, a number, or what of them exceeds a threshold. */
function randomQuantity(draw: Draw, reading: Reading): Expression | undefined {
    const wanted = { type: COUNT, expected: false, depth: 1 };
    const time = draw.chance(40) ? elapsed(draw, reading, wanted) : undefined;
    if (time !== undefined) return time;
    const numbers = references(reading, (type) => type.kind === 'number' && type.places === 0);
    const counted = draw.chance(50) ? count(draw, reading, wanted) : numbers.length === 0 ? undefined : draw.pick(numbers);
    return counted === undefined || draw.chance(65) ? counted : beyond(counted, String(draw.int(0, 4)));
}

/** `au-delà de 2`: the quantity less the threshold, never below zero. */
function beyond(quantity: Expression, threshold: string): Expression {
    const { type } = quantity;
    const literal = (value: string): Expression => ({ kind: 'literal', type, value: { kind: 'number', value }, at: NOWHERE });
    const excess: Expression = { kind: 'arithmetic', operator: '-', left: quantity, right: literal(threshold), type, at: NOWHERE };
    return { kind: 'extreme', which: 'max', items: [excess, literal('0')], type, at: NOWHERE };
}

/** Some criteria made exclusive of others, never of each other: which of two would then win, only their order could say. */
function withExclusions(draw: Draw, group: Group): Group {
    const names = criteriaOf(group).map(({ name }) => name);
    const visit = (inner: Group): Group => ({
        ...inner,
        items: inner.items.map((item) => {
            if (item.kind === 'rubric') return { ...item, group: visit(item.group) };
            const others = names.filter((name) => name > item.name);
            return others.length > 0 && draw.chance(10) ? { ...item, exclusive: [draw.pick(others)] } : item;
        }),
    });
    return visit(group);
}

/** The criteria of a group and of the groups inside it, in order. */
export function criteriaOf(group: Group): readonly Criterion[] {
    return group.items.flatMap((item) => (item.kind === 'rubric' ? criteriaOf(item.group) : [item]));
}
