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

/** The last replay that the client ran: how many leases each clause decided, and the texts that it read. */
export interface LastRun {
    /** The files replayed, each with the text that it had: once one differs, the counts say nothing of what is written. */
    readonly files: readonly { readonly uri: string; readonly text: string }[];
    /** `scope` is that of the version: `politique valmont « 2024.1 »`. */
    readonly clauses: readonly { readonly scope: string; readonly name: string; readonly leases: number }[];
}

/** The notification that carries `LastRun`; null when the client has forgotten it. */
export const LAST_RUN = 'bareme/lastRun';
