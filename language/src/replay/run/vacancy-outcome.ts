import type { VacancyFlag } from '../contract/report-codes.js';
import { rankingNote, type CompiledPolicy, type DemandResult } from '../../engine/index.js';
import type { Fraction } from '../../ir/value.js';
import { toFraction } from '../../kit/exact-number.js';
import type { Candidate } from '../pool/candidate-stream.js';
import type { LedgerRow } from '../contract/report.js';

/** A demand that a vacancy names: first by the rules, or housed. */
interface NamedDemand {
    readonly demand: number;
    readonly row: number;
    /** The note by which it ranks; absent when it is incomplete and ranks last. */
    readonly note?: Fraction;
}

/** What became of one vacancy under one rule set. */
export interface VacancyOutcome {
    readonly end: LedgerRow['end'];
    /** The route taken; absent: the ordinary way. */
    readonly route?: string;
    /** The reservee that holds it, the contingent whose public it is kept to, and the word of the contingent where it is not that of the record. */
    readonly reservee?: string;
    readonly public?: string;
    readonly contingent?: string;
    /** The account in which it is received: its convention, empty for what the landlord keeps; absent: out of the flux. */
    readonly account?: string;
    readonly pool: number;
    readonly first?: NamedDemand;
    readonly secondNote?: Fraction;
    readonly housed?: NamedDemand;
    readonly decidedBy: LedgerRow['decidedBy'];
    readonly offers: number;
    readonly rounds: number;
    readonly examined: number;
    /** Examined and not allotted the dwelling, on a ground of the policy. */
    readonly notAllotted?: number;
    readonly flags: readonly VacancyFlag[];
    readonly moved?: LedgerRow['moved'];
}

/** A candidate as the ledger names it. */
export function named(ranking: CompiledPolicy, { index, row, result }: Candidate): NamedDemand {
    return { demand: index, row, note: noteText(ranking, result()) };
}

/** The note by which a result ranks. */
export function noteText({ which, incomplete }: CompiledPolicy, result: DemandResult): Fraction | undefined {
    const note = rankingNote(result[which], incomplete);
    return note === undefined ? undefined : toFraction(note);
}

/** What separates the first candidate from the second: the first key that differs, else the draw. */
export function decidedBy({ separatedBy }: CompiledPolicy, first: Candidate, second: Candidate | undefined): LedgerRow['decidedBy'] {
    if (second === undefined) return 'none';
    const key = separatedBy(first.note.key, second.note.key);
    if (key === undefined) return 'draw';
    if (key.kind === 'fact') return 'tie-break';
    return key.kind === 'category' ? 'category' : 'note';
}
