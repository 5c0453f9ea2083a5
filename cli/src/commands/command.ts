import type { ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import { FORMATS, type CommandSyntax, type Format } from './command-syntax.js';

/** One verb: what it accepts, and what it does. */
export interface Command extends CommandSyntax {
    /** Long work that looks at `host.interrupted` between its steps. */
    readonly interruptible?: boolean;
    /** A use of the verb that needs none of its options; `undefined`: the arguments are not of that use. */
    readonly aside?: (args: readonly string[], host: Host) => Promise<ExitCode | undefined>;
    readonly run: (invocation: Invocation, host: Host) => Promise<ExitCode>;
}

/** The format asked for; `humain` by default. */
export function formatOf(invocation: Invocation): Format {
    return FORMATS.find((format) => format === invocation.value('format')) ?? 'humain';
}
