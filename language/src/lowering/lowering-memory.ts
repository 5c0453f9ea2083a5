import type { Steps } from '../kit/steps.js';
import { emptyRecord, type Mention } from '../references/occurrences.js';
import type { FileContext } from './context/context.js';

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

/** How a piece is lowered in steps: see `lowered`. */
interface PausedLowering<Value, Pause> {
    readonly pause: Pause;
    readonly lower: (own: Reports) => Steps<Value>;
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
    lowered<Value>(unit: Unit, lower: (own: Reports) => Value): Value {
        const known = this.find(unit);
        if (known !== undefined) return recalled(unit, known);
        const own: Reports = { diagnostics: [], names: emptyRecord() };
        return this.keep(unit, { value: lower(own), reports: own });
    }

    /** The same of a piece in steps, `pause` standing between two of them; given up halfway, nothing of it is kept. */
    *loweredSteps<Value, Pause>(unit: Unit, { pause, lower }: PausedLowering<Value, Pause>): Generator<Pause, Value, undefined> {
        const known = this.find(unit);
        if (known !== undefined) return recalled(unit, known);
        const own: Reports = { diagnostics: [], names: emptyRecord() };
        const steps = lower(own);
        let step = steps.next();
        for (; step.done !== true; step = steps.next()) yield pause;
        return this.keep(unit, { value: step.value, reports: own });
    }

    private find({ of, reads }: Unit): Lowered | undefined {
        const known = this.known.get(of);
        return known?.reads.length === reads.length && known.reads.every((read, index) => read === reads[index]) ? known : undefined;
    }

    private keep<Value>({ of, reads, reports }: Unit, found: { readonly value: Value; readonly reports: Reports }): Value {
        this.count += 1;
        this.known.set(of, { reads, ...found });
        addReports(reports, found.reports);
        return found.value;
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

/** What was found of a piece, told again. */
function recalled<Value>({ reports }: Unit, known: Lowered): Value {
    addReports(reports, known.reports);
    return known.value as Value;
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
