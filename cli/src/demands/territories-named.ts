import type { VersionsOfDay } from '@bareme/language/ir';
import type { DemandOn } from './demands-on.js';

/**
 * The territories that a demand names by its wished communes. One whose wishes are not known may want any. Where a single territory is
 * asked for, it is asked about every demand.
 */
export function territoriesNamed(territories: readonly VersionsOfDay[], demand: DemandOn): readonly VersionsOfDay[] {
    return territories.length === 1 ? territories : territories.filter((versions) => isNamed(versions, demand));
}

function isNamed({ inForce: { communes, vocabulary } }: VersionsOfDay, { facts }: DemandOn): boolean {
    const wishes = vocabulary.facts.find(({ owner, role }) => owner === 'demande' && role === 'communes_souhaitées');
    const value = wishes === undefined ? undefined : facts?.fact(wishes.name);
    if (communes === undefined || value?.kind !== 'set') return value?.kind !== 'not-applicable';
    return value.values.some((commune) => communes.includes(commune));
}
