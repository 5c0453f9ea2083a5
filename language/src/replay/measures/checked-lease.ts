import { evaluateSignals, unprovedFacts, type Program } from '../../engine/index.js';
import { takenBy, type Taken } from './imputations.js';
import { withStandings, type MeasuredLease, type VacancyLease } from './lease.js';

/** What one lease is seen to hold and weighs: the truth of each signal of its version, and the facts whose proof is lacking. */
export interface CheckedLease extends VacancyLease, MeasuredLease {
    /** By imputation of its version: on whose rights it weighs. */
    readonly taken: ReadonlyMap<string, Taken>;
    readonly signals: ReadonlyMap<string, 'true' | 'false' | 'unknown'>;
    readonly unproved: readonly string[];
    /** The name of its policy, where there are several territories: their objectives are named after it. */
    readonly territory?: string;
}

/** Reads the objectives, the imputations, the signals and the proofs of each lease, on its day. */
export function checkLeases(policies: readonly Program[], leases: readonly VacancyLease[]): readonly CheckedLease[] {
    const isAlone = new Set(policies.map(({ policy }) => policy.name)).size === 1;
    return leases.map((lease): CheckedLease => {
        const { demand, dwelling, day, loaded } = lease;
        const read = { ...withStandings(lease), taken: new Map((loaded?.policy.imputations ?? []).map(({ name }) => [name, takenBy(name, lease)])) };
        if (loaded === undefined) return { ...read, signals: new Map(), unproved: [] };
        const subject = { demand, dwelling, day, leaseDay: day };
        const signals = new Map(evaluateSignals(loaded, subject).map(({ name, truth }) => [name, truth]));
        return { ...read, signals, unproved: unprovedFacts(loaded, subject), ...(isAlone ? {} : { territory: loaded.policy.name }) };
    });
}
