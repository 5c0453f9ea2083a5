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
 * The classes of one breakdown put together, neighbours first, until every count of every class is none or at least 11 households. A
 * breakdown of which a single class is left says nothing, and is empty. Any sum or difference of classes of one breakdown is then none,
 * or at least 11.
 */
export function groupUntilSafe<Of>(classes: readonly CountedClass<Of>[]): readonly CountedClass<Of>[] {
    let groups: readonly CountedClass<Of>[] = classes.filter(({ counts }) => counts.some((count) => count > 0));
    for (let unsafe = weakest(groups); unsafe !== undefined && groups.length > 1; unsafe = weakest(groups)) groups = merged(groups, unsafe);
    return groups.length < 2 || weakest(groups) !== undefined ? [] : groups;
}

function isSmall(count: number): boolean {
    return count > 0 && count < SMALLEST_COUNT;
}

/** The place of the smallest class that has a small count. */
function weakest<Of>(groups: readonly CountedClass<Of>[]): number | undefined {
    const small = groups.flatMap(({ counts }, place) => (counts.some(isSmall) ? [place] : []));
    return small.sort((a, b) => sizeOf(groups[a]) - sizeOf(groups[b]) || a - b)[0];
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
