import type { Policy } from '../../ir/policy.js';
import { criteriaIn } from '../../ir/scoring-parts.js';
import { findHousehold } from '../../validation/find-household.js';
import { holdsTrue } from '../../validation/household/formula.js';
import { modelOf } from '../../validation/model.js';

/**
 * A demand that meets the condition of a criterion, in the words of an example (`personnes : 3 ; situation : hébergé`), to be put between
 * its braces; empty when any demand does, nothing when none was found or the policy has no such criterion.
 */
export function exampleHousehold(policy: Policy, criterion: string): string | undefined {
    const found = policy.scorings.flatMap(({ group }) => criteriaIn(group)).find(({ name }) => name === criterion);
    if (found === undefined) return undefined;
    if (found.condition === undefined) return '';
    const outcome = findHousehold(modelOf(policy.vocabulary, policy.dates.from), holdsTrue(found.condition));
    return outcome.kind === 'found' ? outcome.household : undefined;
}
