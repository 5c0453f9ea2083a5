import type { Policy } from '../ir/policy.js';
import type { RuleSetInput } from '../replay/index.js';
import { meaningOf, nodesIn, readsIn } from './changes/meaning.js';
import { ruleReads } from './changes/policy-changes.js';

/** Whether rules read what tells classes apart: itself, or what it depends on, or nothing of it. */
export type RulesReading = (breakdown: string, read: boolean) => 'read' | 'through' | 'unread';

/**
 * Decided on what rules mean and not on the name they cite: an expression written out is the deduced fact that it equals, and a class is
 * read by nobody only when no rule reads any fact that it is made from.
 */
export function readingOf(ruleSets: readonly RuleSetInput[]): RulesReading {
    const policies = ruleSets.flatMap(({ versions, variant }) => [...versions, ...(variant === undefined ? [] : [variant])]);
    const facts = new Set(policies.flatMap((policy) => [...ruleReads(policy).facts]));
    const meanings = new Set(policies.flatMap(writtenOut));
    const deposit = policies.flatMap(({ vocabulary }) => vocabulary.facts.filter(({ role }) => role === 'dépôt').map(({ name }) => `demande ${name}`));
    return (breakdown, read) => {
        if (read) return 'read';
        const [kind, name = ''] = breakdown.split(':');
        if (kind === 'fait') return facts.has(`demande ${name}`) ? 'read' : 'unread';
        if (kind === 'ancienneté') return deposit.some((fact) => facts.has(fact)) ? 'read' : 'unread';
        const deduced = policies.flatMap((policy) => policy.vocabulary.derived.filter((fact) => fact.name === name).map((fact) => ({ policy, fact })));
        if (deduced.some(({ fact }) => meanings.has(meaningOf(fact.value)))) return 'read';
        return deduced.some(({ policy, fact }) => [...readsIn(policy, fact).facts].some((of) => facts.has(of))) ? 'through' : 'unread';
    };
}

/** The meaning of every expression that the rules of a policy write, whole or inside another. */
function writtenOut({ scorings, ranking, unscored, exclusions, adequacies, refusalEffects, commission }: Policy): readonly string[] {
    return nodesIn([scorings, ranking, unscored ?? [], exclusions, adequacies, refusalEffects, commission]).flatMap((node) =>
        typeof node.kind === 'string' ? [meaningOf(node)] : [],
    );
}
