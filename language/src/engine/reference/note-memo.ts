import type { FactReader } from '../../columns/facts.js';
import type { DerivedOutcome, Holding } from './context.js';
import type { CriterionRecord } from './evaluate-criterion.js';
import type { LoadedPolicy } from './loaded-policy.js';
import type { Truth } from './truth.js';

/**
 * What evaluations of one demand under one policy keep for each other: what reads neither the dwelling nor the candidature, for as many
 * days as it holds. Give the same memo to `evaluateDemand` for another dwelling or a later day of the same demand; it empties itself
 * for another demand or another policy. The demand's facts must not change meanwhile: facts that change are another `FactReader`.
 */
export interface NoteMemo {
    loaded: LoadedPolicy | undefined;
    demand: FactReader | undefined;
    /** By the criterion's index. */
    readonly criteria: (CriterionRecord | undefined)[];
    /** By the scoring's index. */
    readonly scopes: (ScopeRecord | undefined)[];
    readonly derived: Map<string, DerivedOutcome>;
    readonly openDerived: Map<string, DerivedOutcome>;
}

export interface ScopeRecord extends Holding {
    readonly truth: Truth;
}

/** An empty memo, for one demand under one policy. */
export function createNoteMemo(): NoteMemo {
    return { loaded: undefined, demand: undefined, criteria: [], scopes: [], derived: new Map(), openDerived: new Map() };
}

/** Makes the memo that of a demand under a policy, emptied if it was another's. */
export function claimMemo(memo: NoteMemo, loaded: LoadedPolicy, demand: FactReader): NoteMemo {
    if (memo.loaded === loaded && memo.demand === demand) return memo;
    memo.loaded = loaded;
    memo.demand = demand;
    memo.criteria.length = 0;
    memo.scopes.length = 0;
    memo.derived.clear();
    memo.openDerived.clear();
    return memo;
}
