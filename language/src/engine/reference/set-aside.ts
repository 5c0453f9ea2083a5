import type { LoadedCriterion, LoadedScoring } from './loaded-scoring.js';
import { NOTHING, perhaps, type Outcome } from './outcome.js';
import { every, isUnknown, not, some, unknownBecause, type Truth } from './truth.js';

/** By position, whether a criterion is set aside by another; `undefined` where no criterion of the scoring excludes any. */
export type SetAside = readonly Truth[] | undefined;

/**
 * `exclusif de critère`: a criterion named by another that applies, and that is not itself set aside, gives 0. When criteria name each
 * other in a circle, the first written prevails.
 */
export function setAsideBy(scoring: LoadedScoring, outcomes: readonly Outcome[]): SetAside {
    if (scoring.excluders.size === 0) return undefined;
    const decided = new Map<LoadedCriterion, Truth>();
    return scoring.criteria.map((criterion) => isSetAside({ scoring, outcomes, decided }, criterion));
}

/** What is left of an outcome once it is known, or not, whether it is set aside. */
export function leftOf(outcome: Outcome, aside: Truth): Outcome {
    if (isUnknown(aside)) return perhaps(outcome, aside.gap);
    return aside ? NOTHING : outcome;
}

interface Exclusions {
    readonly scoring: LoadedScoring;
    readonly outcomes: readonly Outcome[];
    readonly decided: Map<LoadedCriterion, Truth>;
}

function isSetAside(exclusions: Exclusions, criterion: LoadedCriterion): Truth {
    const known = exclusions.decided.get(criterion);
    if (known !== undefined) return known;
    exclusions.decided.set(criterion, false);
    const excluders = exclusions.scoring.excluders.get(criterion) ?? [];
    const aside = some(excluders, (other) => every([() => appliesTruth(exclusions, other), () => not(isSetAside(exclusions, other))], (test) => test()));
    exclusions.decided.set(criterion, aside);
    return aside;
}

function appliesTruth({ outcomes }: Exclusions, criterion: LoadedCriterion): Truth {
    const outcome = outcomes[criterion.position] ?? NOTHING;
    return outcome.applies === 'maybe' ? unknownBecause(outcome.gap) : outcome.applies === 'yes';
}
