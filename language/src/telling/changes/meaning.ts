import { canonicalJson } from '../../kit/canonical-json.js';
import { isPlaces } from '../../ir/bare-json.js';
import type { Policy } from '../../ir/policy.js';

/** Keys that hold places and words for people, never what is done. */
const WORDS: ReadonlySet<string> = new Set(['at', 'text', 'label', 'references', 'citations']);

/**
 * What a part of a policy says, places and words apart: two parts of one meaning do the same. A list that a condition reads by its name
 * is that name: its own clause holds its words.
 */
export function meaningOf(part: unknown): string {
    return canonicalJson(bare(part));
}

function bare(part: unknown): unknown {
    if (part === undefined) return null;
    if (Array.isArray(part)) return part.map(bare);
    if (typeof part !== 'object' || part === null) return part;
    const node = part as Readonly<Record<string, unknown>>;
    const byName = node['kind'] === 'among' && typeof node['list'] === 'string';
    const kept = Object.entries(node).filter(
        ([key, value]) => value !== undefined && !WORDS.has(key) && !isPlaces(key, value) && !(byName && key === 'values'),
    );
    return Object.fromEntries(kept.map(([key, value]) => [key, bare(value)]));
}

/** A node of a policy, as plain data. */
export interface AnyNode {
    readonly kind?: unknown;
    readonly owner?: unknown;
    readonly name?: unknown;
    readonly table?: unknown;
    readonly source?: unknown;
    readonly list?: unknown;
}

/** A part of a policy and all that is inside it, outermost first. Deduced facts are named, not followed. */
export function nodesIn(part: unknown): readonly AnyNode[] {
    if (Array.isArray(part)) return part.flatMap(nodesIn);
    if (typeof part !== 'object' || part === null) return [];
    return [part, ...Object.values(part).flatMap(nodesIn)];
}

/** What a part of a policy reads, through the deduced facts that it names. */
export interface Reads {
    /** `demande loyer`, `logement commune`. */
    readonly facts: ReadonlySet<string>;
    readonly derived: ReadonlySet<string>;
    readonly tables: ReadonlySet<string>;
    readonly parameters: ReadonlySet<string>;
    readonly lists: ReadonlySet<string>;
}

/** Follows what a part names, to the facts that a file holds. */
export function readsIn({ vocabulary }: Pick<Policy, 'vocabulary'>, part: unknown): Reads {
    const found = { facts: new Set<string>(), derived: new Set<string>(), tables: new Set<string>(), parameters: new Set<string>(), lists: new Set<string>() };
    const deduced = new Map(vocabulary.derived.map((fact) => [fact.name, fact]));
    const follow = (of: unknown): void => {
        for (const { kind, owner, name, table, source, list } of nodesIn(of)) {
            if (kind === 'fact' && owner !== 'event') found.facts.add(`${String(owner)} ${String(name)}`);
            if ((kind === 'count' || kind === 'fold' || kind === 'exists') && typeof source === 'string') found.facts.add(`demande ${source}`);
            if (kind === 'lookup' && typeof table === 'string') found.tables.add(table);
            if (kind === 'parameter' && typeof name === 'string') found.parameters.add(name);
            if (typeof list === 'string') found.lists.add(list);
            if (kind !== 'derived' || typeof name !== 'string' || found.derived.has(name)) continue;
            found.derived.add(name);
            follow(deduced.get(name));
        }
    };
    follow(part);
    return found;
}
