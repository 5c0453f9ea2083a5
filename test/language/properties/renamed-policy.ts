import type { EventRecord, FactValue } from '../../../language/src/ir/value.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import type { FactDeclaration } from '../../../language/src/ir/value-type.js';
import type { Row } from './random-facts.js';
import type { Situation } from './situations.js';

/** Another name for every name, never the same for two. */
export type Rename = (name: string) => string;

const TRAPS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf', '__defineGetter__'];

/** Gives the names that JavaScript's own objects have, then longer ones made of them. */
export function trapRename(): Rename {
    const given = new Map<string, string>();
    return (name) => {
        const known = given.get(name);
        if (known !== undefined) return known;
        const trap = TRAPS[given.size] ?? `${TRAPS[given.size % TRAPS.length] ?? ''}_${given.size}`;
        given.set(name, trap);
        return trap;
    };
}

/** The same policy under other names: of facts, fields, deduced facts, parameters, tables, lists, critères, rubriques and rules. */
export function renamedPolicy(policy: Policy, rename: Rename): Policy {
    const named = <Item extends { readonly name: string }>(items: readonly Item[]): readonly Item[] =>
        items.map((item) => ({ ...item, name: rename(item.name) }));
    const { vocabulary, ...rest } = policy;
    const inside = renamedNode({ ...rest, vocabulary: { ...vocabulary, facts: [] } }, rename) as Policy;
    return {
        ...inside,
        name: rename(policy.name),
        vocabulary: {
            ...inside.vocabulary,
            facts: vocabulary.facts.map((fact) => renamedFact(fact, rename)),
            derived: named(inside.vocabulary.derived),
            parameters: named(inside.vocabulary.parameters),
            tables: named(inside.vocabulary.tables),
        },
        lists: named(inside.lists),
        scorings: named(inside.scorings),
        exclusions: named(inside.exclusions),
        adequacies: named(inside.adequacies),
        signals: named(inside.signals),
        objectives: named(inside.objectives),
        routes: [],
        reservees: [],
        conventions: [],
        pools: [],
        forecasts: [],
        imputations: [],
        guarantees: [],
        commission: undefined,
        refusalEffects: inside.refusalEffects.map((effect) => ({ ...effect, source: rename(effect.source) })),
        orientation: undefined,
    };
}

function renamedFact(fact: FactDeclaration, rename: Rename): FactDeclaration {
    const { type } = fact;
    const inside = type.kind === 'events' ? { ...type, fields: type.fields.map((field) => renamedFact(field, rename)) } : type;
    return { ...fact, name: rename(fact.name), type: inside };
}

/** Which of a node's own strings are names, by its kind. */
const NAMES: ReadonlyMap<string, readonly string[]> = new Map([
    ['fact', ['name']],
    ['derived', ['name']],
    ['parameter', ['name']],
    ['count', ['source']],
    ['fold', ['source']],
    ['exists', ['source']],
    ['lookup', ['table']],
    ['among', ['list']],
    ['criterion', ['name', 'exclusive']],
    ['rubric', ['name']],
]);

function renamedNode(node: unknown, rename: Rename): unknown {
    if (Array.isArray(node)) return node.map((item) => renamedNode(item, rename));
    if (typeof node !== 'object' || node === null) return node;
    const keys = 'kind' in node && typeof node.kind === 'string' ? (NAMES.get(node.kind) ?? []) : [];
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, keys.includes(key) ? renamedWords(value, rename) : renamedNode(value, rename)]));
}

function renamedWords(value: unknown, rename: Rename): unknown {
    if (typeof value === 'string') return rename(value);
    return Array.isArray(value) ? value.map((word) => (typeof word === 'string' ? rename(word) : renamedNode(word, rename))) : value;
}

/** The same facts under the other names. */
export function renamedSituation({ demand, dwelling, day }: Situation, rename: Rename): Situation {
    return { demand: renamedRow(demand, rename), ...(dwelling === undefined ? {} : { dwelling: renamedRow(dwelling, rename) }), day };
}

function renamedRow({ facts, proved }: Row, rename: Rename): Row {
    return {
        facts: new Map([...facts].map(([name, value]) => [rename(name), renamedValue(value, rename)])),
        proved: new Set([...proved].map(rename)),
    };
}

function renamedValue(value: FactValue, rename: Rename): FactValue {
    if (value.kind !== 'events') return value;
    return { kind: 'events', events: value.events.map((event): EventRecord => event.map(([field, inside]) => [rename(field), inside])) };
}

/** A result with its names replaced, and its lists of names sorted again. */
export function renamedResult(result: unknown, rename: Rename): unknown {
    if (Array.isArray(result)) return result.map((item) => renamedResult(item, rename));
    if (typeof result !== 'object' || result === null) return result;
    return Object.fromEntries(
        Object.entries(result).map(([key, value]: [string, unknown]) => {
            if (typeof value === 'string' && (key === 'name' || key === 'scoring')) return [key, renamedPath(value, rename)];
            if (Array.isArray(value) && LISTS.has(key)) return [key, value.map((name) => renamedPath(String(name), rename)).sort()];
            return [key, renamedResult(value, rename)];
        }),
    );
}

const LISTS = new Set(['missing', 'exclusions', 'failed']);

/** `refus.adapté`, `logement.commune`: each part is a name, but the owner. */
function renamedPath(path: string, rename: Rename): string {
    const [first, second] = path.split('.');
    if (second === undefined) return rename(path);
    return first === 'logement' || first === 'candidature' ? `${first}.${rename(second)}` : `${rename(first ?? '')}.${rename(second)}`;
}
