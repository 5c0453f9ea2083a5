import type * as ast from '../generated/ast.js';
import type { Expression } from '../ir/expression.js';
import type { Criterion, Group, Points, Rubric, Scoring, ScoringItem, SetNumber, TierPoints } from '../ir/scoring.js';
import { numberSet } from '../ir/scoring-parts.js';
import type { Tier } from '../ir/expression.js';
import { report } from '../diagnostics/report.js';
import { KIND_WORDS } from '../diagnostics/kind-words.js';
import { describeType } from '../diagnostics/type-words.js';
import type { AstNode } from 'langium';
import { compare, div, formatFrench, integer, neg, toFraction, type Rational } from '../kit/exact-number.js';
import { runSteps, type Steps } from '../kit/steps.js';
import {
    fail,
    failTaken,
    locationOf,
    lowerReferences,
    nameIn,
    optional,
    placeOf,
    spanOf,
    textOf,
    unquote,
    wordSpan,
    wordSpans,
    type FileContext,
} from './context/context.js';
import { COUNT, type ExpressionContext } from './expressions/expression-context.js';
import { lowerCondition } from './expressions/condition.js';
import { lowerEventCount } from './expressions/lower-events.js';
import { lowerExpression, ROUNDINGS } from './expressions/lower-expression.js';
import { pointsFraction } from './expressions/lower-literal.js';
import { lowerReference } from './expressions/lower-reference.js';
import { lowerTierTests } from './expressions/lower-tiers.js';
import { exact, frenchNumber } from './expressions/lower-type.js';
import { requireType } from './expressions/typing.js';
import { RELATIONS } from './expressions/lower-test.js';
import { onOneLine } from '../parser/one-line.js';

