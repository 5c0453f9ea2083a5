/**
 * The door of the replay: what each rule set would have done with the vacancies of a window, vacancy by vacancy, and how it compares
 * with the others and with the record. Pure: a function of policies, tables and a seed. Findings, steps and flags are codes; their
 * wording is the reader's.
 */
export { replay, replaySteps } from './replay.js';
export { runAsAsked, type RunAsAsked } from './run-as-asked.js';
export type { AskedCommission, PresentedCandidate, ToldDecision, ToldRefusal } from './contract/asked-commission.js';
export { groundworkOf } from './vivier.js';
export { NO_RECORD, replicationSeeds, replicationsOf, type ReplicationFigures } from './replications.js';
export { wantedOf } from './measures/objectives.js';
export { assumptionShifts, sensitivityFigures, triesAssumptions, type AssumptionShift } from './sensitivity.js';
export type { SensitivityFigures, ShiftedAssumption, ShiftedObjective, ShiftedReplay } from './contract/shifted.js';
export { isSameObjective, type ObjectiveName } from './contract/objective-name.js';
export type { ReplicatedComparison, ReplicatedGroup, ReplicatedObjective, Replications, Spread } from './contract/replicated.js';
export type { EntrantsBreakdown, EntrantsCount, EntrantsGroup, EntrantsOutcome } from './contract/entrants-outcome.js';
export type { AmountBand, GroupCounts, GroupOutcome } from './contract/group-outcome.js';
export type { FluxCounts, FluxOutcome } from './contract/flux-outcome.js';
export type { ImputationOutcome } from './contract/imputation-outcome.js';
export type { AmountSpread, LeaseChecks, SignalCount } from './contract/checks-outcome.js';
export type { LeaseMark, LeaseMarks } from './contract/marks-outcome.js';
export type { AnswerCount } from './contract/recorded-answers-outcome.js';
export type { OverdueCount, OverdueOutcome } from './contract/overdue-outcome.js';
export type { StockCount, StockOutcome } from './contract/stock-outcome.js';
export type { TensionCell, TensionOutcome } from './contract/tension-outcome.js';
export type { TopBand, TopDemands } from './contract/top-demands-outcome.js';
export type { RankedCandidate, RankedVacancy } from './contract/ranked-vacancy.js';
export type { Groundwork, GroundworkElsewhere, RecordReading } from './contract/groundwork.js';
export type { DoubtReason, MissingFigure, NotEvaluatedReason, RowReason, StepCode, UncertainReason, VacancyFlag } from './contract/report-codes.js';
export type { Breakdown } from './contract/breakdown.js';
export type { ProgressListener, ReplayFinding, ReplayFindingCode, ReplayOutcome, ReplayProgress, ReplayRequest, RuleSetInput } from './contract/request.js';
export { receiptOf, receiptText, RECEIPT_VERSION, type HashedFile, type Receipt, type ReceiptInputs } from './receipt.js';
export {
    HISTORY,
    REPORT_VERSION,
    type Comparison,
    type Honesty,
    type LedgerRow,
    type MoveCause,
    type ObjectiveOutcome,
    type Ratio,
    type ReplayMode,
    type ReplayReport,
    type RuleSet,
    type StepNote,
    type Volumes,
    type WaitingOutcome,
} from './contract/report.js';
