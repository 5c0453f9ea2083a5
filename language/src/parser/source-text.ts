import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Stretch } from './sound-tree.js';
import type { SourceFile } from '../generated/ast.js';

/** A file as read: its path relative to the workspace root (`/` separators) and its text, in UTF-16. */
export interface SourceText {
    readonly path: string;
    readonly text: string;
}

/** A file parsed: what could be read of it, and what is wrong with the rest. */
export interface ParsedSource extends SourceText {
    /** Its sound statements, the only ones that are lowered; absent when the text was refused. */
    readonly root?: SourceFile;
    /** Everything that was read, unfinished statements included: what an editor completes. */
    readonly tree?: SourceFile;
    /** What of the text is not in `root`. */
    readonly leftOut: readonly Stretch[];
    readonly diagnostics: readonly Diagnostic[];
}

/**
 * Limits of a file (REQ-1): beyond them it is refused, whatever it says. A parser that has just started overflows its stack near 80 levels of
 * nesting; no policy needs a third of `depth`.
 */
export const LIMITS = { characters: 1_000_000, depth: 60, operations: 500, tokens: 200_000 } as const;
