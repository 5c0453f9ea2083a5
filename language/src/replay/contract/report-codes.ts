import type { Anomaly } from '../../engine/index.js';

/*
 * Every code that a report holds, so that whoever words them misses none: a code added here does not compile without its words.
 */

/** Why a row of a file, or what it names, is left out. */
export type RowReason =
    | 'demand-without-id'
    | 'demand-without-entry'
    | 'demand-rows-overlap'
    | 'vacancy-without-id'
    | 'vacancy-without-release'
    | 'vacancy-repeated'
    | 'vacancy-without-two-candidates'
    | 'candidature-without-vacancy'
    | 'candidature-without-demand'
    | 'lessee-unknown'
    | 'lease-without-version'
    | 'recorded-note-not-recomputed';

/** What a filter, or the note, leaves unsure of a demand. */
export type DoubtReason = 'adequacy-unknown' | 'public-unknown' | 'unscored-unknown' | 'to-verify' | 'incomplete-note';

/** Why the result of a demand is uncertain or wanting under a rule set; `large-interval`: its note is bounded, not as tightly as can be. */
export type UncertainReason = DoubtReason | 'large-interval' | `anomaly-${Anomaly['kind']}`;

/** What could not be evaluated, or only in part. */
export type NotEvaluatedReason = RowReason | UncertainReason | 'commune-without-rules';

/** What the reader of the ledger must know of a vacancy; `first-` and `housed-`: a doubt about that demand. */
export type VacancyFlag =
    | 'no-version-in-force'
    | 'commune-without-rules'
    | 'not-released'
    | 'release-contradicted'
    | 'route-unknown'
    | 'withdrawn'
    | 'imposed-unknown'
    | 'imposed-already-housed'
    | 'applications-unknown'
    | 'returned-to-landlord'
    | 'few-candidates'
    | 'single-candidate'
    | 'suspensive-condition'
    | 'recorded-lessees-absent'
    | 'first-unfit'
    | `${'first' | 'housed'}-${DoubtReason}`;

/** Why a figure of honesty could not be computed. */
export type MissingFigure =
    | 'recorded-note-absent'
    | 'recorded-note-not-recomputed'
    | 'recorded-lessees-absent'
    | 'recorded-first-not-in-pool'
    | 'pool-not-rebuilt'
    | 'nothing-simulated';

/** What a step of a replay says of itself. */
export type StepCode =
    | 'routes'
    | 'routes-of-policy'
    | 'routes-imposed'
    | 'orientation-recorded'
    | 'orientation-by-conventions'
    | 'orientation-absent'
    | 'publics'
    | 'return-after-delay'
    | 'pool-from-record'
    | 'pool-without-adequacy'
    | 'pool-without-exclusion'
    | 'treated-apart'
    | 'candidates-recorded'
    | 'approximation'
    | 'delays'
    | 'appraisal-drawn'
    | 'former-notes'
    | 'outside-variant'
    | 'commission'
    | 'grounds'
    | 'single-candidates'
    | 'inadmissibility'
    | 'acceptance'
    | 'answers-recorded'
    | 'answers-not-simulated'
    | 'refusals-simulated'
    | 'refusals-without-effect'
    | 'exits-recorded'
    | 'exits-imputed'
    | 'supply-fixed'
    | 'supply-contradictions'
    | 'supply-contradictions-told'
    | 'supply-chains'
    | 'supply-origin-unknown'
    | 'trajectory-without-year'
    | 'flux-kept'
    | 'flux-opens-at-zero'
    | 'flux-without-convention'
    | 'flux-needs-outcomes'
    | 'convention-without-vacancy'
    | 'imputation';
