import type { FactReader } from '../../../columns/facts.js';
import type { FactValue } from '../../../ir/value.js';
import type { DwellingRows } from '../../backend/policy-backend.js';
import type { FactsRead } from '../../description/facts-read.js';
import { isAllowed } from '../expressions/read-fact.js';
import type { LoadedFact } from '../policy/loaded-fact.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';

/** Some facts, and which demands and dwellings have all of them. */
export interface KnownFacts {
    readonly loaded: LoadedPolicy;
    readonly demand: readonly LoadedFact[];
    readonly dwelling: readonly LoadedFact[];
    /** By row, the version of its facts and what was found of it; by class of dwellings: what was found so far. */
    readonly demands: Map<number, { readonly version: number; readonly known: boolean }>;
    readonly dwellings: Map<number, boolean>;
}

/** Nothing found yet. Names that the vocabulary does not declare are left aside: they are missing for ever. */
export function knownFacts(loaded: LoadedPolicy, { demand, dwelling }: Pick<FactsRead, 'demand' | 'dwelling'>): KnownFacts {
    const { demande, logement } = loaded.facts;
    return {
        loaded,
        demand: demand.flatMap((name) => demande.get(name) ?? []),
        dwelling: dwelling.flatMap((name) => logement.get(name) ?? []),
        demands: new Map(),
        dwellings: new Map(),
    };
}

/** A row, and which of its facts are read: those of a version. */
export interface RowVersion {
    readonly row: number;
    readonly version: number;
    readonly reader: FactReader;
}

/** Whether none of the facts of a demand is missing, nor any field of its events. */
export function isDemandKnown(facts: KnownFacts, { row, version, reader }: RowVersion): boolean {
    const kept = facts.demands.get(row);
    if (kept?.version === version) return kept.known;
    const known = areKnown(facts, facts.demand, reader);
    facts.demands.set(row, { version, known });
    return known;
}

/** Whether none of the facts of a dwelling is missing; `place` is its class. */
export function isDwellingKnown(facts: KnownFacts, place: number, reader: FactReader): boolean {
    const kept = facts.dwellings.get(place);
    if (kept !== undefined) return kept;
    const known = areKnown(facts, facts.dwelling, reader);
    facts.dwellings.set(place, known);
    return known;
}

const EVERY_DWELLING = -1;

/** Whether none of the facts of any dwelling is missing. */
export function areDwellingsKnown(facts: KnownFacts, { count, reader, classes }: DwellingRows): boolean {
    const kept = facts.dwellings.get(EVERY_DWELLING);
    if (kept !== undefined) return kept;
    const { classOf } = classes(facts.dwelling.map(({ declaration }) => declaration.name));
    let known = true;
    for (let dwelling = 0; known && dwelling < count; dwelling += 1) known = isDwellingKnown(facts, classOf[dwelling]!, reader(dwelling));
    facts.dwellings.set(EVERY_DWELLING, known);
    return known;
}

function areKnown({ loaded }: KnownFacts, declared: readonly LoadedFact[], reader: FactReader): boolean {
    return declared.every((fact) => isKnown(loaded, fact, reader.fact(fact.declaration.name)));
}

/** A value that its declaration does not allow is missing for the engine. */
function isKnown(loaded: LoadedPolicy, fact: LoadedFact, value: FactValue): boolean {
    if (value.kind === 'missing') return false;
    if (value.kind !== 'events') return isAllowed(loaded, fact, value);
    return value.events.every((event) =>
        [...fact.fields].every(([name, field]) => isKnown(loaded, field, event.find(([written]) => written === name)?.[1] ?? MISSING)),
    );
}

const MISSING: FactValue = { kind: 'missing' };
