import type { Bound, Expression, Tier, TierTest } from '../../../ir/expression.js';
import type { ValueType } from '../../../ir/value-type.js';
import { absurd } from '../../../kit/absurd.js';
import { compare } from '../../../kit/exact-number.js';
import { orderNow } from './compare-values.js';
import type { Ends } from './cells.js';
import { mayAppear, type Context } from './context.js';
import { decideLine } from './decide.js';
import { endsOf } from './ends.js';
import { exact } from '../values/exact.js';
import { literalValue } from '../policy/loaded-policy.js';
import { rangeOf, type Range } from './range.js';
import { wordsOf, type Evaluated, type Gap, type Missing, type Within } from '../values/value.js';

/** The lines of a `selon` and the type of what they are compared to. */
export interface Lines<Outcome> {
    readonly tiers: readonly Tier<Outcome>[];
    readonly type: ValueType;
}

/**
 * What a `selon` comes to: one line, none, or, the subject being unknown, those that may yet apply. A subject is always supposed able to
 * prove `sans objet`, so `none` is possible unless a line speaks of that, and `sinon` catches the rest.
 */
export type Selection<Outcome> =
    | { readonly kind: 'line'; readonly tier: Tier<Outcome> }
    | { readonly kind: 'none'; readonly because: 'value' | 'not-applicable' }
    | { readonly kind: 'open'; readonly tiers: readonly Tier<Outcome>[]; readonly none: boolean; readonly gap: Gap };

/**
 * The line for a subject: that of its value, else `sinon`; `sans objet` has its own line or none. A missing subject takes the line
 * `non renseigné` where there is one, unless the evaluation is open or a letting is yet to be given.
 */
export function selectLine<Outcome>(context: Context, lines: Lines<Outcome>, subject: Evaluated, where: Whereabouts = NOWHERE): Selection<Outcome> {
    const { tiers } = lines;
    if (subject.kind === 'missing') return selectMissing(context, lines, subject, where);
    const own =
        subject.kind === 'not-applicable' ? lineOf(tiers, 'not-applicable') : tiers.find((tier) => admits(context, lines.type, { test: tier.test, subject }));
    const tier = own ?? (subject.kind === 'not-applicable' ? undefined : lineOf(tiers, 'otherwise'));
    if (tier !== undefined) return { kind: 'line', tier };
    return { kind: 'none', because: subject.kind === 'not-applicable' ? 'not-applicable' : 'value' };
}

/** Where a subject that is missing lies: of what surely has a value, its ends; else a range, if it has a value at all. */
export interface Whereabouts {
    readonly ends?: Ends;
    readonly range?: Range;
}

const NOWHERE: Whereabouts = {};

/** Where the subject of a `selon` lies, when it is missing. */
export function whereabouts(context: Context, subject: Expression, value: Evaluated): Whereabouts {
    if (value.kind !== 'missing') return NOWHERE;
    const ends = context.cells === undefined ? undefined : endsOf(context, subject);
    const range = ends === undefined ? rangeOf(context, subject) : undefined;
    return { ...(ends === undefined ? {} : { ends }), ...(range === undefined ? {} : { range }) };
}

function selectMissing<Outcome>(context: Context, { tiers, type }: Lines<Outcome>, { gap, within }: Missing, { ends, range }: Whereabouts): Selection<Outcome> {
    if (ends !== undefined || within !== undefined)
        return selectWithin(context, { tiers, type }, { gap, place: { ...(ends === undefined ? {} : { ends }), ...(within === undefined ? {} : { within }) } });
    const own = lineOf(tiers, 'missing');
    if (own !== undefined && !mayAppear(context, gap)) {
        context.tookAbsence = true;
        return { kind: 'line', tier: own };
    }
    const reachable = tiers.filter(({ test }) => test.kind !== 'interval' || range === undefined || meets(test, range));
    return { kind: 'open', tiers: reachable, none: lineOf(tiers, 'not-applicable') === undefined || lineOf(tiers, 'otherwise') === undefined, gap };
}

interface Placed {
    readonly gap: Gap;
    readonly place: { readonly ends?: Ends; readonly within?: Within };
}

/** The subject has a value, somewhere: lines do not overlap, so one that surely applies is the only one. */
function selectWithin<Outcome>(context: Context, { tiers, type }: Lines<Outcome>, { gap, place }: Placed): Selection<Outcome> {
    const judged = tiers.map((tier) => ({ tier, applies: decideLine(context, type, tier.test, place) }));
    const sure = judged.find(({ applies }) => applies === true)?.tier;
    const open = judged.filter(({ applies }) => applies === undefined).map(({ tier }) => tier);
    const otherwise = lineOf(tiers, 'otherwise');
    if (sure !== undefined) return { kind: 'line', tier: sure };
    if (open.length === 0) return otherwise === undefined ? { kind: 'none', because: 'value' } : { kind: 'line', tier: otherwise };
    return { kind: 'open', tiers: otherwise === undefined ? open : [...open, otherwise], none: otherwise === undefined, gap };
}

function lineOf<Outcome>(tiers: readonly Tier<Outcome>[], kind: TierTest['kind']): Tier<Outcome> | undefined {
    return tiers.find((tier) => tier.test.kind === kind);
}

function admits(
    context: Context,
    type: ValueType,
    { test, subject }: { readonly test: TierTest; readonly subject: Exclude<Evaluated, { kind: 'missing' | 'not-applicable' }> },
): boolean {
    switch (test.kind) {
        case 'interval': {
            const order = (bound: Bound): number | undefined => orderNow(context, subject, literalValue(context.loaded, bound.value), type);
            return isAbove(order, test.low) && isBelow(order, test.high);
        }
        case 'values':
            return wordsOf(subject).some((word) => test.values.includes(word));
        case 'otherwise':
        case 'missing':
        case 'not-applicable':
            return false;
        default:
            return absurd(test);
    }
}

function isAbove(order: (bound: Bound) => number | undefined, low: Bound | undefined): boolean {
    if (low === undefined) return true;
    const found = order(low);
    return found !== undefined && (found > 0 || (found === 0 && low.inclusive));
}

function isBelow(order: (bound: Bound) => number | undefined, high: Bound | undefined): boolean {
    if (high === undefined) return true;
    const found = order(high);
    return found !== undefined && (found < 0 || (found === 0 && high.inclusive));
}

/** Whether an interval of numbers has a value in common with the range of the subject. */
function meets(test: Extract<TierTest, { kind: 'interval' }>, range: Range): boolean {
    return isBelow(orderTo(range.low), test.high) && isAbove(orderTo(range.high), test.low);
}

function orderTo(end: Range['low']): (bound: Bound) => number | undefined {
    return ({ value }) => (value.kind === 'number' ? compare(end, exact(value.value)) : 0);
}
