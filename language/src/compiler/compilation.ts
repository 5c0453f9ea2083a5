import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Project } from '../ir/project.js';
import type { ParsedSource, SourceText } from '../parser/source-text.js';
import type { Names } from '../references/occurrences.js';

/** What the files say, resolved, and everything wrong with them, in the order of files then of places. */
export interface Compilation {
    readonly project: Project;
    readonly diagnostics: readonly Diagnostic[];
    /** What each name of the files names: for definition, references, renaming, completion. Found out when first read. */
    readonly names: Names;
    /** The files, in the order of their paths. */
    readonly sources: readonly ParsedSource[];
    /** What had to be done again; the rest is what former compilations had found. */
    readonly work: CompilationWork;
}

/** How many of each were done, not found already done. */
export interface CompilationWork {
    /** Texts parsed. */
    readonly parses: number;
    /** Vocabularies, versions, variants, examples and mappings lowered. */
    readonly lowerings: number;
    /** Checks of meaning run. */
    readonly checks: number;
}

/** A file as it is now: its text, what a parser of the same services made of it, or that it is no more. */
export type FileChange = SourceText | ParsedSource | { readonly path: string; readonly removed: true };

/**
 * Where a compilation is: `pause` between two pieces of work, so that a host may do something else or stop there; `push` once syntax,
 * names and types are known, with the findings of meaning that need not be looked for again.
 */
export type CompilationStep = { readonly kind: 'pause' } | { readonly kind: 'push'; readonly compilation: Compilation };

/** Steps of a compilation; its value has every finding. A host that stops halfway loses nothing: the next one starts from what was done. */
export type CompilationSteps = Generator<CompilationStep, Compilation, undefined>;

/** The only object of its kind: a place where the host may stop. */
export const PAUSE: CompilationStep = { kind: 'pause' };
