import type { LoadedPolicy } from '../../engine/index.js';
import { criteriaOf, readsOf, readsOfCriterion, type Reads } from '../../engine/reference/policy/dependencies.js';
import type { Expression } from '../../ir/expression.js';
import type { Ranking } from '../../ir/policy.js';
import { someNode } from './policy-nodes.js';
import { sortedTexts } from '../../kit/text-order.js';

/** The facts that a part of a policy reads, through derived facts; names sorted. */
export interface FactsRead {
    readonly demand: readonly string[];
    readonly dwelling: readonly string[];
    readonly candidature: readonly string[];
}

/** What a condition reads. */
export function readsOfCondition({ derivedFacts }: LoadedPolicy, condition: Expression): FactsRead {
    return factsRead([readsOf(derivedFacts, [condition])]);
}

/** The tables that a condition looks up, through derived facts. */
export function tablesRead({ policy, derivedFacts }: LoadedPolicy, condition: Expression): readonly string[] {
    const { derived } = readsOf(derivedFacts, [condition]);
    const parts = [condition, ...[...derived].map((name) => derivedFacts.get(name))];
    return policy.vocabulary.tables.map(({ name }) => name).filter((name) => someNode(parts, ({ kind, table }) => kind === 'lookup' && table === name));
}

/** What the notes and the keys of the ranking read: all that a demand's rank depends on. */
export function readsOfRank({ derivedFacts, policy }: LoadedPolicy): FactsRead {
    const scorings = policy.scorings.flatMap(({ scope, group }) => [
        readsOf(derivedFacts, [scope]),
        ...criteriaOf(group.items).map((criterion) => readsOfCriterion(derivedFacts, criterion)),
    ]);
    return factsRead([...scorings, readsOf(derivedFacts, policy.ranking?.keys.flatMap(expressionsOf) ?? [])]);
}

/** What the keys of the ranking read, the note apart. */
export function readsOfOtherKeys({ derivedFacts, policy }: LoadedPolicy): FactsRead {
    return factsRead([readsOf(derivedFacts, policy.ranking?.keys.flatMap(expressionsOf) ?? [])]);
}

function expressionsOf(key: Ranking['keys'][number]): readonly Expression[] {
    if (key.kind === 'category') return key.conditions;
    return key.kind === 'fact' ? [key.value] : [];
}

/** All that the rules of some policies read of a demand, to rank, admit or suit: facts, derived facts by which they are read, seniority. */
export interface RulesRead {
    readonly facts: ReadonlySet<string>;
    readonly derived: ReadonlySet<string>;
    readonly seniority: boolean;
}

export function rulesRead(policies: readonly LoadedPolicy[]): RulesRead {
    const reads = policies.flatMap(({ policy, derivedFacts }) => [
        ...policy.scorings.flatMap(({ scope, group }) => [
            readsOf(derivedFacts, [scope]),
            ...criteriaOf(group.items).map((criterion) => readsOfCriterion(derivedFacts, criterion)),
        ]),
        readsOf(derivedFacts, policy.ranking?.keys.flatMap(expressionsOf) ?? []),
        readsOf(
            derivedFacts,
            [...policy.exclusions, ...policy.adequacies].map(({ condition }) => condition),
        ),
    ]);
    const facts = new Set(reads.flatMap(({ demand }) => [...demand]));
    const filed = policies.flatMap(({ policy }) => policy.vocabulary.facts.filter(({ role }) => role === 'dépôt'));
    return { facts, derived: new Set(reads.flatMap(({ derived }) => [...derived])), seniority: filed.some(({ name }) => facts.has(name)) };
}

function factsRead(reads: readonly Reads[]): FactsRead {
    const named = (owner: 'demand' | 'dwelling' | 'candidature'): readonly string[] => sortedTexts(new Set(reads.flatMap((read) => [...read[owner]])));
    return { demand: named('demand'), dwelling: named('dwelling'), candidature: named('candidature') };
}
