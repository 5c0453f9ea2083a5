import type { Fraction } from '../../ir/value.js';
import type { NumberType, ValueType } from '../../ir/value-type.js';

/** What the leases of a landlord, or of all of them, are seen to hold: under one rule set, or in the record (`HISTORY`). */
export interface LeaseChecks {
    readonly ruleSet: string;
    /** Absent: all leases, whoever the landlord is. */
    readonly landlord?: string;
    readonly leases: number;
    /** In the order of the policy. */
    readonly signals: readonly SignalCount[];
    /** Facts whose proof is asked and not given, by name: leases whose household has not given it. */
    readonly unproved: readonly { readonly fact: string; readonly label: string; readonly leases: number }[];
    /** Leases to a household without any such fact lacking. */
    readonly allProved: number;
}

/** A signal of the policy, read of the household and its dwelling on the day of the lease. */
export interface SignalCount {
    readonly signal: string;
    readonly label: string;
    /** Leases of which it holds, of which it does not, of which it is not known; leases without version in force are in none. */
    readonly holds: number;
    readonly fails: number;
    readonly unknown: number;
    /** The amounts that the signal reads, whether it holds or not. */
    readonly amounts: readonly AmountSpread[];
    readonly text: string;
}

/** Nearest-rank quartiles of an amount over leases; money is in cents, a ratio is a fraction of one. */
export interface AmountSpread {
    readonly fact: string;
    readonly label: string;
    readonly type: NumberType | Extract<ValueType, { kind: 'money' } | { kind: 'ratio' }>;
    readonly known: number;
    readonly unknown: number;
    /** Absent where no lease has a known amount. */
    readonly quartiles?: { readonly q1: Fraction; readonly median: Fraction; readonly q3: Fraction };
}
