import type { LoadedGroup, LoadedItem } from '../policy/loaded-scoring.js';
import type { LinkedSet } from './linked-sets.js';

/** How a group is bounded: its items in parts, each with the linked sets over whose cells it is enumerated. */
export interface GroupPlan {
    readonly group: LoadedGroup;
    readonly parts: readonly PartPlan[];
}

/** Items of a group that are bounded together, for the sets that they hold; items without set are bounded one by one. */
export interface PartPlan {
    readonly items: readonly PlannedItem[];
    readonly sets: readonly LinkedSet[];
}

/** A group that no set touches is scored as it is. */
export type PlannedItem =
    | { readonly kind: 'criterion'; readonly position: number }
    | { readonly kind: 'plain'; readonly group: LoadedGroup }
    | { readonly kind: 'planned'; readonly plan: GroupPlan };

/**
 * How a scoring is bounded, for those of its linked sets that are small enough to be bounded together. A set is enumerated in the
 * innermost group that holds it. `linked` must be an array that `linkedSets` gives: the plan is kept with it.
 */
export function planOf(group: LoadedGroup, linked: readonly LinkedSet[], together: readonly LinkedSet[]): GroupPlan {
    if (together.length < linked.length) return planGroup(group, together, together);
    const plan = KNOWN.get(linked) ?? planGroup(group, linked, linked);
    KNOWN.set(linked, plan);
    return plan;
}

const KNOWN = new WeakMap<readonly LinkedSet[], GroupPlan>();

/** The sets that a group holds and none of its items does are enumerated here; `sets` are those that no group around enumerates. */
function planGroup(group: LoadedGroup, sets: readonly LinkedSet[], all: readonly LinkedSet[]): GroupPlan {
    const held = sets.filter((set) => holds(group, set) && !group.items.some((item) => item.kind === 'rubric' && holds(item.group, set)));
    const inside = sets.filter((set) => !held.includes(set));
    const parts = group.combination === "dans l'ordre" ? inOrder(group, held) : components(group, held);
    const planItem = (item: LoadedItem): PlannedItem => {
        if (item.kind === 'criterion') return { kind: 'criterion', position: item.criterion.position };
        if (!all.some((set) => touches(item, set))) return { kind: 'plain', group: item.group };
        return { kind: 'planned', plan: planGroup(item.group, inside, all) };
    };
    return { group, parts: parts.map((part) => ({ items: part.items.map(planItem), sets: part.sets })) };
}

interface Part {
    readonly items: readonly LoadedItem[];
    readonly sets: readonly LinkedSet[];
}

/** The first item that applies depends on them all. */
function inOrder({ items }: LoadedGroup, sets: readonly LinkedSet[]): readonly Part[] {
    return [{ items, sets }];
}

/** Sums and the best of several do not depend on the order of items: those that share a set are put together, the others stay alone. */
function components({ items }: LoadedGroup, sets: readonly LinkedSet[]): readonly Part[] {
    let parts: readonly Part[] = items.map((item) => ({ items: [item], sets: [] }));
    for (const set of sets) {
        const touched = parts.filter((part) => part.items.some((item) => touches(item, set)));
        const joined: Part = { items: touched.flatMap((part) => part.items), sets: [...touched.flatMap((part) => part.sets), set] };
        parts = [...parts.filter((part) => !touched.includes(part)), joined];
    }
    return parts.map((part) => ({ ...part, sets: [...new Set(part.sets)] }));
}

function holds(group: LoadedGroup, { positions }: LinkedSet): boolean {
    return [...positions].every((position) => contains(group, position));
}

function touches(item: LoadedItem, { positions }: LinkedSet): boolean {
    return item.kind === 'criterion' ? positions.has(item.criterion.position) : [...positions].some((position) => contains(item.group, position));
}

function contains({ items }: LoadedGroup, position: number): boolean {
    return items.some((item) => (item.kind === 'criterion' ? item.criterion.position === position : contains(item.group, position)));
}
