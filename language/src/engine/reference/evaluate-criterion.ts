import type { Expression } from '../../ir/expression.js';
import type { Points } from '../../ir/scoring.js';
import { absurd } from '../../kit/absurd.js';
import { compare, equals, max, min, mul, ZERO, type Rational } from '../../kit/exact-number.js';
import { apart, type Context, type Holding } from './context.js';
import { readsOf } from './dependencies.js';
import type { LoadedCriterion, PointsLines } from './loaded-policy.js';
import { either, given, leastOf, mostOf, NOTHING, within, type Certainty, type Outcome } from './outcome.js';
import { LARGEST_QUANTITY, rangeOf } from './range.js';
import { selectLine } from './tiers.js';
import { isUnknown } from './truth.js';
import { joinGaps, type Gap } from './value.js';

/** What a criterion gives in each of the two notes. */
export interface BothNotes {
    readonly declared: Outcome;
    /** The same object when proofs change nothing. */
    readonly verified: Outcome;
}

/** A criterion evaluated, before any combination: it depends on no other criterion. */
export interface CriterionRecord extends Holding {
    /** With the facts as they are. */
    readonly closed: BothNotes;
    /** With missing facts open to any value; the same object when no absence was taken for an answer. */
    readonly open: BothNotes;
}

/** The two contexts of an evaluation: facts as they are, and open to completion. */
export interface Contexts {
    readonly closed: Context;
    readonly open: Context;
}

/** Evaluates a criterion; `open` is evaluated only where it may differ. */
export function evaluateCriterion(contexts: Contexts, criterion: LoadedCriterion): CriterionRecord {
    const { closed, open } = contexts;
    const { outcome, holding } = apart(closed, () => verify(closed, criterion, outcomeOf(closed, criterion)));
    if (!holding.tookAbsence) return { ...holding, closed: outcome, open: outcome };
    const opened = apart(open, () => verify(open, criterion, outcomeOf(open, criterion)));
    return { ...holding, until: Math.min(holding.until, opened.holding.until), closed: outcome, open: eitherNote(outcome, opened.outcome) };
}

/** A missing fact may also stay missing: what holds now remains possible. */
function eitherNote(closed: BothNotes, open: BothNotes): BothNotes {
    const declared = either(closed.declared, open.declared);
    const same = closed.verified === closed.declared && open.verified === open.declared;
    return { declared, verified: same ? declared : either(closed.verified, open.verified) };
}

/**
 * The points of a criterion, then its cap and floor. It applies when its condition holds and, for a `selon`, a line does; for points
 * by unit, when there is a unit to count. A condition that is not met gives 0, whatever the floor.
 */
function outcomeOf(context: Context, loaded: LoadedCriterion): Outcome {
    const { condition, points } = loaded.criterion;
    const met = condition === undefined ? true : context.interpreter.truth(context, condition);
    if (met === false) return NOTHING;
    const raw = pointsOf(context, loaded, points);
    // A floor above 0 gives points whenever the condition holds: the criterion then applies, whatever its quantity.
    const held: Certainty = equals(within(loaded.limits, ZERO), ZERO) ? raw.applies : 'yes';
    if (held === 'no') return NOTHING;
    const limited = { ...raw, low: within(loaded.limits, raw.low), high: within(loaded.limits, raw.high) };
    return isUnknown(met) ? { ...limited, applies: 'maybe', gap: joinGaps(met.gap, raw.gap) } : { ...limited, applies: held };
}

function pointsOf(context: Context, loaded: LoadedCriterion, points: Points): Outcome {
    switch (points.kind) {
        case 'flat':
            return given(loaded.each);
        case 'rate':
            return pointsByUnit(context, points, loaded.each);
        case 'tiers':
            return pointsByLine(context, points, loaded.lines);
        default:
            return absurd(points);
    }
}

