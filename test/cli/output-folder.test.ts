import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machineDisk, type Disk } from '../../cli/src/output/disk.js';
import { openOutputFolder, type OpenedFolder } from '../../cli/src/output/output-folder.js';
import { writeOutputFile } from '../../cli/src/output/output-file.js';

let folder: string;
let path: string;
beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bareme-sortie-'));
    path = join(folder, 'rapport');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const OWNED = ['a.txt', 'b.txt'];
const NEW = new Map([
    ['a.txt', 'neuf a'],
    ['b.txt', 'neuf b'],
]);
const OLD = new Map([
    ['a.txt', 'ancien a'],
    ['b.txt', 'ancien b'],
]);

function open(
    more: { readonly force?: boolean; readonly disk?: Disk; readonly isOurs?: (read: (name: string) => string | undefined) => boolean } = {},
): OpenedFolder {
    return openOutputFolder({
        path,
        shown: 'rapport',
        owned: OWNED,
        force: more.force ?? false,
        isOurs: more.isOurs ?? (() => true),
        disk: more.disk ?? machineDisk,
    });
}

/** Opens and writes: the codes of what was said. */
function write(
    files: ReadonlyMap<string, string>,
    more: { readonly force?: boolean; readonly disk?: Disk; readonly isOurs?: (read: (name: string) => string | undefined) => boolean } = {},
): readonly string[] {
    const opened = open(more);
    return (opened.kind === 'refused' ? opened.diagnostics : opened.folder.commit(files)).map(({ code }) => code);
}

