import type { Day } from '../../ir/value.js';
import type { PhasePool } from './phase-pool.js';
import type { Phase } from '../rules/rule-set.js';

/** The pools of the phases under way: one for each territory that has its own policy. */
interface LivePools {
    /** The pool of a phase on a day, made when it is first asked; `undefined` where the phase ranks nobody. */
    readonly of: (phase: Phase, day: Day) => PhasePool | undefined;
    readonly live: () => readonly PhasePool[];
    /** Lets all pools go: what they hold is of no more use. */
    readonly drop: () => void;
}

/** No pool yet. Days asked must not go back: pools of phases that are over are let go. */
export function livePools(make: (phase: Phase) => PhasePool | undefined): LivePools {
    const pools = new Map<Phase, PhasePool | undefined>();
    let live: readonly PhasePool[] = [];
    const of = (phase: Phase, day: Day): PhasePool | undefined => {
        if (pools.has(phase)) return pools.get(phase);
        for (const over of [...pools.keys()].filter(({ to }) => to < day)) pools.delete(over);
        const pool = make(phase);
        pools.set(phase, pool);
        live = [...pools.values()].filter((each) => each !== undefined);
        return pool;
    };
    const drop = (): void => {
        pools.clear();
        live = [];
    };
    return { of, live: () => live, drop };
}
