import { evaluateSignals, unprovedFacts } from '../engine/index.js';
import type { VacancyLease } from './lease.js';

/** What one lease is seen to hold: the truth of each signal of its version, and the facts whose proof is lacking. */
export interface CheckedLease extends VacancyLease {
    readonly signals: ReadonlyMap<string, 'true' | 'false' | 'unknown'>;
    readonly unproved: readonly string[];
}

/** Reads the signals and the proofs of each lease, on its day. */
export function checkLeases(leases: readonly VacancyLease[]): readonly CheckedLease[] {
    return leases.map((lease): CheckedLease => {
        const { demand, dwelling, day, loaded } = lease;
        if (loaded === undefined) return { ...lease, signals: new Map(), unproved: [] };
        const subject = { demand, dwelling, day, leaseDay: day };
        const signals = new Map(evaluateSignals(loaded, subject).map(({ name, truth }) => [name, truth]));
        return { ...lease, signals, unproved: unprovedFacts(loaded, subject) };
    });
}
