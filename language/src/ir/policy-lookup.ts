import type { Policy } from './policy.js';
import type { Day } from './value.js';

/** The version of a territory's policy in force on a day: without an end, a version runs until its successor's start. */
export function versionInForce(versions: readonly Policy[], day: Day): Policy | undefined {
    let found: Policy | undefined;
    for (const version of versions) {
        const ended = version.dates.to !== undefined && day > version.dates.to;
        if (version.dates.from <= day && !ended && (found === undefined || version.dates.from > found.dates.from)) found = version;
    }
    return found;
}

/** The versions that a day reads: `ranking` gives the notes and the order of demands, `inForce` everything else. */
export interface VersionsOfDay {
    readonly inForce: Policy;
    readonly ranking: Policy;
}

/**
 * The versions of a territory's policy that a day reads. From its start to the day of its switch of notes (« bascule des notes le »), a
 * version that has a predecessor leaves it the notes and the ranking.
 */
export function versionsOfDay(versions: readonly Policy[], day: Day): VersionsOfDay | undefined {
    const inForce = versionInForce(versions, day);
    if (inForce === undefined) return undefined;
    const { switchover, from } = inForce.dates;
    if (switchover === undefined || day >= switchover) return { inForce, ranking: inForce };
    const former = versions.filter((version) => version.dates.from < from).reduce<Policy | undefined>(later, undefined);
    return { inForce, ranking: former ?? inForce };
}

function later(a: Policy | undefined, b: Policy): Policy {
    return a === undefined || b.dates.from > a.dates.from ? b : a;
}

/** `valmont 2024.1`, or `valmont 2024.1 / attente_renforcée` for a variant. */
export function ruleSetName(policy: Policy): string {
    const version = `${policy.name} ${policy.version}`;
    return policy.variant === undefined ? version : `${version} / ${policy.variant.name}`;
}
