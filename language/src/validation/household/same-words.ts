import type { Model } from '../model.js';
import { wordIn } from './candidates.js';
import { narrowed, valued, type Domain, type Values } from './domain.js';
import type { Entry } from './settling.js';
import { variableOf } from './variables.js';

type Words = Extract<Values, { kind: 'words' }>;

/**
 * Words for the facts that are compared to each other: one word for those that must be the same, another for the others. Nothing when
 * no such words exist, or when the order of two words is asked rather than whether they are the same.
 */
export function sameWords(model: Model, entries: readonly Entry[]): ReadonlyMap<string, string> | undefined {
    const comparisons = entries.flatMap(({ variable: { given }, domain }) => (given.kind === 'sameness' ? [{ ...given, orders: ordersOf(domain) }] : []));
    const groups = new Map<string, string[]>();
    for (const { left, right, orders } of comparisons) {
        const [a, b] = [groups.get(left) ?? [left], groups.get(right) ?? [right]];
        const joined = orders.includes('=') && a !== b ? [...a, ...b] : undefined;
        for (const [key, group] of [
            [left, a],
            [right, b],
        ] as const)
            groups.set(key, group);
        for (const key of joined ?? []) groups.set(key, joined ?? []);
    }
    const chosen = new Map<string, string>();
    for (const group of new Set(groups.values())) {
        const word = wordOfGroup(model, entries, group, [...chosen.values()]);
        if (word === undefined) return undefined;
        for (const key of group) chosen.set(key, word);
    }
    const kept = comparisons.every(({ left, right, orders }) =>
        chosen.get(left) === chosen.get(right) ? orders.includes('=') : orders.includes('<') && orders.includes('>'),
    );
    return kept ? chosen : undefined;
}

/** `=` alone, or `<` and `>` together: whether two words are the same; their order alone is not for an example to show. */
function ordersOf({ values }: Domain): readonly string[] {
    return values.kind === 'words' ? (values.allowed ?? []) : [];
}

/** A word that every fact of the group may have. */
function wordOfGroup(model: Model, entries: readonly Entry[], group: readonly string[], taken: readonly string[]): string | undefined {
    let common: Words = { kind: 'words', refused: [] };
    for (const key of group) {
        const values = entries.find(({ variable }) => variable.key === key)?.domain.values ?? declaredValues(model, key);
        if (values?.kind !== 'words') return undefined;
        const meeting =
            values.allowed === undefined
                ? common
                : narrowed({ values: common, missing: false, notApplicable: false }, valued({ kind: 'among', words: values.allowed }))?.values;
        if (meeting?.kind !== 'words') return undefined;
        common = { ...meeting, refused: [...meeting.refused, ...values.refused] };
    }
    return wordIn(common, taken);
}

function declaredValues(model: Model, key: string): Values | undefined {
    const fact = model.facts.get(key);
    if (fact === undefined) return undefined;
    const { owner, name, type, multiple, at } = fact;
    return variableOf({ model }, { kind: 'fact', owner, name, type, multiple, at }).domain.values;
}
