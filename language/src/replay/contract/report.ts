import type { Day, Fraction } from '../../ir/value.js';
import type { WordLabels } from '../../columns/territory.js';
import type { EntrantsOutcome } from './entrants-outcome.js';
import type { GroupOutcome } from './group-outcome.js';
import type { FluxOutcome } from './flux-outcome.js';
import type { ImputationOutcome } from './imputation-outcome.js';
import type { LeaseChecks } from './checks-outcome.js';
import type { LeaseMarks } from './marks-outcome.js';
import type { ObjectiveName } from './objective-name.js';
import type { AnswerCount } from './recorded-answers-outcome.js';
import type { OverdueOutcome } from './overdue-outcome.js';
import type { MissingFigure, NotEvaluatedReason, StepCode, VacancyFlag } from './report-codes.js';
import type { Replications } from './replicated.js';
import type { ShiftedReplay } from './shifted.js';
import type { StockOutcome } from './stock-outcome.js';
import type { TensionOutcome } from './tension-outcome.js';
import type { TopDemands } from './top-demands-outcome.js';

/** The version of the report's JSON (`rapport-interne.json`). */
export const REPORT_VERSION = '1.0';

/** The three questions of a replay; each output says which one it answers. */
export type ReplayMode = 'constat' | 'constants' | 'vivier';

/** What a replay says: plain JSON, exact (fractions as text), without any personal id but the pseudonymous ones of the ledger. */
export interface ReplayReport {
    readonly reportVersion: string;
    readonly mode: ReplayMode;
    readonly territory: {
        readonly name: string;
        readonly synthetic: boolean;
        readonly notices: readonly string[];
        /** What words of the dwellings are called: by the name of the fact, then by the word. */
        readonly labels?: WordLabels;
        readonly from: Day;
        readonly to: Day;
    };
    /** The rule sets, baseline first: the versions in force, then the variants. */
    readonly ruleSets: readonly RuleSet[];
    readonly volumes: Volumes;
    readonly objectives: readonly ObjectiveOutcome[];
    /** Vivier and constants: how each other rule set differs from the baseline. */
    readonly comparisons: readonly Comparison[];
    readonly waiting: readonly WaitingOutcome[];
    /** Vivier: the conventions in force, under each rule set, then in the record. */
    readonly flux: readonly FluxOutcome[];
    /** On whose rights leases weigh, under each rule set, then in the record. */
    readonly imputations: readonly ImputationOutcome[];
    /** What the leases are seen to hold: signals of the policy, proofs lacking; under each rule set, then in the record. */
    readonly checks: readonly LeaseChecks[];
    /** The publics that the policy names: demands open at the start and at the end; under each rule set, then in the record. */
    readonly stocks: readonly StockOutcome[];
    /** Those who wait beyond the delay called abnormal; under each rule set, then in the record. */
    readonly overdue: readonly OverdueOutcome[];
    /** Vivier: how many demands the vacancies find, by type, commune and profile, under the baseline. */
    readonly tension?: TensionOutcome;
    /** Vivier: what the window offers to the demands that the baseline ranks first. */
    readonly top: readonly TopDemands[];
    /** Vivier and constat, where the territory gives its occupants: those who enter beside them. */
    readonly entrants?: EntrantsOutcome;
    /** What the record says of its candidatures, where it says anything. */
    readonly answers: readonly AnswerCount[];
    readonly honesty: Honesty;
    /** Step by step: what is data and what is assumption, in the order of replay.md. */
    readonly steps: readonly StepNote[];
    readonly ledger: readonly LedgerRow[];
    /** Vivier, where the data name lessees: the record beside, one row for each vacancy, under the id `HISTORY`. */
    readonly recordLedger?: readonly LedgerRow[];
    /** Where the replay was repeated under other seeds. */
    readonly replications?: Replications;
    /** Where the assumptions were moved, one at a time. */
    readonly sensitivity?: readonly ShiftedReplay[];
}

