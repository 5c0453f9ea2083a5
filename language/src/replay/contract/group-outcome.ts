import type { Fraction } from '../../ir/value.js';
import type { NumberType, ValueType } from '../../ir/value-type.js';

/**
 * One class of one breakdown: counts of households open at some time. `breakdown` is `fait:<name>`, `fait:<name>:<word>` for one word of
 * several, `déduit:<name>` or `ancienneté` (whole months at the first day seen, bands such as `12-23`, the last one open: `120-`). `group`
 * is a word of the data, the first of several, a quarter from `1` to `4`, or `oui`, `non`, `inconnu`, `sans objet`. The label of a
 * seniority band or of a quarter is its code: the reader words it.
 */
export interface GroupOutcome extends GroupCounts {
    readonly breakdown: string;
    readonly breakdownLabel: string;
    /** A rule of one of the two rule sets reads it; otherwise no rule knows of it. */
    readonly read: boolean;
    readonly group: string;
    readonly groupLabel: string;
    /** Of a quarter: its bounds. */
    readonly band?: AmountBand;
}

/** What becomes of the households of a class; all that are housed under neither are the rest of `demands`. */
export interface GroupCounts {
    readonly demands: number;
    readonly onlyBaseline: number;
    readonly onlyOther: number;
    readonly both: number;
    /** Of `both`: housed sooner, and later, under the other rule set. */
    readonly sooner: number;
    readonly later: number;
}

/** Amounts above one bound and up to another; absent: no bound. Money is in cents. */
export interface AmountBand {
    readonly above?: Fraction;
    readonly upTo?: Fraction;
    readonly type: NumberType | Extract<ValueType, { kind: 'money' }>;
}
