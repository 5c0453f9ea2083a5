import type { ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import { FORMATS, type CommandSyntax, type Format } from './command-syntax.js';

/** One verb: what it accepts, and what it does. */
export interface Command extends CommandSyntax {
    /** Long work that looks at `host.interrupted` between its steps. */
    readonly interruptible?: boolean;
    readonly run: (invocation: Invocation, host: Host) => Promise<ExitCode>;
}

/** The format asked for; `humain` by default. */
export function formatOf(invocation: Invocation): Format {
    return FORMATS.find((format) => format === invocation.value('format')) ?? 'humain';
}
