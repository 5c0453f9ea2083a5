/**
 * The door of the replay: what each rule set would have done with the vacancies of a window, vacancy by vacancy, and how it compares
 * with the others and with the record. Pure: a function of policies, tables and a seed. Findings, steps and flags are codes; their
 * wording is the reader's.
 */
export { replay, replaySteps } from './replay.js';
export { groundworkOf } from './vivier.js';
export { NO_RECORD, replicationSeeds, replicationsOf, type ReplicationFigures } from './replications.js';
export { assumptionShifts, sensitivityFigures, type AssumptionShift } from './sensitivity.js';
export type { SensitivityFigures, ShiftedAssumption, ShiftedObjective, ShiftedReplay } from './shifted.js';
export { isSameObjective, type ObjectiveName } from './objective-name.js';
export type { ReplicatedComparison, ReplicatedGroup, ReplicatedObjective, Replications, Spread } from './replicated.js';
export type { EntrantsBreakdown, EntrantsCount, EntrantsGroup, EntrantsOutcome } from './entrants-outcome.js';
export type { AmountBand, GroupCounts, GroupOutcome } from './group-outcome.js';
export type { FluxCounts, FluxOutcome } from './flux-outcome.js';
export type { ImputationOutcome } from './imputation-outcome.js';
export type { AmountSpread, LeaseChecks, SignalCount } from './lease-checks-outcome.js';
export type { LeaseMark, LeaseMarks } from './lease-marks-outcome.js';
export type { AnswerCount } from './recorded-answers-outcome.js';
export type { OverdueCount, OverdueOutcome } from './overdue-outcome.js';
export type { StockCount, StockOutcome } from './stock-outcome.js';
export type { TensionCell, TensionOutcome } from './tension-outcome.js';
export type { TopBand, TopDemands } from './top-demands-outcome.js';
export type { Groundwork, GroundworkElsewhere, RecordReading } from './groundwork.js';
export type { Breakdown } from './breakdown.js';
export type { ProgressListener, ReplayFinding, ReplayFindingCode, ReplayOutcome, ReplayProgress, ReplayRequest, RuleSetInput } from './request.js';
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
} from './model.js';
