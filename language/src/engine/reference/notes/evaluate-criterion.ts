import type { Expression } from '../../../ir/expression.js';
import type { Points } from '../../../ir/scoring.js';
import { absurd } from '../../../kit/absurd.js';
import { compare, equals, max, min, mul, ONE, ZERO, type Rational } from '../../../kit/exact-number.js';
import { apart, limit, note, type Context, type Holding } from '../expressions/context.js';
import { readsOf } from '../../description/reads.js';
import { exact } from '../values/exact.js';
import type { LoadedCriterion, PointsLines } from '../policy/loaded-scoring.js';
import { given, isCertain, NOTHING, within, type Outcome } from './outcome.js';
import { endsOf } from '../expressions/ends.js';
import { LARGEST_QUANTITY, rangeOf, type Range } from '../expressions/range.js';
import { selectLine, whereabouts } from '../expressions/tiers.js';
import { isUnknown } from '../values/truth.js';
import { namesRead } from '../values/undetermined.js';
import { joinGaps, NO_GAP, type Gap } from '../values/value.js';
import { bothNotes, type BothNotes } from './verify-criterion.js';

/** A criterion evaluated, before any combination: it depends on no other criterion. */
export interface CriterionRecord {
    readonly holding: Holding;
    /** With the facts as they are. */
    readonly closed: BothNotes;
    /** With missing facts open to any value; the same object when no absence was taken for an answer. */
    readonly open: BothNotes;
}

/** The two contexts of an evaluation: facts as they are, and open to completion. */
export interface Contexts {
    readonly closed: Context;
    readonly open: () => Context;
}

/** Evaluates a criterion; `open` is evaluated only where it may differ. */
export function evaluateCriterion(contexts: Contexts, criterion: LoadedCriterion): CriterionRecord {
    const { closed } = contexts;
    const { outcome, holding } = apart(closed, () => bothNotes(closed, criterion, outcomeOf));
    if (!holding.tookAbsence) return { holding, closed: outcome, open: outcome };
    const open = contexts.open();
    const opened = apart(open, () => bothNotes(open, criterion, outcomeOf));
    limit(closed, opened.holding.until);
    const both: Holding = { ...holding, until: Math.min(holding.until, opened.holding.until) };
    return { holding: both, closed: outcome, open: opened.outcome };
}

/** A criterion in one context alone. */
export function evaluateOnce(context: Context, criterion: LoadedCriterion): BothNotes {
    return bothNotes(context, criterion, outcomeOf);
}

/**
 * The points of a criterion, then its cap and floor. It applies when its condition holds and, for a `selon`, a line does; for points
 * by unit, when there is a unit to count. A criterion that does not apply gives 0, whatever its cap and its floor.
 */
function outcomeOf(context: Context, loaded: LoadedCriterion): Outcome {
    const { condition, points } = loaded.criterion;
    const met = condition === undefined ? true : context.interpreter.truth(context, condition);
    if (met === false) return NOTHING;
    const raw = pointsOf(context, loaded, points);
    if (raw.applies === 'no') return NOTHING;
    const limited: Outcome = { ...raw, low: within(loaded.limits, raw.low), high: within(loaded.limits, raw.high) };
    if (isUnknown(met)) return { ...limited, applies: 'maybe', gap: joinGaps(met.gap, raw.gap) };
    return isCertain(limited) ? { ...limited, gap: NO_GAP } : limited;
}

function pointsOf(context: Context, loaded: LoadedCriterion, points: Points): Outcome {
    switch (points.kind) {
        case 'flat':
            return given(loaded.each);
        case 'rate':
            return pointsByUnit(context, points, loaded.each);
        case 'tiers':
            return pointsByLine(context, points, loaded.lines);
        case 'appraised':
            return pointsGiven(context, loaded, points);
        default:
            return absurd(points);
    }
}

function pointsByUnit(context: Context, { quantity }: Extract<Points, { kind: 'rate' }>, each: Rational): Outcome {
    const value = context.interpreter.value(context, quantity);
    if (value.kind === 'number') return value.value.n === 0n ? NOTHING : given(mul(each, value.value));
    if (value.kind !== 'missing') return NOTHING;
    const sure = context.cells === undefined ? undefined : sureRange(context, quantity);
    if (sure !== undefined && sure.low.n > 0n) return { ...possibly([mul(each, sure.low), mul(each, sure.high)], value.gap), applies: 'yes' };
    const { low, high } = sure ?? rangeOf(context, quantity) ?? { low: ZERO, high: LARGEST_QUANTITY };
    // Limits hold from the first unit on: no unit, or `sans objet`, is the criterion that does not apply.
    return possibly([mul(each, low.n === 0n ? min(ONE, high) : low), mul(each, high)], value.gap);
}

/** Between which numbers a quantity that surely has a value lies. */
function sureRange(context: Context, quantity: Expression): Range | undefined {
    const ends = endsOf(context, quantity);
    return ends?.low?.kind === 'number' && ends.high?.kind === 'number' ? { low: ends.low.value, high: ends.high.value } : undefined;
}

function pointsByLine(context: Context, { subject }: Extract<Points, { kind: 'tiers' }>, { tiers, points }: PointsLines): Outcome {
    const value = context.interpreter.value(context, subject);
    const selection = selectLine(context, { tiers, type: subject.type }, value, whereabouts(context, subject, value));
    switch (selection.kind) {
        case 'none':
            return NOTHING;
        case 'line': {
            const found = points.get(selection.tier);
            return found === undefined ? possibly([...points.values()], toComplete(context, subject)) : given(found);
        }
        case 'open': {
            const found = selection.tiers.map((tier) => points.get(tier));
            const known = found.filter((each) => each !== undefined);
            if (known.length < found.length) return possibly([...points.values()], selection.gap);
            if (selection.none || !allEqual(known)) return possibly(known, selection.gap);
            return given(known[0] ?? ZERO);
        }
        default:
            return absurd(selection);
    }
}

/** The points that the commission gave; those outside its bounds are an anomaly, and like points not yet given. */
function pointsGiven(context: Context, { criterion }: LoadedCriterion, { low, high, given: source }: Extract<Points, { kind: 'appraised' }>): Outcome {
    const value = context.interpreter.value(context, source);
    const [least, most] = [exact(low), exact(high)];
    if (value.kind === 'not-applicable') return NOTHING;
    if (value.kind === 'missing') return possibly([least, most], value.gap);
    if (value.kind === 'number' && compare(value.value, least) >= 0 && compare(value.value, most) <= 0) return given(value.value);
    const names = namesRead(source);
    note(context, 'out-of-bounds', names.join(' '), criterion.at);
    return possibly([least, most], { facts: names, absent: [] });
}

/** A line that is `à compléter` for a value asks for the facts that the value comes from. */
function toComplete(context: Context, subject: Expression): Gap {
    return { facts: [...readsOf(context.loaded.derivedFacts, [subject]).demand], absent: [] };
}

function allEqual(points: readonly Rational[]): boolean {
    return points.every((each) => equals(each, points[0] ?? ZERO));
}

/** Perhaps one of these numbers of points, it is not known which; or, where the criterion proves not to apply, 0. */
function possibly(possible: readonly Rational[], gap: Gap): Outcome {
    return { applies: 'maybe', low: possible.reduce(min, possible[0] ?? ZERO), high: possible.reduce(max, possible[0] ?? ZERO), idle: ZERO, gap };
}
