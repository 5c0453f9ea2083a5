import type { Day } from '../../ir/value.js';
import type { Uint32 } from '../../kit/keyed-random.js';
import type { Window } from './demand-life.js';
import { drawsOf, pick, STREAMS, type Draws } from './draws.js';
import type { CommuneModel, DistrictModel, GeneratorModel, SupplyModel } from './generator-model.js';
import { compareText } from '../../kit/text-order.js';

/** A made-up vacancy. Rent in cents. */
export interface SyntheticDwelling {
    readonly id: string;
    readonly draws: Draws;
    readonly released: Day;
    /** Place among the vacancies of the day, from 1. */
    readonly order: number;
    readonly designated: Day;
    readonly examined: Day;
    /** The day of the lease, when the first household to be offered it accepts. */
    readonly leased: Day;
    readonly commune: string;
    readonly district: string;
    readonly type: string;
    readonly financing: string;
    readonly surface: number;
    readonly rooms: number;
    readonly rent: number;
    /** In a priority district on the day of its release. */
    readonly qpv: boolean;
    readonly landlord: string;
    readonly reservee: string;
    readonly firstLetting: boolean;
    readonly adapted: boolean;
    /** When it was built, in the words of the vocabulary. */
    readonly built: string;
    /** Sold, and let to nobody. */
    readonly sold: boolean;
}

/** Subjects of the draws of dwellings, so that no dwelling shares a draw with a demand. */
const FIRST_SUBJECT = 0x8000_0000;

/** Draws the vacancies, in the order in which they are released. */
export function drawDwellings(
    model: GeneratorModel,
    options: { readonly seed: Uint32; readonly count: number; readonly window: Window },
): readonly SyntheticDwelling[] {
    const { seed, count, window } = options;
    const drawn = Array.from({ length: count }, (_, index) => drawDwelling(model, drawsOf(seed, FIRST_SUBJECT + index), index, window));
    drawn.sort((a, b) => a.released - b.released || compareText(a.id, b.id));
    const places = new Map<Day, number>();
    return drawn.map((dwelling) => {
        const order = (places.get(dwelling.released) ?? 0) + 1;
        places.set(dwelling.released, order);
        return { ...dwelling, order };
    });
}

function drawDwelling(model: GeneratorModel, draws: Draws, index: number, window: Window): SyntheticDwelling {
    const released = draws.between(window.from, window.to, STREAMS.release);
    const commune = picked(model.communes, ({ dwellings }: CommuneModel) => dwellings, draws, 0);
    const supply = picked(model.supply, ({ weight }: SupplyModel) => weight, draws, 1);
    const district = picked(commune.districts, ({ weight }: DistrictModel) => weight, draws, 5);
    const financing = draws.weighted(model.financings, STREAMS.dwelling, 2);
    const surface = draws.between(...supply.surface, STREAMS.dwelling, 3);
    return {
        id: `L${String(index).padStart(6, '0')}`,
        draws,
        released,
        order: 0,
        ...stepDays(model, draws, released),
        commune: commune.code,
        district: district.name,
        type: supply.type,
        financing,
        surface,
        rooms: supply.rooms,
        rent: surface * draws.between(...supply.rent, STREAMS.dwelling, 4),
        qpv: isPriority(district, released),
        landlord: draws.weighted(model.landlords, STREAMS.dwelling, 6),
        reservee: draws.weighted(model.reservees, STREAMS.dwelling, 7),
        firstLetting: draws.chance(model.dwellings.firstLetting, STREAMS.dwelling, 8),
        adapted: draws.chance(model.dwellings.adapted, STREAMS.dwelling, 9),
        built: draws.weighted(model.constructions, STREAMS.dwelling, 10),
        sold: draws.chance(model.dwellings.sold, STREAMS.dwelling, 11),
    };
}

function isPriority({ priority }: DistrictModel, day: Day): boolean {
    return priority !== undefined && priority.from <= day && day <= (priority.to ?? Infinity);
}

/** Delays vary from one vacancy to the next; candidates are designated as the assumptions say. */
function stepDays({ assumptions, delays }: GeneratorModel, draws: Draws, released: Day): Pick<SyntheticDwelling, 'designated' | 'examined' | 'leased'> {
    const examined = released + draws.between(...delays.examination, STREAMS.delay);
    return { designated: released + assumptions.designationDelay, examined, leased: examined + draws.between(...delays.lease, STREAMS.delay, 1) };
}

function picked<Item>(items: readonly Item[], weightOf: (item: Item) => number, draws: Draws, part: number): Item {
    return items[pick(items.map(weightOf), (total) => draws.below(total, STREAMS.dwelling, part))]!;
}