/** Rules replayed, in the words of the report: the versions in force, or a variant in the place of one of them. */
export interface RuleSet {
    readonly id: string;
    readonly label: string;
    readonly policy: string;
    readonly versions: readonly { readonly version: string; readonly from: Day }[];
    readonly variant?: string;
    /** True on a variant whose every note equals the baseline's: it changes nothing. */
    readonly changesNothing: boolean;
}

/** Counts of demands and vacancies of the window, and of what could not be evaluated. */
export interface Volumes {
    readonly demands: number;
    readonly openAtStart: number;
    readonly entered: number;
    readonly left: number;
    readonly vacancies: number;
    readonly leases: readonly {
        readonly ruleSet: string;
        readonly signed: number;
        readonly withoutTaker: number;
        readonly withoutCandidate: number;
        readonly outside: number;
        readonly notEvaluated: number;
    }[];
    /**
     * What could not be evaluated, or only in part, by reason code: rows of the files (no rule set), then demands whose result
     * is uncertain or wanting under a rule set (`incomplete-note`, `adequacy-unknown`, `to-verify`, `anomaly-…`).
     */
    readonly notEvaluated: readonly { readonly reason: NotEvaluatedReason; readonly ruleSet?: string; readonly count: number }[];
}

/** The id under which the record stands beside the rule sets, in `objectives` and `waiting`. */
export const HISTORY = 'histoire';

/**
 * One objective under one rule set, or in the record (`HISTORY`), by the version in force on the day of each lease.
 * `denominator` counts the leases known to be in the base and known to reach the target or not; those that cannot be told are
 * `unknown`, a class of their own.
 */
export interface ObjectiveOutcome extends ObjectiveName {
    readonly sense: 'at-least' | 'at-most';
    readonly threshold: Fraction;
    readonly numerator: number;
    /** Of an objective `à défaut`: leases of the numerator that are to the target itself; the others are by default. */
    readonly first?: number;
    readonly denominator: number;
    readonly unknown: number;
    /** `no-base`: no lease is in the base, no verdict. `unsure`: the unknown leases could change it. */
    readonly verdict: 'met' | 'missed' | 'unsure' | 'no-base';
    /** Leases to the target still due to reach the threshold with this denominator; `at-most`: leases beyond the threshold. */
    readonly due: number;
    readonly text: string;
    readonly references: readonly string[];
}

/** A rule set against the baseline, on the same people and the same draws. */
export interface Comparison {
    readonly ruleSet: string;
    readonly baseline: string;
    /** Households housed under both, only the baseline, only the other, neither though open at some time. */
    readonly housedBoth: number;
    readonly onlyBaseline: number;
    readonly onlyOther: number;
    readonly neither: number;
    /** Of those housed under both: sooner, later, same day under the other. */
    readonly sooner: number;
    readonly later: number;
    readonly sameDay: number;
    /** Vacancies whose first candidate differs, by what moved them. */
    readonly firstChanged: number;
    readonly causes: readonly { readonly cause: MoveCause; readonly clause?: string; readonly label?: string; readonly count: number }[];
    /** Who is affected, by group; counts under 11 are suppressed by the reader of the report, not here. */
    readonly groups: readonly GroupOutcome[];
}

/** Why the first candidate of a vacancy differs from the baseline's. */
export type MoveCause =
    /** A clause of the grid (a criterion, or the cap of a rubric) gives other points to the new first or to the former one. */
    | 'clause'
    /** The ranking itself was edited. */
    | 'ranking'
    /** An exclusion or an adequacy of one rule set keeps out one of the two, and not in the other. */
    | 'filter'
    /** The run had already diverged: one of the two was housed earlier in one run, or holds other refusals. */
    | 'pool'
    /** The draw between equals decided. */
    | 'draw';

/**
 * Cumulative incidence of housing by seniority (Aalen–Johansen on whole months): those still waiting at the window's end are censored,
 * and a demand counts from the seniority it had when first seen. `probability` is the exact estimate rounded to the nearest millionth.
 */
export interface WaitingOutcome {
    readonly ruleSet: string;
    /** Probability of having been housed by so many months of seniority. */
    readonly incidence: readonly {
        readonly months: number;
        readonly atRisk: number;
        readonly housed: number;
        readonly left: number;
        readonly probability: Fraction;
    }[];
    /** Seniority at housing in whole months: nearest-rank quartiles. */
    readonly seniorityAtHousing?: { readonly q1: number; readonly median: number; readonly q3: number };
}

