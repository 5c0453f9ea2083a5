import { toTheTen } from '@bareme/language/telling';
import { integerText, percentText, plural } from '../../french.js';
import { isFew, SMALLEST_CELL, type PublishedCount } from './suppression.js';

/** A published count in words: `1 204`, or `moins de 11`, or kept back to protect another. */
export function countText(count: PublishedCount): string {
    return count === 'masked' ? 'masqué' : integerText(count);
}

/**
 * A published count of one class, to the nearest ten: classes of different breakdowns lie within one another (a DALO household is of the
 * priority publics), and the difference of two exact counts would be the few that are in one and not in the other.
 */
export function tenText(count: PublishedCount): string {
    return count === 'masked' ? countText(count) : integerText(toTheTen(count));
}

/** A count that stands alone, to the nearest ten, or how few it is at most. */
export function fewText(count: number): string {
    return isFew(count) ? `moins de ${SMALLEST_CELL}` : tenText(count);
}

/** A number of demands among all, kept back where they are few, or all but a few. */
export function demandsOf(has: number, all: number): string {
    if (isFew(has)) return `moins de ${SMALLEST_CELL}`;
    return isFew(all - has) ? 'presque toutes' : integerText(has);
}

/** `312 sur 1 195 (26,1 %)`. */
export function shareText(numerator: number, denominator: number): string {
    return `${integerText(numerator)} sur ${integerText(denominator)} (${percentText(numerator, denominator)})`;
}

/** `60 logements sur 400 (15 %)`. */
export function dwellingsText(numerator: number, denominator: number): string {
    return `${plural(numerator, 'logement', 'logements')} sur ${integerText(denominator)} (${percentText(numerator, denominator)})`;
}

/** A difference with its sign: `+34`, `−12`, `0`. */
export function signedText(value: number): string {
    const size = integerText(Math.abs(value));
    return value > 0 ? `+${size}` : value < 0 ? `−${size}` : '0';
}

/** A name quoted as French does. */
export function quoted(name: string): string {
    return `« ${name} »`;
}

/** Nearest-rank quartiles of some integers; at least one is given. */
export function quartilesOf(values: readonly number[]): readonly [q1: number, median: number, q3: number] {
    const sorted = [...values].sort((a, b) => a - b);
    const at = (quarters: number): number => sorted[Math.max(Math.ceil((quarters * sorted.length) / 4), 1) - 1] ?? 0;
    return [at(1), at(2), at(3)];
}
