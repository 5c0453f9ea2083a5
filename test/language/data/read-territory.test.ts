import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowReader } from '../../../language/src/columns/row-reader.js';
import { readDemands } from '../../../language/src/data/read-demands.js';
import { territoryFiles } from '../../../language/src/data/territory-sources.js';
import { bytes, contentOf, DEMANDS, faults, line, MANIFEST, readFiles, smallVocabulary, type Files } from './fixture.js';

const CANDIDATURES = 'logement;demande;rang\nl1;d1;1\nl1;d2;2\n';

function withFiles(fichiers: Readonly<Record<string, string>>): object {
    return { fichiers: { ...MANIFEST.fichiers, ...fichiers } };
}

/** Faults of the demands file alone. */
function demandFaults(text: string | Uint8Array): readonly string[] {
    return faults(readFiles({ 'demandes.csv': text }));
}

describe('a territory', () => {
    it('holds the rows of its files, by the facts of the vocabulary', () => {
        const { territory, counts, findings } = readFiles({});
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(territory).toMatchObject({
            name: 'Essai',
            synthetic: false,
            notices: ['Territoire fictif.'],
            window: { from: 19723, to: 20088 },
            approximations: [],
        });
        expect(contentOf(territory?.demands)).toEqual([
            { identifiant: word('d1'), dépôt: { kind: 'date', day: 18659 }, personnes: { kind: 'number', value: '3' } },
            { identifiant: word('d2'), dépôt: { kind: 'date', day: 19055 }, personnes: { kind: 'number', value: '1' } },
        ]);
        expect(contentOf(territory?.dwellings)).toEqual([
            { identifiant: word('l1'), libération: { kind: 'date', day: 19737 }, commune: word('99001'), typologie: word('T3') },
        ]);
        expect(territory?.candidatures).toBeUndefined();
        expect(counts).toEqual([
            { table: 'demandes', file: 'demandes.csv', read: 2, kept: 2, refused: 0, refusedCells: 0 },
            { table: 'logements', file: 'logements.csv', read: 1, kept: 1, refused: 0, refusedCells: 0 },
        ]);
    });

    it('joins events to their demands, by date; a demand without event has none, and knows it', () => {
        const refus = 'demande;date;adapté;légitime\nd1;2024-03-01;oui;non\nd1;2023-12-01;oui;\n';
        const { territory } = readFiles({ 'refus.csv': refus }, { manifest: withFiles({ refus: 'refus.csv' }) });
        expect(contentOf(territory?.demands).map(({ refus: events }) => events)).toEqual([
            {
                kind: 'events',
                events: [
                    [
                        ['date', { kind: 'date', day: 19692 }],
                        ['adapté', { kind: 'boolean', value: true }],
                        ['légitime', { kind: 'missing' }],
                    ],
                    [
                        ['date', { kind: 'date', day: 19783 }],
                        ['adapté', { kind: 'boolean', value: true }],
                        ['légitime', { kind: 'boolean', value: false }],
                    ],
                ],
            },
            { kind: 'events', events: [] },
        ]);
    });

    it('without a file of events, knows nothing of them', () => {
        const demands = readFiles({}).territory?.demands;
        expect(demands === undefined ? undefined : rowReader(demands, 0).fact('refus')).toEqual({ kind: 'missing' });
    });

    it('reads the columns that say what was proved', () => {
        const { territory } = readFiles({
            'demandes.csv':
                'identifiant;date_depot;handicap;handicap.justifié;logement_actuel;logement_actuel.justifié\nd1;2021-02-01;oui;oui;SD;non\nd2;2021-02-01;oui;;SD;oui\n',
        });
        const readers = [0, 1].map((row) => rowReader(territory!.demands, row));
        expect(readers.map(({ proved }) => [proved('handicap'), proved('situations'), proved('dépôt')])).toEqual([
            [true, false, false],
            [false, true, false],
        ]);
    });

    it('names the files that it needs', () => {
        expect(territoryFiles(JSON.stringify({ ...MANIFEST, ...withFiles({ refus: 'refus.csv' }) }))).toEqual(['demandes.csv', 'logements.csv', 'refus.csv']);
        expect(territoryFiles('{}')).toEqual([]);
    });

    it('may be a file of demands alone', () => {
        const { demands, counts } = readDemands({ file: 'd.csv', bytes: bytes(DEMANDS), vocabulary: smallVocabulary() });
        expect(contentOf(demands)).toHaveLength(2);
        expect(counts).toHaveLength(1);
        expect(readDemands({ file: 'd.csv', bytes: bytes('a;b\n1;2\n'), vocabulary: smallVocabulary() }).demands).toBeUndefined();
    });
});

