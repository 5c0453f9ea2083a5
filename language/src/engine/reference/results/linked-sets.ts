import { absurd } from '../../../kit/absurd.js';
import type { Subject } from '../../subject.js';
import { readerOf } from '../expressions/read-fact.js';
import { qualifierOf, type LoadedFact } from '../policy/loaded-fact.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import type { LoadedCriterion, LoadedScoring } from '../policy/loaded-scoring.js';

/**
 * Criteria that must be bounded together: they read a common missing fact, through derived facts too, or one that does sets another
 * aside or is set aside by it (language.md, meaning 2). `facts` are the missing ones that they read, in the order of declaration.
 */
export interface LinkedSet {
    readonly criteria: readonly LoadedCriterion[];
    readonly facts: readonly LoadedFact[];
    /** Of the criteria. */
    readonly positions: ReadonlySet<number>;
    /** Some criterion reads the dwelling or the candidature. */
    readonly letting: boolean;
}

/**
 * The linked sets of a scoring for a subject. Criteria that read no missing fact, nor exclude any that does, are in none. They depend on
 * nothing but which facts are missing: subjects that lack the same ones are given the same array.
 */
export function linkedSets(loaded: LoadedPolicy, subject: Subject, scoring: LoadedScoring): readonly LinkedSet[] {
    const known: KnownSets = KNOWN.get(scoring) ?? { facts: factsRead(loaded, scoring), sets: new Map() };
    KNOWN.set(scoring, known);
    const missing = known.facts.filter((fact) => readerOf(subject, fact.declaration)?.fact(fact.declaration.name).kind === 'missing');
    const pattern = missing.map(shownName).join(' ');
    const sets = known.sets.get(pattern) ?? setsOf(loaded, scoring, new Set(missing));
    if (known.sets.size >= MOST_PATTERNS) known.sets.clear();
    known.sets.set(pattern, sets);
    return sets;
}

interface KnownSets {
    /** Read by some criterion, in the order of declaration. */
    readonly facts: readonly LoadedFact[];
    /** By the names of the missing facts. */
    readonly sets: Map<string, readonly LinkedSet[]>;
}

const KNOWN = new WeakMap<LoadedScoring, KnownSets>();

/** Kept at most: demands lack the same few facts, whatever their number. */
const MOST_PATTERNS = 4096;

function factsRead(loaded: LoadedPolicy, { criteria }: LoadedScoring): readonly LoadedFact[] {
    return declarationOrder(loaded).filter((fact) => criteria.some((criterion) => readsFact(criterion, fact)));
}

function setsOf(loaded: LoadedPolicy, scoring: LoadedScoring, missing: ReadonlySet<LoadedFact>): readonly LinkedSet[] {
    const read = new Map(scoring.criteria.map((criterion) => [criterion, [...missing].filter((fact) => readsFact(criterion, fact))]));
    const linked = (a: LoadedCriterion, b: LoadedCriterion): boolean => shareFact(read, a, b) || isExcluder(scoring, a, b) || isExcluder(scoring, b, a);
    const left = new Set(scoring.criteria);
    const order = declarationOrder(loaded);
    const sets: LinkedSet[] = [];
    for (const seed of scoring.criteria) {
        if (!left.has(seed) || (read.get(seed) ?? []).length === 0) continue;
        const members = flood(seed, left, linked);
        const facts = new Set(members.flatMap((member) => read.get(member) ?? []));
        sets.push({
            criteria: members,
            facts: order.filter((fact) => facts.has(fact)),
            positions: new Set(members.map(({ position }) => position)),
            letting: members.some(({ letting }) => letting),
        });
    }
    return sets;
}

/** Everything reached from an item by links, taken out of `left`. */
function flood<Item>(seed: Item, left: Set<Item>, linked: (a: Item, b: Item) => boolean): readonly Item[] {
    const reached = [seed];
    left.delete(seed);
    for (const item of reached) {
        for (const other of [...left]) {
            if (!linked(item, other)) continue;
            left.delete(other);
            reached.push(other);
        }
    }
    return reached;
}

type FactsRead = ReadonlyMap<LoadedCriterion, readonly LoadedFact[]>;

function shareFact(read: FactsRead, a: LoadedCriterion, b: LoadedCriterion): boolean {
    const facts = read.get(b) ?? [];
    return (read.get(a) ?? []).some((fact) => facts.includes(fact));
}

function isExcluder({ excluders }: LoadedScoring, excluded: LoadedCriterion, by: LoadedCriterion): boolean {
    return excluders.get(excluded)?.includes(by) ?? false;
}

function readsFact({ reads }: LoadedCriterion, { declaration: { owner, name } }: LoadedFact): boolean {
    switch (owner) {
        case 'demande':
            return reads.demand.has(name);
        case 'logement':
            return reads.dwelling.has(name);
        case 'candidature':
            return reads.candidature.has(name);
        default:
            return absurd(owner);
    }
}

function declarationOrder({ facts }: LoadedPolicy): readonly LoadedFact[] {
    return [...facts.demande.values(), ...facts.logement.values(), ...facts.candidature.values()];
}

/** The name that a gap gives to a fact. */
export function shownName({ declaration }: LoadedFact): string {
    return qualifierOf(declaration.owner) + declaration.name;
}