/** The files of the output, or `undefined` when there is none. */
function content(): ReadonlyMap<string, string> | undefined {
    return existsSync(path) ? new Map(readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')])) : undefined;
}

describe('an output folder', () => {
    it('appears with its files and nothing beside it', () => {
        expect(write(NEW)).toEqual([]);
        expect(content()).toEqual(NEW);
        expect(readdirSync(folder)).toEqual(['rapport']);
    });

    it('makes the folders above it, and takes the place of an empty one', () => {
        path = join(folder, 'un', 'deux', 'rapport');
        mkdirSync(path, { recursive: true });
        expect(write(NEW)).toEqual([]);
        expect(content()).toEqual(NEW);
    });

    it('is not replaced without --force, and is with it', () => {
        write(OLD);
        expect(write(NEW)).toEqual(['BAR910']);
        expect(content()).toEqual(OLD);
        expect(write(NEW, { force: true })).toEqual([]);
        expect(content()).toEqual(NEW);
        expect(readdirSync(folder)).toEqual(['rapport']);
    });

    it('is never replaced when it holds anything else, even with --force', () => {
        mkdirSync(path);
        writeFileSync(join(path, 'mes-notes.txt'), 'précieux');
        expect(write(NEW, { force: true })).toEqual(['BAR911']);
        expect(content()).toEqual(new Map([['mes-notes.txt', 'précieux']]));
    });

    it('is never written through a link, nor over a file', () => {
        mkdirSync(join(folder, 'ailleurs'));
        symlinkSync(join(folder, 'ailleurs'), path);
        expect(write(NEW, { force: true })).toEqual(['BAR914']);
        expect(readdirSync(join(folder, 'ailleurs'))).toEqual([]);
        rmSync(path);
        writeFileSync(path, 'un fichier');
        expect(write(NEW, { force: true })).toEqual(['BAR912']);
        expect(readFileSync(path, 'utf8')).toBe('un fichier');
    });

    it('belongs to one command at a time: the second one is told, and the first one goes on', () => {
        const first = open();
        expect(write(NEW)).toEqual(['BAR913']);
        expect(first.kind === 'open' && first.folder.commit(OLD)).toEqual([]);
        expect(content()).toEqual(OLD);
        expect(readdirSync(folder)).toEqual(['rapport']);
    });

    it('given up, leaves nothing and frees the place', () => {
        const first = open();
        if (first.kind === 'open') first.folder.abandon();
        expect(readdirSync(folder)).toEqual([]);
        expect(write(NEW)).toEqual([]);
    });

    it('takes over what a killed command left: its lock, its half folder, its former folder', () => {
        writeFileSync(join(folder, '.rapport.verrou'), JSON.stringify({ pid: 999999999, machine: hostname(), started: '' }));
        mkdirSync(join(folder, '.rapport.en-cours-0123456789abcdef'));
        writeFileSync(join(folder, '.rapport.en-cours-0123456789abcdef', 'a.txt'), 'à moiti');
        mkdirSync(join(folder, '.rapport.ancien-0123456789abcdef'));
        writeFileSync(join(folder, '.rapport.ancien-0123456789abcdef', 'a.txt'), 'ancien');
        expect(write(NEW)).toEqual(['BAR910']);
        expect(content()).toEqual(new Map([['a.txt', 'ancien']]));
        expect(write(NEW, { force: true })).toEqual([]);
        expect(content()).toEqual(NEW);
        expect(readdirSync(folder)).toEqual(['rapport']);
    });

    it('touches nothing beside it whose name it did not draw, refused or not', () => {
        const theirs = ['.rapport.ancien', '.rapport.en-cours', '.rapport.ancien-2023', '.autre.ancien-0123456789abcdef', 'rapport.ancien'];
        for (const name of theirs) {
            mkdirSync(join(folder, name));
            writeFileSync(join(folder, name, 'précieux.txt'), name);
        }
        write(OLD);
        write(NEW);
        write(NEW, { force: true });
        expect(theirs.map((name) => readFileSync(join(folder, name, 'précieux.txt'), 'utf8'))).toEqual(theirs);
        expect(content()).toEqual(NEW);
    });

    it('with --force, is replaced only when it carries our mark', () => {
        write(OLD);
        expect(write(NEW, { force: true, isOurs: (read) => read('a.txt') === 'ancien a' && read('z.txt') === undefined })).toEqual([]);
        expect(write(OLD, { force: true, isOurs: (read) => read('a.txt') === 'ancien a' })).toEqual(['BAR917']);
        expect(content()).toEqual(NEW);
        expect(readdirSync(folder)).toEqual(['rapport']);
    });

    const lockedBy = (holder: string) => {
        writeFileSync(join(folder, '.rapport.verrou'), holder);
        const opened = open();
        return opened.kind === 'open' ? 'open' : opened.diagnostics.map(({ code, message }) => `${code} ${message}`).join();
    };

    it('a lock tells its file and its machine; one of another machine, or that cannot be read, is believed', () => {
        expect(lockedBy(JSON.stringify({ pid: 1, machine: 'poste-12', started: '' }))).toBe(
            'BAR913 Une autre commande écrit déjà dans « rapport » : le fichier « .rapport.verrou » le dit, depuis la machine « poste-12 ».',
        );
        expect(lockedBy('un autre outil')).toMatch(/^BAR913 .*« \.rapport\.verrou »/);
    });

    it('a process of the same number that started at another time holds nothing', () => {
        expect(lockedBy(JSON.stringify({ pid: process.pid, machine: hostname(), started: 'hier' }))).toBe('open');
    });
});

describe('a disk that fails', () => {
    /** A disk whose n-th writing call fails as a full disk does; says how many calls were made. */
    function failing(nth: number): { readonly disk: Disk; readonly calls: () => number } {
        let calls = 0;
        const guard =
            <Args extends readonly unknown[], Result>(action: (...args: Args) => Result) =>
            (...args: Args): Result => {
                calls += 1;
                if (calls === nth) throw Object.assign(new Error('plein'), { code: nth % 2 === 0 ? 'ENOSPC' : 'EIO' });
                return action(...args);
            };
        const { makeFolder, writeNew, syncFolder, rename, remove } = machineDisk;
        const disk = {
            ...machineDisk,
            makeFolder: guard(makeFolder),
            writeNew: guard(writeNew),
            syncFolder: guard(syncFolder),
            rename: guard(rename),
            remove: guard(remove),
        };
        return { disk, calls: () => calls };
    }

    it('at any call leaves the former output or the new one, whole, never a mix; a failure is said', () => {
        const counted = failing(0);
        write(OLD);
        expect(write(NEW, { force: true, disk: counted.disk })).toEqual([]);
        expect(counted.calls()).toBeGreaterThan(8);
        for (let nth = 1; nth <= counted.calls(); nth += 1) {
            rmSync(folder, { recursive: true, force: true });
            mkdirSync(folder);
            write(OLD);
            const codes = write(NEW, { force: true, disk: failing(nth).disk });
            const found = content() ?? restored();
            expect([OLD, NEW], `appel ${nth}`).toContainEqual(found);
            if (codes.length > 0) expect([codes, found], `appel ${nth}`).toEqual([['BAR912'], OLD]);
            else expect(found, `appel ${nth}`).toEqual(NEW);
        }
    });

    /** What the next command finds: the first thing that it does is to put the former folder back. */
    function restored(): ReadonlyMap<string, string> | undefined {
        const next = open();
        if (next.kind === 'open') next.folder.abandon();
        return content();
    }

    it('the first time leaves no folder at all', () => {
        const counted = failing(0);
        write(NEW, { disk: counted.disk });
        for (let nth = 1; nth <= counted.calls(); nth += 1) {
            rmSync(folder, { recursive: true, force: true });
            mkdirSync(folder);
            const codes = write(NEW, { disk: failing(nth).disk });
            expect(content(), `appel ${nth}`).toEqual(codes.length > 0 ? undefined : NEW);
        }
    });

    it('says why, in words', () => {
        const disk = {
            ...machineDisk,
            writeNew: () => {
                throw Object.assign(new Error(), { code: 'EACCES' });
            },
        };
        const opened = open({ disk });
        expect(opened.kind === 'refused' && opened.diagnostics[0]?.message).toBe(
            '« rapport » n’a pas pu être écrit : l’accès n’est pas permis. Aucun fichier n’a été laissé à moitié écrit.',
        );
    });
});

describe('an output file', () => {
    const writeFile = (text: string, more: { readonly force?: boolean; readonly disk?: Disk; readonly isOurs?: () => boolean } = {}) => {
        const { force = false, disk = machineDisk, isOurs = () => true } = more;
        return writeOutputFile({ path: join(folder, 'notes.csv'), shown: 'notes.csv', force, isOurs, disk }, text).map(({ code }) => code);
    };

    it('is written whole, not replaced without --force, nor through a link, nor over a folder', () => {
        expect(writeFile('un')).toEqual([]);
        expect(writeFile('deux')).toEqual(['BAR910']);
        expect(writeFile('trois', { force: true })).toEqual([]);
        expect(readFileSync(join(folder, 'notes.csv'), 'utf8')).toBe('trois');
        rmSync(join(folder, 'notes.csv'));
        symlinkSync(join(folder, 'cible.csv'), join(folder, 'notes.csv'));
        expect(writeFile('quatre', { force: true })).toEqual(['BAR914']);
        expect(existsSync(join(folder, 'cible.csv'))).toBe(false);
        rmSync(join(folder, 'notes.csv'));
        mkdirSync(join(folder, 'notes.csv'));
        expect(writeFile('cinq', { force: true })).toEqual(['BAR912']);
    });

    it('with --force, is replaced only when it carries our mark', () => {
        writeFile('des données à moi');
        expect(writeFile('neuf', { force: true, isOurs: () => false })).toEqual(['BAR917']);
        expect(readFileSync(join(folder, 'notes.csv'), 'utf8')).toBe('des données à moi');
    });

    it.each(['writeNew', 'rename'] as const)('stays as it was when %s fails', (name) => {
        writeFile('ancien');
        const disk = {
            ...machineDisk,
            [name]: () => {
                throw Object.assign(new Error(), { code: 'ENOSPC' });
            },
        };
        expect(writeFile('neuf', { force: true, disk })).toEqual(['BAR912']);
        expect(readFileSync(join(folder, 'notes.csv'), 'utf8')).toBe('ancien');
        expect(readdirSync(folder)).toEqual(['notes.csv']);
    });
});
