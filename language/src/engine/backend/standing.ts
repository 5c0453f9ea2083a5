import type { Anomaly } from '../result.js';

/**
 * What a filter is: an exclusion, or a clause that treats demands apart (`unscored`), keeps out whom it holds for; an adequacy or the public of
 * a contingent, whom it fails.
 */
export type FilterKind = 'unscored' | 'exclusion' | 'adequacy' | 'public';

/** How a demand stands at a dwelling: out, or in with the doubts that filters leave, as bits. What several filters say is joined by `|`. */
export type Standing = number;

/** Kept out. */
export const OUT: Standing = 0;

/** In, without a doubt; the bit of all who are in. */
export const IN: Standing = 1;

/** What a filter leaves in doubt: what it says is not known, or something of it could not be computed. */
export type FilterDoubt = `${FilterKind}-unknown` | `anomaly-${Anomaly['kind']}`;

/** A bit for each doubt; the lowest is `IN`. */
const BITS: Readonly<Record<FilterDoubt, Standing>> = {
    'adequacy-unknown': 1 << 1,
    'exclusion-unknown': 1 << 2,
    'anomaly-division-by-zero': 1 << 3,
    'anomaly-table-without-row': 1 << 4,
    'anomaly-table-without-period': 1 << 5,
    'anomaly-two-criteria-hold': 1 << 6,
    'anomaly-no-scoring': 1 << 7,
    'anomaly-several-scorings': 1 << 8,
    'anomaly-out-of-bounds': 1 << 9,
    'anomaly-unconfirmed-parameter': 1 << 10,
    'public-unknown': 1 << 11,
    'unscored-unknown': 1 << 12,
};

const DOUBTS = Object.entries(BITS) as readonly (readonly [FilterDoubt, Standing])[];

/** The standing of a demand that a filter lets in without knowing, and what it could not compute. */
export function doubtful(kind: FilterKind, anomalies: readonly Anomaly[]): Standing {
    return anomalies.reduce((bits, anomaly) => bits | BITS[`anomaly-${anomaly.kind}`], IN | BITS[`${kind}-unknown`]);
}

/** The demand is in, and a filter leaves a doubt about it. */
export function isDoubtful(standing: Standing): boolean {
    return standing > IN;
}

/** The doubts of a standing. */
export function doubtsOf(standing: Standing): readonly FilterDoubt[] {
    return standing === IN ? [] : DOUBTS.flatMap(([doubt, bit]) => ((standing & bit) === 0 ? [] : [doubt]));
}
