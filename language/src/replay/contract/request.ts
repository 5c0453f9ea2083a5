import type { Territory } from '../../columns/territory.js';
import type { Policy } from '../../ir/policy.js';
import type { Day } from '../../ir/value.js';
import type { ReplayMode, ReplayReport } from './report.js';
import type { GroundworkElsewhere } from './groundwork.js';
import type { RankedVacancy } from './ranked-vacancy.js';

/**
 * Rules to replay: versions of one territory's policy, each in force at its dates, and perhaps a variant that takes the place of the
 * version it edits. Outside the dates of that version the other versions apply, and the report says so.
 */
export interface RuleSetInput {
    /** Unique among the rule sets, and not `histoire`. */
    readonly id: string;
    readonly label: string;
    readonly versions: readonly Policy[];
    readonly variant?: Policy;
}

/** Called now and then with the vacancies filled so far over all rule sets, and the rule set at work; `false` stops the replay. */
export type ProgressListener = (done: number, total: number, label: string) => boolean;

/** What to replay. The window's days are both included: vacancies released in it are replayed. */
export interface ReplayRequest {
    readonly territory: Territory;
    /** The baseline first: the versions in force, without variant. */
    readonly ruleSets: readonly RuleSetInput[];
    readonly mode: ReplayMode;
    readonly from: Day;
    readonly to: Day;
    /** An integer from 0 to 2^32 − 1. */
    readonly seed: number;
    readonly progress?: ProgressListener;
    /** In mode vivier: told of the first candidates of each pool that is ranked, this many at most. It changes nothing of the report. */
    readonly candidates?: { readonly most: number; readonly told: (ranked: RankedVacancy) => void };
    /** What depends on no run, made elsewhere meanwhile (`groundworkOf`), for `replaySteps` in mode vivier only. */
    readonly groundwork?: () => GroundworkElsewhere;
}

/** How far a replay is. */
export interface ReplayProgress {
    readonly done: number;
    readonly total: number;
    readonly label: string;
    /** Nothing is left to do here until the groundwork is made elsewhere. */
    readonly waiting?: boolean;
}

/** What a replay gives: a report, the reasons why it cannot be made, or nothing when it was stopped. */
export type ReplayOutcome =
    | { readonly kind: 'done'; readonly report: ReplayReport }
    | { readonly kind: 'refused'; readonly findings: readonly ReplayFinding[] }
    | { readonly kind: 'cancelled' };

/** A reason to refuse a replay, by code; the wording is the reader's. `params` are texts of the request, days as integers in text. */
export interface ReplayFinding {
    readonly code: ReplayFindingCode;
    readonly params: Readonly<Record<string, string>>;
}

/** Every reason to refuse, with its parameters. */
export type ReplayFindingCode =
    /** No rule set at all. */
    | 'no-rule-set'
    /** ruleSet: two rule sets with that id, or the id kept for the record. */
    | 'rule-set-id-taken'
    /** ruleSet, territory, other: a rule set's policies of two names. */
    | 'several-territories'
    /** ruleSet, version: the variant edits a version that is not given. */
    | 'variant-without-version'
    /** ruleSet, day: no version is in force that day; `days` such days in the window. */
    | 'no-version-in-force'
    /** ruleSet: every vacancy lies in a commune that no policy names. */
    | 'no-vacancy-in-communes'
    /** ruleSet, version, other, day: both in force that day. */
    | 'several-versions-in-force'
    /** ruleSet, version. */
    | 'policy-without-ranking'
    /** ruleSet, version. */
    | 'policy-without-scoring'
    /** ruleSet, version, left: numbers of its grid are left to be set, `what of` one a line. */
    | 'policy-to-set'
    /** from, to: the window ends before it begins. */
    | 'window-inverted'
    /** from, to, dataFrom, dataTo. */
    | 'window-outside-data'
    /** The seed is no integer from 0 to 2^32 − 1. */
    | 'seed-invalid'
    /** assumption: not a probability between 0 and 1 that can be drawn exactly, or not a whole number in its range. */
    | 'assumption-invalid'
    /** table, role: no fact of the table plays a role that the mode needs. */
    | 'role-missing'
    /** No demand can be read. */
    | 'no-demand'
    /** from, to: no vacancy is released in the window. */
    | 'no-vacancy'
    /** No lease of the window has a recorded lessee: nothing to measure. */
    | 'no-recorded-lease'
    /** No vacancy of the window has two recorded candidates. */
    | 'no-recorded-candidates';
