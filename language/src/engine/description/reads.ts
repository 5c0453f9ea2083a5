import type { Expression } from '../../ir/expression.js';
import { partsOf } from '../../ir/expression-parts.js';
import type { Policy } from '../../ir/policy.js';
import type { Criterion, Scoring } from '../../ir/scoring.js';
import { criteriaIn } from '../../ir/scoring-parts.js';
import type { DerivedFact, Vocabulary } from '../../ir/vocabulary.js';
import { absurd } from '../../kit/absurd.js';

/** What an expression may read, through derived facts; names in the order of first reading. */
export interface Reads {
    readonly demand: ReadonlySet<string>;
    readonly dwelling: ReadonlySet<string>;
    readonly candidature: ReadonlySet<string>;
    readonly derived: ReadonlySet<string>;
    /** It only asks what is there: a fact that turns out `sans objet`, or stays missing, can make nothing true. */
    readonly positive: boolean;
}

interface Collector {
    readonly derivedFacts: DerivedFacts;
    readonly demand: Set<string>;
    readonly dwelling: Set<string>;
    readonly candidature: Set<string>;
    readonly derived: Set<string>;
    positive: boolean;
}

/** The facts that a vocabulary derives, by name. */
export type DerivedFacts = ReadonlyMap<string, DerivedFact>;

/** A policy and the facts that its vocabulary derives. */
export interface PolicyIndex {
    readonly policy: Policy;
    readonly derivedFacts: DerivedFacts;
}

/** Indexes a policy. */
export function indexOf({ policy }: Pick<PolicyIndex, 'policy'>): PolicyIndex {
    return { policy, derivedFacts: derivedFactsOf(policy.vocabulary) };
}

/** Of two derived facts of one name, the first. */
export function derivedFactsOf({ derived }: Vocabulary): DerivedFacts {
    const byName = new Map<string, DerivedFact>();
    for (const fact of derived) if (!byName.has(fact.name)) byName.set(fact.name, fact);
    return byName;
}

/** What these expressions may read, together. */
export function readsOf(derivedFacts: DerivedFacts, expressions: readonly (Expression | undefined)[]): Reads {
    const collector: Collector = { derivedFacts, demand: new Set(), dwelling: new Set(), candidature: new Set(), derived: new Set(), positive: true };
    for (const expression of expressions) if (expression !== undefined) collect(collector, expression);
    return collector;
}

/** Whether the outcome depends on the dwelling or the candidature (« letting-dependent »). */
export function readsLetting(reads: Reads): boolean {
    return reads.dwelling.size > 0 || reads.candidature.size > 0;
}

/** What a criterion may read: its condition and its points. */
export function readsOfCriterion(derivedFacts: DerivedFacts, { condition, points }: Criterion): Reads {
    switch (points.kind) {
        case 'flat':
            return readsOf(derivedFacts, [condition]);
        case 'rate':
            return readsOf(derivedFacts, [condition, points.quantity]);
        case 'appraised':
            return readsOf(derivedFacts, [condition, points.given]);
        case 'tiers': {
            const reads = readsOf(derivedFacts, [condition, points.subject]);
            return { ...reads, positive: reads.positive && points.tiers.every(({ test }) => test.kind !== 'not-applicable' && test.kind !== 'missing') };
        }
        default:
            return absurd(points);
    }
}

/** What a cotation may read: its scope, then its criteria one by one. */
export function readsOfScoring(derivedFacts: DerivedFacts, { scope, group }: Scoring): readonly Reads[] {
    return [readsOf(derivedFacts, [scope]), ...criteriaIn(group).map((criterion) => readsOfCriterion(derivedFacts, criterion))];
}

function collect(to: Collector, expression: Expression): void {
    switch (expression.kind) {
        case 'fact':
            return collectFact(to, expression.owner, expression.name);
        case 'derived':
            return collectDerived(to, expression.name);
        case 'count':
        case 'fold':
        case 'exists':
            to.demand.add(expression.source);
            break;
        case 'since':
        case 'elapsed':
            for (const { source } of expression.effects ?? []) to.demand.add(source);
            if (expression.effects !== undefined) to.positive = false;
            break;
        case 'not':
        case 'state':
        case 'choose':
        case 'select':
            to.positive = false;
            break;
        default:
    }
    for (const part of partsOf(expression)) collect(to, part);
}

function collectFact(to: Collector, owner: 'demande' | 'logement' | 'candidature' | 'event', name: string): void {
    if (owner === 'demande') to.demand.add(name);
    else if (owner === 'logement') to.dwelling.add(name);
    else if (owner === 'candidature') to.candidature.add(name);
}

function collectDerived(to: Collector, name: string): void {
    const fact = to.derivedFacts.get(name);
    if (fact === undefined || to.derived.has(name)) return;
    to.derived.add(name);
    if (fact.notApplicable !== undefined || fact.unknown !== undefined) to.positive = false;
    for (const expression of [fact.notApplicable, fact.unknown, fact.value]) if (expression !== undefined) collect(to, expression);
}
