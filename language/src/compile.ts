import type { Compilation } from './compiler/compilation.js';
import { createCompiler } from './compiler/compiler.js';
import { runToEnd } from './compiler/run-steps.js';
import { createBaremeServices } from './language-module.js';
import type { SourceParser } from './parser/source-parser.js';
import type { SourceText } from './parser/source-text.js';

export type { Compilation } from './compiler/compilation.js';

/** A parser of its own: it keeps nothing of what it has read. */
export function createSourceParser(): SourceParser {
    return createBaremeServices().shared.bareme.SourceParser;
}

/** The parser of calls that bring none, made once. */
let common: SourceParser | undefined;

/**
 * Parses, links, lowers and checks a set of files in memory. Never throws on any text. The project holds whatever could be
 * understood; it must not be run when a diagnostic is an error.
 */
export function compileSources(sources: readonly SourceText[], parser: SourceParser = (common ??= createSourceParser())): Compilation {
    return runToEnd(createCompiler(parser).update(sources));
}
