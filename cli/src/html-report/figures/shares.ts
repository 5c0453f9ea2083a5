import { publishColumn, SMALLEST_CELL, type PublishedCount } from './suppression.js';

/** The classes of one column, as they may be published with their shares of one whole. */
export interface PublishedShares {
    /** The denominator of the shares. */
    readonly whole: number;
    /** By class. */
    readonly counts: readonly PublishedCount[];
}

/**
 * Shares are of the households that are known: `unknown` is the place of the class of the others, −1 where there is none. That denominator
 * tells how many are not known: where these, or the known ones, are from 1 to 10 households, shares are of all.
 */
export function publishShares(counts: readonly number[], unknown: number): PublishedShares {
    const all = counts.reduce((sum, count) => sum + count, 0);
    const untold = counts[unknown] ?? 0;
    const known = all - untold;
    if (untold < SMALLEST_CELL || (known > 0 && known < SMALLEST_CELL)) return { whole: all, counts: publishColumn(counts) };
    const published = publishColumn(counts.filter((_, place) => place !== unknown));
    return { whole: known, counts: [...published.slice(0, unknown), untold, ...published.slice(unknown)] };
}
