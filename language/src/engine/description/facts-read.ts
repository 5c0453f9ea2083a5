import type { Expression } from '../../ir/expression.js';
import { readsNote, visitExpression } from '../../ir/expression-parts.js';
import type { Ranking } from '../../ir/policy.js';
import { sortedTexts } from '../../kit/text-order.js';
import { readsOf, readsOfScoring, type PolicyIndex, type Reads } from './reads.js';

/** The facts that a part of a policy reads, through derived facts; names sorted. */
export interface FactsRead {
    readonly demand: readonly string[];
    readonly dwelling: readonly string[];
    readonly candidature: readonly string[];
}

/** All that the rules of a policy read of a demand, to rank, admit or suit: facts, and derived facts by which they are read. */
export interface RulesRead {
    readonly facts: ReadonlySet<string>;
    readonly derived: ReadonlySet<string>;
}

/** What some expressions read, together. */
export function factsReadBy({ policy, derivedFacts }: PolicyIndex, expressions: readonly (Expression | undefined)[]): FactsRead {
    const ofNotes = expressions.some((expression) => expression !== undefined && readsNote(expression));
    const scored = ofNotes ? policy.scorings.flatMap((scoring) => readsOfScoring(derivedFacts, scoring)) : [];
    return factsRead([readsOf(derivedFacts, expressions), ...scored]);
}

/** The tables that an expression looks up, through derived facts. */
export function tablesRead({ policy, derivedFacts }: PolicyIndex, expression: Expression): readonly string[] {
    const looked = new Set<string>();
    const visit = (part: Expression): void => void (part.kind === 'lookup' && looked.add(part.table));
    visitExpression(expression, visit);
    for (const name of readsOf(derivedFacts, [expression]).derived) {
        const fact = derivedFacts.get(name);
        for (const part of [fact?.notApplicable, fact?.unknown, fact?.value]) if (part !== undefined) visitExpression(part, visit);
    }
    return policy.vocabulary.tables.map(({ name }) => name).filter((name) => looked.has(name));
}

/** What the notes and the keys of the ranking read: all that a demand's rank depends on. */
export function readsOfRank(index: PolicyIndex): FactsRead {
    const { derivedFacts, policy } = index;
    return factsRead([...policy.scorings.flatMap((scoring) => readsOfScoring(derivedFacts, scoring)), readsOfKeys(index)]);
}

/** What the keys of the ranking read, the note apart. */
export function readsOfOtherKeys(index: PolicyIndex): FactsRead {
    return factsRead([readsOfKeys(index)]);
}

/** What the cotations, the ranking, what is treated apart, the exclusions and the adequacies read of a demand. */
export function rulesRead(index: PolicyIndex): RulesRead {
    const { policy, derivedFacts } = index;
    const conditions = [...(policy.unscored ?? []), ...policy.exclusions, ...policy.adequacies].map(({ condition }) => condition);
    const reads = [...policy.scorings.flatMap((scoring) => readsOfScoring(derivedFacts, scoring)), readsOfKeys(index), readsOf(derivedFacts, conditions)];
    return { facts: new Set(reads.flatMap(({ demand }) => [...demand])), derived: new Set(reads.flatMap(({ derived }) => [...derived])) };
}

function readsOfKeys({ derivedFacts, policy }: PolicyIndex): Reads {
    return readsOf(derivedFacts, policy.ranking?.keys.flatMap(expressionsOfKey) ?? []);
}

function expressionsOfKey(key: Ranking['keys'][number]): readonly Expression[] {
    if (key.kind === 'category') return key.conditions;
    return key.kind === 'fact' ? [key.value] : [];
}

function factsRead(reads: readonly Reads[]): FactsRead {
    const named = (owner: 'demand' | 'dwelling' | 'candidature'): readonly string[] => sortedTexts(new Set(reads.flatMap((read) => [...read[owner]])));
    return { demand: named('demand'), dwelling: named('dwelling'), candidature: named('candidature') };
}
