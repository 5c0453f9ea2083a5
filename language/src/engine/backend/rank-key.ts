/**
 * What a demand shows to the keys of a ranking, up to the appraisal, as doubles that are compared one after the other: the least comes
 * first, and none is longer than another that it begins. Keys are compared under one compiled policy only.
 */
export type RankKey = readonly number[];

/** Negative when the first ranks before the second, positive when after, 0 when only the appraisal can tell. */
export function compareRankKeys(a: RankKey, b: RankKey): number {
    for (let place = 0; place < a.length; place += 1) {
        const left = a[place]!;
        const right = b[place]!;
        if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
}
