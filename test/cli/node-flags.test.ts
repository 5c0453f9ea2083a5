import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { NODE_FLAGS } from '../../cli/bin/node-flags.js';
import { ROOT } from './host.js';

const run = promisify(execFile);

/** A module that says with which options its process was started. */
const SAYS_OPTIONS = 'data:text/javascript,console.error(JSON.stringify(process.execArgv))';

describe('how Node is started', () => {
    it('again, with the flags, once', async () => {
        const { stdout, stderr } = await run(process.execPath, ['--import', SAYS_OPTIONS, join(ROOT, 'cli/bin/bareme.js'), '--version']);
        const starts = stderr
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as readonly string[]);
        expect(starts.map((options) => NODE_FLAGS.every((flag) => options.includes(flag)))).toEqual([false, true]);
        expect(stdout).toMatch(/^bareme [0-9]/);
    });

    it('in a child where a process cannot replace itself, whose code is its own', async () => {
        const cannot = 'data:text/javascript,process.execve=undefined';
        const program = ['--import', cannot, join(ROOT, 'cli/bin/bareme.js')];
        expect((await run(process.execPath, [...program, '--version'])).stdout).toMatch(/^bareme [0-9]/);
        await expect(run(process.execPath, [...program, 'inconnu'])).rejects.toMatchObject({ code: 2 });
    });

    it('makes no code from text, and gives objects no __proto__', async () => {
        const script = "let made = true; try { new Function('return 1')(); } catch { made = false; } console.log(made, '__proto__' in {})";
        expect((await run(process.execPath, [...NODE_FLAGS, '-e', script])).stdout.trim()).toBe('false false');
    });
});
