import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt, ReplayReport } from '@bareme/language/replay';
import { PUBLISHED, schemaPath } from '../tools/cli-schemas.js';
import { ROOT, sandbox } from './host.js';

const place = sandbox('mini');
afterAll(place.remove);

const text = (...path: readonly string[]): string => readFileSync(join(place.folder, ...path), 'utf8');
const json = <Document>(...path: readonly string[]): Document => JSON.parse(text(...path)) as Document;

describe('the demo, on a smaller territory', () => {
    beforeAll(async () => {
        const model = join(ROOT, 'policies/valmont/modele.json');
        await place.bareme('generer', '--modele', model, '--demandes', '600', '--attributions', '90', '--graine', '2024', '--sortie', 'donnees');
        for (const name of ['national', 'valmont']) cpSync(join(ROOT, 'policies', name), join(place.folder, 'policies', name), { recursive: true });
        const rules = ['policies/national', 'policies/valmont', '--variante', 'attente_renforcée'];
        const { code } = await place.bareme('rejouer', ...rules, '--territoire', 'donnees', '--sortie', 'rapport');
        expect(code).toBe(0);
    });

    it('compares the entrants of each rule set and of the record with its occupants, the first quarter of resources included', () => {
        const { entrants } = json<ReplayReport>('rapport', 'rapport-interne.json');
        expect(entrants?.entrants.map(({ ruleSet }) => ruleSet)).toEqual(['en-vigueur', 'attente_renforcée', 'histoire']);
        expect(entrants?.occupants).toBe(text('donnees', 'occupants.csv').trimEnd().split('\n').length - 1);
        expect(entrants?.breakdowns.map(({ breakdown }) => breakdown)).toEqual([
            'fait:personnes',
            'fait:personnes_14_ans_et_plus',
            'fait:enfants_mineurs',
            'fait:seul',
            'fait:handicap',
            'fait:âge',
            'fait:situation_familiale',
            'fait:contrat',
            'fait:ressources',
            'déduit:premier_quartile_demandé',
        ]);
        expect(entrants?.notInDemands).toEqual([]);
    });

    it('has the section in its page, and does not say that the file is lacking', () => {
        const page = text('rapport', 'rapport.html');
        expect(page).toContain('<section id="entrants"');
        expect(page).toContain('Ressources mensuelles déclarées du ménage, hors aide au logement');
        expect(page).not.toContain('le fichier des occupants n’a pas été donné');
    });

    it('counts the file in its receipt, by the hash of its bytes', () => {
        const sha256 = createHash('sha256').update(text('donnees', 'occupants.csv')).digest('hex');
        expect(json<Receipt>('rapport', 'recu.json').inputs.data).toContainEqual({ path: 'occupants.csv', sha256 });
    });
});

describe('a territory of one’s own', () => {
    const withOccupants = (folder: string, csv: string): void => {
        cpSync(join(place.folder, 'mini/territoire'), join(place.folder, folder), { recursive: true });
        const manifest = json<{ readonly fichiers: object }>(folder, 'territoire.json');
        const fichiers = { ...manifest.fichiers, occupants: 'occupants.csv' };
        writeFileSync(join(place.folder, folder, 'territoire.json'), JSON.stringify({ ...manifest, fichiers }));
        writeFileSync(join(place.folder, folder, 'occupants.csv'), csv);
    };
    const replayed = async (folder: string, mode = 'vivier') =>
        place.bareme('rejouer', 'mini', '--territoire', folder, '--mode', mode, '--sortie', `rapport-${folder}-${mode}`);

    it('is compared in modes vivier and constat, and its report is what the schema says', async () => {
        withOccupants('occupe', 'synthétique;personnes;ressources\noui;2;900,50\noui;1;\n');
        const schema = JSON.parse(readFileSync(schemaPath(PUBLISHED.find(({ name }) => name === 'rapport')!), 'utf8')) as object;
        const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
        for (const mode of ['vivier', 'constat']) {
            expect((await replayed('occupe', mode)).code).toBe(0);
            const report = json<ReplayReport>(`rapport-occupe-${mode}`, 'rapport-interne.json');
            expect(report.entrants?.occupants).toBe(2);
            expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
        }
    });

    it('hears of each cell that cannot be read, by file, row and column', async () => {
        withOccupants('abime', 'synthétique;personnes;ressources\noui;beaucoup;900\n');
        const { out, err } = await replayed('abime');
        expect(out + err).toMatch(/occupants\.csv, ligne de données 1, colonne « personnes »/);
    });

    it('without occupants, is told that they are lacking', async () => {
        expect((await place.bareme('rejouer', 'mini', '--territoire', 'mini/territoire', '--sortie', 'rapport-sans')).code).toBe(0);
        expect(text('rapport-sans', 'rapport.html')).toContain('le fichier des occupants n’a pas été donné');
    });
});
