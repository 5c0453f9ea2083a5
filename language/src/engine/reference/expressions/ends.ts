import type { Expression } from '../../../ir/expression.js';
import type { Day } from '../../../ir/value.js';
import { integer, neg, roundTo } from '../../../kit/exact-number.js';
import { pointEnds, type Ends } from './cells.js';
import { isInside } from './declared-bounds.js';
import type { Context } from './context.js';
import { unitsElapsed } from './durations.js';
import { perPeriod } from './per-period.js';
import { numberValue, type Known } from '../values/value.js';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/**
 * Where the value of an expression surely lies, when facts that are missing are supposed to lie somewhere (`Context.cells`).
 * `undefined` where nothing is known, or where it may prove to have no value at all: ends are then no ground to decide.
 */
export function endsOf(context: Context, expression: Expression): Ends | undefined {
    const value = context.interpreter.value(context, expression);
    if (value.kind === 'not-applicable') return undefined;
    if (value.kind !== 'missing') return pointEnds(value);
    if (value.within !== undefined) return value.within.kind === 'interval' ? value.within : undefined;
    switch (expression.kind) {
        case 'derived':
            return endsOfDerived(context, expression.name);
        case 'per':
            return mapped(endsOf(context, expression.operand), (end) => numberOf(end, (amount) => perPeriod(expression.period, amount)));
        case 'rounding': {
            const ends = mapped(endsOf(context, expression.operand), (end) => numberOf(end, (x) => roundTo(x, expression.places, expression.direction)));
            return ends && { ...ends, lowOpen: false, highOpen: false };
        }
        case 'opposite': {
            const ends = mapped(endsOf(context, expression.operand), (end) => numberOf(end, neg));
            return ends && turned(ends);
        }
        case 'since':
        case 'elapsed':
            return endsOfTime(context, expression);
        default:
            return undefined;
    }
}

/** A derived fact surely has the value of its formula once neither `sans objet si` nor `non renseigné si` can hold, and its bounds are kept. */
function endsOfDerived(context: Context, name: string): Ends | undefined {
    const fact = context.loaded.derived.get(name)?.fact;
    if (fact === undefined) return undefined;
    for (const state of [fact.notApplicable, fact.unknown]) if (state !== undefined && context.interpreter.truth(context, state) !== false) return undefined;
    const ends = endsOf(context, fact.value);
    const isSure = [ends?.low, ends?.high].every((end) => end !== undefined && isInside(context, fact.bounds, end));
    return fact.bounds === undefined || isSure ? ends : undefined;
}

/** The later a date, the shorter the time since. Effects of refusals make it shorter still: not looked into. */
function endsOfTime(context: Context, expression: Of<'since' | 'elapsed'>): Ends | undefined {
    if (expression.effects !== undefined) return undefined;
    const since = (from: Day): Known =>
        expression.kind === 'since'
            ? { kind: 'span', from, to: context.day }
            : numberValue(integer(unitsElapsed(context, { from, to: context.day }, expression)));
    const ends = mapped(endsOf(context, expression.start), (end) => (end.kind === 'date' ? since(end.day) : undefined));
    if (ends === undefined) return undefined;
    return { ...turned(ends), lowOpen: false, highOpen: false };
}

function turned({ low, high, lowOpen, highOpen }: Ends): Ends {
    return sided(high, low, { lowOpen: highOpen, highOpen: lowOpen });
}

function mapped(ends: Ends | undefined, change: (end: Known) => Known | undefined): Ends | undefined {
    if (ends === undefined) return undefined;
    return sided(ends.low && change(ends.low), ends.high && change(ends.high), ends);
}

function sided(low: Known | undefined, high: Known | undefined, { lowOpen, highOpen }: Pick<Ends, 'lowOpen' | 'highOpen'>): Ends {
    return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }), lowOpen, highOpen };
}

function numberOf(end: Known, change: (x: Extract<Known, { kind: 'number' }>['value']) => Extract<Known, { kind: 'number' }>['value']): Known | undefined {
    return end.kind === 'number' ? numberValue(change(end.value)) : undefined;
}
