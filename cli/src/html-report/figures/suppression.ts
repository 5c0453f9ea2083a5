/** No count of fewer households than this is published. */
export const SMALLEST_CELL = 11;

/** A count, or the fact that it is kept back. */
export type PublishedCount = number | 'masked';

/**
 * One column of counts by group, as it may be published beside its total. A count from 1 to 10 is masked, and any of the `hidden` rows;
 * so are the next smallest ones, until the masked counts are at least two and add up to 11 or more, so that none can be found by
 * subtraction. Zero says that nobody is concerned and stays, unless it is needed as a second masked cell. Totals over the whole
 * territory are not groups: they are published as they are.
 */
export function publishColumn(counts: readonly number[], hidden: ReadonlySet<number> = new Set()): readonly PublishedCount[] {
    const masked = new Set(counts.flatMap((count, index) => (isFew(count) || hidden.has(index) ? [index] : [])));
    const others = counts.map((count, index) => ({ count, index })).filter(({ index }) => !masked.has(index));
    others.sort((a, b) => a.count - b.count || a.index - b.index);
    for (const { index } of others) {
        if (masked.size === 0 || isProtected(masked, counts)) break;
        masked.add(index);
    }
    return counts.map((count, index) => (masked.has(index) ? 'masked' : count));
}

/** A count cut in two: those that have something and those that do not. */
export interface Split {
    readonly has: number;
    readonly lacks: number;
}

/** A count that stands alone: kept back where it, or what it leaves of the whole, is of fewer than 11 households. */
export function publishWhole({ has, lacks }: Split): PublishedCount {
    return isFew(has) || isFew(lacks) ? 'masked' : has;
}

/** From 1 to 10 households. */
export function isFew(count: number): boolean {
    return count > 0 && count < SMALLEST_CELL;
}

function isProtected(masked: ReadonlySet<number>, counts: readonly number[]): boolean {
    const sum = [...masked].reduce((total, index) => total + (counts[index] ?? 0), 0);
    return masked.size >= 2 && sum >= SMALLEST_CELL;
}
