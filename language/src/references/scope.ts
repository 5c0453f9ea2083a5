import type { Expression } from '../ir/expression.js';
import type { FactDeclaration, FactOwner, ValueType } from '../ir/value-type.js';
import type { Enumeration, Parameter, TableKey } from '../ir/vocabulary.js';

/** A table as expressions see it: its keys and what it gives. */
export interface TableSignature {
    readonly keys: readonly TableKey[];
    readonly type: ValueType;
    /** Made of dated lists: the words of all of them. */
    readonly words?: readonly string[];
}

/** A deduced fact of each member of the household. */
export interface MemberFact {
    readonly type: ValueType;
    /** Its formula, which stands wherever it is read; none when it does not hold, and a finding has said why. `trail`: the facts of members that ask for it. */
    readonly value: (trail: readonly string[]) => Expression | 'circular' | undefined;
}

/** The names that the expressions of a policy or a vocabulary may use, each kind in its own space. */
export interface Scope {
    readonly enumerations: Map<string, Enumeration>;
    readonly facts: Readonly<Record<FactOwner, Map<string, FactDeclaration>>>;
    readonly derived: Map<string, ValueType>;
    readonly memberFacts: Map<string, MemberFact>;
    readonly parameters: Map<string, Parameter>;
    readonly tables: Map<string, TableSignature>;
    readonly lists: Map<string, readonly string[]>;
}

export function emptyScope(): Scope {
    return {
        enumerations: new Map(),
        facts: { demande: new Map(), logement: new Map(), candidature: new Map() },
        derived: new Map(),
        memberFacts: new Map(),
        parameters: new Map(),
        tables: new Map(),
        lists: new Map(),
    };
}

/** A scope that starts with the same names and may grow without changing the first. */
export function copyScope(scope: Scope): Scope {
    return {
        enumerations: new Map(scope.enumerations),
        facts: { demande: new Map(scope.facts.demande), logement: new Map(scope.facts.logement), candidature: new Map(scope.facts.candidature) },
        derived: new Map(scope.derived),
        memberFacts: new Map(scope.memberFacts),
        parameters: new Map(scope.parameters),
        tables: new Map(scope.tables),
        lists: new Map(scope.lists),
    };
}

/** The fact of that owner that plays a role. */
export function factOfRole(scope: Scope, owner: FactOwner, role: string): FactDeclaration | undefined {
    return [...scope.facts[owner].values()].find((fact) => fact.role === role);
}
