import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileContext } from './context.js';

/** One piece of lowering: what it is about, everything that it reads, and where its findings go. */
export interface Unit {
    /** The node that it lowers: another one as soon as its file's text is another. */
    readonly of: object;
    /** What its result depends on besides: nodes, paths, results of other units. */
    readonly reads: readonly unknown[];
    readonly diagnostics: Diagnostic[];
}

interface Lowered {
    readonly reads: readonly unknown[];
    readonly value: unknown;
    readonly diagnostics: readonly Diagnostic[];
}

/** What was lowered before: a piece that reads the same objects is not lowered again, and gives the very same object. */
export class LoweringMemory {
    private readonly known = new WeakMap<object, Lowered>();
    private count = 0;

    /** How many pieces were lowered since the memory was made. */
    get lowerings(): number {
        return this.count;
    }

    /** The result of a piece. `lower` reports into the array that it is given, never elsewhere, and changes nothing that it was given. */
    lowered<Value>({ of, reads, diagnostics }: Unit, lower: (own: Diagnostic[]) => Value): Value {
        const known = this.known.get(of);
        if (known?.reads.length === reads.length && known.reads.every((read, index) => read === reads[index])) {
            diagnostics.push(...known.diagnostics);
            return known.value as Value;
        }
        const own: Diagnostic[] = [];
        const value = lower(own);
        this.count += 1;
        this.known.set(of, { reads, value, diagnostics: own });
        diagnostics.push(...own);
        return value;
    }
}

/** The same part of a file, its findings kept apart. */
export function reportingInto<Part extends { readonly context: FileContext }>(part: Part, diagnostics: Diagnostic[]): Part {
    return { ...part, context: { ...part.context, diagnostics } };
}
