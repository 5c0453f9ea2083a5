import { report } from '@bareme/language/diagnostics';
import { failureReason } from './output/disk.js';
import { removePending } from './output/pending.js';
import { humanDiagnostic } from './report/human.js';
import { EXIT } from './exit-codes.js';
import type { Host, TextOutput } from './host.js';

/** The host of a real process. An interruptible command is asked to stop at the first Ctrl-C and stopped at the second. */
export function processHost(current: NodeJS.Process, interruptible: boolean): Host {
    let asked = false;
    if (interruptible) {
        current.on('SIGINT', () => {
            if (asked) current.exit(EXIT.interrupted);
            asked = true;
        });
    }
    // A terminal that closes, a machine that stops: what was being written goes, and so do the locks.
    current.on('SIGHUP', () => current.exit(EXIT.hangup));
    current.on('SIGTERM', () => current.exit(EXIT.terminated));
    current.on('exit', removePending);
    return {
        cwd: current.cwd(),
        out: outputOf(current, current.stdout),
        err: outputOf(current, current.stderr),
        env: current.env,
        interrupted: () => asked,
    };
}

/** A reader that goes away (`bareme … | head`) ends the command quietly; an output that takes nothing more ends it in words. */
function outputOf(current: NodeJS.Process, stream: NodeJS.WriteStream): TextOutput {
    stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EPIPE') return current.exit(EXIT.clean);
        if (stream !== current.stderr)
            current.stderr.write(humanDiagnostic(report('BAR918', { reason: failureReason(error) }), { texts: new Map(), colour: false }));
        return current.exit(EXIT.internal);
    });
    return { write: (text) => void stream.write(text), isTerminal: stream.isTTY === true, ...(stream.isTTY === true ? { columns: stream.columns } : {}) };
}
