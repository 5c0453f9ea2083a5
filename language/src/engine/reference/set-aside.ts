import type { LoadedCriterion, LoadedScoring } from './loaded-policy.js';
import { NOTHING, perhaps, type Outcome } from './outcome.js';
import { isUnknown, not, some, unknownBecause, every, type Truth } from './truth.js';

/**
 * The outcomes once `exclusif de critère` is applied: a criterion named by another that applies, and that is not itself set aside,
 * gives 0. When criteria name each other in a circle, the first written prevails.
 */
export function applyExclusions(scoring: LoadedScoring, outcomes: readonly Outcome[]): readonly Outcome[] {
    if (scoring.excluders.size === 0) return outcomes;
    const decided = new Map<LoadedCriterion, Truth>();
    return scoring.criteria.map((criterion) => {
        const outcome = outcomes[criterion.position] ?? NOTHING;
        const aside = isSetAside({ scoring, outcomes, decided }, criterion);
        if (isUnknown(aside)) return perhaps(outcome, aside.gap);
        return aside ? NOTHING : outcome;
    });
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
