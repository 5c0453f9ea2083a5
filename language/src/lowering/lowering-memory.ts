import { emptyRecord, type Mention } from '../references/occurrences.js';
import type { FileContext } from './context.js';

/** One piece of lowering: what it is about, and everything that it reads. */
export interface Unit {
    /** The node that it lowers: another one as soon as its file's text is another. */
    readonly of: object;
    /** What its result depends on besides: nodes, paths, results of other units. */
    readonly reads: readonly unknown[];
    /** Where its findings and the names that it meets go. */
    readonly reports: Reports;
}

/** What lowering writes down as it goes. */
export type Reports = Pick<FileContext, 'diagnostics' | 'names'>;

interface Lowered {
    readonly reads: readonly unknown[];
    readonly value: unknown;
    readonly reports: Reports;
}

/** What was lowered before: a piece that reads the same objects is not lowered again, and gives the very same object. */
export class LoweringMemory {
    private readonly known = new WeakMap<object, Lowered>();
    private readonly written = new WeakMap<object, readonly Mention[]>();
    private count = 0;

    /** How many pieces were lowered since the memory was made. */
    get lowerings(): number {
        return this.count;
    }

    /** The result of a piece. `lower` reports into what it is given, never elsewhere, and changes nothing that it was given. */
    lowered<Value>({ of, reads, reports }: Unit, lower: (own: Reports) => Value): Value {
        const known = this.known.get(of);
        if (known?.reads.length === reads.length && known.reads.every((read, index) => read === reads[index])) {
            addReports(reports, known.reports);
            return known.value as Value;
        }
        const own: Reports = { diagnostics: [], names: emptyRecord() };
        const value = lower(own);
        this.count += 1;
        this.known.set(of, { reads, value, reports: own });
        addReports(reports, own);
        return value;
    }

    /** The names that the sentences of a root tell, read once. */
    namesWritten(root: object, path: string, read: () => readonly Mention[]): readonly Mention[] {
        const known = this.written.get(root);
        if (known?.every((mention) => mention.path === path) === true) return known;
        const names = read();
        this.written.set(root, names);
        return names;
    }
}

function addReports(into: Reports, { diagnostics, names }: Reports): void {
    for (const diagnostic of diagnostics) into.diagnostics.push(diagnostic);
    for (const mention of names.mentions) into.names.mentions.push(mention);
    for (const expected of names.expected) into.names.expected.push(expected);
}

/** The same part of a file, what it reports kept apart. */
export function reportingInto<Part extends { readonly context: FileContext }>(part: Part, own: Reports): Part {
    return { ...part, context: { ...part.context, ...own } };
}
