import type { FileSystemProvider } from 'langium';
import type { Compilation } from '../compiler/compilation.js';
import type { Span } from '../ir/span.js';

/** What an example gives. */
export interface ExampleResult {
    /** Where the example is written. */
    readonly at: Span;
    readonly passed: boolean;
    /** The note obtained, in words; empty where no version could be run. */
    readonly found: string;
}

/** Runs every example of a compilation. */
export type ExampleRunner = (compilation: Compilation) => readonly ExampleResult[];

/** What the program that holds the server gives it; a browser gives no disk. */
export interface ServerHost {
    readonly files?: FileSystemProvider;
    readonly examples?: ExampleRunner;
}
