import type { LeaseChecks } from '@bareme/language/replay';
import { isFew, publishWhole, type PublishedCount, type Split } from './suppression.js';

/**
 * A count by landlord under one rule set, as it may be published beside that of all landlords and beside the leases of each, which are
 * public: of every landlord, or of none where a single one has, or lacks, too few households. Those kept back alone would lie between what
 * the others leave of the whole and the few leases that they have.
 */
export function publishByLandlord(checks: readonly LeaseChecks[], splitOf: (checks: LeaseChecks) => Split): ReadonlyMap<string, PublishedCount> {
    const parts = checks.flatMap((of) => (of.landlord === undefined ? [] : [{ landlord: of.landlord, ...splitOf(of) }]));
    const whole = checks.find(({ landlord }) => landlord === undefined);
    const rest = whole === undefined ? 0 : splitOf(whole).has - parts.reduce((sum, { has }) => sum + has, 0);
    const isTold = !isFew(rest) && parts.every((split) => publishWhole(split) !== 'masked');
    return new Map(parts.map(({ landlord, has }) => [landlord, isTold ? has : 'masked']));
}
