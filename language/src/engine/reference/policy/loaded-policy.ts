import type { Policy, Unscored } from '../../../ir/policy.js';
import type { LiteralValue } from '../../../ir/value.js';
import type { FactDeclaration, FactOwner } from '../../../ir/value-type.js';
import type { DerivedFact, Enumeration, Parameter, Table } from '../../../ir/vocabulary.js';
import { LOADED, type Program } from '../../program.js';
import { countingRefusals } from './count-refusals.js';
import { derivedFactsOf, readsLetting, readsOf, type DerivedFacts, type Reads } from '../../description/reads.js';
import { exact } from '../values/exact.js';
import { loadScorings } from './load-scoring.js';
import { loadFact, qualifierOf, type LoadedFact } from './loaded-fact.js';
import type { LoadedScoring } from './loaded-scoring.js';
import { withoutDrafts } from './without-drafts.js';
import { numberValue, type Known } from '../values/value.js';

/** A program's inside: names indexed, numbers parsed, seniority as refusals leave it. */
export interface LoadedPolicy extends Program {
    readonly facts: Readonly<Record<FactOwner, ReadonlyMap<string, LoadedFact>>>;
    readonly derived: ReadonlyMap<string, LoadedDerived>;
    readonly parameters: ReadonlyMap<string, Parameter>;
    readonly tables: ReadonlyMap<string, Table>;
    /** Rank of each value of an enumeration, from 0. */
    readonly ranks: ReadonlyMap<string, ReadonlyMap<string, number>>;
    readonly scorings: readonly LoadedScoring[];
    /** Demands treated apart; none where only the notes that scored demands would have are asked. */
    readonly unscored: readonly Unscored[];
    readonly derivedFacts: DerivedFacts;
    /** Literals already read, by the object that holds them. */
    readonly literals: WeakMap<LiteralValue, Known>;
}

/** A derived fact and what it reads. */
export interface LoadedDerived {
    readonly fact: DerivedFact;
    readonly reads: Reads;
    readonly letting: boolean;
}

/**
 * Indexes a policy for the engine. Total: whatever the checker would refuse gives unknown values when evaluated, never an exception.
 * Of two facts, tables or criteria with one name the first is kept.
 */
export function loadPolicy(written: Policy): LoadedPolicy {
    const policy = countingRefusals(written);
    const { vocabulary } = policy;
    const facts = loadFacts(vocabulary.facts);
    const derivedFacts = derivedFactsOf(vocabulary);
    return {
        [LOADED]: true,
        policy,
        facts,
        derived: new Map([...derivedFacts].map(([name, fact]) => [name, loadDerived(derivedFacts, fact)])),
        parameters: byName(vocabulary.parameters),
        tables: byName(vocabulary.tables),
        ranks: new Map(vocabulary.enumerations.map((enumeration) => [enumeration.name, ranksOf(enumeration)])),
        scorings: loadScorings(withoutDrafts(policy).scorings, { derivedFacts, facts: facts.demande, proofs: 'asked' }),
        unscored: policy.unscored ?? [],
        derivedFacts,
        literals: new WeakMap(),
    };
}

/** The inside of a program: `loadPolicy` makes them all. */
export function loadedOf(program: Program): LoadedPolicy {
    return program as LoadedPolicy;
}

/** The same policy with no proof asked: its declared notes are those of the policy, found sooner; its verified notes mean nothing. */
export function withoutProofs(loaded: LoadedPolicy): LoadedPolicy {
    const { policy, derivedFacts, facts } = loaded;
    return { ...loaded, scorings: loadScorings(withoutDrafts(policy).scorings, { derivedFacts, facts: facts.demande, proofs: 'not-asked' }) };
}

/** The same policy as if no demand were treated apart: filters tell these, ranks are of the others. */
export function scoringAll(loaded: LoadedPolicy): LoadedPolicy {
    if (loaded.unscored.length === 0) return loaded;
    const known = SCORING_ALL.get(loaded) ?? { ...loaded, unscored: [] };
    SCORING_ALL.set(loaded, known);
    return known;
}

const SCORING_ALL = new WeakMap<LoadedPolicy, LoadedPolicy>();

/** The value of a literal. */
export function literalValue(loaded: LoadedPolicy, literal: LiteralValue): Known {
    const known = loaded.literals.get(literal);
    if (known !== undefined) return known;
    const value = literal.kind === 'number' ? numberValue(exact(literal.value)) : literal;
    loaded.literals.set(literal, value);
    return value;
}

function loadFacts(declarations: readonly FactDeclaration[]): LoadedPolicy['facts'] {
    const facts: Record<FactOwner, Map<string, LoadedFact>> = { demande: new Map(), logement: new Map(), candidature: new Map() };
    for (const declaration of declarations) {
        const owned = facts[declaration.owner];
        if (!owned.has(declaration.name)) owned.set(declaration.name, loadFact(declaration, qualifierOf(declaration.owner)));
    }
    return facts;
}

function loadDerived(derivedFacts: DerivedFacts, fact: DerivedFact): LoadedDerived {
    const reads = readsOf(derivedFacts, [fact.notApplicable, fact.unknown, fact.value]);
    return { fact, reads, letting: readsLetting(reads) };
}

function ranksOf(enumeration: Enumeration): ReadonlyMap<string, number> {
    return new Map(enumeration.values.map((value, rank) => [value.name, rank]));
}

function byName<Item extends { readonly name: string }>(items: readonly Item[]): Map<string, Item> {
    const map = new Map<string, Item>();
    for (const item of items) if (!map.has(item.name)) map.set(item.name, item);
    return map;
}
