import { at } from '../kit/at.js';
import type { Program } from '../engine/index.js';
import type { ReplayReport, RuleSet } from './contract/report.js';
import type { ReplayContext } from './pool/replay-context.js';
import type { LoadedRuleSet } from './rules/rule-set.js';

/** The territory as a report names it; the days are those replayed. */
export function territoryOf({ territory, window }: ReplayContext): ReplayReport['territory'] {
    const { name, synthetic, notices, labels } = territory;
    return { name, synthetic, notices, ...(labels === undefined ? {} : { labels }), from: window.from, to: window.to };
}

/** A rule set as a report names it. */
export function ruleSetOf(ruleSet: LoadedRuleSet, changesNothing: boolean): RuleSet {
    const { terms, variant } = ruleSet;
    return {
        id: ruleSet.id,
        label: ruleSet.label,
        policy: at(terms, 0).policy.policy.name,
        versions: terms.map(({ policy, from }) => ({ version: policy.policy.version, from })),
        variant: variant?.policy.variant?.name,
        changesNothing,
    };
}

/** The policies of a rule set, by date. */
export function policiesOf({ terms }: LoadedRuleSet): readonly Program[] {
    return terms.map(({ policy }) => policy);
}
