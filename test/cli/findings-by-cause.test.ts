import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { report } from '@bareme/language/diagnostics';
import { COMMANDS } from '../../cli/src/commands/index.js';
import { commandHelp, generalHelp, helpWidth } from '../../cli/src/help.js';
import { humanDiagnostics } from '../../cli/src/report/human.js';
import { ROOT, sandbox, type Sandbox } from './host.js';

let place: Sandbox;
beforeEach(() => {
    place = sandbox('mini');
});
afterEach(() => place.remove());

describe('findings are shown by cause', () => {
    it('a policy whose vocabulary is missing has one cause, told once with its other places, and nothing follows from it', async () => {
        const { out } = await place.bareme('verifier', join(ROOT, 'policies/valmont'), '--racine', ROOT);
        expect(out.match(/erreur BAR/g)).toHaveLength(1);
        expect(out).toContain('erreur BAR205');
        expect(out).toContain('Aussi : policies/valmont/2024.1/politique.bareme:');
        expect(out).not.toContain('En découlent');
    });

    it('documents for programs hold them all', async () => {
        const { out } = await place.bareme('verifier', join(ROOT, 'policies/valmont'), '--racine', ROOT, '--format', 'json');
        expect((JSON.parse(out) as { readonly diagnostics: readonly unknown[] }).diagnostics).toHaveLength(2);
    });

    it('the same finding at several places is one, with the other places', () => {
        const at = (path: string) => report('BAR205', { name: 'national', nearest: [] }, { path, start: 0, end: 1 });
        const shown = humanDiagnostics(['a', 'b', 'c', 'd', 'e', 'f'].map(at), { texts: new Map(), colour: false });
        expect(shown.match(/BAR205 /g)).toHaveLength(1);
        expect(shown).toContain('Aussi : b:1:1, c:1:1, d:1:1 et 2 autres endroits');
    });

    it('past fifty causes, says how many are left and how to see them', () => {
        const many = Array.from({ length: 60 }, (_, index) => report('BAR901', { verb: `v${index}`, nearest: [] }));
        const style = { texts: new Map(), colour: false };
        expect(humanDiagnostics(many, style).match(/^erreur/gm)).toHaveLength(50);
        expect(humanDiagnostics(many, style)).toContain('… et 10 autres constats : « --tout » les montre');
        expect(humanDiagnostics(many, style, true).match(/^erreur/gm)).toHaveLength(60);
    });
});

describe('bareme verifier --corriger', () => {
    it('applies what is mechanical, round after round, and shows what is left', async () => {
        const path = join(place.folder, 'mini/politique.bareme');
        const before = readFileSync(path, 'utf8');
        writeFileSync(path, before.normalize('NFD'));
        const { code, out } = await place.bareme('verifier', 'mini', '--corriger');
        expect(out).toContain('1 correction appliquée.');
        expect(code).toBe(0);
        expect(readFileSync(path, 'utf8')).toBe(before);
        expect((await place.bareme('verifier', 'mini', '--corriger')).out).toContain('Aucune correction mécanique');
    });
});

describe('bareme expliquer BAR401', () => {
    it('prints the page, however the code is written', async () => {
        const page = readFileSync(join(ROOT, 'language/docs/diagnostics/BAR401.md'), 'utf8');
        expect(await place.bareme('expliquer', 'bar401')).toEqual({ code: 0, out: page, err: '' });
    });

    it('a code that is none gives the closest', async () => {
        const { code, err } = await place.bareme('expliquer', 'BAR4001');
        expect(code).toBe(2);
        expect(err).toContain('« BAR401 »');
    });
});

describe('the help follows the terminal', () => {
    it.each([50, 62, 80, 100, 120])('%i columns hold every line but the examples', (width) => {
        const texts = [generalHelp(COMMANDS, width), ...COMMANDS.map((command) => commandHelp(command, width))];
        const long = texts.flatMap((text) => text.split('\n')).filter((line) => line.length > width && !/^(?: {2})?bareme /.test(line));
        expect(long).toEqual([]);
    });

    it('a terminal too narrow or very wide is taken within reason', () => {
        expect([undefined, 20, 80, 400].map(helpWidth)).toEqual([100, 50, 80, 120]);
    });
});
