/** Findings: one typed registry of codes, one way to report them, one shape wherever they are shown. */
export type { Diagnostic, Severity, Location, TextEdit } from './diagnostic.js';
export { DIAGNOSTICS, type DiagnosticCode, type ParamsOf } from './codes.js';
export type { DiagnosticDefinition } from './codes/definition.js';
export { disjointFixes } from './disjoint-fixes.js';
export { report, type Accompaniment } from './report.js';
export { lineAndColumn, type TextPosition } from './text-position.js';
export { nearestNames } from '../kit/nearest-name.js';
