import type { FactReader } from '../../../columns/facts.js';
import type { Promised } from '../../../ir/guarantee.js';
import type { Day } from '../../../ir/value.js';
import type { GuaranteeCounts } from './guarantee-counts.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import { checkMonotony } from './check-monotony.js';
import { checkPrecedence } from './check-precedence.js';

/**
 * Checks on demands what a policy promises, on a day and for any dwelling: a test on these demands, not a proof. What a text alone
 * promises (`unread`) is the checker's.
 */
export function checkGuarantee(
    loaded: LoadedPolicy,
    promise: Exclude<Promised, { kind: 'unread' }>,
    { demands, day }: { readonly demands: readonly FactReader[]; readonly day: Day },
): GuaranteeCounts {
    return promise.kind === 'precedes' ? checkPrecedence(loaded, promise, { demands, day }) : checkMonotony(loaded, promise, { demands, day });
}