/**
 * Three figures about the record, kept apart; an absent one could not be computed, and `why` says it by code. The last two are measured
 * under the baseline in the pool as the record had it, vacancy by vacancy, so that no run's divergence weighs on them.
 */
export interface Honesty {
    readonly recomputedNote?: Ratio;
    readonly recordedCandidatesInPool?: Ratio;
    /** Rank that the baseline gives to the commission's first: share in the first place, in the first ten, median rank. */
    readonly rankOfRecordedFirst?: {
        readonly count: number;
        readonly first: number;
        readonly firstTen: number;
        readonly median: number;
        readonly groups: readonly {
            readonly group: string;
            readonly count: number;
            readonly first: number;
            readonly firstTen: number;
            readonly median: number;
        }[];
    };
    /** Months started of households that the record housed and the run did not, past their recorded letting. */
    readonly imputedHouseholdMonths: readonly { readonly ruleSet: string; readonly months: number }[];
    readonly tiesDecided: readonly { readonly ruleSet: string; readonly byTie: number; readonly byDraw: number }[];
    readonly why: readonly MissingFigure[];
}

/** Two counts, never their quotient: the reader words it. */
export interface Ratio {
    readonly numerator: number;
    readonly denominator: number;
}

/** A step of the run: `data`, `assumption` or `not-modelled`; the wording is the reader's, by code and parameters. */
export interface StepNote {
    readonly step: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
    readonly code: StepCode;
    readonly source: 'data' | 'assumption' | 'not-modelled';
    readonly params: Readonly<Record<string, string>>;
}

/** One vacancy under one rule set. */
export interface LedgerRow {
    readonly dwelling: string;
    readonly released: Day;
    readonly commune: string;
    readonly typology: string;
    readonly reservee: string;
    readonly landlord?: string;
    readonly ruleSet: string;
    /** The route taken; absent: the ordinary way. */
    readonly route?: string;
    /** The reservee that holds the vacancy under the rule set, by its name in the policy; absent: none, the landlord's own. */
    readonly heldBy?: string;
    /** Vivier: the convention in whose account it is received, empty for what the landlord keeps; absent: out of the flux. */
    readonly account?: string;
    /** `recorded`: constat and constants, where nothing is simulated. `outside`: let to nobody, or to a household that the data do not know. */
    readonly end: 'leased' | 'without-taker' | 'without-candidate' | 'outside' | 'recorded' | 'not-evaluated';
    /** Demands in the pool; constants: recorded candidates ranked. */
    readonly pool: number;
    /** First by the rules, with its note; and the one who signs after refusals. */
    readonly first?: string;
    readonly firstNote?: Fraction;
    readonly secondNote?: Fraction;
    readonly housed?: string;
    readonly housedNote?: Fraction;
    readonly offers: number;
    /** Rounds of examination begun, and candidates examined in them. */
    readonly rounds: number;
    readonly examined: number;
    /** Examined and not allotted the dwelling, on a ground of the policy (decision d). */
    readonly notAllotted: number;
    readonly leaseDay?: Day;
    /** What separates the first from the second: the first key of the ranking that differs, or the draw; `route`: let without ranking; `none`: no second. */
    readonly decidedBy: 'note' | 'tie-break' | 'draw' | 'category' | 'route' | 'none';
    /** Against the baseline: same first or not, and which clause moved it, by how many points. */
    readonly moved?: { readonly cause: MoveCause; readonly clause?: string; readonly label?: string; readonly points?: Fraction };
    /** What the record says of this vacancy: the lessee (constants: the commission's first). */
    readonly recorded?: string;
    /** The rank of the commission's first: constants, under the rule set; vivier, baseline rows only, in the pool as the record had it. */
    readonly recordedRank?: number;
    /** Of a lease: what it weighs in the figures of the report. */
    readonly marks?: LeaseMarks;
    readonly flags: readonly VacancyFlag[];
}
