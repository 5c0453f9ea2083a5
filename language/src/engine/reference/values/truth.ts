import { joinGaps, type Gap } from './value.js';

/** A condition's outcome in Kleene's three-valued logic; what is unknown says why. */
export type Truth = boolean | Unknown;

export interface Unknown {
    readonly kind: 'unknown';
    readonly gap: Gap;
}

export function unknownBecause(gap: Gap): Unknown {
    return { kind: 'unknown', gap };
}

export function isUnknown(truth: Truth): truth is Unknown {
    return typeof truth === 'object';
}

/** False when one is false, else unknown when one is unknown. Stops at the first false. */
export function every<Item>(items: readonly Item[], test: (item: Item) => Truth): Truth {
    let outcome: Truth = true;
    for (const item of items) {
        const truth = test(item);
        if (truth === false) return false;
        if (isUnknown(truth)) outcome = isUnknown(outcome) ? unknownBecause(joinGaps(outcome.gap, truth.gap)) : truth;
    }
    return outcome;
}

/** True when one is true, else unknown when one is unknown. Stops at the first true. */
export function some<Item>(items: readonly Item[], test: (item: Item) => Truth): Truth {
    let outcome: Truth = false;
    for (const item of items) {
        const truth = test(item);
        if (truth === true) return true;
        if (isUnknown(truth)) outcome = isUnknown(outcome) ? unknownBecause(joinGaps(outcome.gap, truth.gap)) : truth;
    }
    return outcome;
}

/** Unknown stays unknown. */
export function not(truth: Truth): Truth {
    return isUnknown(truth) ? truth : !truth;
}
