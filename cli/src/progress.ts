import type { Host } from './host.js';

/** Tells how far long work is. */
export interface Progress {
    /** A new stage begins. */
    readonly stage: (words: string) => void;
    /** How far the stage is; `total` 0 says nothing. */
    readonly step: (done: number, total: number, words: string) => void;
    /** Leaves the terminal's line clean. */
    readonly end: () => void;
}

const SILENT: Progress = { stage: () => undefined, step: () => undefined, end: () => undefined };

/** Progress on the error stream: one line that rewrites itself on a terminal; elsewhere, one line per stage. */
export function progressOn({ err }: Host, silent: boolean): Progress {
    if (silent) return SILENT;
    if (!err.isTerminal) return { ...SILENT, stage: (words) => err.write(`${words}\n`) };
    let shown = '';
    const show = (text: string) => {
        if (text === shown) return;
        err.write(`\r${text.padEnd(shown.length)}`);
        shown = text;
    };
    return {
        stage: show,
        step: (done, total, words) => {
            if (total > 0) show(`${words} : ${Math.floor((100 * done) / total)} %`);
        },
        end: () => {
            if (shown !== '') err.write(`\r${' '.repeat(shown.length)}\r`);
            shown = '';
        },
    };
}
