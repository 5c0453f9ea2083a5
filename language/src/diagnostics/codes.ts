import { COMMAND } from './codes/command.js';
import type { DiagnosticDefinition } from './codes/definition.js';
import { DATA } from './codes/data.js';
import { DRAFTS } from './codes/drafts.js';
import { EXAMPLES } from './codes/examples.js';
import { FLUX } from './codes/flux.js';
import { NAMES } from './codes/names.js';
import { POLICY } from './codes/policy.js';
import { REPLAY } from './codes/replay.js';
import { SLIPS } from './codes/slips.js';
import { SYNTAX } from './codes/syntax.js';
import { TYPES } from './codes/types.js';
import { VERSIONS } from './codes/versions.js';

/** Every diagnostic, by code. One family per file; data, replay and command findings have their own (BAR7xx to BAR9xx). */
export const DIAGNOSTICS = {
    ...SYNTAX,
    ...SLIPS,
    ...NAMES,
    ...TYPES,
    ...POLICY,
    ...FLUX,
    ...VERSIONS,
    ...EXAMPLES,
    ...DRAFTS,
    ...DATA,
    ...REPLAY,
    ...COMMAND,
} as const;

/** A code of the registry: `BAR` and three digits, the first of which names the family. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** The parameters that a code's wording needs, checked where it is reported. */
export type ParamsOf<Code extends DiagnosticCode> = (typeof DIAGNOSTICS)[Code] extends DiagnosticDefinition<infer Params> ? Params : never;
