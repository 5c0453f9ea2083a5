import type { FileSystemProvider } from 'langium';
import type { Compilation } from '../compiler/compilation.js';
import type { Policy } from '../ir/policy.js';
import type { Span } from '../ir/span.js';

/** What an example gives. */
export interface ExampleResult {
    /** Where the example is written. */
    readonly at: Span;
    readonly passed: boolean;
    /** The note obtained, in words; empty where no version could be run. */
    readonly found: string;
    /** The version or variant that it was run under; nothing where there is none. */
    readonly policy?: Policy;
    /** The facts that the note lacks to be known, by name. */
    readonly missing: readonly string[];
}

/** Runs every example of a compilation. */
export type ExampleRunner = (compilation: Compilation) => readonly ExampleResult[];

/** What the program that holds the server gives it; a browser gives no disk. */
export interface ServerHost {
    readonly files?: FileSystemProvider;
    readonly examples?: ExampleRunner;
}
