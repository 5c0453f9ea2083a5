import { civilDay } from '../kit/civil-date.js';
import type { Objective, Policy } from '../ir/policy.js';
import type { Fraction } from '../ir/value.js';
import type { RuleSetInput } from '../replay/index.js';
import { meaningOf, readsIn } from './changes/meaning.js';

/** An objective as one side has it in one year. */
export interface Terms {
    readonly policy: Policy;
    readonly objective: Objective;
}

/** The policy of a rule set in force on the last day of a year: the variant in the place of the version that it edits. */
export function policyOfYear({ versions, variant }: RuleSetInput, year: number, territory?: string): Policy | undefined {
    const last = civilDay(year, 12, 31) ?? 0;
    const begun = versions.filter(({ name, dates }) => (territory === undefined || name === territory) && dates.from <= last);
    const inForce = [...begun].sort((a, b) => b.dates.from - a.dates.from)[0];
    return variant !== undefined && inForce !== undefined && variant.version === inForce.version && variant.name === inForce.name ? variant : inForce;
}

/** An objective by the name that the report gives it: that of its territory before it, where there are several. */
export function termsOf(ruleSet: RuleSetInput, name: string, year: number): Terms | undefined {
    const [territory, own] = name.includes('.') ? [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)] : [undefined, name];
    const policy = policyOfYear(ruleSet, year, territory);
    const objective = policy?.objectives.find((candidate) => candidate.name === own);
    return policy === undefined || objective === undefined ? undefined : { policy, objective };
}

/** The threshold of a year: that of the trajectory, else that of the act. `law` is the amount without trajectory. */
export function thresholdOf({ amount, trajectory }: Objective, year: number): { readonly year: Fraction; readonly law: Fraction } {
    return { year: trajectory.find((step) => step.year === year)?.amount ?? amount, law: amount };
}

/**
 * What an objective counts, thresholds apart, deduced facts and lists written out: two sides with one definition may be compared, two
 * with different ones may not.
 */
export function definitionOf({ policy, objective: { base, target, fallback, by, months, counted } }: Terms): string {
    const counts = [base ?? null, target, fallback ?? null, by ?? null, months ?? null, counted];
    const { derived, tables, parameters, lists } = readsIn(policy, counts);
    const named = <Item extends { readonly name: string }>(items: readonly Item[], names: ReadonlySet<string>): readonly Item[] =>
        items.filter(({ name }) => names.has(name));
    const { vocabulary } = policy;
    return meaningOf([
        counts,
        named(vocabulary.derived, derived),
        named(vocabulary.tables, tables),
        named(vocabulary.parameters, parameters),
        named(policy.lists, lists),
    ]);
}
