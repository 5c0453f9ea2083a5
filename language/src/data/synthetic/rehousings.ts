import type { Day } from '../../ir/value.js';
import type { Window } from './demand-life.js';
import { STREAMS } from './draws.js';
import type { GeneratorModel } from './generator-model.js';
import { underCeiling } from './seeker.js';
import type { SyntheticDemand } from './synthetic-demand.js';
import type { SyntheticDwelling } from './synthetic-dwelling.js';
import { holds } from './wishes.js';

/**
 * The households that an operation rehouses, by the dwelling that it takes for each: the first that suits it once the operation has come to
 * it, at its own landlord's for an urban renewal. Nobody ranks for these.
 */
export function drawRehousings(
    model: GeneratorModel,
    demands: readonly SyntheticDemand[],
    dwellings: readonly SyntheticDwelling[],
    window: Window,
): ReadonlyMap<string, string> {
    const taken = new Map<string, string>();
    for (const demand of demands) {
        if (demand.priorities.rehoused === undefined) continue;
        const day = Math.max(demand.draws.between(window.from, window.to, STREAMS.rehousingDay), demand.life.filed);
        if ((demand.life.exit?.day ?? Infinity) <= day) continue;
        const dwelling = dwellings.find((each) => each.designated >= day && !each.sold && !taken.has(each.id) && suits(model, demand, each));
        if (dwelling !== undefined && stillThere(demand, dwelling.designated)) taken.set(dwelling.id, demand.id);
    }
    return taken;
}

function stillThere({ life }: SyntheticDemand, day: Day): boolean {
    return life.exit === undefined || life.exit.day > day;
}

function suits(model: GeneratorModel, demand: SyntheticDemand, { type, financing, landlord, commune }: SyntheticDwelling): boolean {
    const { wishes, household, housing, priorities } = demand;
    const wanted = wishes.types.includes(type) && wishes.communes.includes(commune) && holds(model, type, household.persons);
    return wanted && underCeiling(model, demand, financing) && (priorities.rehoused !== 'npnru' || housing.landlord === landlord);
}