describe('bad input', () => {
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

    it.each([
        ['31/02/2024', 'identifiant;date_depot\nd1;31/02/2024\n', ['BAR718 demandes.csv:1 date_depot impossible-date']],
        ['a negative income', 'identifiant;date_depot;ressources\nd1;01/02/2021;-500\n', ['BAR718 demandes.csv:1 ressources negative-amount']],
        ['a demand without household size', 'identifiant;date_depot;personnes\nd1;01/02/2021;\n', ['BAR719 demandes.csv:1 personnes']],
        ['a demand without date of filing', 'identifiant;date_depot;personnes\nd1;;2\n', ['BAR719 demandes.csv:1 date_depot']],
        [
            'a proof that is neither yes nor no',
            'identifiant;date_depot;handicap;handicap.justifié\nd1;01/02/2021;oui;vu\n',
            ['BAR718 demandes.csv:1 handicap.justifié not-yes-no'],
        ],
        ['left before filing', 'identifiant;date_depot;sortie\nd1;2021-02-01;2020-01-01\n', ['BAR727 demandes.csv:1']],
    ])('%s: the row is kept, the cell is missing, and it is told', (_, text, expected) => {
        const reading = readFiles({ 'demandes.csv': text });
        expect(faults(reading)).toEqual(expected);
        expect(reading.territory?.demands.rows).toBe(1);
        expect(reading.counts[0]).toMatchObject({ read: 1, kept: 1, refused: 0 });
    });

    it.each([
        ['no id', `${DEMANDS};2021-01-01;2\n`, ['BAR715 demandes.csv:3'], 2],
        [
            'an id in scientific notation',
            `${DEMANDS}1,11E+17;2021-01-01;2\n`,
            ['BAR715 demandes.csv:3', 'BAR718 demandes.csv:3 identifiant scientific-notation'],
            2,
        ],
        ['the same row twice', `${DEMANDS}d1;2021-02-01;3\n`, ['BAR716 demandes.csv:3'], 2],
        ['two rows that contradict one another', `${DEMANDS}d1;2021-02-01;4\n`, ['BAR717 demandes.csv:1', 'BAR717 demandes.csv:3'], 1],
        ['a row too short', `${DEMANDS}d3;2021-02-01\n`, ['BAR713 demandes.csv:3'], 2],
        ['text after a closing mark', `${DEMANDS}"d3"x;2021-02-01;1\n`, ['BAR714 demandes.csv:3'], 2],
    ])('%s: the row is refused, counted and told', (_, text, expected, kept) => {
        const reading = readFiles({ 'demandes.csv': text });
        expect(faults(reading)).toEqual(expected);
        const read = text.trimEnd().split('\n').length - 1;
        expect(reading.counts[0]).toMatchObject({ read, kept, refused: read - kept });
        expect(reading.territory?.demands.rows).toBe(kept);
    });

    const PERIODS = 'identifiant;date_depot;valide_du;valide_au;personnes\n';

    it.each([
        ['one after the other', 'd1;2021-02-01;2021-02-01;2022-01-31;1\nd1;2021-02-01;2022-02-01;;2\n', []],
        ['an open end closed by the next row', 'd1;2021-02-01;;;1\nd1;2021-02-01;2022-02-01;;2\n', []],
        ['a gap between', 'd1;2021-02-01;2021-02-01;2021-03-01;1\nd1;2021-02-01;2022-02-01;;2\n', []],
        ['a day in common', 'd1;2021-02-01;2021-02-01;2022-02-01;1\nd1;2021-02-01;2022-02-01;;2\n', ['BAR717 demandes.csv:1', 'BAR717 demandes.csv:2']],
        ['the same first day', 'd1;2021-02-01;2021-02-01;;1\nd1;2021-02-01;2021-02-01;;2\n', ['BAR717 demandes.csv:1', 'BAR717 demandes.csv:2']],
        [
            'a long one over two short ones',
            'd1;2021-02-01;2021-02-01;2023-01-01;1\nd1;2021-02-01;2021-03-01;2021-04-01;2\nd1;2021-02-01;2021-05-01;2021-06-01;3\n',
            ['BAR717 demandes.csv:1', 'BAR717 demandes.csv:2', 'BAR717 demandes.csv:3'],
        ],
        ['an end before its beginning', 'd1;2021-02-01;2022-02-01;2021-02-01;1\n', ['BAR728 demandes.csv:1']],
    ])('periods of one demand: %s', (_, rows, expected) => {
        expect(demandFaults(PERIODS + rows)).toEqual(expected);
    });

    it('vacancies and candidatures: the same dwelling may be released twice, not twice the same day', () => {
        const logements =
            'identifiant;libération;commune;typologie\nl1;2024-01-15;99001;T3\nl1;2024-06-15;99001;T3\nl2;2024-01-15;99001;T3\nl2;2024-01-15;99002;T3\nl3;;99001;T3\nl4;2024-01-15;99001;T9\n';
        const candidatures = `${CANDIDATURES}l1;d1;3\nl1;;1\nl9;d2;1\nl1;d9;4\n`;
        const reading = readFiles({ 'logements.csv': logements, 'c.csv': candidatures }, { manifest: withFiles({ candidatures: 'c.csv' }) });
        expect(faults(reading)).toEqual([
            'BAR717 c.csv:1',
            'BAR717 c.csv:3',
            'BAR715 c.csv:4',
            'BAR721 c.csv:5 logement',
            'BAR721 c.csv:6 demande',
            'BAR717 logements.csv:3',
            'BAR717 logements.csv:4',
            'BAR719 logements.csv:5 libération',
            'BAR718 logements.csv:6 typologie unknown-value',
        ]);
        expect([reading.territory?.dwellings.rows, reading.territory?.candidatures?.rows]).toEqual([4, 3]);
    });

    it('a demand housed twice, a dwelling in two communes, a lease before the release: kept, and told', () => {
        const logements =
            'identifiant;libération;commune;typologie;attributaire;bail\nl1;2024-01-15;99001;T3;d1;2024-01-10\nl1;2024-06-15;99002;T3;;\nl2;2024-02-15;99001;T3;d1;2024-03-15\n';
        const reading = readFiles({ 'logements.csv': logements });
        expect(faults(reading)).toEqual(['BAR727 logements.csv:1', 'BAR730 logements.csv:2', 'BAR729 logements.csv:3']);
        expect(reading.territory?.dwellings.rows).toBe(3);
    });

    it('a label that expires before it begins is refused, and counted', () => {
        const labels = 'demande;nature;date;fin\nd1;dalo;2024-03-01;2024-02-29\nd1;dalo;2024-03-01;2024-03-01\nd1;dalo;2024-03-01;\n';
        const reading = readFiles({ 'étiquettes.csv': labels }, { manifest: withFiles({ étiquettes: 'étiquettes.csv' }) });
        expect(faults(reading)).toEqual(['BAR728 étiquettes.csv:1']);
        expect(reading.counts.find(({ table }) => table === 'étiquettes')).toMatchObject({ read: 3, kept: 2, refused: 1 });
    });

    it('events: of no demand, of an unknown demand, with a day that does not exist', () => {
        const refus = 'demande;date;adapté\nd1;2024-02-30;oui\n;2024-01-01;oui\nd9;2024-01-01;oui\n';
        const reading = readFiles({ 'refus.csv': refus }, { manifest: withFiles({ refus: 'refus.csv' }) });
        expect(faults(reading)).toEqual(['BAR718 refus.csv:1 date impossible-date', 'BAR715 refus.csv:2', 'BAR720 refus.csv:3']);
        expect(reading.counts.find(({ table }) => table === 'refus')).toEqual({
            table: 'refus',
            file: 'refus.csv',
            read: 3,
            kept: 1,
            refused: 2,
            refusedCells: 1,
        });
    });

    it('a file with decimal commas and decimal points: the points are refused', () => {
        const text = 'identifiant;date_depot;ressources;poids\nd1;2021-02-01;1200,50;1\nd2;2021-02-01;1200.50;1\n';
        expect(demandFaults(text)).toEqual(['BAR718 demandes.csv:2 ressources other-decimal-mark']);
        expect(demandFaults(text.replace('1200,50', '1200'))).toEqual([]);
    });

    it('thousands of refused cells: ten thousand are listed, all are counted', () => {
        const rows = Array.from({ length: 10_050 }, (_, row) => `d${row};31/02/2024`).join('\n');
        const { findings, counts } = readFiles({ 'demandes.csv': `identifiant;date_depot\n${rows}\n` });
        expect(findings.filter(({ code }) => code === 'BAR718')).toHaveLength(10_000);
        expect(findings.filter(({ code }) => code === 'BAR723').map(({ column, params }) => ({ column, ...params }))).toEqual([
            { column: 'date_depot', code: 'BAR718', count: 50 },
        ]);
        expect(counts[0]).toMatchObject({ kept: 10_050, refusedCells: 10_050 });
    });

    it('no finding holds a value of a row', () => {
        const marker = 'ZZMARQUEURZZ';
        const files = {
            'demandes.csv': `identifiant;date_depot;personnes;ressources;statut;handicap;types\n${marker};${marker};${marker};${marker};${marker};${marker};${marker}\n${marker};${marker}\n"${marker}"${marker};1;1;1;1;1;1\n`,
            'logements.csv': `identifiant;libération;commune;typologie;attributaire\n${marker};2024-01-01;${marker};T1;${marker}1\n${marker};2024-01-01;${marker};T2;${marker}\n`,
            'refus.csv': `demande;date\n${marker}2;${marker}\n`,
        };
        const { findings } = readFiles(files, { manifest: withFiles({ refus: 'refus.csv' }) });
        expect(findings.length).toBeGreaterThan(10);
        expect(JSON.stringify(findings)).not.toContain(marker);
    });
});

