import { spawn } from 'node:child_process';
import type { CancellationToken, ExtensionContext } from 'vscode';
import type { CommandRun, Machine } from '../client/machine.js';

/** As the command line starts itself: no text becomes code, and young objects have room. */
const NODE_FLAGS = ['--disallow-code-generation-from-strings', '--disable-proto=delete', '--min-semi-space-size=64', '--max-semi-space-size=128'];

/** This machine's processes: the packaged command line, run by the Node of VS Code itself. */
export function machineOf(context: ExtensionContext): Machine {
    const program = context.asAbsolutePath('dist/bareme.mjs');
    const env = { ELECTRON_RUN_AS_NODE: '1', NO_COLOR: '1' };
    return {
        commandLine: (args) => ({ program: process.execPath, args: [...NODE_FLAGS, program, ...args], env }),
        run: (args, { cwd, token, onProgress }) =>
            runProcess([...NODE_FLAGS, program, ...args], { cwd, token, onProgress, env: { ...process.env, ...env, BAREME_PROGRES: 'oui' } }),
    };
}

interface ProcessOptions {
    readonly cwd: string;
    readonly token: CancellationToken;
    readonly onProgress: (words: string) => void;
    readonly env: NodeJS.ProcessEnv;
}

/** Runs to the end; a cancellation is asked once, politely: the command tidies up and ends with its own code. */
function runProcess(args: readonly string[], { cwd, token, onProgress, env }: ProcessOptions): Promise<CommandRun> {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
        let [output, errors] = ['', ''];
        const cancelled = token.onCancellationRequested(() => child.kill('SIGINT'));
        child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
        child.stderr.setEncoding('utf8').on('data', (text: string) => {
            errors += text;
            const words =
                errors
                    .split(/[\r\n]/)
                    .at(-1)
                    ?.trim() ?? '';
            if (words !== '') onProgress(words);
        });
        child.on('error', reject);
        child.on('close', (code) => {
            cancelled.dispose();
            resolve({ code: code ?? 130, output, errors: lastWords(errors) });
        });
    });
}

/** What stays on a terminal once lines have been rewritten. */
function lastWords(text: string): string {
    return text
        .split('\n')
        .map((line) => line.split('\r').at(-1)?.trimEnd() ?? '')
        .filter((line) => line !== '')
        .join('\n');
}