/** A cotation, with a pause after each of its items. */
export function* scoringSteps(context: ExpressionContext, node: ast.Scoring): Steps<Scoring> {
    const scope = node.scope === undefined ? undefined : lowerScope(context, node.scope);
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        ...optional('scope', scope),
        group: yield* groupSteps(context, node, new Set<string>()),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

/** `sauf mutation` is the contrary of the condition; a demand whose fact is unknown is in neither grid for sure. */
function lowerScope(context: ExpressionContext, node: ast.ScoringScope): Expression | undefined {
    const condition = lowerCondition(context, node.condition);
    if (condition === undefined || node.relation === 'de' || node.relation === 'avec') return condition;
    return { kind: 'not', operand: condition, type: { kind: 'boolean' }, at: spanOf(context, node) };
}

/** The items and options of a cotation or a rubrique; `names` collects the names taken in the cotation. */
function* groupSteps(context: ExpressionContext, node: ast.Scoring | ast.Rubric, names: Set<string>): Steps<Group> {
    askCombination(context, node);
    const items: ScoringItem[] = [];
    for (const item of node.items) {
        const lowered = yield* itemSteps(context, item, names);
        if (lowered !== undefined) items.push(lowered);
        yield;
    }
    return { ...lowerOptions(context, node.name, node.options), items };
}

/** Two items or more whose points may add up or not: a grid that leaves it unsaid is asked. */
function askCombination(context: ExpressionContext, node: ast.Scoring | ast.Rubric): void {
    if (node.items.length < 2 || node.name === undefined || node.options.some((option) => option.$type === 'CombinationOption')) return;
    const location = placeOf(context, node as ast.Rubric, 'name');
    const end = node.label === undefined ? location.end : placeOf(context, node as ast.Rubric, 'label').end;
    const edits = [{ location: { path: context.path, start: end, end }, newText: ', cumulables' }];
    context.diagnostics.push(report('BAR423', { name: node.name }, location, { fix: { title: 'Écrire « cumulables », comme le calcul le fait', edits } }));
}

/** How the points combine; `cumulables` where nothing is written, as in most published grids. */
export function lowerOptions(context: FileContext, name: string, options: readonly ast.ScoringOption[]): Omit<Group, 'items'> {
    checkLimits(context, name, {
        cap: options.find((option) => option.$type === 'CapOption'),
        floor: options.find((option) => option.$type === 'FloorOption'),
    });
    let group: Omit<Group, 'items'> = { combination: 'cumulables' };
    for (const option of options) {
        const { places, ...said } = lowerOption(context, option);
        group = { ...group, ...said, places: { ...group.places, ...places } };
    }
    return group;
}

function lowerOption(context: FileContext, option: ast.ScoringOption): Partial<Omit<Group, 'items'>> {
    switch (option.$type) {
        case 'CombinationOption':
            return {
                combination: option.combination === 'dans l’ordre' ? "dans l'ordre" : option.combination,
                places: { combination: wordSpan(context, option, 'combination') },
            };
        case 'CapOption':
            return { cap: pointsNumber(context, option.points), places: { cap: wordSpan(context, option, 'points') } };
        case 'FloorOption':
            return { floor: pointsNumber(context, option.points), places: { floor: wordSpan(context, option, 'points') } };
        case 'IncreaseOption':
            return {
                increase: { percent: percentOf(context, option), direction: ROUNDINGS[option.direction] },
                places: { percent: wordSpan(context, option, option.open === undefined ? 'percent' : 'open') },
            };
    }
}

function percentOf(context: FileContext, { open, percent }: ast.IncreaseOption): SetNumber {
    if (open !== undefined) return pointsNumber(context, open);
    return toFraction(div(frenchNumber(percent ?? '0'), integer(100)) ?? integer(0));
}

/** A number of points, or what a draft leaves to be set. */
function pointsNumber(context: FileContext, node: ast.PointsLiteral | ast.PointsToSet): SetNumber {
    return node.$type === 'PointsToSet' ? { kind: 'to-set', at: spanOf(context, node) } : pointsFraction(node);
}

export function lowerItem(context: ExpressionContext, node: ast.ScoringItem, names: Set<string>): ScoringItem | undefined {
    return runSteps(itemSteps(context, node, names));
}

function* itemSteps(context: ExpressionContext, node: ast.ScoringItem, names: Set<string>): Steps<ScoringItem | undefined> {
    if (node.name === undefined) return undefined;
    if (names.has(node.name)) {
        const kind = node.$type === 'Rubric' ? KIND_WORDS.rubric : KIND_WORDS.criterion;
        failTaken(context, node as ast.Rubric, kind);
    }
    names.add(node.name);
    return node.$type === 'Rubric' ? yield* rubricSteps(context, node, names) : lowerCriterion(context, node);
}

function* rubricSteps(context: ExpressionContext, node: ast.Rubric, names: Set<string>): Steps<Rubric> {
    return {
        kind: 'rubric',
        name: node.name,
        ...optional('label', unquote(node.label)),
        group: yield* groupSteps(context, node, names),
        references: lowerReferences(context, node.references),
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

/** A criterion; nothing when its points or its condition cannot be read, after a diagnostic. */
export function lowerCriterion(context: ExpressionContext, node: ast.Criterion): Criterion | undefined {
    const points = lowerPoints(context, node.points);
    const condition = node.condition === undefined ? undefined : lowerCondition(context, node.condition);
    if (points === undefined || (node.condition !== undefined && condition === undefined)) return undefined;
    return {
        kind: 'criterion',
        name: node.name,
        ...optional('label', unquote(node.label)),
        points,
        ...optional('condition', condition),
        ...lowerLimits(context, node.name, node.limits),
        proof: node.proof,
        exclusive: [...node.exclusive],
        references: lowerReferences(context, node.references),
        ...optional('source', unquote(node.source)),
        text: clauseText(context, node),
        at: spanOf(context, node),
        places: { name: wordSpan(context, node, 'name'), exclusive: wordSpans(context, node, 'exclusive'), ...pointsPlaces(context, node) },
    };
}

/** Where the points of a criterion or of `fixe` are written, and their limits. */
export function pointsPlaces(context: FileContext, node: { readonly points?: ast.Points; readonly limits: readonly ast.PointsLimit[] }): Criterion['places'] {
    const limit = (isFloor: boolean): ast.PointsLimit | undefined => node.limits.find(({ kind }) => (kind === 'plancher') === isFloor);
    const [cap, floor] = [limit(false), limit(true)];
    return {
        ...(node.points?.$type === 'PointsRate' ? { points: wordSpan(context, node.points, 'points') } : {}),
        ...optional('cap', cap && wordSpan(context, cap, 'points')),
        ...optional('floor', floor && wordSpan(context, floor, 'points')),
    };
}

/** The clause without the keyword, the name and the label: what a reader of an explanation wants to see. */
function clauseText(context: ExpressionContext, node: ast.Criterion): string {
    const from = node.points?.$cstNode?.offset ?? node.$cstNode?.offset ?? 0;
    const parts = [...node.limits.map((limit) => limit.$cstNode?.end ?? 0), node.condition?.$cstNode?.end ?? 0, node.points?.$cstNode?.end ?? 0];
    return onOneLine(context.text.slice(from, Math.max(...parts)));
}

/** A clause of a limit, and where it is written. */
type Limit = AstNode & { readonly points: ast.PointsLiteral | ast.PointsToSet };

/** A cap under the floor beside it: no number of points keeps to both. */
export function checkLimits(context: FileContext, name: string, { cap, floor }: { readonly cap: Limit | undefined; readonly floor: Limit | undefined }): void {
    if (cap?.points === undefined || floor?.points === undefined) return;
    const [most, least] = [numberSet(pointsNumber(context, cap.points)), numberSet(pointsNumber(context, floor.points))];
    if (most === undefined || least === undefined || compare(exact(most), exact(least)) >= 0) return;
    const related = [{ message: 'L’autre limite', location: locationOf(context, cap) }];
    const params = { name, cap: formatFrench(exact(most)), floor: formatFrench(exact(least)) };
    context.diagnostics.push(report('BAR333', params, locationOf(context, floor), { related }));
}

/** The limits of a criterion of that name, or of `fixe`. */
export function lowerLimits(context: FileContext, name: string, limits: readonly ast.PointsLimit[]): { cap?: SetNumber; floor?: SetNumber } {
    const floor = limits.find((limit) => limit.kind === 'plancher');
    const cap = limits.find((limit) => limit.kind !== 'plancher');
    checkLimits(context, name, { cap, floor });
    return { ...optional('cap', cap?.points && pointsNumber(context, cap.points)), ...optional('floor', floor?.points && pointsNumber(context, floor.points)) };
}

/** The points clause of a criterion or of `fixe`. */
export function lowerPoints(context: ExpressionContext, node: ast.Points | undefined): Points | undefined {
    if (node === undefined) return undefined;
    if (node.$type === 'PointsByTier') return lowerPointsByTier(context, node);
    if (node.$type === 'PointsAppraised') return lowerAppraised(context, node);
    if (node.points === undefined) return undefined;
    const points = pointsNumber(context, node.points);
    if (node.rate === undefined) return { kind: 'flat', points };
    const quantity = lowerRate(context, node.rate);
    return quantity === undefined ? undefined : { kind: 'rate', points, quantity };
}

/** The fact that holds the points given is a number, of the demand or of the candidature. */
function lowerAppraised(context: ExpressionContext, node: ast.PointsAppraised): Points | undefined {
    if (node.low === undefined || node.high === undefined) return undefined;
    const [low, high] = [signedNumber(node.low), signedNumber(node.high)];
    const given = lowerQuantity(context, node.given);
    if (given === undefined) return undefined;
    if (compare(low, high) >= 0) return fail(context, 'BAR421', { low: node.low.value, high: node.high.value }, node);
    return { kind: 'appraised', low: toFraction(low), high: toFraction(high), given };
}

function signedNumber({ negative, value }: ast.SignedNumber): Rational {
    return negative ? neg(frenchNumber(value)) : frenchNumber(value);
}

function lowerRate(context: ExpressionContext, node: ast.Rate): Expression | undefined {
    if (node.$type === 'CountedRate') return lowerCountedRate(context, node);
    const start = lowerReference(context, node.start);
    const date = start === undefined ? undefined : requireType(context, node.start, start, { kind: 'date' });
    if (date === undefined) return undefined;
    const unit = node.unit === 'an' ? 'ans' : node.unit === 'jour' ? 'jours' : 'mois';
    return { kind: 'elapsed', unit, mode: node.mode, start: date, type: COUNT, at: spanOf(context, node) };
}

/** So many per event, or per unit of an integer fact; `au-delà de 2` counts from the third. */
function lowerCountedRate(context: ExpressionContext, node: ast.CountedRate): Expression | undefined {
    const fact = node.source.owner === undefined ? context.scope.facts.demande.get(node.source.word) : undefined;
    const quantity = fact?.type.kind === 'events' ? lowerEventCount(context, node) : lowerUnits(context, node);
    if (quantity === undefined || node.beyond === undefined) return quantity;
    const at = spanOf(context, node);
    const limit: Expression = { kind: 'literal', type: quantity.type, value: { kind: 'number', value: toFraction(frenchNumber(node.beyond)) }, at };
    const zero: Expression = { kind: 'literal', type: quantity.type, value: { kind: 'number', value: '0' }, at };
    const excess: Expression = { kind: 'arithmetic', operator: '-', left: quantity, right: limit, type: quantity.type, at };
    return { kind: 'extreme', which: 'max', items: [excess, zero], type: quantity.type, at };
}

/** Units of a fact, of which neither window nor filter says which count: only events have some. */
function lowerUnits(context: ExpressionContext, node: ast.CountedRate): Expression | undefined {
    const quantity = lowerQuantity(context, node.source);
    if (quantity === undefined || (node.window === undefined && node.filter === undefined)) return quantity;
    return fail(context, 'BAR303', { found: describeType(quantity.type), expected: describeType({ kind: 'events' }) }, node.source);
}

function lowerQuantity(context: ExpressionContext, node: ast.Reference): Expression | undefined {
    const quantity = lowerExpression(context, node);
    if (quantity === undefined || quantity.type.kind === 'number') return quantity;
    return fail(context, 'BAR303', { found: describeType(quantity.type), expected: describeType(COUNT) }, node);
}

function lowerPointsByTier(context: ExpressionContext, node: ast.PointsByTier): Points | undefined {
    const subject = lowerExpression(context, node.subject);
    if (subject === undefined) return undefined;
    const lines = node.tiers.map((tier): readonly Tier<TierPoints>[] | undefined => {
        const tests = lowerTierTests(context, tier.test, subject.type);
        const outcome: TierPoints = tier.points === undefined ? { kind: 'incomplete' } : { kind: 'points', points: pointsNumber(context, tier.points) };
        return tests?.map((test) => ({ test, outcome, at: spanOf(context, tier), places: tierPlaces(context, tier) }));
    });
    const complete = lines.filter((line) => line !== undefined);
    return complete.length === lines.length ? { kind: 'tiers', subject, tiers: complete.flat() } : undefined;
}

/** Where a line says its bounds and its points: `à partir de` and its like have one bound, low or high. */
function tierPlaces(context: FileContext, { test, ...tier }: ast.PointsTier): Tier<TierPoints>['places'] {
    const right = test.right === undefined ? undefined : spanOf(context, test.right);
    const isLow = right !== undefined && (RELATIONS.get(test.relation ?? '')?.startsWith('>') ?? false);
    return {
        ...optional('outcome', tier.points && spanOf(context, tier.points)),
        ...optional('low', isLow ? right : test.low && spanOf(context, test.low)),
        ...optional('high', isLow ? undefined : right),
    };
}

/** The text of a points clause with its limits, for `fixe`. */
export function pointsText(context: ExpressionContext, points: ast.Points, limits: readonly ast.PointsLimit[]): string {
    return [textOf(context, points), ...limits.map((limit) => textOf(context, limit))].join(', ');
}
