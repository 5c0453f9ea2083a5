import { STREAMS, type Draws } from './draws.js';
import type { Household } from './household.js';
import type { GeneratorModel } from './generator-model.js';

/** Where a household lives when it asks. Rents in cents; what does not exist there is absent, and written « sans objet ». */
export interface CurrentHousing {
    readonly mutation: boolean;
    /** Codes of the current housing; several may hold. */
    readonly situations: readonly string[];
    readonly motives: readonly string[];
    readonly landlord?: string;
    readonly rent?: number;
    readonly surface?: number;
    readonly rooms?: number;
    readonly occupants?: number;
    /** Days spent there before the demand was filed. */
    readonly daysBefore: number;
}

const SOCIAL = 'HLM';
const PRIVATE = 'LP';
const WITH_OTHERS = new Set(['CPE', 'CP']);
const WITHOUT_DWELLING = new Set(['SD', 'SQUAT', 'CAMCAR']);
const OWN_DWELLING = new Set([SOCIAL, PRIVATE, 'FONC', 'POCC', 'LTG']);
const SECOND_SITUATION = { num: 15, den: 100 };

/** Draws the current housing of a household; `mutation`: a tenant of the social stock. */
export function drawCurrentHousing(model: GeneratorModel, draws: Draws, household: Household, mutation: boolean): CurrentHousing {
    const situation = mutation ? SOCIAL : draws.weighted(model.situations, STREAMS.situation);
    const second = WITHOUT_DWELLING.has(situation) && draws.chance(SECOND_SITUATION, STREAMS.situation, 1) ? ['SH'] : [];
    const rent = rentOf(draws, household, situation);
    return {
        mutation,
        situations: [situation, ...second],
        motives: motivesOf(model, draws, situation),
        ...(mutation ? { landlord: draws.weighted(model.landlords, STREAMS.landlord) } : {}),
        ...(rent === undefined ? {} : { rent }),
        ...placeOf(draws, household, situation),
        daysBefore: draws.between(30, OWN_DWELLING.has(situation) ? 4000 : 900, STREAMS.settled),
    };
}

/** Tenants of the social stock pay by the size of the household, those of the private one a share of their resources. */
function rentOf(draws: Draws, { persons, resources }: Household, situation: string): number | undefined {
    if (situation === SOCIAL) return draws.between(240, 330, STREAMS.rent) * 100 + Math.min(persons, 6) * 4500;
    if (situation !== PRIVATE) return undefined;
    const share = Math.floor((resources * draws.between(22, 55, STREAMS.rent)) / 10_000) * 100;
    return Math.min(Math.max(share, 28_000), 110_000);
}

function placeOf(draws: Draws, { persons }: Household, situation: string): Pick<CurrentHousing, 'surface' | 'rooms' | 'occupants'> {
    if (WITHOUT_DWELLING.has(situation)) return {};
    if (!OWN_DWELLING.has(situation) && !WITH_OTHERS.has(situation))
        return { surface: draws.between(9, 25, STREAMS.surface) + 4 * persons, rooms: 1, occupants: persons };
    const occupants = persons + (WITH_OTHERS.has(situation) ? draws.between(1, 4, STREAMS.surface, 1) : 0);
    const rooms = Math.min(Math.max(occupants - 1 + draws.between(-1, 3, STREAMS.surface, 2), 1), 8);
    return { surface: rooms * draws.between(13, 21, STREAMS.surface, 3) + 10, rooms, occupants };
}

function motivesOf(model: GeneratorModel, draws: Draws, situation: string): readonly string[] {
    const weights = model.motives.get(motiveGroup(situation)) ?? [];
    const first = draws.weighted(weights, STREAMS.motive);
    const second = draws.weighted(weights, STREAMS.motive, 1);
    return first === second ? [first] : [first, second];
}

function motiveGroup(situation: string): string {
    if (situation === SOCIAL) return 'mutation';
    if (OWN_DWELLING.has(situation)) return 'locataire';
    return WITH_OTHERS.has(situation) ? 'hébergé' : 'précaire';
}
