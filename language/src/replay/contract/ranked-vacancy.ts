import type { Day, Fraction } from '../../ir/value.js';
import type { LedgerRow } from './report.js';

/** The first candidates of a vacancy under a rule set, in rank order, before anybody is taken. They are told beside the report, never in it. */
export interface RankedVacancy {
    readonly ruleSet: string;
    readonly dwelling: string;
    readonly released: Day;
    readonly candidates: readonly RankedCandidate[];
}

/** A candidate, the note by which it ranks (absent when it is incomplete and ranks last), and what puts it before the next one. */
export interface RankedCandidate {
    readonly demand: string;
    readonly note?: Fraction;
    readonly before: LedgerRow['decidedBy'];
}
