import type { Day } from '../../ir/value.js';
import type { Uint32 } from '../../kit/keyed-random.js';
import type { Window } from './demand-life.js';
import type { GeneratorModel } from './generator-model.js';
import { drawRehousings } from './rehousings.js';
import { drawDemand, type SyntheticDemand } from './synthetic-demand.js';
import { drawDwellings, type SyntheticDwelling } from './synthetic-dwelling.js';

/** A territory to make up: how many demands and vacancies, over which days, from which seed (0 to 2^32 − 1). */
export interface GeneratorRequest {
    readonly model: GeneratorModel;
    readonly demands: number;
    readonly lettings: number;
    readonly seed: Uint32;
    readonly from: Day;
    readonly to: Day;
    /** Said after the notices of the model. */
    readonly notices?: readonly string[];
}

/** Who asks and what is released, before anybody is housed but those whom an operation rehouses. */
export interface TerritoryDraft {
    readonly model: GeneratorModel;
    readonly seed: Uint32;
    readonly window: Window;
    readonly demands: readonly SyntheticDemand[];
    readonly dwellings: readonly SyntheticDwelling[];
    /** The demand that an operation rehouses, by dwelling. */
    readonly imposed: ReadonlyMap<string, string>;
}

/** Draws a territory without its history. Throws `RangeError` as `generateTerritory` does. */
export function draftTerritory(request: GeneratorRequest): TerritoryDraft {
    const { model, seed, from, to } = checked(request);
    const window: Window = { from, to };
    const demands = Array.from({ length: request.demands }, (_, index) => drawDemand(model, seed, index + 1, window));
    const dwellings = drawDwellings(model, { seed, count: request.lettings, window });
    return { model, seed, window, demands, dwellings, imposed: drawRehousings(model, demands, dwellings, window) };
}

const MOST_ROWS = 10_000_000;

function checked(request: GeneratorRequest): GeneratorRequest {
    const { demands, lettings, from, to } = request;
    for (const count of [demands, lettings])
        if (!Number.isInteger(count) || count < 0 || count > MOST_ROWS) throw new RangeError(`not a number of rows: ${count}`);
    if (!Number.isInteger(from) || !Number.isInteger(to) || from > to) throw new RangeError(`not a window: ${from} to ${to}`);
    return request;
}
