import type { DoubtReason, UncertainReason } from '../contract/report-codes.js';
import type { Anomaly } from '../../engine/index.js';

/** How a row stands at a vacancy: out, or in with the doubts that the filters leave, as bits. */
export type Standing = number;
export const OUT: Standing = 0;
export const IN: Standing = 1;

/** Whether a filter excludes, suits, or is a reservee's public. */
interface Doubter {
    readonly kind: 'exclusion' | 'adequacy' | 'public';
}

/** What filters leave in doubt, the note apart. */
type Reason = Exclude<UncertainReason, 'incomplete-note'>;

/** A bit for each reason; the lowest is `IN`. */
const BITS: Readonly<Record<Reason, Standing>> = {
    'adequacy-unknown': 1 << 1,
    'to-verify': 1 << 2,
    'anomaly-division-by-zero': 1 << 3,
    'anomaly-table-without-row': 1 << 4,
    'anomaly-table-without-period': 1 << 5,
    'anomaly-two-criteria-hold': 1 << 6,
    'anomaly-no-scoring': 1 << 7,
    'anomaly-several-scorings': 1 << 8,
    'anomaly-out-of-bounds': 1 << 9,
    'anomaly-unconfirmed-parameter': 1 << 10,
    'public-unknown': 1 << 11,
};

const REASONS = Object.entries(BITS) as readonly (readonly [Reason, Standing])[];

/** The reason code of a doubt that a filter leaves. */
export function doubtOf({ kind }: Doubter): Exclude<DoubtReason, 'incomplete-note'> {
    if (kind === 'public') return 'public-unknown';
    return kind === 'adequacy' ? 'adequacy-unknown' : 'to-verify';
}

/** The standing of a row that a filter lets in without knowing, and what it could not compute. */
export function doubtful(filter: Doubter, anomalies: readonly Anomaly[]): Standing {
    return anomalies.reduce((bits, { kind }) => bits | BITS[`anomaly-${kind}`], IN | BITS[doubtOf(filter)]);
}

/** The reasons of a standing. */
export function reasonsOf(standing: Standing): readonly Reason[] {
    return standing === IN ? [] : REASONS.flatMap(([reason, bit]) => ((standing & bit) === 0 ? [] : [reason]));
}
