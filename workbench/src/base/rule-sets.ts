import type { Policy, Project } from '@bareme/language/ir';
import type { RuleSetInput } from '@bareme/language/replay';

/** The id of the versions in force among the rule sets. */
export const BASELINE = 'en-vigueur';

/** The territories that the files write policies for, by name. */
export function territoriesOf(project: Project): readonly string[] {
    return [...new Set(project.policies.map(({ name }) => name))];
}

/** The variants of a territory's policy. */
export function variantsOf(project: Project, territory: string): readonly Policy[] {
    return project.variants.filter(({ name }) => name === territory);
}

/** What a replay compares: the versions in force, then each variant, in the order given. */
export function ruleSetsOf(project: Project, territory: string, variants: readonly string[]): readonly RuleSetInput[] {
    const versions = project.policies.filter(({ name }) => name === territory);
    const named = variantsOf(project, territory).filter(({ variant }) => variant !== undefined && variants.includes(variant.name));
    return [{ id: BASELINE, label: 'Règles en vigueur', versions }, ...named.map((variant) => asRuleSet(versions, variant))];
}

function asRuleSet(versions: readonly Policy[], policy: Policy): RuleSetInput {
    const id = policy.variant?.name ?? policy.version;
    return { id, label: policy.variant?.label ?? id, versions, variant: policy };
}
