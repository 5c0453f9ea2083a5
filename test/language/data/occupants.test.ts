import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowReader } from '../../../language/src/columns/row-reader.js';
import { territoryFiles } from '../../../language/src/data/territory-sources.js';
import { contentOf, faults, line, MANIFEST, readFiles, smallMapping, withFiles, word } from './fixture.js';

const DECLARED = { manifest: withFiles({ occupants: 'occupants.csv' }) };
const read = (text: string) => readFiles({ 'occupants.csv': text }, DECLARED);
const number = (value: string) => ({ kind: 'number', value }) as const;

describe('the file of occupants', () => {
    it('holds facts of the demand, one row by occupied dwelling, without any id', () => {
        const reading = read('personnes;ressources;handicap;statut;logement_actuel\n3;1200,50;oui;ACTIF;SD|CPE\n1;900;non;;\n');
        expect(reading.findings.filter(({ file }) => file === 'occupants.csv')).toEqual([]);
        expect(contentOf(reading.territory?.occupants)).toEqual([
            {
                personnes: number('1'),
                ressources: number('90000'),
                handicap: { kind: 'boolean', value: false },
                statut: { kind: 'missing' },
                situations: { kind: 'missing' },
            },
            {
                personnes: number('3'),
                ressources: number('120050'),
                handicap: { kind: 'boolean', value: true },
                statut: word('ACTIF'),
                situations: { kind: 'set', values: ['sans_abri', 'chez_parents'] },
            },
        ]);
        expect(reading.counts.at(-1)).toEqual({ table: 'occupants', file: 'occupants.csv', read: 2, kept: 2, refused: 0, refusedCells: 0 });
    });

    it('keeps two households that are alike: nothing says that they are one', () => {
        const { territory, counts } = read('personnes;handicap\n2;non\n2;non\n');
        expect(territory?.occupants?.rows).toBe(2);
        expect(counts.at(-1)).toMatchObject({ kept: 2, refused: 0 });
    });

    it('reads no column that is not a household’s: ids, days of filing and exit, wishes, unknown titles', () => {
        const reading = read('identifiant;date_depot;sortie;communes;types;personnes;bâtiment\nx;2020-01-01;;99001;T2;2;B\n');
        expect(contentOf(reading.territory?.occupants)).toEqual([{ personnes: number('2') }]);
        const [ignored] = reading.findings.filter(({ file }) => file === 'occupants.csv');
        expect(ignored).toMatchObject({
            code: 'BAR708',
            severity: 'information',
            params: { columns: ['identifiant', 'date_depot', 'sortie', 'communes', 'types', 'bâtiment'] },
        });
    });

    it('tells a cell that cannot be read by file, row, column and reason, and keeps the row', () => {
        const reading = read('personnes;ressources;statut\n0;-5;INCONNU\n25;1e3;ACTIF\n');
        expect(faults(reading)).toEqual([
            'BAR718 occupants.csv:1 personnes below-minimum',
            'BAR718 occupants.csv:1 ressources negative-amount',
            'BAR718 occupants.csv:1 statut unknown-value',
            'BAR718 occupants.csv:2 personnes above-maximum',
            'BAR718 occupants.csv:2 ressources scientific-notation',
        ]);
        expect(reading.counts.at(-1)).toMatchObject({ table: 'occupants', kept: 2, refusedCells: 5 });
        expect(rowReader(reading.territory!.occupants!, 0).fact('personnes')).toEqual({ kind: 'missing' });
    });

    it('may have titles and no row, and says so', () => {
        const reading = read('personnes\n');
        expect(reading.findings.filter(({ file }) => file === 'occupants.csv').map(line)).toEqual(['BAR722 occupants.csv']);
        expect(reading.territory?.occupants?.rows).toBe(0);
    });

    it('may not be given: a territory without it has no occupants; one that announces it and lacks it is not read', () => {
        expect(readFiles({}).territory?.occupants).toBeUndefined();
        expect(faults(readFiles({}, DECLARED))).toEqual(['BAR703 occupants.csv']);
        expect(readFiles({}, DECLARED).territory).toBeUndefined();
    });

    it('is refused as any other file is when it names people', () => {
        expect(faults(read('personnes;NIR\n1;x\n'))).toEqual(['BAR710 occupants.csv NIR']);
    });

    it('is one of the files that a territory needs, and so that its receipt hashes', () => {
        expect(territoryFiles(JSON.stringify({ ...MANIFEST, ...DECLARED.manifest }))).toContain('occupants.csv');
    });

    it('may be told by a correspondance', () => {
        const mapping = smallMapping(
            'table occupants depuis "ops.csv" { personnes : colonne "NB_PERS" ; handicap : constante non ; identifiant : colonne "ID" }',
        );
        const reading = readFiles({ 'ops.csv': 'NB_PERS;ID\n4;9\n' }, { mapping });
        expect(contentOf(reading.territory?.occupants)).toEqual([{ personnes: number('4'), handicap: { kind: 'boolean', value: false } }]);
        expect(reading.findings.filter(({ file }) => file === 'ops.csv').map(({ code, params }) => [code, params])).toEqual([
            ['BAR708', { columns: ['ID'], hidden: 0 }],
        ]);
    });

    it('is the same table whatever the order of its rows', () => {
        const row = fc.constantFrom('1;non', '1;oui', '2;non', ';oui', '?;non');
        const shuffled = fc.array(row, { maxLength: 8 }).chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
        fc.assert(
            fc.property(shuffled, ([rows, others]) => {
                const contents = [rows, others].map((of) =>
                    contentOf(read(`personnes;handicap\n${of.map((cells) => `${cells}\n`).join('')}`).territory?.occupants),
                );
                expect(contents[1]).toEqual(contents[0]);
            }),
        );
    });
});
