import type { Policy } from '../../ir/policy.js';
import type { Tier } from '../../ir/expression.js';
import type { Criterion, Group, Points, Rubric, Scoring, TierPoints } from '../../ir/scoring.js';
import type { LiteralValue } from '../../ir/value.js';
import type { FactDeclaration, FactOwner } from '../../ir/value-type.js';
import type { DerivedFact, Enumeration, Parameter, Table } from '../../ir/vocabulary.js';
import { add, fromFraction, ONE, ZERO, type Rational } from '../../kit/exact-number.js';
import { criteriaOf, readsLetting, readsOf, readsOfCriterion, type DerivedFacts, type Reads } from './dependencies.js';
import { missingBecause, numberValue, type Known, type Missing } from './value.js';

/** A policy with its names indexed and its numbers parsed. Read it only through the engine. */
export interface LoadedPolicy {
    readonly policy: Policy;
    readonly facts: Readonly<Record<FactOwner, ReadonlyMap<string, LoadedFact>>>;
    readonly derived: ReadonlyMap<string, LoadedDerived>;
    readonly parameters: ReadonlyMap<string, Parameter>;
    readonly tables: ReadonlyMap<string, Table>;
    /** Rank of each value of an enumeration, from 0. */
    readonly ranks: ReadonlyMap<string, ReadonlyMap<string, number>>;
    readonly scorings: readonly LoadedScoring[];
    readonly criteria: readonly LoadedCriterion[];
    readonly derivedFacts: DerivedFacts;
    /** Literals already read, by the object that holds them. */
    readonly literals: WeakMap<LiteralValue, Known>;
}

export interface LoadedFact {
    readonly declaration: FactDeclaration;
    /** The fact, missing; and the fact of a dwelling or candidature that was not given. */
    readonly missing: Missing;
    readonly absent: Missing;
    readonly bounds?: { readonly low: Rational; readonly high: Rational };
    /** Of events: their fields, and those that date them. */
    readonly fields: ReadonlyMap<string, LoadedFact>;
    readonly dateField?: LoadedFact;
    readonly endField?: LoadedFact;
}

export interface LoadedDerived {
    readonly fact: DerivedFact;
    readonly reads: Reads;
    readonly letting: boolean;
}

export interface LoadedScoring {
    readonly scoring: Scoring;
    readonly index: number;
    readonly group: LoadedGroup;
    /** In the order written. */
    readonly criteria: readonly LoadedCriterion[];
    /** The scope reads the dwelling or the candidature. */
    readonly letting: boolean;
    /** By criterion, those that say `exclusif de critère` of it, in the order written. */
    readonly excluders: ReadonlyMap<LoadedCriterion, readonly LoadedCriterion[]>;
}

export interface LoadedGroup {
    readonly name: string;
    readonly at: Scoring['at'];
    readonly combination: Group['combination'];
    readonly items: readonly LoadedItem[];
    /** `majorée de 20 %` (`"1/5"`) multiplies by 6/5. */
    readonly increase?: { readonly factor: Rational; readonly direction: NonNullable<Group['increase']>['direction'] };
    readonly limits: Limits;
}

export type LoadedItem =
    { readonly kind: 'criterion'; readonly criterion: LoadedCriterion } | { readonly kind: 'rubric'; readonly rubric: Rubric; readonly group: LoadedGroup };

export interface Limits {
    readonly cap?: Rational;
    readonly floor?: Rational;
}

/**
 * The lines of a `selon` and the points of each; a line that is `à compléter` has none. The line `non renseigné : à compléter` is left
 * out: it says what holds without it.
 */
export interface PointsLines {
    readonly tiers: readonly Tier<TierPoints>[];
    readonly points: ReadonlyMap<Tier<TierPoints>, Rational>;
}

export interface LoadedCriterion {
    readonly criterion: Criterion;
    /** Its place among all criteria of the policy, and among those of its scoring, in the order written. */
    readonly index: number;
    readonly position: number;
    readonly reads: Reads;
    readonly letting: boolean;
    readonly limits: Limits;
    /** The points of `flat`, or of each unit of `rate`. */
    readonly each: Rational;
    readonly lines: PointsLines;
    /** Demand facts without whose proof a bonus is not verified, in the order read. */
    readonly proofFacts: readonly string[];
}

/**
 * Indexes a policy for the engine. Total: whatever the checker would refuse gives unknown values when evaluated, never an exception.
 * Of two facts, tables or criteria with one name the first is kept.
 */
export function loadPolicy(policy: Policy): LoadedPolicy {
    const { vocabulary } = policy;
    const facts = loadFacts(vocabulary.facts);
    const derivedFacts = byName(vocabulary.derived);
    const scorings = loadScorings(policy.scorings, derivedFacts, facts.demande);
    return {
        policy,
        facts,
        derived: new Map([...derivedFacts].map(([name, fact]) => [name, loadDerived(derivedFacts, fact)])),
        parameters: byName(vocabulary.parameters),
        tables: byName(vocabulary.tables),
        ranks: new Map(vocabulary.enumerations.map((enumeration) => [enumeration.name, ranksOf(enumeration)])),
        scorings,
        criteria: scorings.flatMap((scoring) => scoring.criteria),
        derivedFacts,
        literals: new WeakMap(),
    };
}

/** The value of a literal; a number that is not written as the IR wants is 0, which no lowering writes. */
export function literalValue(loaded: LoadedPolicy, literal: LiteralValue): Known {
    const known = loaded.literals.get(literal);
    if (known !== undefined) return known;
    const value = literal.kind === 'number' ? numberValue(exact(literal.value)) : literal;
    loaded.literals.set(literal, value);
    return value;
}

