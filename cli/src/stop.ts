import type { Diagnostic } from '@bareme/language/diagnostics';
import type { ExitCode } from './exit-codes.js';
import type { Texts } from './report/located.js';

/** Why a command goes no further. */
export interface Stop {
    readonly kind: 'stop';
    readonly exit: ExitCode;
    readonly diagnostics: readonly Diagnostic[];
    readonly texts: Texts;
}

/** Stops a command with findings. */
export function stop(exit: ExitCode, diagnostics: readonly Diagnostic[], texts: Texts = new Map()): Stop {
    return { kind: 'stop', exit, diagnostics, texts };
}
