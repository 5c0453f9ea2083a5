import type { LeaseChecks } from '@bareme/language/replay';
import { publishColumn, SMALLEST_CELL, type PublishedCount, type Split } from './suppression.js';

/**
 * A count by landlord under one rule set, as it may be published beside that of all landlords: none where they, or the others, are fewer
 * than 11 households, nor the one that would give it away. Leases whose dwelling does not say its landlord are one more part.
 */
export function publishByLandlord(checks: readonly LeaseChecks[], splitOf: (checks: LeaseChecks) => Split): ReadonlyMap<string, PublishedCount> {
    const parts = checks.flatMap((of) => (of.landlord === undefined ? [] : [{ landlord: of.landlord, ...splitOf(of) }]));
    const whole = checks.find(({ landlord }) => landlord === undefined);
    const total = whole === undefined ? 0 : splitOf(whole).has;
    const rest = Math.max(0, total - parts.reduce((sum, { has }) => sum + has, 0));
    const hidden = new Set(parts.flatMap(({ lacks }, place) => (lacks > 0 && lacks < SMALLEST_CELL ? [place] : [])));
    const published = publishColumn([...parts.map(({ has }) => has), ...(rest === 0 ? [] : [rest])], hidden);
    return new Map(parts.map(({ landlord }, place) => [landlord, published[place] ?? 'masked']));
}
