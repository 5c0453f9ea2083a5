import type { EntrantsBreakdown, EntrantsGroup, EntrantsOutcome } from '@bareme/language/replay';
import { compareGroups, isYesNo, readable } from './groups.js';
import { publishShares, type PublishedShares } from './shares.js';

/** One characteristic, with what may be told of the occupants, then of those who enter under each rule set and in the record. */
export interface EntrantShares {
    readonly label: string;
    /** Told by its « oui » alone. */
    readonly yesNo: boolean;
    readonly groups: readonly EntrantsGroup[];
    readonly columns: readonly PublishedShares[];
    /** The furthest that a share of those who enter is from the occupants', in ten-thousandths; −1 where no two of them may be told. */
    readonly gap: number;
}

/** The characteristics by which something may be compared, those where entrants and occupants differ most first. */
export function entrantShares({ breakdowns }: EntrantsOutcome): readonly EntrantShares[] {
    return breakdowns
        .map(sharesOf)
        .filter(({ gap }) => gap >= 0)
        .sort((a, b) => b.gap - a.gap);
}

function sharesOf({ breakdownLabel, groups: unordered }: EntrantsBreakdown): EntrantShares {
    const groups = [...unordered].sort((a, b) => compareGroups({ ...a, demands: a.occupants }, { ...b, demands: b.occupants }));
    const unknown = groups.findIndex(isUnknown);
    const sides = groups[0]?.entrants.map((_, place) => groups.map(({ entrants }) => entrants[place]?.households ?? 0)) ?? [];
    const columns = [groups.map(({ occupants }) => occupants), ...sides].map((counts) => publishShares(counts, unknown));
    const yesNo = isYesNo(groups);
    const compared = groups.map(({ group }) => (yesNo ? group === 'oui' : !isUnknown({ group })));
    return { label: readable(breakdownLabel), yesNo, groups, columns, gap: gapOf(columns, compared) };
}

/** Whether a class is that of the households of which it is not known. */
export function isUnknown({ group }: Pick<EntrantsGroup, 'group'>): boolean {
    return group === 'inconnu';
}

function gapOf(columns: readonly PublishedShares[], compared: readonly boolean[]): number {
    const [occupants = [], ...sides] = columns.map(({ whole, counts }) =>
        counts.map((count) => (count === 'masked' || whole === 0 ? undefined : Math.round((10_000 * count) / whole))),
    );
    const gaps = sides.flatMap((shares) =>
        shares.map((share, place) => {
            const own = occupants[place];
            return compared[place] === true && share !== undefined && own !== undefined ? Math.abs(share - own) : -1;
        }),
    );
    return Math.max(-1, ...gaps);
}
