import type { FactReader } from '@bareme/language/columns';
import type { Example, FactValue } from '@bareme/language/ir';

type Given = readonly (readonly [fact: string, value: FactValue])[];

const MISSING: FactValue = { kind: 'missing' };

/** The facts written in an example, each the same object at every reading; everything else is missing. */
export function readerOf(facts: Given, proved: readonly string[] = []): FactReader {
    const values = new Map(facts);
    const proofs = new Set(proved);
    return { fact: (name) => values.get(name) ?? MISSING, proved: (name) => proofs.has(name) };
}

/** What the engine evaluates for an example: its demand, its dwelling where it has one, its day. */
export function subjectOf(example: Example): { demand: FactReader; dwelling?: FactReader; day: number } {
    return {
        demand: readerOf(example.demand, example.proved),
        ...(example.dwelling === undefined ? {} : { dwelling: readerOf(example.dwelling) }),
        day: example.day,
    };
}
