import type { FactReader } from '../../columns/facts.js';
import { evaluateCondition, type Program } from '../../engine/index.js';
import type { Route } from '../../ir/flux.js';
import type { FactValue } from '../../ir/value.js';
import { rowOn } from '../record/population.js';
import type { RunRecord } from '../record/replay-record.js';

/** By which way a vacancy is let. */
export interface Passage {
    /** Absent: the ordinary way. */
    readonly route?: Route;
    /** The condition of a route that comes before is unknown. */
    readonly unsure: boolean;
}

const MISSING: FactValue = { kind: 'missing' };

/** A household of which everything is missing. */
export const UNKNOWN_HOUSEHOLD: FactReader = { fact: () => MISSING, proved: () => false };

const ORDINARY: Passage = { unsure: false };

/**
 * The first route of a policy whose condition holds, on the day of designation, for the dwelling and the household that the record
 * houses in it (step 1). Unknown conditions take nobody out of the ordinary way: the vacancy is flagged.
 */
export function passageOf(context: RunRecord, loaded: Program, vacancy: number): Passage {
    const { routes } = loaded.policy;
    if (routes.length === 0) return ORDINARY;
    const { designation, lease } = context.dwellings.vacancy(vacancy);
    const subject = { demand: recordedHousehold(context, vacancy), dwelling: context.dwellings.reader(vacancy), day: designation, leaseDay: lease };
    let unsure = false;
    for (const route of routes) {
        const { truth } = evaluateCondition(loaded, route.condition, subject);
        if (truth === 'true') return { route, unsure };
        unsure ||= truth === 'unknown';
    }
    return unsure ? { unsure } : ORDINARY;
}

/** The facts, on the day of designation, of the household that the record houses. */
function recordedHousehold({ dwellings, population, facts }: RunRecord, vacancy: number): FactReader {
    const { lessee, designation } = dwellings.vacancy(vacancy);
    const demand = lessee === undefined ? undefined : population.byId.get(lessee);
    return demand === undefined ? UNKNOWN_HOUSEHOLD : facts.reader(rowOn(population, demand, designation));
}
