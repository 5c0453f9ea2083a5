// Child processes of the repository's own scripts.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, without a final slash. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Runs a program in the repository with its output shown, and gives its exit code (128 + n for a signal).
 * An interruption reaches the program itself: this process waits for it to tidy up.
 */
export function run(program, args, env = process.env) {
    return runIn(root, program, args, env);
}

/** The same, in another folder. */
export function runIn(cwd, program, args, env = process.env) {
    const waiting = () => undefined;
    process.on('SIGINT', waiting);
    return new Promise((resolve) => {
        const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
        const end = (code) => {
            process.off('SIGINT', waiting);
            resolve(code);
        };
        child.on('error', (error) => {
            console.error(`${program} : ${error.message}`);
            end(127);
        });
        child.on('exit', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 143)));
    });
}
