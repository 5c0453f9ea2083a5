import { describe, expect, it } from 'vitest';
import { DEMANDS, faults, readFiles, withFiles, type Files } from './fixture.js';

describe('files and columns', () => {
    const cannotBeRead: readonly (readonly [string, Files, object, readonly string[]])[] = [
        ['a file not given', {}, withFiles({ candidatures: 'c.csv' }), ['BAR703 c.csv']],
        ['an empty file', { 'demandes.csv': '' }, {}, ['BAR705 demandes.csv']],
        ['a binary file', { 'demandes.csv': Uint8Array.of(0, 1, 2) }, {}, ['BAR704 demandes.csv']],
        ['a workbook', { 'demandes.csv': Uint8Array.of(0x50, 0x4b, 3, 4, 0) }, {}, ['BAR704 demandes.csv']],
        ['a file in Windows-1252', { 'logements.csv': Uint8Array.of(0x6c, 0x69, 0x62, 0xe9, 0x0a) }, {}, ['BAR704 logements.csv']],
        ['wrong columns', { 'demandes.csv': 'numero;depot\n1;2021-01-01\n' }, {}, ['BAR706 demandes.csv', 'BAR706 demandes.csv']],
        ['a mark never closed', { 'demandes.csv': `${DEMANDS}"d3;2021-01-01;1\n` }, {}, ['BAR712 demandes.csv:3']],
        [
            'two columns with one title',
            { 'demandes.csv': 'identifiant;date_depot;personnes;personnes\nd1;2021-01-01;1;2\n' },
            {},
            ['BAR709 demandes.csv personnes'],
        ],
        ['an unknown table', {}, withFiles({ refuss: 'refus.csv' }), ['BAR702 territoire.json']],
        ['no table of dwellings', {}, { fichiers: { demandes: 'demandes.csv' } }, ['BAR702 territoire.json']],
        ['social-security numbers', { 'demandes.csv': 'identifiant;date_depot;n_ss\nd1;2021-01-01;1 85 12 75 108 123 45\n' }, {}, ['BAR710 demandes.csv n_ss']],
        ['social-security numbers without key', { 'demandes.csv': 'identifiant;date_depot;x\nd1;2021-01-01;285122A108123\n' }, {}, ['BAR710 demandes.csv x']],
        ['a column named for them', { 'demandes.csv': 'identifiant;date_depot;NIR\nd1;2021-01-01;x\n' }, {}, ['BAR710 demandes.csv NIR']],
        [
            'e-mail addresses',
            { 'demandes.csv': 'identifiant;date_depot;remarque\nd1;2021-01-01;écrire à a.b@exemple.fr\n' },
            {},
            ['BAR710 demandes.csv remarque'],
        ],
        [
            'synthetic rows under a manifest that hides it',
            { 'demandes.csv': 'synthétique;identifiant;date_depot\noui;d1;2021-01-01\n' },
            {},
            ['BAR725 demandes.csv synthétique'],
        ],
    ];

    it.each(cannotBeRead)('%s: no territory, and why', (_, files, manifest, expected) => {
        const reading = readFiles(files, { manifest });
        expect(reading.territory).toBeUndefined();
        expect(faults(reading)).toEqual(expected);
        expect(reading.findings.some(({ severity }) => severity === 'error')).toBe(true);
    });

    it('wrong columns: says which are missing, and those of the file that come close', () => {
        const { findings } = readFiles({ 'demandes.csv': 'identifiants;date_dépôt;xyz\n1;2021-01-01;2\n' });
        expect(findings.filter(({ code }) => code === 'BAR706').map(({ params }) => params)).toEqual([
            { table: 'demandes', column: 'date_depot', nearest: ['date_dépôt'] },
            { table: 'demandes', column: 'identifiant', nearest: ['identifiants'] },
        ]);
    });

    it('zero demands, zero lettings: a warning each, and an empty territory', () => {
        const reading = readFiles({ 'demandes.csv': 'identifiant;date_depot\n', 'logements.csv': 'identifiant;libération;commune;typologie\n' });
        expect(faults(reading)).toEqual(['BAR722 demandes.csv', 'BAR722 logements.csv']);
        expect([reading.territory?.demands.rows, reading.territory?.dwellings.rows]).toEqual([0, 0]);
    });

    it('a column that part of a replay needs: a warning that says which role', () => {
        const { findings } = readFiles({});
        expect(
            findings
                .filter(({ code }) => code === 'BAR707')
                .map(({ file, params }) => [file, ...Object.values(params as Readonly<Record<string, string>>)].join(' ')),
        ).toEqual([
            'demandes.csv demandes communes communes_souhaitées',
            'demandes.csv demandes motif_sortie motif_de_sortie',
            'demandes.csv demandes sortie sortie',
            'demandes.csv demandes sortie_attribution sortie_attribution',
            'demandes.csv demandes types typologies_souhaitées',
            'logements.csv logements attributaire attributaire',
            'logements.csv logements bail bail',
            'logements.csv logements réservataire réservataire',
        ]);
    });

    it('columns that no fact reads: told once, and those whose title is a value are not repeated', () => {
        const { findings } = readFiles({ 'demandes.csv': 'identifiant;date_depot;nom;2750318016982;01/02/1980;a@b.fr\nd1;2021-01-01;x;y;z;t\n' });
        expect(findings.filter(({ code, file }) => code === 'BAR708' && file === 'demandes.csv').map(({ params }) => params)).toEqual([
            { columns: ['nom'], hidden: 3 },
        ]);
    });
});
