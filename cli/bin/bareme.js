#!/usr/bin/env node
// Starts Barème: checks the version of Node in words that a newcomer understands, starts again with its flags, then hands over.
import { spawn } from 'node:child_process';
import { NODE_FLAGS } from './node-flags.js';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 12)) {
    console.error(`Barème demande Node 22.12 ou plus récent ; celui-ci est ${process.versions.node}.`);
    console.error('Depuis le dépôt, « npx bareme » emploie le Node que npm a installé ; ailleurs, voyez https://nodejs.org.');
    process.exitCode = 2;
} else if (NODE_FLAGS.every((flag) => process.execArgv.includes(flag))) {
    await handOver();
} else {
    await startAgain([...new Set([...process.execArgv, ...NODE_FLAGS]), ...process.argv.slice(1)]);
}

async function handOver() {
    const { main } = await import('../dist/main.js').catch((error) => {
        if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
        console.error('Barème n’est pas encore construit : lancez d’abord « npm run setup ».');
        process.exit(2);
    });
    process.exitCode = await main(process.argv.slice(2));
}

/** In the same process where the system can (Node 22.15 and later, but on Windows); else in a child whose signals and code are ours. */
async function startAgain(args) {
    if (typeof process.execve === 'function' && process.platform !== 'win32') {
        process.removeAllListeners('warning');
        process.execve(process.execPath, [process.execPath, ...args], process.env);
    }
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    // A terminal sends Ctrl-C to both: the child tidies up, and this process waits for it.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    process.exitCode = await new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143))));
}
