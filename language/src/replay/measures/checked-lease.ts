import { evaluateSignals, unprovedFacts, type LoadedPolicy } from '../../engine/index.js';
import type { VacancyLease } from './lease.js';

/** What one lease is seen to hold: the truth of each signal of its version, and the facts whose proof is lacking. */
export interface CheckedLease extends VacancyLease {
    readonly signals: ReadonlyMap<string, 'true' | 'false' | 'unknown'>;
    readonly unproved: readonly string[];
    /** The name of its policy, where there are several territories: their objectives are named after it. */
    readonly territory?: string;
}

/** Reads the signals and the proofs of each lease, on its day. */
export function checkLeases(policies: readonly LoadedPolicy[], leases: readonly VacancyLease[]): readonly CheckedLease[] {
    const isAlone = new Set(policies.map(({ policy }) => policy.name)).size === 1;
    return leases.map((lease): CheckedLease => {
        const { demand, dwelling, day, loaded } = lease;
        if (loaded === undefined) return { ...lease, signals: new Map(), unproved: [] };
        const subject = { demand, dwelling, day, leaseDay: day };
        const signals = new Map(evaluateSignals(loaded, subject).map(({ name, truth }) => [name, truth]));
        return { ...lease, signals, unproved: unprovedFacts(loaded, subject), ...(isAlone ? {} : { territory: loaded.policy.name }) };
    });
}
