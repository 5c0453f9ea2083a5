import type { FactReader } from '@bareme/language/columns';
import type { FactValue } from '@bareme/language/ir';

const MISSING: FactValue = { kind: 'missing' };

/** The facts of an example: those written; any other is `non renseigné`. */
export function factListReader(facts: readonly (readonly [name: string, value: FactValue])[], proved: readonly string[]): FactReader {
    const values = new Map(facts);
    const proofs = new Set(proved);
    return { fact: (name) => values.get(name) ?? MISSING, proved: (name) => proofs.has(name) };
}
