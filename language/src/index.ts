/**
 * The language in memory: texts in, a resolved project and diagnostics out. No file, no clock, no network.
 */
export { compileSources, type Compilation } from './compile.js';
export { createSourceParser, type SourceParser } from './parser/source-parser.js';
export { LIMITS, type ParsedSource, type SourceText } from './parser/source-text.js';
