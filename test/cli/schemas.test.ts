import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLISHED, schemaPath, schemaText } from '../tools/cli-schemas.js';
import { sandbox } from './host.js';

const place = sandbox('mini', 'fautes');
afterAll(place.remove);

/** A validator of the published schema; nothing beyond it is accepted. */
function validator(name: string): ValidateFunction {
    const published = PUBLISHED.find((document) => document.name === name);
    const schema = JSON.parse(readFileSync(schemaPath(published!), 'utf8')) as object;
    return new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
}

function expectValid(name: string, text: string): void {
    const validate = validator(name);
    const valid = validate(JSON.parse(text));
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
}

describe('published schemas', () => {
    it.each(PUBLISHED.map((document) => [document.name, document] as const))('%s is what its type says today', (_, document) => {
        const again = 'made again by: node --import ./.ci/typescript-hook.mjs test/tools/cli-schemas.ts';
        expect(readFileSync(schemaPath(document), 'utf8'), again).toBe(schemaText(document));
    });

    it.each(PUBLISHED.map(({ name }) => name))('%s refuses another document', (name) => {
        expect(validator(name)({ autre: true })).toBe(false);
    });
});

describe('what the command line writes is what they say', () => {
    const json = async (...args: readonly string[]) => (await place.bareme(...args, '--format', 'json')).out;
    const DATA = ['--territoire', 'mini/territoire', '--date', '15/03/2024'];

    beforeAll(async () => {
        await place.bareme('rejouer', 'mini', '--variante', 'attente_double', '--territoire', 'mini/territoire', '--sortie', 'vivier');
        await place.bareme(
            'rejouer',
            'mini',
            '--variante',
            'attente_double',
            '--territoire',
            'mini/territoire',
            '--mode',
            'constants',
            '--sortie',
            'constants',
        );
        await place.bareme('rejouer', 'mini', '--territoire', 'mini/territoire', '--mode', 'constat', '--sortie', 'constat');
    });

    it('verifier', async () => {
        expectValid('diagnostics', await json('verifier', 'mini'));
        expectValid('diagnostics', await json('verifier', 'mini/vocabulaire.bareme', 'fautes/fautes.bareme'));
    });

    it('tester', async () => {
        expectValid('exemples', await json('tester', 'mini'));
        expectValid('exemples', await json('tester', 'mini', 'fautes/exemple-faux.bareme'));
    });

    it('noter, before and after the demands', async () => {
        expectValid('notes', await json('noter', 'mini', ...DATA));
        expectValid('notes', await json('noter', 'mini', '--demandes', 'mini/territoire/demandes.csv', '--date', '01/01/2024'));
    });

    it('expliquer, with and without a dwelling', async () => {
        expectValid('explication', await json('expliquer', 'mini', ...DATA, '--demande', 'D08'));
        expectValid('explication', await json('expliquer', 'mini', ...DATA, '--demande', 'D02', '--logement', 'L1'));
    });

    it('rejouer prints', async () => {
        expectValid('rejeu', await json('rejouer', 'mini', '--variante', 'famille_relevée', '--territoire', 'mini/territoire', '--sortie', 'imprime'));
    });

    it.each(['vivier', 'constants', 'constat'])('rejouer writes, in mode %s', (mode) => {
        const report = readFileSync(join(place.folder, mode, 'rapport-interne.json'), 'utf8');
        expectValid('rapport', report);
        expect(Object.keys(JSON.parse(report) as object)[0]).toBe('internal');
        expectValid('recu', readFileSync(join(place.folder, mode, 'recu.json'), 'utf8'));
    });

    it('a command that stops says why in the format asked for', async () => {
        const ended = await place.bareme('rejouer', 'mini', '--territoire', 'absent', '--sortie', 'rapport', '--format', 'json');
        expect(ended).toMatchObject({ code: 2, err: '' });
        expectValid('diagnostics', ended.out);
    });
});
