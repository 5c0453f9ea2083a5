import { report, type Diagnostic } from '@bareme/language/diagnostics';
import type { RuleSetInput } from '@bareme/language/replay';
import { HISTORY } from '@bareme/language/replay';
import type { ChosenRules } from '../workspace/choose-rules.js';

/** The id of the versions in force among the rule sets. */
export const BASELINE = 'en-vigueur';

/** The rule sets to replay, baseline first: the versions in force, then each variant. Two of one name are a finding. */
export function ruleSetsOf({ versions, variants }: ChosenRules): { readonly ruleSets: readonly RuleSetInput[]; readonly diagnostics: readonly Diagnostic[] } {
    const named = variants.map((variant): RuleSetInput => {
        const id = variant.variant?.name ?? variant.version;
        return { id, label: variant.variant?.label ?? id, versions, variant };
    });
    const ruleSets: readonly RuleSetInput[] = [{ id: BASELINE, label: 'Règles en vigueur', versions }, ...named];
    const taken = ruleSets.filter(({ id }, index) => id === HISTORY || ruleSets.findIndex((other) => other.id === id) !== index);
    return { ruleSets, diagnostics: taken.map(({ id }) => report('BAR802', { ruleSet: id })) };
}
