import type fc from 'fast-check';
import type { Subject } from '../../../language/src/engine/index.js';
import type { Policy } from '../../../language/src/ir/policy.js';
import { randomPolicy } from './arbitrary-policy.js';
import { drawn, type Draw } from './draw.js';
import { randomRow, readerOf, type Row } from './random-facts.js';

/** A demand, perhaps a dwelling, and a day. */
export interface Situation {
    readonly demand: Row;
    readonly dwelling?: Row;
    readonly day: number;
}

export function randomSituation(draw: Draw, { vocabulary }: Policy): Situation {
    return {
        demand: randomRow(draw, vocabulary, 'demande'),
        ...(draw.chance(60) ? { dwelling: randomRow(draw, vocabulary, 'logement') } : {}),
        day: draw.int(18_500, 20_200),
    };
}

export function subjectOf({ demand, dwelling, day }: Situation): Subject {
    return { demand: readerOf(demand), ...(dwelling === undefined ? {} : { dwelling: readerOf(dwelling) }), day };
}

/** A random policy, some situations under it, and what else a property draws. */
export function policyAndSituations<More>(
    count: number,
    more: (draw: Draw, policy: Policy) => More,
): fc.Arbitrary<{ readonly policy: Policy; readonly situations: readonly Situation[]; readonly more: More }> {
    return drawn((draw) => {
        const policy = randomPolicy(draw);
        return { policy, situations: draw.list(count, count, () => randomSituation(draw, policy)), more: more(draw, policy) };
    });
}
