import type { Day } from '../../ir/value.js';

/** A candidate of a vacancy, as a commission from outside sees it. */
export interface PresentedCandidate {
    readonly demand: string;
    /** The policy lets it be presented alone. */
    readonly alone: () => boolean;
    /** A ground of the policy keeps it from that dwelling. */
    readonly barred: () => boolean;
}

/** A refusal of a dwelling, by the place of the candidate among those read, from 0. */
export interface ToldRefusal {
    readonly place: number;
    readonly day: Day;
    readonly adapted: boolean;
    readonly legitimate: boolean;
}

/** What a commission from outside decides: the place of who is housed among the candidates that it read, from 0, and who refused. */
export interface ToldDecision {
    readonly housed?: number;
    readonly refusals: readonly ToldRefusal[];
}

/** Decides on a vacancy in the place of the assumptions; candidates come in rank order, one by one, as long as they are read. */
export type AskedCommission = (dwelling: string, candidates: Iterable<PresentedCandidate>) => ToldDecision;
