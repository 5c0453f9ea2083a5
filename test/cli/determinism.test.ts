import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, sandbox } from './host.js';

const place = sandbox('mini');
afterAll(place.remove);

const bytes = (folder: string) =>
    new Map(readdirSync(join(place.folder, folder)).map((name) => [name, readFileSync(join(place.folder, folder, name), 'utf8')]));

const RULES = ['--variante', 'attente_double', '--variante', 'abri_relevé', '--graine', '7'];
const replayIn = (sortie: string, ...more: readonly string[]) =>
    place.bareme('rejouer', 'mini', '--territoire', 'mini/territoire', ...RULES, '--sortie', sortie, ...more);

let reference: ReadonlyMap<string, string>;
beforeAll(async () => {
    expect((await replayIn('reference')).code).toBe(0);
    reference = bytes('reference');
});

describe('the same inputs give the same bytes in the four files', () => {
    it('twice in a row', async () => {
        await replayIn('encore');
        expect(bytes('encore')).toEqual(reference);
    });

    it.each([
        ['UTC', 'C'],
        ['America/Martinique', 'sv_SE.UTF-8'],
        ['Pacific/Noumea', 'fr_FR.UTF-8'],
    ])('in another process, in time zone %s and locale %s', async (TZ, LANG) => {
        const sortie = `ailleurs-${LANG}`;
        const args = [join(ROOT, 'cli/bin/bareme.js'), 'rejouer', 'mini', '--territoire', 'mini/territoire', ...RULES, '--sortie', sortie];
        await promisify(execFile)(process.execPath, args, { cwd: place.folder, env: { ...process.env, TZ, LANG, LC_ALL: LANG } });
        expect(bytes(sortie)).toEqual(reference);
    });

    it('whatever the order in which the policy’s files are given', async () => {
        const files = ['vocabulaire', 'variantes', 'exemples', 'objectifs', 'politique'].map((name) => `mini/${name}.bareme`);
        await place.bareme('rejouer', ...files, '--territoire', 'mini/territoire', ...RULES, '--sortie', 'ordre');
        await place.bareme('rejouer', ...files.reverse(), '--territoire', 'mini/territoire', ...RULES, '--sortie', 'envers');
        expect(bytes('envers')).toEqual(bytes('ordre'));
        for (const name of ['rapport-interne.json', 'registre-interne.csv', 'recu.json']) expect(bytes('ordre').get(name)).toBe(reference.get(name));
    });

    it('whatever the order of the rows: the figures are the same, and the receipt tells the files apart', async () => {
        cpSync(join(place.folder, 'mini/territoire'), join(place.folder, 'mele'), { recursive: true });
        for (const name of ['demandes.csv', 'logements.csv', 'candidatures.csv']) {
            const path = join(place.folder, 'mele', name);
            const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
            writeFileSync(path, `${[header, ...rows.reverse()].join('\n')}\n`);
        }
        await place.bareme('rejouer', 'mini', '--territoire', 'mele', ...RULES, '--sortie', 'lignes');
        const found = bytes('lignes');
        for (const name of ['rapport-interne.json', 'registre-interne.csv']) expect(found.get(name)).toBe(reference.get(name));
        expect(found.get('recu.json')).not.toBe(reference.get('recu.json'));
    });

    it('without a path of this machine in any of them', () => {
        for (const [name, text] of reference) {
            expect(text, name).not.toContain(place.folder);
            expect(text, name).not.toContain(ROOT);
        }
    });
});
