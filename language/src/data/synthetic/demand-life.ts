import type { Day } from '../../ir/value.js';
import { addMonths } from '../../kit/civil-date.js';
import { STREAMS, type Draws } from './draws.js';
import type { Chance, GeneratorModel } from './generator-model.js';

/** The days that the data cover, both included. */
export interface Window {
    readonly from: Day;
    readonly to: Day;
}

/** When a demand was filed, and when and why it would leave if nobody housed it. */
export interface DemandLife {
    readonly filed: Day;
    /** Filed within the window. */
    readonly arrived: boolean;
    readonly exit?: { readonly day: Day; readonly motive: string };
    /** A renewal at which the facts changed. */
    readonly updated?: Day;
}

const NOT_RENEWED = 'RADREN';

/**
 * Draws the life of a demand for that type of dwelling: filed before the window with the seniority of the stock, or within it, then
 * renewed year by year.
 */
export function drawLife(model: GeneratorModel, draws: Draws, { window, type }: { readonly window: Window; readonly type: string }): DemandLife {
    const arrived = draws.chance(arrivalsWithin(model, window), STREAMS.arrival);
    const filed = arrived ? draws.between(window.from, window.to, STREAMS.arrival, 1) : window.from - seniorityDays(model, draws, type);
    return { filed, arrived, ...drawYears(model, draws, { filed, window }) };
}

/** The model tells the share of a year's demands that are filed in it: more of them are in a longer window. */
function arrivalsWithin({ arrivals: { num, den } }: GeneratorModel, { from, to }: Window): Chance {
    const filed = num * (to - from + 1);
    return { num: filed, den: (den - num) * 365 + filed };
}

/** Days of seniority: months are counted for 487/16 = 30.4375 days, so that 12 make 365 days and a quarter. */
function seniorityDays({ seniority }: GeneratorModel, draws: Draws, type: string): number {
    const bands = seniority.get(type) ?? seniority.get('autres') ?? [];
    const sixteenths = draws.inBand(
        bands.map(({ low, high, weight }) => ({ low: low * 487, high: high * 487 - 1, weight })),
        STREAMS.seniority,
    );
    return Math.floor(sixteenths / 16) + 1;
}

/** The anniversaries from the window on, until the demand is not renewed or the window is over. */
function drawYears(
    model: GeneratorModel,
    draws: Draws,
    { filed, window }: { readonly filed: Day; readonly window: Window },
): Pick<DemandLife, 'exit' | 'updated'> {
    let updated: Day | undefined;
    for (let year = 1; ; year += 1) {
        const anniversary = addMonths(filed, 12 * year);
        const before = Math.max(addMonths(filed, 12 * (year - 1)) + 1, window.from);
        if (anniversary < window.from) continue;
        if (before > window.to) return updated === undefined ? {} : { updated };
        if (!draws.chance(year === 1 ? model.renewal.first : model.renewal.later, STREAMS.renewal, year)) {
            const motive = draws.weighted(model.exits, STREAMS.exit);
            const day = motive === NOT_RENEWED ? anniversary : draws.between(before, anniversary, STREAMS.exitDay);
            return { exit: { day, motive }, ...(updated === undefined ? {} : { updated }) };
        }
        if (anniversary > window.from && anniversary <= window.to && draws.chance(model.renewal.updated, STREAMS.update, year)) updated ??= anniversary;
    }
}