/** A fraction of the IR. */
export function exact(fraction: string): Rational {
    return fromFraction(fraction) ?? ZERO;
}

/** A fact as the engine needs it. `qualifier` is what its name is shown after: `logement.`, `refus.`. */
export function loadFact(declaration: FactDeclaration, qualifier: string): LoadedFact {
    const shown = qualifier + declaration.name;
    const fields = declaration.type.kind === 'events' ? declaration.type.fields.map((field) => loadFact(field, `${shown}.`)) : [];
    return {
        declaration,
        missing: missingBecause({ facts: [shown], absent: [] }),
        absent: missingBecause({ facts: [], absent: [shown] }),
        ...(declaration.bounds === undefined ? {} : { bounds: { low: exact(declaration.bounds.low), high: exact(declaration.bounds.high) } }),
        fields: new Map(fields.map((field) => [field.declaration.name, field])),
        dateField: fields.find((field) => field.declaration.role === 'date'),
        endField: fields.find((field) => field.declaration.role === 'fin'),
    };
}

/** What a fact's name is shown after. */
export function qualifierOf(owner: FactOwner): string {
    return owner === 'demande' ? '' : `${owner}.`;
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

function loadScorings(scorings: readonly Scoring[], derivedFacts: DerivedFacts, facts: ReadonlyMap<string, LoadedFact>): readonly LoadedScoring[] {
    let next = 0;
    return scorings.map((scoring, index) => {
        const criteria = criteriaOf(scoring.group.items).map((criterion, position) =>
            loadCriterion(criterion, { index: next++, position }, { derivedFacts, facts }),
        );
        const loadedOf = new Map(criteria.map((loaded) => [loaded.criterion, loaded]));
        return {
            scoring,
            index,
            criteria,
            letting: readsLetting(readsOf(derivedFacts, [scoring.scope])),
            group: loadGroup(scoring, scoring.group, loadedOf),
            excluders: excludersOf(criteria),
        };
    });
}

interface CriterionSurroundings {
    readonly derivedFacts: DerivedFacts;
    /** Those of the demand. */
    readonly facts: ReadonlyMap<string, LoadedFact>;
}

function loadCriterion(
    criterion: Criterion,
    place: Pick<LoadedCriterion, 'index' | 'position'>,
    { derivedFacts, facts }: CriterionSurroundings,
): LoadedCriterion {
    const reads = readsOfCriterion(derivedFacts, criterion);
    const { points } = criterion;
    return {
        criterion,
        ...place,
        reads,
        letting: readsLetting(reads),
        limits: limitsOf(criterion),
        each: points.kind === 'tiers' ? ZERO : exact(points.points),
        lines: linesOf(points),
        proofFacts: [...reads.demand].filter((name) => asksProof(facts.get(name)?.declaration, criterion.proof)),
    };
}

function linesOf(points: Points): PointsLines {
    if (points.kind !== 'tiers') return { tiers: [], points: new Map() };
    const tiers = points.tiers.filter(({ test, outcome }) => test.kind !== 'missing' || outcome.kind !== 'incomplete');
    return { tiers, points: new Map(tiers.flatMap((tier) => (tier.outcome.kind === 'points' ? [[tier, exact(tier.outcome.points)]] : []))) };
}

/** The date on which a demand was made is recorded by the system, not declared: it asks no proof of a criterion that wants one. */
function asksProof(declaration: FactDeclaration | undefined, asked: boolean): boolean {
    return declaration?.proof === true || (asked && declaration?.role !== 'dépôt');
}

function loadGroup(owner: { readonly name: string; readonly at: Scoring['at'] }, group: Group, loadedOf: ReadonlyMap<Criterion, LoadedCriterion>): LoadedGroup {
    const items = group.items.flatMap((item): readonly LoadedItem[] => {
        if (item.kind === 'rubric') return [{ kind: 'rubric', rubric: item, group: loadGroup(item, item.group, loadedOf) }];
        const criterion = loadedOf.get(item);
        return criterion === undefined ? [] : [{ kind: 'criterion', criterion }];
    });
    const { increase, combination } = group;
    return {
        name: owner.name,
        at: owner.at,
        combination,
        items,
        ...(increase === undefined ? {} : { increase: { factor: add(ONE, exact(increase.percent)), direction: increase.direction } }),
        limits: limitsOf(group),
    };
}

function limitsOf({ cap, floor }: { readonly cap?: string; readonly floor?: string }): Limits {
    return { ...(cap === undefined ? {} : { cap: exact(cap) }), ...(floor === undefined ? {} : { floor: exact(floor) }) };
}

function excludersOf(criteria: readonly LoadedCriterion[]): LoadedScoring['excluders'] {
    const excluders = new Map<LoadedCriterion, LoadedCriterion[]>();
    for (const excluded of criteria) {
        const found = criteria.filter((other) => other !== excluded && other.criterion.exclusive.includes(excluded.criterion.name));
        if (found.length > 0) excluders.set(excluded, found);
    }
    return excluders;
}

function ranksOf(enumeration: Enumeration): ReadonlyMap<string, number> {
    return new Map(enumeration.values.map((value, rank) => [value.name, rank]));
}

function byName<Item extends { readonly name: string }>(items: readonly Item[]): Map<string, Item> {
    const map = new Map<string, Item>();
    for (const item of items) if (!map.has(item.name)) map.set(item.name, item);
    return map;
}
