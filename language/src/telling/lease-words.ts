import { SMALLEST_COUNT } from './protect.js';
import type { Edition } from './telling.js';
import { integerText, plural } from './words/french.js';

/** Leases that go to other households, each of them one household: `275 baux`, `moins de 11 baux` where the telling is shareable. */
export function leasesText(count: number, edition: Edition): string {
    return isKept(count, edition) ? `moins de ${SMALLEST_COUNT} baux` : plural(count, 'bail', 'baux');
}

/** From the least to the greatest: `de 260 à 290 baux`, `jusqu’à 15 baux` where the least is too small to be told. */
export function leaseRangeText(low: number, high: number, edition: Edition): string {
    if (low === high || isKept(high, edition)) return leasesText(high, edition);
    return isKept(low, edition) ? `jusqu’à ${leasesText(high, edition)}` : `de ${integerText(low)} à ${leasesText(high, edition)}`;
}

/** Whether a count of households is not told. */
function isKept(count: number, edition: Edition): boolean {
    return edition === 'shareable' && count > 0 && count < SMALLEST_COUNT;
}