function pointsByUnit(context: Context, { quantity }: Extract<Points, { kind: 'rate' }>, each: Rational): Outcome {
    const value = context.interpreter.value(context, quantity);
    if (value.kind === 'number') return value.value.n === 0n ? NOTHING : given(mul(each, value.value));
    if (value.kind !== 'missing') return NOTHING;
    const range = rangeOf(context, quantity) ?? { low: ZERO, high: LARGEST_QUANTITY.other };
    // `sans objet` gives 0: it is always among what the missing facts may lead to.
    return uncertain([mul(each, range.low), mul(each, range.high), ZERO], value.gap);
}

function pointsByLine(context: Context, { subject }: Extract<Points, { kind: 'tiers' }>, { tiers, points }: PointsLines): Outcome {
    const value = context.interpreter.value(context, subject);
    const range = value.kind === 'missing' ? rangeOf(context, subject) : undefined;
    const selection = selectLine(context, { tiers, type: subject.type }, value, range);
    switch (selection.kind) {
        case 'none':
            return NOTHING;
        case 'line': {
            const found = points.get(selection.tier);
            return found === undefined ? uncertain([...points.values(), ZERO], toComplete(context, subject)) : given(found);
        }
        case 'open': {
            const found = selection.tiers.map((tier) => points.get(tier));
            const known = found.filter((each) => each !== undefined);
            if (known.length < found.length) return uncertain([...points.values(), ZERO], selection.gap);
            if (selection.none || !allEqual(known)) return uncertain([...known, ...(selection.none ? [ZERO] : [])], selection.gap);
            return given(known[0] ?? ZERO);
        }
        default:
            return absurd(selection);
    }
}

/** A line that is `à compléter` for a value asks for the facts that the value comes from. */
function toComplete(context: Context, subject: Expression): Gap {
    return { facts: [...readsOf(context.loaded.derivedFacts, [subject]).demand], absent: [] };
}

function allEqual(points: readonly Rational[]): boolean {
    return points.every((each) => equals(each, points[0] ?? ZERO));
}

/** Perhaps one of these numbers of points, it is not known which. */
function uncertain(possible: readonly Rational[], gap: Gap): Outcome {
    return { applies: 'maybe', low: possible.reduce(min, possible[0] ?? ZERO), high: possible.reduce(max, possible[0] ?? ZERO), idle: ZERO, gap };
}

/**
 * The verified note. A bonus rests on the demand facts that the criterion reads and whose proof is asked, by the criterion or by the
 * fact's declaration, when they have a value or when the bonus hangs on them: unless all of these are proved it gives 0, never
 * `à compléter`. A malus reads declared facts. A bonus that is not verified does not apply: it sets no other criterion aside.
 */
function verify(context: Context, { proofFacts }: LoadedCriterion, declared: Outcome): BothNotes {
    if (proofFacts.length === 0 || mostOf(declared).n <= 0n) return { declared, verified: declared };
    const { demand } = context.subject;
    const unproved = proofFacts.filter((name) => !demand.proved(name));
    const kinds = unproved.map((name) => demand.fact(name).kind);
    const rests = kinds.some((kind, index) => (kind !== 'missing' && kind !== 'not-applicable') || declared.gap.facts.includes(unproved[index] ?? ''));
    if (rests) return { declared, verified: withoutBonus(declared) };
    if (!kinds.includes('missing')) return { declared, verified: declared };
    if (!context.open) {
        context.tookAbsence = true;
        return { declared, verified: declared };
    }
    const missing = unproved.filter((_, index) => kinds[index] === 'missing');
    const gap = joinGaps(declared.gap, { facts: missing, absent: [] });
    return { declared, verified: { ...declared, applies: 'maybe', low: min(leastOf(declared), ZERO), gap } };
}

function withoutBonus(declared: Outcome): Outcome {
    const low = min(leastOf(declared), ZERO);
    if (low.n === 0n) return NOTHING;
    return { ...declared, applies: 'maybe', low, high: ZERO };
}

/** Whether proofs took points away. */
export function lostByProof({ declared, verified }: BothNotes): boolean {
    return declared !== verified && compare(mostOf(verified), max(mostOf(declared), ZERO)) < 0;
}
