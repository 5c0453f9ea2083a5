import type { FactReader } from '../../../columns/facts.js';
import type { Expression } from '../../../ir/expression.js';
import type { Promised } from '../../../ir/guarantee.js';
import type { Day, FactValue } from '../../../ir/value.js';
import { addMonths } from '../../../kit/civil-date.js';
import { add, compare, fromFraction, integer, toFraction, type Rational } from '../../../kit/exact-number.js';
import type { NoteResult } from '../../result.js';
import type { GuaranteeCounts } from './guarantee-counts.js';
import { evaluateDemand } from '../results/evaluate-demand.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import { highOf, lowOf } from '../../note-ends.js';

/** Months, or units, by which what grows is made greater. */
const STEPS = [1, 3, 6, 12, 24, 36, 60] as const;

/** Each demand is scored again with what grows made greater, step by step: a step that surely moves the wrong way breaks the promise. */
export function checkMonotony(
    loaded: LoadedPolicy,
    { along, never }: Extract<Promised, { kind: 'monotone' }>,
    { demands, day }: { readonly demands: readonly FactReader[]; readonly day: Day },
): GuaranteeCounts {
    const grown = growth(loaded, along);
    let [tested, broken, unsure, unknown] = [0, 0, 0, 0];
    for (const demand of demands) {
        const steps = STEPS.flatMap((step) => grown?.(demand, step) ?? []);
        if (steps.length === 0) {
            unknown += 1;
            continue;
        }
        tested += 1;
        const notes = [demand, ...steps].map((reader) => evaluateDemand(loaded, { demand: reader, day }).declared);
        const verdicts = notes.slice(1).map((note, place) => (never === 'falls' ? rise(notes[place]!, note) : rise(note, notes[place]!)));
        if (verdicts.includes('falls')) broken += 1;
        else if (verdicts.includes('unsure')) unsure += 1;
    }
    return { tested, broken, unsure, unknown };
}

/** How a note moves to another. Two notes that lack the same things move as their bounds do. */
function rise(from: NoteResult, to: NoteResult): 'rises' | 'falls' | 'unsure' {
    const [before, after] = [endsOf(from), endsOf(to)];
    // Without a note on one side, nothing moves: it is told apart, or comes back.
    if (before === undefined || after === undefined) return before === after ? 'rises' : 'unsure';
    if (compare(after.high, before.low) < 0) return 'falls';
    if (compare(after.low, before.high) >= 0) return 'rises';
    const alike = from.kind === to.kind && (from.kind !== 'incomplete' || (to.kind === 'incomplete' && from.missing.join() === to.missing.join()));
    return alike && compare(after.low, before.low) >= 0 && compare(after.high, before.high) >= 0 ? 'rises' : 'unsure';
}

function endsOf(note: NoteResult): { readonly low: Rational; readonly high: Rational } | undefined {
    const [low, high] = [lowOf(note), highOf(note)];
    return low === undefined || high === undefined ? undefined : { low, high };
}

type Grown = (demand: FactReader, step: number) => FactReader | undefined;

/** How to make a duration longer, its date earlier, or a number greater; `undefined` where it comes from neither. */
function growth(loaded: LoadedPolicy, along: Expression): Grown | undefined {
    if (along.kind === 'derived') {
        const value = loaded.derived.get(along.name)?.fact.value;
        if (value?.kind === 'since') return earlier(value.start);
        return value?.kind === 'fact' ? growth(loaded, value) : undefined;
    }
    if (along.kind !== 'fact' || along.owner !== 'demande') return undefined;
    const { name } = along;
    return (demand, step) => {
        const value = demand.fact(name);
        const number = value.kind === 'number' ? fromFraction(value.value) : undefined;
        return number && withFact(demand, name, { kind: 'number', value: toFraction(add(number, integer(step))) });
    };
}

function earlier(start: Expression): Grown | undefined {
    if (start.kind !== 'fact' || start.owner !== 'demande') return undefined;
    return (demand, step) => {
        const value = demand.fact(start.name);
        return value.kind === 'date' ? withFact(demand, start.name, { kind: 'date', day: addMonths(value.day, -step) }) : undefined;
    };
}

function withFact(demand: FactReader, name: string, value: FactValue): FactReader {
    return { fact: (asked) => (asked === name ? value : demand.fact(asked)), proved: (asked) => demand.proved(asked) };
}
