import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sandbox } from './host.js';

const FOLDER = join(ROOT, 'test/cli/transcripts');

/**
 * A transcript is a file that people read: `$ command`, then what the command printed, the error stream after `--- à part`, then how it
 * ended. `BAREME_TRANSCRITS=maj` writes them again; the difference is read in review. `$ cat FILE` shows a file that a command wrote.
 */
describe('transcripts', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

    it('there are some', () => expect(files.length).toBeGreaterThanOrEqual(8));

    it.each(files)('%s', async (name) => {
        const expected = readFileSync(join(FOLDER, name), 'utf8');
        const place = sandbox('mini', 'fautes');
        try {
            const commands = expected.split('\n').filter((line) => line.startsWith('$ '));
            const played: string[] = [];
            for (const line of commands) played.push(await play(line.slice(2), place));
            const found = played.join('\n');
            if (process.env['BAREME_TRANSCRITS'] === 'maj') writeFileSync(join(FOLDER, name), found);
            else expect(found).toBe(expected);
        } finally {
            place.remove();
        }
    });
});

async function play(command: string, place: ReturnType<typeof sandbox>): Promise<string> {
    const [program = '', ...args] = words(command);
    if (program === 'cat') return `$ ${command}\n${readFileSync(join(place.folder, args[0] ?? ''), 'utf8')}`;
    if (program === 'ls')
        return `$ ${command}\n${
            existsSync(join(place.folder, args[0] ?? ''))
                ? readdirSync(join(place.folder, args[0] ?? ''))
                      .sort()
                      .join('\n')
                : 'absent'
        }\n`;
    const { code, out, err } = await place.bareme(...args);
    const aside = err === '' ? '' : `--- à part\n${err}`;
    return `$ ${command}\n${out}${aside}--- code ${code}\n`;
}

/** Words between spaces; quotes keep spaces. */
function words(command: string): readonly string[] {
    return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
