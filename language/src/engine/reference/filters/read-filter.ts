import type { Day } from '../../../ir/value.js';
import type { WrittenFilter } from '../../backend/policy-filters.js';
import { doubtful, IN, OUT, type Standing } from '../../backend/standing.js';
import type { Subject } from '../../subject.js';
import { FOREVER } from '../expressions/context.js';
import { scoringAll, type LoadedPolicy } from '../policy/loaded-policy.js';
import { evaluateCondition } from '../rules/evaluate-policy-parts.js';

/** How a demand stands by a filter, and the last day on which it still does, the facts staying the same. */
export interface DatedStanding {
    readonly standing: Standing;
    readonly until: Day;
}

/** Reads a filter. An unknown condition lets the demand in, with a doubt. What treats a demand apart reads the note that it would have. */
export function readFilter(loaded: LoadedPolicy, { kind, condition }: WrittenFilter, subject: Subject): DatedStanding {
    const { truth, validUntil, anomalies } = evaluateCondition(kind === 'unscored' ? scoringAll(loaded) : loaded, condition, subject);
    const standing = truth === 'unknown' ? doubtful(kind, anomalies) : (truth === 'true') === (kind === 'exclusion' || kind === 'unscored') ? OUT : IN;
    return { standing, until: validUntil ?? FOREVER };
}
