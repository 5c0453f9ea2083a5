import { at } from '../../kit/at.js';
import type { FactReader } from '../../columns/facts.js';
import { columnOfRole } from '../record/cells.js';
import type { Day } from '../../ir/value.js';
import { monthsElapsed } from '../../kit/civil-date.js';
import { tally, type Tally } from '../record/tally.js';
import type { Lease, VacancyLease } from './lease.js';
import { passageOf, UNKNOWN_HOUSEHOLD } from '../flux/passage.js';
import { demandAt, rowOn, type Population } from '../record/population.js';
import type { ReplayContext } from '../pool/replay-context.js';
import { inForceOn, type LoadedRuleSet } from '../rules/rule-set.js';
import type { RunResult } from '../run/run.js';

/** The leases that a run signs, with the facts known on the day of each. */
export function leasesOfRun(context: ReplayContext, { ruleSet, outcomes, world, vacancies }: RunResult): readonly VacancyLease[] {
    const { population, dwellings, territory } = context;
    const reserved = columnOfRole(territory.dwellings, 'réservataire')?.fact.name;
    return outcomes.flatMap(({ housed, contingent, reservee }, vacancy): readonly VacancyLease[] => {
        if (housed === undefined) return [];
        const { lease: day, designation, commune, landlord } = at(vacancies, vacancy);
        const demand = world.reader(rowOn(population, housed.demand, day));
        const dwelling = heldOn(dwellings.reader(vacancy), reserved, contingent);
        const held = reservee === undefined ? {} : { heldBy: reservee };
        const route = routeAt(context, ruleSet, { vacancy, day: designation });
        const waited = waitedBy(population, housed.demand, day);
        return [{ vacancy, landlord, ...waited, demand, dwelling, day, loaded: inForceOn(ruleSet, { day, commune }), ...held, route }];
    });
}

function waitedBy(population: Population, demand: number, day: Day): Pick<VacancyLease, 'waited'> {
    const { deposit } = demandAt(population, demand);
    return deposit === undefined ? {} : { waited: Math.max(0, monthsElapsed(deposit, day)) };
}

/** The dwelling as held on a contingent, where it is not that of the record. */
function heldOn(reader: FactReader, fact: string | undefined, contingent: string | undefined): FactReader {
    if (fact === undefined || contingent === undefined) return reader;
    const word = { kind: 'word', value: contingent } as const;
    return { fact: (name) => (name === fact ? word : reader.fact(name)), proved: reader.proved };
}

/** The route of a vacancy, by the version in force on the day of designation. */
function routeAt(context: ReplayContext, ruleSet: LoadedRuleSet, { vacancy, day }: { readonly vacancy: number; readonly day: Day }): Lease['route'] {
    const loaded = inForceOn(ruleSet, { day, commune: context.dwellings.vacancy(vacancy).commune });
    return loaded && passageOf(context, loaded, vacancy).route;
}

/**
 * The leases that the record holds, measured by the versions of a rule set. A lessee that the demands do not know is a household of
 * which everything is missing; a vacancy without lessee nor lease has none.
 */
export function recordedLeases(context: ReplayContext, ruleSet: LoadedRuleSet): readonly VacancyLease[] {
    const { vacancies, population, dwellings, facts } = context;
    return vacancies.replayed.flatMap(({ lessee, recordedLease, lease, designation, commune, reservee: code, landlord }, vacancy): readonly VacancyLease[] => {
        if (lessee === undefined && recordedLease === undefined) return [];
        const day = recordedLease ?? lease;
        const demand = lessee === undefined ? undefined : population.byId.get(lessee);
        const reader = demand === undefined ? UNKNOWN_HOUSEHOLD : facts.reader(rowOn(population, demand, day));
        const route = routeAt(context, ruleSet, { vacancy, day: designation });
        const loaded = inForceOn(ruleSet, { day, commune });
        const holder = loaded?.policy.reservees.find(({ contingents }) => contingents.some((contingent) => contingent.code === code));
        const held = holder === undefined ? {} : { heldBy: holder.name };
        const waited = demand === undefined ? {} : waitedBy(population, demand, day);
        return [{ vacancy, landlord, ...waited, demand: reader, dwelling: dwellings.reader(vacancy), day, loaded, ...held, route }];
    });
}

/** Leases signed on a day without version in force: not measured, counted. */
export function countUnmeasured(counts: Tally, leases: readonly Lease[]): void {
    tally(counts, 'lease-without-version', leases.filter(({ loaded }) => loaded === undefined).length);
}
