import type { Fraction, Policy, Scoring, Span } from '@bareme/language/ir';
import { compare, fromFraction, rational, toFraction, type Rational } from '@bareme/language/ir';
import { printNumber, printPoints } from '@bareme/language/printing';
import type { Knob, KnobOwner } from './knob.js';
import { variantEdits } from './variant-text.js';

/** The numbers that a hand moved, by knob; in the scale that people read. */
export type Turns = ReadonlyMap<string, Fraction>;

type Texts = ReadonlyMap<string, string>;

/** The policy with other numbers. */
export function turnedPolicy(policy: Policy, knobs: readonly Knob[], turns: Turns): Policy {
    return moved(knobs, turns).reduce(
        (turned, { targets, value }) =>
            targets.reduce(
                (result, { path, scale, form }) => replaced(result, path, form === 'amount' ? amountOf(value, scale) : scaled(value, scale)),
                turned,
            ),
        policy,
    );
}

/** The knobs that are elsewhere than in the policy, with where they are. */
function moved(knobs: readonly Knob[], turns: Turns): readonly (Knob & { readonly value: Fraction })[] {
    return knobs.flatMap((knob) => {
        const value = turns.get(knob.id);
        return value === undefined || value === knob.value ? [] : [{ ...knob, value }];
    });
}

/** How many numbers are elsewhere than in the policy. */
export function turnCount(knobs: readonly Knob[], turns: Turns): number {
    return moved(knobs, turns).length;
}

function scaled(value: Fraction, scale: Rational): Fraction {
    const { n, d } = fromFraction(value) ?? rational(0);
    return toFraction(rational(n * scale.n, d * scale.d));
}

function amountOf(value: Fraction, scale: Rational): number {
    return Number(scaled(value, scale));
}

function replaced<Node>(node: Node, [key, ...rest]: readonly (string | number)[], leaf: unknown): Node {
    if (key === undefined) return leaf as Node;
    if (Array.isArray(node)) return node.map((item: unknown, place) => (place === key ? replaced(item, rest, leaf) : item)) as Node;
    const members = node as Readonly<Record<string | number, unknown>>;
    return { ...members, [key]: replaced(members[key], rest, leaf) } as Node;
}

/** Whether a number may stand where a knob is: whole where it must be, and strictly between its neighbours. */
export function mayTurn(knob: Knob, knobs: readonly Knob[], turns: Turns, value: Fraction): boolean {
    const number = fromFraction(value);
    if (number === undefined || (knob.whole && number.d !== 1n)) return false;
    const valueOf = (id: string | undefined): Rational | undefined => {
        const other = knobs.find((one) => one.id === id);
        return other && fromFraction(turns.get(other.id) ?? other.value);
    };
    const [under, over] = [valueOf(knob.under), valueOf(knob.over)];
    if (under !== undefined && compare(under, number) >= 0) return false;
    if (over !== undefined && compare(number, over) >= 0) return false;
    return limitsHold(knob, knobs, turns, number);
}

/** A cap stays over the floor beside it. */
function limitsHold({ what, owner, scoring }: Knob, knobs: readonly Knob[], turns: Turns, number: Rational): boolean {
    if (what.kind !== 'cap' && what.kind !== 'floor') return true;
    const beside = knobs.find(
        (one) =>
            one.owner.kind === owner.kind &&
            one.owner.name === owner.name &&
            one.scoring.name === scoring.name &&
            one.what.kind === (what.kind === 'cap' ? 'floor' : 'cap'),
    );
    const other = beside && fromFraction(turns.get(beside.id) ?? beside.value);
    if (other === undefined) return true;
    return what.kind === 'cap' ? compare(number, other) >= 0 : compare(other, number) >= 0;
}

/** What a variant writes to have these numbers: the text of a clause with its comments, other numbers in their places. */
export function turnedEdits(policy: Policy, knobs: readonly Knob[], { turns, texts }: { readonly turns: Turns; readonly texts: Texts }): readonly string[] {
    const changed = moved(knobs, turns);
    const owners = [...new Map(changed.map(({ owner, scoring }) => [keyOf(owner, scoring), owner])).entries()];
    const written = new Map(
        owners.map(([key, owner]) => {
            const own = changed.filter((knob) => keyOf(knob.owner, knob.scoring) === key);
            return [key, withNumbers(owner.at, own, texts)] as const;
        }),
    );
    const turned = turnedPolicy(policy, knobs, turns);
    const scorings = turned.scorings.map((scoring) => ({ ...scoring, group: relocated(scoring.group, scoring, written) }));
    return variantEdits(policy, { ...turned, scorings }, new Map([...texts, ...written]));
}

function keyOf({ kind, name }: Pick<KnobOwner, 'kind' | 'name'>, scoring: Scoring): string {
    return `${scoring.name} ${kind} ${name}`;
}

/** Criteria whose text changes are said to be written in a text of their own. */
function relocated(group: Scoring['group'], scoring: Scoring, written: ReadonlyMap<string, string>): Scoring['group'] {
    return {
        ...group,
        items: group.items.map((item) => {
            if (item.kind === 'rubric') return { ...item, group: relocated(item.group, scoring, written) };
            const key = keyOf({ kind: 'criterion', name: item.name }, scoring);
            const text = written.get(key);
            return text === undefined ? item : { ...item, at: [key, 0, text.length] };
        }),
    };
}

/** The text of a clause, other numbers in the places of some: from the last to the first. */
function withNumbers([path, start, end]: Span, knobs: readonly (Knob & { readonly value: Fraction })[], texts: Texts): string {
    const edits = knobs.flatMap(({ places, value }) => places.map(([, from, to]) => ({ from: from - start, to: to - start, value })));
    return edits
        .sort((a, b) => b.from - a.from)
        .reduce(
            (text, { from, to, value }) => text.slice(0, from) + numberIn(text.slice(from, to), value) + text.slice(to),
            (texts.get(path) ?? '').slice(start, end),
        );
}

/** A written number, its unit kept: « 1 point » becomes « 2 points ». */
export function numberIn(written: string, value: Fraction): string {
    const number = printNumber(value);
    const unit = printPoints(value).slice(number.length + 1);
    return written.replace(/^(?:[-−]\s*)?\d+(?:[\d\s]*\d)?(?:,\d+)?/, number).replace(/\bpoints?\b/, unit);
}

/** Reads a number typed in a field; nothing for any other text, or for one that the language cannot write exactly. */
export function typedNumber(text: string): Fraction | undefined {
    const match = /^([-−]?)(\d{1,9})(?:[.,](\d{1,4}))?$/.exec(text.replaceAll(/\s/g, ''));
    if (match === null) return undefined;
    const [, sign = '', whole = '0', decimals = ''] = match;
    const number = rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
    return toFraction(sign === '' ? number : rational(-number.n, number.d));
}
