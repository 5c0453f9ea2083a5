import { readsNote } from '../../../ir/expression-parts.js';
import type { Policy } from '../../../ir/policy.js';
import { readsOf, readsOfScoring, type Reads } from '../../description/reads.js';
import type { LoadedPolicy } from './loaded-policy.js';

/**
 * The dwelling facts, sorted, that each part of the policy reads, through derived facts: two dwellings with the same values of these
 * facts have the same note, the same adequacy, the same exclusions for a demand on a day.
 */
export function dwellingFactsRead(loaded: LoadedPolicy): {
    readonly scoring: readonly string[];
    readonly adequacies: readonly string[];
    readonly exclusions: readonly string[];
} {
    const { policy, derivedFacts } = loaded;
    const sorted = (...reads: readonly Reads[]): readonly string[] => [...new Set(reads.flatMap((read) => [...read.dwelling]))].sort();
    const scoring = policy.scorings.flatMap((each) => readsOfScoring(derivedFacts, each));
    const conditions = (parts: Policy['exclusions'] | Policy['adequacies']): readonly Reads[] => [
        readsOf(
            derivedFacts,
            parts.map((part) => part.condition),
        ),
        ...(parts.some((part) => readsNote(part.condition)) ? scoring : []),
    ];
    return {
        scoring: sorted(...scoring),
        adequacies: sorted(...conditions(policy.adequacies)),
        exclusions: sorted(...conditions(policy.exclusions)),
    };
}
