import { removePending } from './output/pending.js';
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
    current.on('exit', removePending);
    return {
        cwd: current.cwd(),
        out: outputOf(current, current.stdout),
        err: outputOf(current, current.stderr),
        env: current.env,
        interrupted: () => asked,
    };
}

/** A reader that goes away (`bareme … | head`) ends the command quietly. */
function outputOf(current: NodeJS.Process, stream: NodeJS.WriteStream): TextOutput {
    stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EPIPE') current.exit(EXIT.clean);
        throw error;
    });
    return { write: (text) => void stream.write(text), isTerminal: stream.isTTY === true, ...(stream.isTTY === true ? { columns: stream.columns } : {}) };
}
