import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../cli/src/main.js';
import type { Host } from '../../cli/src/host.js';

/** The repository's root, with a final slash. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const FIXTURES = join(ROOT, 'test/cli/fixtures');

/** How a command ended, and what it said. */
export interface Ended {
    readonly code: number;
    readonly out: string;
    readonly err: string;
}

/** A folder of its own, made from fixtures, in which commands run. */
export interface Sandbox {
    readonly folder: string;
    readonly bareme: (...args: readonly string[]) => Promise<Ended>;
    /** The same, stopped by Ctrl-C after so many looks at `host.interrupted`. */
    readonly interruptedAfter: (looks: number, ...args: readonly string[]) => Promise<Ended>;
    readonly remove: () => void;
}

/** Copies the fixtures named into a new folder, side by side. */
export function sandbox(...fixtures: readonly string[]): Sandbox {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bareme-cli-')));
    for (const fixture of fixtures) cpSync(join(FIXTURES, fixture), join(folder, fixture), { recursive: true });
    return {
        folder,
        bareme: (...args) => runIn(folder, args, () => false),
        interruptedAfter: (looks, ...args) => {
            let left = looks;
            return runIn(folder, args, () => (left -= 1) < 0);
        },
        remove: () => rmSync(folder, { recursive: true, force: true }),
    };
}

async function runIn(cwd: string, args: readonly string[], interrupted: () => boolean): Promise<Ended> {
    const texts = { out: '', err: '' };
    const output = (name: 'out' | 'err') => ({ isTerminal: false, write: (text: string) => void (texts[name] += text) });
    const host: Host = { cwd, env: {}, out: output('out'), err: output('err'), interrupted };
    const code = await run(args, host);
    return { code, ...texts };
}