describe('ids that look like « numéros uniques »', () => {
    const NUMBERS = ['1110318016982G1104', '0140221000001G1104', '02A1220123456G2A01'];
    const files = {
        'demandes.csv': `identifiant;date_depot\n${NUMBERS.map((id) => `${id};2021-02-01\n`).join('')}`,
        'logements.csv': `identifiant;libération;commune;typologie;attributaire\nl1;2024-01-15;99001;T3;${NUMBERS[1]!}\n`,
        'c.csv': `logement;demande;rang\nl1;${NUMBERS[0]!};1\nl1;${NUMBERS[1]!};2\n`,
        'refus.csv': `demande;date\n${NUMBERS[2]!};2024-01-01\n`,
    };
    const reading = readFiles(files, { manifest: withFiles({ candidatures: 'c.csv', refus: 'refus.csv' }) });

    it('are replaced everywhere by the same pseudonyms, and it is said', () => {
        const { territory } = reading;
        const ids = contentOf(territory?.demands).map(({ identifiant }) => identifiant);
        expect(ids).toEqual(['P1', 'P2', 'P3'].map(word));
        expect(reading.findings.filter(({ code }) => code === 'BAR711').map(({ params }) => params)).toEqual([{ count: 3 }]);
        const [dwelling] = contentOf(territory?.dwellings);
        const candidates = contentOf(territory?.candidatures).map(({ demande }) => demande);
        expect(candidates).toContainEqual(dwelling?.['attributaire']);
        expect(new Set([...candidates, dwelling?.['attributaire']]).size).toBeGreaterThan(1);
        const withRefusal = contentOf(territory?.demands).filter(({ refus }) => refus?.kind === 'events' && refus.events.length === 1);
        expect(withRefusal).toHaveLength(1);
        expect(candidates).not.toContainEqual(withRefusal[0]?.['identifiant']);
    });

    it('appear nowhere in what was read', () => {
        const shown = JSON.stringify([
            reading.findings,
            contentOf(reading.territory?.demands),
            contentOf(reading.territory?.dwellings),
            contentOf(reading.territory?.candidatures),
        ]);
        for (const number of NUMBERS) expect(shown).not.toContain(number);
    });

    it('are left alone when none looks like one', () => {
        expect(contentOf(readFiles({}).territory?.demands).map(({ identifiant }) => identifiant)).toEqual(['d1', 'd2'].map(word));
    });
});

