import type { Uint32 } from '../../kit/keyed-random.js';
import { drawCurrentHousing, type CurrentHousing } from './current-housing.js';
import { drawLife, type DemandLife, type Window } from './demand-life.js';
import { drawsOf, pick, STREAMS, type Draws } from './draws.js';
import { drawHousehold, type Household } from './household.js';
import type { GeneratorModel } from './generator-model.js';
import { drawPriorities, type Priorities } from './priorities.js';
import { drawWishes, type Wishes } from './wishes.js';

/** A made-up demand, all facts known; which of them the file says is decided when it is written. */
export interface SyntheticDemand {
    readonly id: string;
    readonly draws: Draws;
    readonly life: DemandLife;
    readonly household: Household;
    readonly housing: CurrentHousing;
    readonly priorities: Priorities;
    readonly wishes: Wishes;
    readonly residence: string;
    readonly workplace?: string;
    /** Category of household of the ceilings. */
    readonly category: number;
}

/** A commune outside the territory. */
const ELSEWHERE = '99900';
const ONE_IN_SIX = { num: 1, den: 6 };

/** Draws the demand of that number; it is the same whatever the number of demands. */
export function drawDemand(model: GeneratorModel, seed: Uint32, index: number, window: Window): SyntheticDemand {
    const draws = drawsOf(seed, index);
    const household = drawHousehold(model, draws);
    const wishes = drawWishes(model, draws, household.persons);
    const life = drawLife(model, draws, { window, type: wishes.type });
    const mutation = draws.chance(life.arrived ? model.mutations.arrivals : model.mutations.stock, STREAMS.mutation);
    const housing = drawCurrentHousing(model, draws, household, mutation);
    return {
        id: `D${String(index).padStart(6, '0')}`,
        draws,
        life,
        household,
        housing,
        priorities: drawPriorities(model, draws, household, housing),
        wishes,
        residence: place(model, draws, 0),
        ...(household.job === undefined ? {} : { workplace: place(model, draws, 1) }),
        category: categoryOf(household),
    };
}

function place(model: GeneratorModel, draws: Draws, part: number): string {
    if (draws.chance(ONE_IN_SIX, STREAMS.workplace, 2 * part)) return ELSEWHERE;
    const index = pick(
        model.communes.map(({ dwellings }) => dwellings),
        (total) => draws.below(total, STREAMS.workplace, 2 * part + 1),
    );
    return model.communes[index]?.code ?? ELSEWHERE;
}

/** One rank up for a handicap, for a lone parent, for a young couple without child; these do not add up. */
function categoryOf({ persons, adults, children, handicap, youngCouple }: Household): number {
    const raised = handicap || (adults === 1 && children > 0) || (youngCouple && children === 0);
    return persons + (raised ? 1 : 0);
}
