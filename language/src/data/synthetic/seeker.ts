import type { Day } from '../../ir/value.js';
import type { GeneratorModel } from './generator-model.js';
import type { SyntheticDemand } from './synthetic-demand.js';

/** A demand as the pools see it: what never changes is worked out once. */
export interface Seeker {
    readonly demand: SyntheticDemand;
    readonly filed: Day;
    /** The last day on which it may be designated, unless it is housed before. */
    lastDay: Day;
    /** Its weight for one month of seniority, or for the base. */
    readonly weight: number;
    /** Financings under whose ceiling it is, and reservees whose public it belongs to. */
    readonly financings: ReadonlySet<string>;
    readonly reservees: ReadonlySet<string>;
}

/** A demand as the pools see it. */
export function seekerOf(model: GeneratorModel, demand: SyntheticDemand): Seeker {
    const { life } = demand;
    return {
        demand,
        filed: life.filed,
        lastDay: life.exit === undefined ? Infinity : life.exit.day - 1,
        weight: fixedWeight(model, demand),
        financings: new Set(model.financings.map(([name]) => name).filter((financing) => underCeiling(model, demand, financing))),
        reservees: new Set(model.reservees.map(([name]) => name).filter((reservee) => isPublicOf(demand, reservee))),
    };
}

/** The public of each reservee: who may be designated on its contingent. */
function isPublicOf({ household, priorities }: SyntheticDemand, reservee: string): boolean {
    switch (reservee) {
        case 'PPRIOR':
            return priorities.dalo === 'ACTIF' || priorities.letters.length > 0;
        case 'PFONCT':
            return household.publicAgent;
        case 'COLACT':
            return household.employee;
        default:
            return true;
    }
}

/** Whether a household is under the ceiling of a financing; it is where the model tells none. */
export function underCeiling(model: GeneratorModel, { household, category }: SyntheticDemand, financing: string): boolean {
    const ceilings = model.ceilings.get(financing);
    if (ceilings === undefined) return true;
    const ceiling = (ceilings[Math.min(category, 6) - 1] ?? 0) + Math.max(category - 6, 0) * (ceilings[6] ?? 0);
    return household.taxIncome <= ceiling * 100;
}

function fixedWeight({ designation }: GeneratorModel, { household, housing, priorities }: SyntheticDemand): number {
    const bands = designation.byResources;
    const byResources = (bands.find(({ below }) => household.resourcesPerUnit < below) ?? bands.at(-1))?.weight ?? 1;
    const priority = priorities.dalo === 'ACTIF' ? designation.dalo : priorities.letters.length > 0 ? designation.priority : 100;
    return byResources * priority * (housing.mutation ? designation.mutation : 100);
}
