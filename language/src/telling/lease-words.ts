import type { Comparison } from '../replay/index.js';
import { SMALLEST_COUNT } from './protect.js';
import type { Edition } from './telling.js';
import { integerText, plural } from './words/french.js';

/** How a number of leases is told: as it is from `least` on, `moins de 11 baux` below; by `words` alone where there are some. */
export interface LeaseTelling {
    readonly least: number;
    readonly words?: string;
    /** That there is none says nothing of the others. */
    readonly none?: true;
}

const AS_THEY_ARE: LeaseTelling = { least: 0, none: true };

/** So few households stay housed that nearly all leases go to others. */
const FEW_STAY = 10;

type Moves = Pick<Comparison, 'onlyBaseline' | 'onlyOther' | 'housedBoth'>;

/**
 * How the leases that go to other households are told. Leases signed under each rule set are public: they tell how many more, or fewer,
 * households a variant houses, hence from the households that it alone houses those that it no longer does, and those that both house.
 */
export function leaseTelling({ onlyBaseline, onlyOther, housedBoth }: Moves, edition: Edition): LeaseTelling {
    const isFew = (count: number): boolean => count > 0 && count < SMALLEST_COUNT;
    if (edition === 'internal') return AS_THEY_ARE;
    if (isFew(onlyOther) || isFew(onlyBaseline)) return { least: SMALLEST_COUNT + Math.max(0, onlyOther - onlyBaseline) };
    if (onlyOther === 0 || !isFew(housedBoth)) return AS_THEY_ARE;
    return { least: 0, words: onlyOther < FEW_STAY * housedBoth ? `au moins ${SMALLEST_COUNT} baux` : 'presque tous les baux' };
}

/** How the numbers of several draws are told together, of which one comparison is the first. */
export function drawsTelling(comparison: Moves, edition: Edition): LeaseTelling {
    const { least, ...rest } = leaseTelling(comparison, edition);
    return { least: edition === 'shareable' ? Math.max(SMALLEST_COUNT, least) : least, ...rest };
}

/** Whether something is kept back. */
export function keepsBack({ least, words }: LeaseTelling): boolean {
    return least > 0 || words !== undefined;
}

/** How the numbers of several comparisons are told together: as the one of which least may be told. */
export function tellingOfAll(tellings: readonly LeaseTelling[]): LeaseTelling {
    const words = tellings.find((telling) => telling.words !== undefined)?.words;
    const none = tellings.every((telling) => telling.none === true) ? { none: true as const } : {};
    return { least: Math.max(0, ...tellings.map(({ least }) => least)), ...none, ...(words === undefined ? {} : { words }) };
}

/** Leases that go to other households, each of them one household: `275 baux`, `moins de 11 baux`. */
export function leasesText(count: number, { least, words, none }: LeaseTelling): string {
    if (count === 0 && none === true) return 'aucun bail';
    return words ?? (count < least ? `moins de ${integerText(least)} baux` : plural(count, 'bail', 'baux'));
}

/** From the least to the greatest: `de 260 à 290 baux`, `jusqu’à 15 baux` where the least is too small to be told. */
export function leaseRangeText(low: number, high: number, telling: LeaseTelling): string {
    if (telling.words !== undefined || low === high || high < telling.least) return leasesText(high, telling);
    return low < telling.least ? `jusqu’à ${leasesText(high, telling)}` : `de ${integerText(low)} à ${leasesText(high, telling)}`;
}