describe('the order of rows and of names changes nothing', () => {
    const demand = fc.record({
        id: fc.constantFrom('d1', 'd2', 'd3', 'd4', '1110318016982G1104', ''),
        day: fc.constantFrom('2021-02-01', '31/02/2024', ''),
        from: fc.constantFrom('', '2022-01-01', '2023-01-01'),
        to: fc.constantFrom('', '2022-06-01', '2023-06-01'),
        size: fc.constantFrom('1', '2', '-1', ''),
    });
    const refusal = fc.record({
        id: fc.constantFrom('d1', 'd2', 'd9'),
        day: fc.constantFrom('2024-01-01', '2024-02-01', ''),
        adapted: fc.constantFrom('oui', 'non', '?'),
    });

    it('of a territory, content and codes of findings', () => {
        const shuffled = fc.tuple(fc.array(demand, { maxLength: 8 }), fc.array(refusal, { maxLength: 6 })).chain(([demands, refusals]) =>
            fc.record({
                demands: fc.constant(demands),
                refusals: fc.constant(refusals),
                otherDemands: fc.shuffledSubarray(demands, { minLength: demands.length }),
                otherRefusals: fc.shuffledSubarray(refusals, { minLength: refusals.length }),
            }),
        );
        fc.assert(
            fc.property(shuffled, ({ demands, refusals, otherDemands, otherRefusals }) => {
                const read = (rows: typeof demands, events: typeof refusals) =>
                    readFiles(
                        {
                            'demandes.csv': `identifiant;date_depot;valide_du;valide_au;personnes\n${rows.map(({ id, day, from, to, size }) => `${id};${day};${from};${to};${size}\n`).join('')}`,
                            'refus.csv': `demande;date;adapté\n${events.map(({ id, day, adapted }) => `${id};${day};${adapted}\n`).join('')}`,
                        },
                        { manifest: withFiles({ refus: 'refus.csv' }) },
                    );
                const [one, two] = [read(demands, refusals), read(otherDemands, otherRefusals)];
                expect(contentOf(two.territory?.demands)).toEqual(contentOf(one.territory?.demands));
                expect(two.counts).toEqual(one.counts);
                const codes = (reading: typeof one): readonly string[] => reading.findings.map((finding) => line({ ...finding, row: 0 })).sort();
                expect(codes(two)).toEqual(codes(one));
            }),
            { numRuns: 300 },
        );
    });

    it('column names that are members of every object give the same results as others', () => {
        const before = Object.getOwnPropertyNames(Object.prototype).length;
        const read = (names: readonly string[]) => {
            const reading = readFiles({
                'demandes.csv': `identifiant;date_depot;${names.join(';')}\n${names[0] ?? ''};2021-02-01;${names.map(() => 'x').join(';')}\n`,
            });
            return [reading.territory?.demands.rows, faults(reading).length, reading.counts];
        };
        expect(read(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])).toEqual(read(['a', 'b', 'c', 'd', 'e']));
        expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
    });
});

function word(value: string): { readonly kind: 'word'; readonly value: string } {
    return { kind: 'word', value };
}
