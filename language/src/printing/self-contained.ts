import type { Policy } from '../ir/policy.js';
import type { DerivedFact, Parameter } from '../ir/vocabulary.js';
import type { NamedVocabulary } from './vocabulary-text.js';

/**
 * The vocabulary that a policy's file must hold to stand alone: all of it but the values of parameters, which the policy confirms, and
 * the deduced facts from the first that reads a list, which only the policy knows.
 */
export function selfContained({ name, vocabulary }: Policy): NamedVocabulary {
    const lists = new Set(vocabulary.tables.flatMap((table) => (table.list === true ? [table.name] : [])));
    const beforeLists = (facts: readonly DerivedFact[]): readonly DerivedFact[] => {
        const firstOwn = facts.findIndex((derived) => readsList(derived, lists));
        return firstOwn < 0 ? facts : facts.slice(0, firstOwn);
    };
    return {
        name,
        vocabulary: {
            ...vocabulary,
            tables: vocabulary.tables.filter(({ list }) => list !== true),
            parameters: vocabulary.parameters.map(unconfirmed),
            derived: beforeLists(vocabulary.derived),
            memberFacts: beforeLists(vocabulary.memberFacts),
        },
    };
}

/** The parameter as its vocabulary declares it. */
function unconfirmed(parameter: Parameter): Parameter {
    const { value, confirmedBy, confirmedOn, ...declared } = parameter;
    void [value, confirmedBy, confirmedOn];
    return declared;
}

/** Whether a formula names a list anywhere: plain data, visited whole. */
function readsList(derived: DerivedFact, lists: ReadonlySet<string>): boolean {
    const visit = (node: unknown): boolean => {
        if (Array.isArray(node)) return node.some(visit);
        if (typeof node !== 'object' || node === null) return false;
        const isDated = 'table' in node && typeof node.table === 'string' && lists.has(node.table);
        return isDated || ('list' in node && typeof node.list === 'string') || Object.values(node).some(visit);
    };
    return visit([derived.value, derived.notApplicable, derived.unknown]);
}
