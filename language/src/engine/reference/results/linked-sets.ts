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
}

/** The linked sets of a scoring for a subject. Criteria that read no missing fact, nor exclude any that does, are in none. */
export function linkedSets(loaded: LoadedPolicy, subject: Subject, scoring: LoadedScoring): readonly LinkedSet[] {
    const read = new Map(scoring.criteria.map((criterion) => [criterion, missingFacts(loaded, subject, criterion)]));
    const linked = (a: LoadedCriterion, b: LoadedCriterion): boolean => shareFact(read, a, b) || isExcluder(scoring, a, b) || isExcluder(scoring, b, a);
    const left = new Set(scoring.criteria);
    const order = declarationOrder(loaded);
    const sets: LinkedSet[] = [];
    for (const seed of scoring.criteria) {
        if (!left.has(seed) || (read.get(seed) ?? []).length === 0) continue;
        const members = flood(seed, left, linked);
        const facts = new Set(members.flatMap((member) => read.get(member) ?? []));
        sets.push({ criteria: members, facts: order.filter((fact) => facts.has(fact)) });
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

function missingFacts(loaded: LoadedPolicy, subject: Subject, { reads }: LoadedCriterion): readonly LoadedFact[] {
    const owners = [
        ['demande', reads.demand],
        ['logement', reads.dwelling],
        ['candidature', reads.candidature],
    ] as const;
    return owners.flatMap(([owner, names]) => {
        const reader = readerOf(subject, { owner });
        const missing = reader === undefined ? [] : [...names].filter((name) => reader.fact(name).kind === 'missing');
        return missing.flatMap((name) => loaded.facts[owner].get(name) ?? []);
    });
}

function declarationOrder({ facts }: LoadedPolicy): readonly LoadedFact[] {
    return [...facts.demande.values(), ...facts.logement.values(), ...facts.candidature.values()];
}

/** The name that a gap gives to a fact. */
export function shownName({ declaration }: LoadedFact): string {
    return qualifierOf(declaration.owner) + declaration.name;
}
