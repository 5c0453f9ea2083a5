import type { CancellationToken } from 'vscode';

/** How a command of the command line ended. `code` is its exit code: 0 clean, 1 findings, 130 interrupted. */
export interface CommandRun {
    readonly code: number;
    readonly output: string;
    readonly errors: string;
}

/** What only a machine can do: start a process. Absent in a browser. */
export interface Machine {
    /** How a task starts the packaged command line. */
    readonly commandLine: (args: readonly string[]) => {
        readonly program: string;
        readonly args: readonly string[];
        readonly env: Readonly<Record<string, string>>;
    };
    readonly run: (
        args: readonly string[],
        options: { readonly cwd: string; readonly token: CancellationToken; readonly onProgress: (words: string) => void },
    ) => Promise<CommandRun>;
}
