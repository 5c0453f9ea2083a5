/** Where a command runs: everything it may touch outside its arguments, so that tests hold all of it. */
export interface Host {
    /** Folder that relative paths start from. */
    readonly cwd: string;
    /** Results. */
    readonly out: TextOutput;
    /** Progress and, where results are data, findings. */
    readonly err: TextOutput;
    readonly env: Readonly<Record<string, string | undefined>>;
    /** True once the user pressed Ctrl-C: long work stops at its next step. */
    readonly interrupted: () => boolean;
}

export interface TextOutput {
    readonly write: (text: string) => void;
    /** A person reads it: colours and progress make sense. */
    readonly isTerminal: boolean;
    /** Columns of the terminal; absent elsewhere. */
    readonly columns?: number;
}

/** Colours are for terminals, and never when `NO_COLOR` is set (no-color.org). */
export function usesColour(output: TextOutput, env: Host['env']): boolean {
    return output.isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}
