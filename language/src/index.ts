/**
 * The language in memory: texts in, a resolved project and diagnostics out. No file, no clock, no network.
 */
export { compileSources, createSourceParser, type Compilation } from './compile.js';
export type { CompilationStep, CompilationSteps, CompilationWork, FileChange } from './compiler/compilation.js';
export { createCompiler, type Compiler } from './compiler/compiler.js';
export { runInSlices, runToEnd, type StepHost } from './compiler/run-steps.js';
export { createBaremeServices, type BaremeAddedSharedServices, type BaremeServices, type BaremeSharedServices } from './language-module.js';
export type { ExpectedType, NameRole, Names, Occurrence, RootScope, Stretch } from './references/occurrences.js';
export { symbolId, type NamedSymbol, type SymbolKind } from './references/symbol.js';
export { readProject, type ReadProject } from './read-project.js';
export type { SourceParser } from './parser/source-parser.js';
export { LIMITS, type ParsedSource, type SourceText } from './parser/source-text.js';
export { policyReach, type PolicyReach } from './validation/quantities/points-reach.js';
export type { Range } from './validation/quantities/value-range.js';
