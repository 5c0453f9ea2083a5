import type { Criterion, Group, Points, Scoring, SetNumber } from '../../../ir/scoring.js';
import { criteriaIn, numberSet } from '../../../ir/scoring-parts.js';
import type { FactDeclaration } from '../../../ir/value-type.js';
import { add, ONE, ZERO, type Rational } from '../../../kit/exact-number.js';
import { readsLetting, readsOf, readsOfCriterion, type DerivedFacts } from '../../description/reads.js';
import { exact } from '../values/exact.js';
import type { LoadedFact } from './loaded-fact.js';
import type { Limits, LoadedCriterion, LoadedGroup, LoadedItem, LoadedScoring, PointsLines } from './loaded-scoring.js';

/** The cotations of a policy; `facts` are those of the demand. */
export function loadScorings(scorings: readonly Scoring[], surroundings: Surroundings): readonly LoadedScoring[] {
    const { derivedFacts } = surroundings;
    let next = 0;
    return scorings.map((scoring, index) => {
        const criteria = criteriaIn(scoring.group).map((criterion, position) => loadCriterion(criterion, { index: next++, position }, surroundings));
        const loadedOf = new Map(criteria.map((loaded) => [loaded.criterion, loaded]));
        const excluders = excludersOf(criteria);
        return {
            scoring,
            index,
            criteria,
            lettingCriteria: criteria.filter((criterion) => criterion.letting),
            letting: readsLetting(readsOf(derivedFacts, [scoring.scope])),
            group: loadGroup(scoring, scoring.group, loadedOf),
            excluders,
            lettingExclusions: [...excluders].some(([excluded, by]) => [excluded, ...by].some((criterion) => criterion.letting)),
            promises: promisesOne(scoring.group),
        };
    });
}

export interface Surroundings {
    readonly derivedFacts: DerivedFacts;
    readonly facts: ReadonlyMap<string, LoadedFact>;
    readonly proofs: 'asked' | 'not-asked';
}

function loadCriterion(
    criterion: Criterion,
    place: Pick<LoadedCriterion, 'index' | 'position'>,
    { derivedFacts, facts, proofs }: Surroundings,
): LoadedCriterion {
    const reads = readsOfCriterion(derivedFacts, criterion);
    const { points } = criterion;
    return {
        criterion,
        ...place,
        reads,
        letting: readsLetting(reads),
        limits: limitsOf(criterion),
        each: points.kind === 'flat' || points.kind === 'rate' ? exactSet(points.points) : ZERO,
        lines: linesOf(points),
        proofFacts: proofs === 'asked' ? [...reads.demand].filter((name) => asksProof(facts.get(name)?.declaration, criterion.proof)) : [],
    };
}

function linesOf(points: Points): PointsLines {
    if (points.kind !== 'tiers') return { tiers: [], points: new Map() };
    const tiers = points.tiers.filter(({ test, outcome }) => test.kind !== 'missing' || outcome.kind !== 'incomplete');
    return { tiers, points: new Map(tiers.flatMap((tier) => (tier.outcome.kind === 'points' ? [[tier, exactSet(tier.outcome.points)]] : []))) };
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
        ...(increase === undefined ? {} : { increase: { factor: add(ONE, exactSet(increase.percent)), direction: increase.direction } }),
        limits: limitsOf(group),
        letting: items.some((item) => (item.kind === 'rubric' ? item.group.letting : item.criterion.letting)),
    };
}

function promisesOne({ combination, items }: Group): boolean {
    return combination === 'un seul' || items.some((item) => item.kind === 'rubric' && promisesOne(item.group));
}

function limitsOf({ cap, floor }: Pick<Group, 'cap' | 'floor'>): Limits {
    return { ...(cap === undefined ? {} : { cap: exactSet(cap) }), ...(floor === undefined ? {} : { floor: exactSet(floor) }) };
}

/** `withoutDrafts` has left nothing to be set. */
function exactSet(number: SetNumber): Rational {
    return exact(numberSet(number) ?? '0');
}

function excludersOf(criteria: readonly LoadedCriterion[]): LoadedScoring['excluders'] {
    const excluders = new Map<LoadedCriterion, LoadedCriterion[]>();
    for (const excluded of criteria) {
        const found = criteria.filter((other) => other !== excluded && other.criterion.exclusive.includes(excluded.criterion.name));
        if (found.length > 0) excluders.set(excluded, found);
    }
    return excluders;
}
