import type { Expression } from '../../../ir/expression.js';
import type { Policy } from '../../../ir/policy.js';
import { mapNodes, someNode, type PolicyNode } from '../../../ir/policy-nodes.js';
import type { SeniorityEffect } from '../../../ir/expression.js';
import type { DerivedFact } from '../../../ir/vocabulary.js';

/**
 * The policy whose cotations and ranking count seniority as the effects of refusals leave it: durations from the date of filing, and the
 * facts deduced from them, which exclusions, adequacies and objectives go on reading as they are. The same policy without such effects.
 */
export function countingRefusals(policy: Policy): Policy {
    const { refusalEffects: effects, vocabulary } = policy;
    const filing = vocabulary.facts.find(({ owner, role }) => owner === 'demande' && role === 'dépôt');
    if (effects.length === 0 || filing === undefined) return policy;
    const countsFrom = (node: PolicyNode): boolean => isDuration(node) && isFact(node.start, filing.name);
    const counted = countedFacts(vocabulary.derived, countsFrom);
    const rewrite = (node: PolicyNode): PolicyNode => {
        if (countsFrom(node)) return { ...node, effects: effects.map(bare) };
        return node.kind === 'derived' && counted.has(String(node.name)) ? { ...node, name: afterRefusals(String(node.name)) } : node;
    };
    const deduced = vocabulary.derived.filter(({ name }) => counted.has(name)).map((fact) => ({ ...mapNodes(fact, rewrite), name: afterRefusals(fact.name) }));
    return {
        ...policy,
        scorings: mapNodes(policy.scorings, rewrite),
        ...(policy.ranking === undefined ? {} : { ranking: mapNodes(policy.ranking, rewrite) }),
        vocabulary: { ...vocabulary, derived: [...vocabulary.derived, ...deduced] },
    };
}

/** What a deduced fact is called once refusals count; no author can write such a name. */
export function afterRefusals(name: string): string {
    return `${name} après refus`;
}

/** The deduced facts that count from the filing, directly or through others. */
function countedFacts(derived: readonly DerivedFact[], countsFrom: (node: PolicyNode) => boolean): ReadonlySet<string> {
    const counted = new Set<string>();
    const counts = (node: PolicyNode): boolean => countsFrom(node) || (node.kind === 'derived' && counted.has(String(node.name)));
    for (let size = -1; size < counted.size;) {
        size = counted.size;
        for (const fact of derived) if (!counted.has(fact.name) && someNode(fact, counts)) counted.add(fact.name);
    }
    return counted;
}

function isDuration(node: PolicyNode): boolean {
    return node.kind === 'since' || node.kind === 'elapsed';
}

function isFact(part: unknown, name: string): boolean {
    const fact = part as Extract<Expression, { kind: 'fact' }>;
    return fact.kind === 'fact' && fact.owner === 'demande' && fact.name === name;
}

function bare({ source, filter, effect }: SeniorityEffect): SeniorityEffect {
    return filter === undefined ? { source, effect } : { source, filter, effect };
}
