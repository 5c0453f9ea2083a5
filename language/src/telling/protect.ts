/** No count of fewer households than this is told, nor can it be found. */
export const SMALLEST_COUNT = 11;

/** Counts of households given to anyone are told to the nearest of these: a difference of two of them tells no small count. */
export const ROUNDING = 10;

/** A class of one breakdown: the counts that are told of it, in the order of the columns. */
export interface CountedClass<Of> {
    /** The classes put together here: one, or several that were too few apart. */
    readonly of: readonly Of[];
    readonly counts: readonly number[];
}

/**
 * The classes of one breakdown put together, neighbours first, until every count of every class is none or at least 11 households, and
 * until what is told of them, with the exact total, leaves each count as uncertain as its rounding makes it. Any sum of classes is then
 * none or at least 11, and no class of another breakdown, within one of these or around it, differs from it by a count from 1 to 10 that
 * a reader could work out. A breakdown of which a single class is left says nothing, and is empty.
 */
export function groupUntilSafe<Of>(classes: readonly CountedClass<Of>[]): readonly CountedClass<Of>[] {
    return groupUntil(classes, weakest);
}

/** The same where no total is told to the unit: until every count of every class is none or at least 11 households. */
export function groupUntilMany<Of>(classes: readonly CountedClass<Of>[]): readonly CountedClass<Of>[] {
    return groupUntil(classes, (groups) => smallest(groups, smallPlaces(groups)));
}

function groupUntil<Of>(
    classes: readonly CountedClass<Of>[],
    unsafeOf: (groups: readonly CountedClass<Of>[]) => number | undefined,
): readonly CountedClass<Of>[] {
    let groups: readonly CountedClass<Of>[] = classes.filter(({ counts }) => counts.some((count) => count > 0));
    for (let unsafe = unsafeOf(groups); unsafe !== undefined && groups.length > 1; unsafe = unsafeOf(groups)) groups = merged(groups, unsafe);
    return groups.length < 2 || unsafeOf(groups) !== undefined ? [] : groups;
}

function isSmall(count: number): boolean {
    return count > 0 && count < SMALLEST_COUNT;
}

/** The place of the smallest class that has a small count, or one that the others give away. */
function weakest<Of>(groups: readonly CountedClass<Of>[]): number | undefined {
    const columns = groups[0]?.counts.keys() ?? [];
    return smallest(groups, [...smallPlaces(groups), ...[...columns].flatMap((column) => exposed(groups.map(({ counts }) => counts[column] ?? 0)))]);
}

function smallPlaces<Of>(groups: readonly CountedClass<Of>[]): readonly number[] {
    return [...groups.entries()].flatMap(([place, { counts }]) => (counts.some(isSmall) ? [place] : []));
}

function smallest<Of>(groups: readonly CountedClass<Of>[], places: readonly number[]): number | undefined {
    return [...places].sort((a, b) => sizeOf(groups[a]) - sizeOf(groups[b]) || a - b)[0];
}

/** Of two counts that are told apart, so much doubt at least must be left together that their difference may be none, or 11. */
const DOUBT = SMALLEST_COUNT - 1 - (ROUNDING / 2 - 2);

/** Places of the counts that their rounded values and their exact sum leave too little doubt about. */
function exposed(counts: readonly number[]): readonly number[] {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const ranges = counts.map(rangeOf);
    const sum = (end: 'low' | 'high'): number => ranges.reduce((all, range) => all + range[end], 0);
    return ranges.flatMap(({ low, high }, place) => {
        const [least, most] = [Math.max(low, total - (sum('high') - high)), Math.min(high, total - (sum('low') - low))];
        const isLoose = high < SMALLEST_COUNT + ROUNDING / 2 ? least === low && most === high : most - least >= DOUBT;
        return high === 0 || isLoose ? [] : [place];
    });
}

/** What a rounded count may be, for who knows that it is none or at least 11. */
function rangeOf(count: number): { readonly low: number; readonly high: number } {
    const told = toTheTen(count);
    return told === 0 ? { low: 0, high: 0 } : { low: Math.max(SMALLEST_COUNT, told - ROUNDING / 2), high: told + ROUNDING / 2 - 1 };
}

function sizeOf<Of>(group: CountedClass<Of> | undefined): number {
    return group?.counts[0] ?? 0;
}

/** A class with its smaller neighbour. */
function merged<Of>(groups: readonly CountedClass<Of>[], place: number): readonly CountedClass<Of>[] {
    const [before, after] = [groups[place - 1], groups[place + 1]];
    const first = before !== undefined && (after === undefined || sizeOf(before) <= sizeOf(after)) ? place - 1 : place;
    const [a, b] = [groups[first], groups[first + 1]];
    if (a === undefined || b === undefined) return groups;
    const both = { of: [...a.of, ...b.of], counts: a.counts.map((count, column) => count + (b.counts[column] ?? 0)) };
    return [...groups.slice(0, first), both, ...groups.slice(first + 2)];
}

/** To the nearest ten, halves up: 11 is told as 10, 15 as 20. */
export function toTheTen(count: number): number {
    return ROUNDING * Math.floor((count + ROUNDING / 2) / ROUNDING);
}

/** An interval that holds another, its ends on tens. */
export function outToTens(low: number, high: number): readonly [low: number, high: number] {
    return [ROUNDING * Math.floor(low / ROUNDING), ROUNDING * Math.ceil(high / ROUNDING)];
}
