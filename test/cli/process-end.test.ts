import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machineDisk } from '../../cli/src/output/disk.js';
import { takeLock } from '../../cli/src/output/lock.js';
import { processHost } from '../../cli/src/process-host.js';
import { overBudget } from '../../cli/src/workspace/load-data.js';
import { sandbox, type Sandbox } from './host.js';

let place: Sandbox;
beforeEach(() => {
    place = sandbox('mini');
});
afterEach(() => place.remove());

/** A process that notes its end, and whose outputs can be made to fail. */
function fakeProcess(): { readonly process: NodeJS.Process; readonly exits: (number | undefined)[]; readonly said: string[] } {
    const exits: (number | undefined)[] = [];
    const said: string[] = [];
    const stream = (note: (text: string) => void) => Object.assign(new EventEmitter(), { isTTY: false, write: (text: string) => (note(text), true) });
    const fake = Object.assign(new EventEmitter(), {
        stdout: stream(() => undefined),
        stderr: stream((text) => said.push(text)),
        cwd: () => place.folder,
        env: {},
        exit: (code?: number) => {
            exits.push(code);
            fake.emit('exit', code);
        },
    });
    return { process: fake as unknown as NodeJS.Process, exits, said };
}

describe('the end of a process', () => {
    it.each([
        ['SIGTERM', 143],
        ['SIGHUP', 129],
    ] as const)('%s frees the locks and ends with %i', (signal, code) => {
        const { process: fake, exits } = fakeProcess();
        processHost(fake, false);
        const lock = join(place.folder, '.r.verrou');
        expect(takeLock(machineDisk, lock)).toEqual({ kind: 'taken' });
        fake.emit(signal, signal as never);
        expect([exits, existsSync(lock)]).toEqual([[code], false]);
    });

    it('an output that takes nothing more ends in French, with 3; a reader that goes away ends quietly', () => {
        const full = fakeProcess();
        processHost(full.process, false);
        full.process.stdout.emit('error', Object.assign(new Error('no space'), { code: 'ENOSPC' }));
        expect(full.exits).toEqual([3]);
        expect(full.said.join('')).toContain('BAR918');
        expect(full.said.join('')).toContain('le disque est plein');
        const gone = fakeProcess();
        processHost(gone.process, false);
        gone.process.stdout.emit('error', Object.assign(new Error('pipe'), { code: 'EPIPE' }));
        expect([gone.exits, gone.said]).toEqual([[0], []]);
    });
});

describe('links', () => {
    it('that lead back to their own folder end there', async () => {
        mkdirSync(join(place.folder, 'boucle'));
        writeFileSync(join(place.folder, 'boucle/a.bareme'), 'barème 1\nvocabulaire seul { demande { dépôt : date } }\n');
        symlinkSync(join(place.folder, 'boucle'), join(place.folder, 'boucle/x.bareme'));
        symlinkSync('..', join(place.folder, 'boucle/haut.bareme'));
        const { out } = await place.bareme('verifier', 'boucle', 'mini');
        expect(out).toMatch(/fichiers lus\.$/m);
    });
});

describe('memory', () => {
    it('is counted before anything is read', () => {
        expect(overBudget(10, 1000)).toBeUndefined();
        const refused = overBudget(900 * 1024 * 1024, 4144 * 1024 * 1024);
        expect(refused?.code).toBe('BAR919');
        expect(refused?.message).toContain('Rien n’a été lu.');
    });

    it('a name whose accents the disk sets apart is found', async () => {
        const territory = join(place.folder, 'mini/territoire');
        renameSync(join(territory, 'demandes.csv'), join(territory, 'démandes.csv'.normalize('NFD')));
        const manifest = join(territory, 'territoire.json');
        writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('demandes.csv', 'démandes.csv'.normalize('NFC')));
        const { err } = await place.bareme('noter', 'mini', '--territoire', 'mini/territoire', '--date', '01/06/2024');
        expect(err).not.toContain('BAR703');
    });
});

describe('--force', () => {
    it('replaces what the same verb wrote, and neither its input, nor a policy, nor a real territory', async () => {
        const score = (output: string) =>
            place.bareme('noter', 'mini', '--territoire', 'mini/territoire', '--date', '01/06/2024', '--sortie', output, '--force', '--silencieux');
        expect((await score('notes.csv')).code).toBeLessThan(2);
        expect((await score('notes.csv')).code).toBeLessThan(2);
        for (const theirs of ['mini/territoire/demandes.csv', 'mini/politique.bareme']) expect((await score(theirs)).err).toContain('BAR917');
    });
});
