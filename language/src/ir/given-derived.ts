import type { Expression } from './expression.js';
import type { Policy } from './policy.js';
import type { FactValue } from './value.js';
import type { DerivedFact } from './vocabulary.js';

/**
 * The policy in which some deduced facts are given instead of computed, as an example may do: a value, `sans objet`, or
 * `non renseigné`. Names that no deduced fact has are ignored.
 */
export function withGivenDerived(policy: Policy, given: readonly (readonly [name: string, value: FactValue])[]): Policy {
    const byName = new Map(given);
    if (!policy.vocabulary.derived.some((derived) => byName.has(derived.name))) return policy;
    const derived = policy.vocabulary.derived.map((fact) => {
        const value = byName.get(fact.name);
        return value === undefined ? fact : givenFact(fact, value);
    });
    return { ...policy, vocabulary: { ...policy.vocabulary, derived } };
}

function givenFact(fact: DerivedFact, value: FactValue): DerivedFact {
    const { notApplicable, unknown, ...bare } = fact;
    void [notApplicable, unknown];
    const { type, at } = fact;
    const always: Expression = { kind: 'literal', type: { kind: 'boolean' }, value: { kind: 'boolean', value: true }, at };
    switch (value.kind) {
        case 'missing':
            return { ...bare, value: fact.value, unknown: always };
        case 'not-applicable':
            return { ...bare, value: fact.value, notApplicable: always };
        case 'set':
        case 'events':
            return fact;
        default:
            return { ...bare, value: { kind: 'literal', type, value, at } };
    }
}
