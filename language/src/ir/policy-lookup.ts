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

/** `valmont 2024.1`, or `valmont 2024.1 / attente_renforcée` for a variant. */
export function ruleSetName(policy: Policy): string {
    const version = `${policy.name} ${policy.version}`;
    return policy.variant === undefined ? version : `${version} / ${policy.variant.name}`;
}
