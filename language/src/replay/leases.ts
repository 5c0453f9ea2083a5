import type { FactReader } from '../columns/facts.js';
import type { FactValue } from '../ir/value.js';
import { tally, type Tally } from './tally.js';
import type { Lease } from './objectives.js';
import { factsRow } from './population.js';
import type { ReplayContext } from './replay-context.js';
import { inForceOn, type LoadedRuleSet } from './rule-set.js';
import type { RunResult } from './run.js';

const MISSING: FactValue = { kind: 'missing' };
const UNKNOWN_HOUSEHOLD: FactReader = { fact: () => MISSING, proved: () => false };

/** The leases that a run signs, with the facts known on the day of each. */
export function leasesOfRun({ vacancies, population, dwellings }: ReplayContext, { ruleSet, outcomes, world }: RunResult): readonly Lease[] {
    return outcomes.flatMap(({ housed }, vacancy): readonly Lease[] => {
        if (housed === undefined) return [];
        const day = vacancies.replayed[vacancy]!.lease;
        const demand = world.reader(factsRow(population.histories[housed.demand]!, day));
        return [{ demand, dwelling: dwellings.reader(vacancy), day, loaded: inForceOn(ruleSet, day) }];
    });
}

/**
 * The leases that the record holds, measured by the versions of a rule set. A lessee that the demands do not know is a household of
 * which everything is missing; a vacancy without lessee nor lease has none.
 */
export function recordedLeases({ vacancies, population, dwellings, facts }: ReplayContext, ruleSet: LoadedRuleSet): readonly Lease[] {
    return vacancies.replayed.flatMap(({ lessee, recordedLease, lease }, vacancy): readonly Lease[] => {
        if (lessee === undefined && recordedLease === undefined) return [];
        const day = recordedLease ?? lease;
        const demand = lessee === undefined ? undefined : population.byId.get(lessee);
        const reader = demand === undefined ? UNKNOWN_HOUSEHOLD : facts.reader(factsRow(population.histories[demand]!, day));
        return [{ demand: reader, dwelling: dwellings.reader(vacancy), day, loaded: inForceOn(ruleSet, day) }];
    });
}

/** Leases signed on a day without version in force: not measured, counted. */
export function countUnmeasured(counts: Tally, leases: readonly Lease[]): void {
    tally(counts, 'lease-without-version', leases.filter(({ loaded }) => loaded === undefined).length);
}
