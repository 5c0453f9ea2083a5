import type { ValueType } from '../../ir/value-type.js';
import type { Compilation } from '../../compiler/compilation.js';
import type { NamedSymbol } from '../../references/symbol.js';
import { derivedOf, factOf } from '../names/policies.js';

/** Whether something of that type may stand where the other is expected; an unknown type may. */
export function fits(type: ValueType | undefined, expected: ValueType | undefined): boolean {
    if (type === undefined || expected === undefined) return true;
    if (type.kind !== expected.kind) return false;
    if (type.kind === 'enumeration' && expected.kind === 'enumeration') return type.name === expected.name;
    if (type.kind === 'money' && expected.kind === 'money') return type.per === expected.per;
    return true;
}

/** The type of what a symbol names; nothing for what has none. */
export function typeOfSymbol({ project }: Compilation, symbol: NamedSymbol): ValueType | undefined {
    const fact = factOf(project, symbol) ?? derivedOf(project, symbol);
    if (fact !== undefined) return fact.type;
    if (symbol.kind === 'value') return { kind: 'enumeration', name: symbol.owner };
    if (symbol.kind !== 'parameter') return undefined;
    const words = [...project.vocabularies, ...project.policies].map(({ vocabulary }) => vocabulary);
    return words.flatMap(({ parameters }) => parameters).find(({ name }) => name === symbol.name)?.type;
}
