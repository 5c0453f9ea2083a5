import type { Policy } from '../ir/policy.js';

/** Marks what `loadPolicy` makes, so that nothing else passes for it. */
export const LOADED = Symbol('loaded');

/**
 * A policy made ready for the engine (`loadPolicy`), once for all that is asked of it. Its inside belongs to the backends: what it reads
 * and when what it says may change, `describe` tells.
 */
export interface Program {
    /** The policy; where refusals have effects on seniority, its cotations and its ranking count it as they leave it. */
    readonly policy: Policy;
    readonly [LOADED]: true;
}
