import { hash32 } from '../kit/keyed-random.js';
import { isDemandNumber } from './direct-identifiers.js';
import { compareText } from '../kit/text-order.js';

/** What an id of a demand becomes; the same id for the same id everywhere in the territory. */
export interface Pseudonyms {
    readonly rename: (id: string) => string;
    /** Ids replaced; 0 when they were pseudonyms already. */
    readonly count: number;
}

/**
 * Replaces every id of demands as soon as one looks like a « numéro unique », which tells when and where it was filed. Pseudonyms are
 * numbers in an order without meaning, that of a hash of the ids: the order of the rows changes nothing, and the order of filing
 * cannot be read in them. This hides, it does not make anonymous: whoever holds the source file can rebuild the list.
 */
export function pseudonymsOf(ids: ReadonlySet<string>): Pseudonyms {
    if (![...ids].some(isDemandNumber)) return { rename: (id) => id, count: 0 };
    const ordered = [...ids].map((id) => ({ id, hash: hash32(id) })).sort((a, b) => a.hash - b.hash || compareText(a.id, b.id));
    const width = String(ordered.length).length;
    const names = new Map(ordered.map(({ id }, index) => [id, `P${String(index + 1).padStart(width, '0')}`]));
    return { rename: (id) => names.get(id) ?? id, count: ordered.length };
}
