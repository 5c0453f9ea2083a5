import { mkdtempSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadWorkspace } from '@bareme/language/node';

let root = '';
beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'bareme-loader-')));
    mkdirSync(join(root, 'dedans', 'node_modules'), { recursive: true });
    writeFileSync(join(root, 'dehors.bareme'), 'barème 1\n');
    writeFileSync(join(root, 'dedans', 'b.bareme'), '\uFEFFbarème 1\n');
    writeFileSync(join(root, 'dedans', 'a.bareme'), 'barème 1\n');
    writeFileSync(join(root, 'dedans', 'lisez-moi.txt'), 'rien');
    writeFileSync(join(root, 'dedans', 'node_modules', 'c.bareme'), 'barème 1\n');
    symlinkSync(join(root, 'dehors.bareme'), join(root, 'dedans', 'lien.bareme'));
});
afterAll(() => {
    rmSync(root, { recursive: true, force: true });
});

async function load(...paths: readonly string[]): Promise<{ readonly sources: readonly string[]; readonly findings: readonly string[] }> {
    const { sources, diagnostics } = await loadWorkspace(paths, { root: join(root, 'dedans') });
    return { sources: sources.map(({ path }) => path), findings: diagnostics.map(({ code, message }) => `${code} ${message}`) };
}

describe('files from disk', () => {
    it('a folder, by name, without what is not a policy', async () => {
        const { sources, findings } = await load('.');
        expect(sources).toEqual(['a.bareme', 'b.bareme']);
        expect(findings).toEqual(['BAR110 « lien.bareme » ne peut pas être lu : il sort du dossier de travail.']);
    });

    it.each([
        ['absent.bareme', 'BAR110 « absent.bareme » ne peut pas être lu : il n’existe pas.'],
        ['../dehors.bareme', 'BAR110 « ../dehors.bareme » ne peut pas être lu : il sort du dossier de travail.'],
        ['lien.bareme', 'BAR110 « lien.bareme » ne peut pas être lu : il sort du dossier de travail.'],
    ])('%s', async (path, finding) => {
        expect(await load(path)).toEqual({ sources: [], findings: [finding] });
    });

    it('a file asked twice is read once', async () => {
        expect(await load('a.bareme', '.', 'a.bareme')).toMatchObject({ sources: ['a.bareme', 'b.bareme'] });
    });
});
