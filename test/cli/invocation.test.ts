import { afterAll, describe, expect, it } from 'vitest';
import { sandbox } from './host.js';

const place = sandbox();
afterAll(place.remove);

describe('a command line that is wrong ends with 2, in French, with what to write instead', () => {
    it.each([
        [['verifer'], 'BAR901', '« verifier »'],
        [['zzz'], 'BAR901', 'bareme --help'],
        [['verifier', '.', '--formt', 'json'], 'BAR902', '« --format »'],
        [['verifier', '.', '--format'], 'BAR905', '« --format valeur »'],
        [['rejouer', '.', '--territoire', 't', '--sortie', '--force'], 'BAR905', '« --sortie valeur »'],
        [['verifier', '.', '--format', 'xml'], 'BAR904', 'humain, json, sarif, github'],
        [['verifier'], 'BAR907', 'CHEMIN…'],
        [['langage', 'x'], 'BAR906', '« x »'],
        [['rejouer', '.', '--territoire', 't'], 'BAR903', '« --sortie »'],
        [['rejouer', '.', '--sortie', 's'], 'BAR903', '« --territoire »'],
        [['rejouer', '.', '--sortie', 's', '--territoire', 't', '--graine', '1,5'], 'BAR904', '4 294 967 295'],
        [['rejouer', '.', '--sortie', 's', '--territoire', 't', '--graine', '-1'], 'BAR904', '--graine'],
        [['rejouer', '.', '--sortie', 's', '--territoire', 't', '--graine', '4294967296'], 'BAR904', '--graine'],
        [['rejouer', '.', '--sortie', 's', '--territoire', 't', '--du', '31/02/2024'], 'BAR904', '--du'],
        [['rejouer', '.', '--sortie', 's', '--territoire', 't', '--mode', 'vivié'], 'BAR904', 'constat, constants, vivier'],
        [['rejouer', '--sortie', 's', '--territoire', 't'], 'BAR903', '--politique'],
        [['noter', '.', '--demandes', 'd.csv', '--date', 'hier'], 'BAR904', '15/03/2024'],
        [['noter', '.', '--date', '15/03/2024'], 'BAR903', '--demandes'],
        [['noter', '.', '--date', '15/03/2024', '--demandes', 'a', '--territoire', 'b'], 'BAR903', '--demandes'],
        [['generer', '--modele', 'm', '--demandes', 'mille', '--attributions', '1', '--sortie', 's'], 'BAR904', '--demandes'],
        [
            ['generer', '--modele', 'm', '--demandes', '1', '--attributions', '1', '--sortie', 's', '--du', '02/01/2024', '--au', '01/01/2024'],
            'BAR809',
            '02/01/2024',
        ],
    ])('%j', async (args, code, words) => {
        const ended = await place.bareme(...args);
        expect(ended).toMatchObject({ code: 2, out: '' });
        expect(ended.err).toContain(code);
        expect(ended.err.replace(/\u202f/g, ' ')).toContain(words);
    });

    it('nothing but a verb prints the help and ends with 2; asking for help ends with 0', async () => {
        const bare = await place.bareme();
        const asked = await place.bareme('--help');
        expect(bare).toMatchObject({ code: 2, err: '' });
        expect(asked).toMatchObject({ code: 0, err: '' });
        expect(bare.out).toBe(asked.out);
    });
});

describe('verbs and options', () => {
    it.each(['vérifier', 'VERIFIER', 'check'])('%s is verifier', async (verb) => {
        const { code, out } = await place.bareme(verb, '--help');
        expect(code).toBe(0);
        expect(out).toContain('bareme verifier (check)');
    });

    it.each([
        ['verifier', 'check'],
        ['tester', 'test'],
        ['noter', 'score'],
        ['expliquer', 'explain'],
        ['generer', 'generate'],
        ['rejouer', 'replay'],
    ])('%s has the English name %s, and a help that shows every option and an example', async (verb, alias) => {
        const own = await place.bareme(verb, '--help');
        const english = await place.bareme(alias, '-h');
        const general = await place.bareme('help', verb);
        expect(own.code).toBe(0);
        expect(own.out).toBe(english.out);
        expect(own.out).toBe(general.out);
        expect(own.out).toContain('--format FORMAT');
        expect(own.out).toMatch(/Exemples? :\n {2}bareme /);
    });

    it('options are understood with their accents, and with =', async () => {
        const ended = await place.bareme('générer', '--modèle=absent.json', '--demandes=1', '--attributions', '1', '--sortie=s');
        expect(ended.code).toBe(2);
        expect(ended.err).toContain('BAR915');
        expect(ended.err).toContain('« absent.json » n’a pas pu être lu : il n’existe pas.');
    });

    it('the version is that of the package', async () => {
        const { readFileSync } = await import('node:fs');
        const manifest = JSON.parse(readFileSync(new URL('../../cli/package.json', import.meta.url), 'utf8')) as { readonly version: string };
        expect(await place.bareme('--version')).toMatchObject({ code: 0, out: `bareme ${manifest.version}\n` });
    });
});
