import fc from 'fast-check';

/** Choices that a generator makes one after the other; fast-check records and shrinks them. */
export interface Draw {
    /** An integer between two bounds, both included. */
    readonly int: (min: number, max: number) => number;
    readonly pick: <Item>(items: readonly Item[]) => Item;
    /** True so many times in a hundred. */
    readonly chance: (percent: number) => boolean;
    /** So many items, from `min` to `max`. */
    readonly list: <Item>(min: number, max: number, make: (index: number) => Item) => readonly Item[];
}

/** What a generator makes of random choices. */
export function drawn<Made>(make: (draw: Draw) => Made): fc.Arbitrary<Made> {
    return fc.gen().map((generate) => {
        const int = (min: number, max: number): number => generate(integerBetween, min, max);
        return make({
            int,
            pick: (items) => {
                const item = items[int(0, items.length - 1)];
                if (item === undefined) throw new RangeError('nothing to pick from');
                return item;
            },
            chance: (percent) => int(1, 100) > 100 - percent,
            list: (min, max, each) => Array.from({ length: int(min, max) }, (_, index) => each(index)),
        });
    });
}

const integerBetween = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** How many cases a property tries: `BAREME_RUNS` when it is given, else what the continuous verification can afford. */
export function runs(affordable: number): { readonly numRuns: number; readonly seed: number; readonly endOnFailure: boolean } {
    const asked = Number(process.env.BAREME_RUNS ?? affordable);
    return {
        numRuns: Number.isSafeInteger(asked) && asked > 0 ? asked : affordable,
        seed: Number(process.env.BAREME_SEED ?? 20_240_101),
        endOnFailure: process.env.BAREME_SHRINK === undefined,
    };
}

/** The time that a property may take, in milliseconds: an hour when more cases are asked for. */
export const TIME_LIMIT = process.env.BAREME_RUNS === undefined ? 60_000 : 3_600_000;
