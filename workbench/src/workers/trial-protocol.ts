import type { Policy } from '@bareme/language/ir';
import type { ObjectiveOutcome } from '@bareme/language/replay';

/** A question about rules that are being tried: a replay of them alone, against that of the rules in force, which is made once. */
export interface TrialQuestion {
    readonly kind: 'try';
    readonly id: number;
    readonly seed: number;
    /** The versions in force, and a name for them: as long as it is the same, so are they. */
    readonly versions: readonly Policy[];
    readonly versionsName: string;
    /** The version that takes the place of the one it comes from; absent: the rules in force alone, made ready. */
    readonly tried?: Policy;
}

/** What a replay says of one rule set, as counts of leases and dwellings: no row of it is about somebody. */
export interface TrialFigures {
    readonly objectives: readonly ObjectiveOutcome[];
    readonly signed: number;
    /** Leases to each public that the policy names. */
    readonly publics: readonly { readonly public: string; readonly label: string; readonly leases: number; readonly unsure: number }[];
    /** Half of the households housed had waited less, in months. */
    readonly medianSeniority?: number;
}

/** What a trial says while it goes on: of the vacancies filled so far, those where another demand comes first. */
export interface TrialProgress {
    readonly kind: 'trial-progress';
    readonly id: number;
    /** The rules in force are replayed first, once. */
    readonly stage: 'baseline' | 'tried';
    readonly done: number;
    readonly total: number;
    readonly ranked: number;
    readonly firstMoved: number;
}

/** What a trial says in the end. */
export interface TrialDone {
    readonly kind: 'trial';
    readonly id: number;
    readonly baseline: TrialFigures;
    readonly tried: TrialFigures;
    /** Civil years of the window: figures of leases signed after it are not those of a year. */
    readonly years: { readonly from: number; readonly to: number };
    readonly vacancies: number;
    /** Vacancies where another demand comes first, and those that go to another household. */
    readonly firstMoved: number;
    readonly housedMoved: number;
}

/** Everything the worker says of a trial. */
export type TrialAnswer =
    TrialProgress | TrialDone | { readonly kind: 'trial-failed'; readonly id: number; readonly reason: 'refused' | 'no-territory' | 'crash' };
