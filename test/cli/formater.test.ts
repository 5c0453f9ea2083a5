import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceText } from '../../cli/src/output/replace-text.js';
import { sandbox, type Sandbox } from './host.js';

let place: Sandbox;
beforeEach(() => {
    place = sandbox('mini');
});
afterEach(() => place.remove());

const inside = (path: string): string => join(place.folder, path);
const read = (path: string): string => readFileSync(inside(path), 'utf8');
const LOOSE = 'barème 1\nvocabulaire v{demande{ k:oui/non // vrai\n}}';
const LAID = 'barème 1\nvocabulaire v {\n  demande {\n    k : oui/non // vrai\n  }\n}\n';

describe('bareme formater', () => {
    it('lays files out in place, once', async () => {
        writeFileSync(inside('a.bareme'), LOOSE);
        expect(await place.bareme('formater', 'a.bareme')).toMatchObject({ code: 0, out: '1 fichier remis en page ; 1 fichier lu.\n' });
        expect(read('a.bareme')).toBe(LAID);
        expect(await place.bareme('format', '.', '--silencieux')).toMatchObject({ code: 0, out: '' });
    });

    it('keeps the permissions of the file', async () => {
        writeFileSync(inside('a.bareme'), LOOSE);
        chmodSync(inside('a.bareme'), 0o640);
        await place.bareme('formater', 'a.bareme');
        expect(statSync(inside('a.bareme')).mode & 0o777).toBe(0o640);
    });

    it('« --verifier » writes nothing, says where the layout departs, and ends with 1', async () => {
        writeFileSync(inside('a.bareme'), LOOSE);
        const { code, out } = await place.bareme('formater', 'a.bareme', '--verifier');
        expect(code).toBe(1);
        expect(out).toContain('a.bareme:2:1 avertissement BAR935');
        expect(out).toContain('1 fichier à remettre en page ; 1 fichier lu.');
        expect(read('a.bareme')).toBe(LOOSE);
    });

    it('leaves a file with a mistake alone, and lays out the others', async () => {
        writeFileSync(inside('a.bareme'), LOOSE);
        writeFileSync(inside('b.bareme'), 'barème 1\nvocabulaire {');
        const { code, out } = await place.bareme('formater', 'a.bareme', 'b.bareme');
        expect(code).toBe(1);
        expect(out).toContain('b.bareme:2:13 erreur BAR101');
        expect([read('a.bareme'), read('b.bareme')]).toEqual([LAID, 'barème 1\nvocabulaire {']);
    });

    it('writes nothing outside the folder of work, even through a link', async () => {
        const other = sandbox();
        try {
            writeFileSync(join(other.folder, 'a.bareme'), LOOSE);
            symlinkSync(join(other.folder, 'a.bareme'), inside('lien.bareme'));
            expect((await place.bareme('formater', 'lien.bareme')).out).toContain('BAR110');
            expect(readFileSync(join(other.folder, 'a.bareme'), 'utf8')).toBe(LOOSE);
        } finally {
            other.remove();
        }
    });

    it('a path that leads to nothing is a misuse', async () => {
        expect((await place.bareme('formater', 'rien.bareme')).code).toBe(2);
    });
});

describe('replacing the text of a file', () => {
    it('leaves one that changed since it was read', () => {
        writeFileSync(inside('a.bareme'), 'autre');
        const findings = replaceText({ path: inside('a.bareme'), shown: 'a.bareme', before: LOOSE, after: LAID });
        expect(findings.map(({ code }) => code)).toEqual(['BAR933']);
        expect(read('a.bareme')).toBe('autre');
    });

    it('says what the disk says', () => {
        const findings = replaceText({ path: inside('absent/a.bareme'), shown: 'absent/a.bareme', before: LOOSE, after: LAID });
        expect(findings.map(({ code }) => code)).toEqual(['BAR912']);
    });
});
