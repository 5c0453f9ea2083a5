import type { Program } from '../../engine/index.js';
import type { Day } from '../../ir/value.js';
import type { ObjectiveOutcome } from '../contract/report.js';
import type { MeasuredLease } from './lease.js';
import { measureObjectives } from './objectives.js';

/** Measures leases with the objectives of their own territory; where there are several, each outcome is named after its own. */
export function measureByTerritory(ruleSet: string, policies: readonly Program[], leases: readonly MeasuredLease[], end: Day): readonly ObjectiveOutcome[] {
    const names = [...new Set(policies.map(({ policy }) => policy.name))];
    if (names.length === 1) return measureObjectives(ruleSet, policies, leases, end);
    return names.flatMap((territory) => {
        const own = policies.filter(({ policy }) => policy.name === territory);
        const signed = leases.filter(({ loaded }) => loaded?.policy.name === territory);
        const label = own[0]?.policy.label ?? territory;
        return measureObjectives(ruleSet, own, signed, end).map((outcome) => ({
            ...outcome,
            objective: `${territory}.${outcome.objective}`,
            label: `${label} : ${outcome.label}`,
        }));
    });
}
