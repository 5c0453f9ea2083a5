import type { LoadedCriterion, LoadedScoring } from '../policy/loaded-scoring.js';
import { NOTHING, perhaps, type Outcome } from './outcome.js';
import { every, isUnknown, not, some, unknownBecause, type Truth } from '../values/truth.js';

/** By position, whether a criterion is set aside by another; a criterion that none excludes is not there. `undefined`: nothing excludes anything. */
export type SetAside = ReadonlyMap<number, Truth> | undefined;

/**
 * `exclusif de critère`: a criterion named by another that applies, and that is not itself set aside, gives 0. When criteria name each
 * other in a circle, the first written prevails.
 */
export function setAsideBy(scoring: LoadedScoring, outcome: (position: number) => Outcome): SetAside {
    if (scoring.excluders.size === 0) return undefined;
    const exclusions: Exclusions = { scoring, outcome, decided: new Map() };
    return new Map([...scoring.excluders.keys()].map((criterion) => [criterion.position, isSetAside(exclusions, criterion)]));
}

/** What is left of an outcome once it is known, or not, whether it is set aside. */
export function leftOf(outcome: Outcome, aside: Truth): Outcome {
    if (isUnknown(aside)) return perhaps(outcome, aside.gap);
    return aside ? NOTHING : outcome;
}

interface Exclusions {
    readonly scoring: LoadedScoring;
    /** By position. */
    readonly outcome: (position: number) => Outcome;
    readonly decided: Map<LoadedCriterion, Truth>;
}

function isSetAside(exclusions: Exclusions, criterion: LoadedCriterion): Truth {
    const excluders = exclusions.scoring.excluders.get(criterion);
    if (excluders === undefined) return false;
    const known = exclusions.decided.get(criterion);
    if (known !== undefined) return known;
    exclusions.decided.set(criterion, false);
    const aside = some(excluders, (other) => every([() => appliesTruth(exclusions, other), () => not(isSetAside(exclusions, other))], (test) => test()));
    exclusions.decided.set(criterion, aside);
    return aside;
}

function appliesTruth({ outcome }: Exclusions, criterion: LoadedCriterion): Truth {
    const { applies, gap } = outcome(criterion.position);
    return applies === 'maybe' ? unknownBecause(gap) : applies === 'yes';
}
