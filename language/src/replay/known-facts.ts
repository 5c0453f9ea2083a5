import type { FactReader } from '../columns/facts.js';
import type { LoadedPolicy } from '../engine/index.js';
import type { FactValue } from '../ir/value.js';
import type { FactsRead } from './policy-reads.js';

/** Which demands and dwellings have every fact that a policy's ranks read. */
export interface KnownFacts {
    readonly reads: FactsRead;
    /** The fields of the events that a demand may list, by fact. */
    readonly eventFields: ReadonlyMap<string, readonly string[]>;
    /** By row, and by class of dwellings: what was found so far. */
    readonly demands: Map<number, boolean>;
    readonly dwellings: Map<number, boolean>;
}

/** Nothing found yet. */
export function knownFacts({ policy }: LoadedPolicy, reads: FactsRead): KnownFacts {
    const eventFields = policy.vocabulary.facts.flatMap(({ name, owner, type }): readonly (readonly [string, readonly string[]])[] =>
        owner === 'demande' && type.kind === 'events' ? [[name, type.fields.map((field) => field.name)]] : [],
    );
    return { reads, eventFields: new Map(eventFields), demands: new Map(), dwellings: new Map() };
}

/** Whether no fact of a demand that the ranks read is missing, nor any field of its events. */
export function isDemandKnown({ reads, eventFields, demands }: KnownFacts, row: number, { fact }: FactReader): boolean {
    const kept = demands.get(row);
    if (kept !== undefined) return kept;
    const known = reads.demand.every((name) => isKnown(fact(name), eventFields.get(name) ?? []));
    demands.set(row, known);
    return known;
}

/** Whether no fact of a class of dwellings that the ranks read is missing. */
export function isDwellingKnown({ reads, dwellings }: KnownFacts, place: number, { fact }: FactReader): boolean {
    const kept = dwellings.get(place);
    if (kept !== undefined) return kept;
    const known = reads.dwelling.every((name) => isKnown(fact(name), []));
    dwellings.set(place, known);
    return known;
}

function isKnown(value: FactValue, fields: readonly string[]): boolean {
    if (value.kind !== 'events') return value.kind !== 'missing';
    return value.events.every((event) => fields.every((field) => event.some(([name, carried]) => name === field && carried.kind !== 'missing')));
}
