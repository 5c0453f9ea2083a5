import type { FactReader } from '../../../columns/facts.js';
import type { Apart } from '../expressions/context.js';
import type { CriterionRecord } from './evaluate-criterion.js';
import type { LoadedPolicy } from '../policy/loaded-policy.js';
import type { DemandPart } from './score.js';
import type { Truth } from '../values/truth.js';
import type { Evaluated } from '../values/value.js';

/**
 * What evaluations of one demand under one policy keep for each other: what reads neither the dwelling nor the candidature, for as many
 * days as it holds. Give the same memo to `evaluateDemand` for another dwelling or a later day of the same demand; it empties itself
 * for another demand or another policy. The demand's facts must not change meanwhile: facts that change are another `FactReader`.
 */
export interface NoteMemo {
    loaded: LoadedPolicy | undefined;
    demand: FactReader | undefined;
    /** By the criterion's index. */
    criteria: (CriterionRecord | undefined)[];
    /** By the scoring's index: its scope, and its part that is the demand's alone. */
    scopes: (Apart<Truth> | undefined)[];
    parts: (DemandPart | undefined)[];
    derived: Map<string, Apart<Evaluated>>;
    openDerived: Map<string, Apart<Evaluated>>;
    /** Of the open evaluation that seeks joint bounds, nothing supposed. */
    boundedDerived: Map<string, Apart<Evaluated>>;
}

/** An empty memo, for one demand under one policy. */
export function createNoteMemo(): NoteMemo {
    return {
        loaded: undefined,
        demand: undefined,
        criteria: [],
        scopes: [],
        parts: [],
        derived: new Map<string, Apart<Evaluated>>(),
        openDerived: new Map<string, Apart<Evaluated>>(),
        boundedDerived: new Map<string, Apart<Evaluated>>(),
    };
}

/** Makes the memo that of a demand under a policy, emptied if it was another's. */
export function claimMemo(memo: NoteMemo, loaded: LoadedPolicy, demand: FactReader): NoteMemo {
    if (memo.loaded === loaded && memo.demand === demand) return memo;
    return Object.assign(memo, createNoteMemo(), { loaded, demand });
}
