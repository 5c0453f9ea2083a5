import { describe, type Program } from '../../engine/index.js';
import type { Expression } from '../../ir/expression.js';
import { bareJson } from '../../ir/bare-json.js';

/** A public that a policy names: who may be designated on a contingent, whose leases weigh on rights. */
export interface NamedPublic {
    /** The same for two conditions that mean the same, wherever they are written. */
    readonly key: string;
    readonly name: string;
    readonly label: string;
    readonly condition: Expression;
    readonly reservees: readonly string[];
    readonly imputations: readonly string[];
}

/** The publics of a policy that a demand alone tells, imputations first; one for each condition, whoever states it. */
export function publicsOf(loaded: Program): readonly NamedPublic[] {
    const { readsOf } = describe(loaded);
    const publics = new Map<string, NamedPublic>();
    for (const stated of statedIn(loaded)) {
        const { dwelling, candidature } = readsOf([stated.condition]);
        if (dwelling.length > 0 || candidature.length > 0) continue;
        const known = publics.get(stated.key) ?? { ...stated, reservees: [], imputations: [] };
        publics.set(stated.key, {
            ...known,
            reservees: [...new Set([...known.reservees, ...stated.reservees])],
            imputations: [...new Set([...known.imputations, ...stated.imputations])],
        });
    }
    return [...publics.values()];
}

function statedIn(loaded: Program): readonly NamedPublic[] {
    const { imputations, reservees } = loaded.policy;
    return [
        ...imputations.map(({ name, label, condition }) => ({ ...namedBy(loaded, condition, { name, label }), reservees: [], imputations: [name] })),
        ...reservees.flatMap(({ name, label, contingents }) =>
            contingents.flatMap(({ code, public: condition }) =>
                condition === undefined
                    ? []
                    : [{ ...namedBy(loaded, condition, { name: `${name} ${code}`, label: `${label ?? name}, ${code}` }), reservees: [name], imputations: [] }],
            ),
        ),
    ];
}

/** A public is called as the one fact that says it, else as the clause that states it. */
function namedBy(
    { policy: { vocabulary } }: Program,
    condition: Expression,
    statement: { readonly name: string; readonly label?: string | undefined },
): Pick<NamedPublic, 'key' | 'name' | 'label' | 'condition'> {
    const key = bareJson(condition);
    if (condition.kind !== 'derived' && condition.kind !== 'fact') return { key, name: statement.name, label: statement.label ?? statement.name, condition };
    const declared = condition.kind === 'derived' ? vocabulary.derived : vocabulary.facts;
    return { key, name: condition.name, label: declared.find(({ name }) => name === condition.name)?.label ?? condition.name, condition };
}
