import { describe, expect, it } from 'vitest';
import { spreadDates } from '../../../language/src/data/spread-dates.js';
import { formatIso } from '../../../language/src/kit/civil-date.js';
import type { FactValue } from '../../../language/src/ir/value.js';
import { contentOf, faults, readFiles, smallMapping } from './fixture.js';

/** One file of lettings, as a queue keeps them: a year and an order, no date; the winner and the dwelling on one row. */
const LETTINGS = [
    'annee,ordre,commune,pieces,loyer,depuis,type',
    '2023,2,Sud,2,"5000,5",2001-05-06,T2',
    '2023,1,Nord,3,6000,2003-04-05,T3',
    '2024,,Nord,1,4000,1999-01-01,studio',
    '',
].join('\n');

const MAPPING = smallMapping(`
    table demandes depuis "attributions.csv", séparateur ",", décimale "," {
      identifiant : numéro de ligne ;
      dépôt : colonne "depuis" ;
      sortie : date répartie année "annee" ordre "ordre" approximation "le jour du bail est réparti sur l'année" ;
      sortie_attribution : constante oui ;
      types : colonne "type", codes { "studio" : T1 } ;
      personnes : colonne "pieces"
    }
    table logements depuis "attributions.csv", séparateur ",", décimale "," {
      identifiant : numéro de ligne ;
      libération : date répartie année "annee" ordre "ordre" approximation "le jour du bail est réparti sur l'année" ;
      commune : colonne "commune", codes { "Nord" : "99001" ; "Sud" : "99002" } ;
      typologie : colonne "type", codes { "studio" : T1 } ;
      loyer : colonne "loyer", multipliée par 0,1 ;
      attributaire : numéro de ligne
    }
`);

const reading = readFiles({ 'attributions.csv': LETTINGS }, { manifest: { fichiers: {} }, mapping: MAPPING });

describe('a correspondance', () => {
    it('fills two tables from one file, read once', () => {
        expect(faults(reading)).toEqual([]);
        const shown = (rows: ReturnType<typeof contentOf>) => rows.map((row) => Object.entries(row).map(([name, value]) => `${name} ${short(value)}`));
        expect(shown(contentOf(reading.territory?.demands))).toEqual([
            ['identifiant 1', 'dépôt 2001-05-06', 'sortie 2023-07-02', 'sortie_attribution true', 'types T2', 'personnes 2'],
            ['identifiant 2', 'dépôt 2003-04-05', 'sortie 2023-01-01', 'sortie_attribution true', 'types T3', 'personnes 3'],
            ['identifiant 3', 'dépôt 1999-01-01', 'sortie 2024-12-31', 'sortie_attribution true', 'types T1', 'personnes 1'],
        ]);
        // Rents are multiplied by one tenth exactly: 5 000,5 × 0,1 = 500,05, in cents 50 005.
        expect(shown(contentOf(reading.territory?.dwellings))).toEqual([
            ['identifiant 1', 'libération 2023-07-02', 'commune 99002', 'typologie T2', 'loyer 50005', 'attributaire 1'],
            ['identifiant 2', 'libération 2023-01-01', 'commune 99001', 'typologie T3', 'loyer 60000', 'attributaire 2'],
            ['identifiant 3', 'libération 2024-12-31', 'commune 99001', 'typologie T1', 'loyer 40000', 'attributaire 3'],
        ]);
        expect(reading.counts.map(({ table, file, kept }) => `${table} ${file} ${kept}`)).toEqual([
            'demandes attributions.csv 3',
            'logements attributions.csv 3',
        ]);
    });

    it('declares its approximations, each once, and reports no column as ignored that one of its tables reads', () => {
        expect(reading.territory?.approximations).toEqual(["le jour du bail est réparti sur l'année"]);
        expect(reading.findings.filter(({ code }) => code === 'BAR708')).toEqual([]);
    });

    it('names the columns that it asks for in vain', () => {
        const { territory, findings } = readFiles(
            { 'attributions.csv': LETTINGS.replace('depuis', 'inscrit') },
            { manifest: { fichiers: {} }, mapping: MAPPING },
        );
        expect(territory).toBeUndefined();
        expect(findings.filter(({ code }) => code === 'BAR706').map(({ params }) => params)).toEqual([{ table: 'demandes', column: 'depuis', nearest: [] }]);
    });

    it('leaves to the manifest the tables that it does not describe', () => {
        const mapping = smallMapping(`table demandes depuis "d.csv", séparateur ";" {
            identifiant : colonne "num" ; dépôt : colonne "le" ; situations : colonne "logt", séparée par "/", codes { "1" : sans_abri ; "2" : hôtel ; "9" : non renseigné }, vide : sans objet ;
            ressources : colonne "rev", vide : 0 € par mois
        }`);
        const demands = 'num;le;logt;rev\na;2021-02-01;1/2;100\nb;2021-02-01;9;\nc;2021-02-01;;-1\nd;2021-02-01;3;2\n';
        const read = readFiles({ 'd.csv': demands }, { mapping });
        expect(faults(read)).toEqual(['BAR718 d.csv:3 rev negative-amount', 'BAR718 d.csv:4 logt unknown-value']);
        expect(contentOf(read.territory?.demands).map(({ situations, ressources }) => [short(situations), short(ressources)])).toEqual([
            ['sans_abri hôtel', '10000'],
            ['missing', '0'],
            ['not-applicable', 'missing'],
            ['missing', '200'],
        ]);
        expect(read.territory?.dwellings.rows).toBe(1);
    });
});

describe('files as programs write them', () => {
    const dwellings =
        'table logements depuis "l.csv" { identifiant : colonne "id" ; libération : colonne "le" ; commune : colonne "c" ; typologie : colonne "t" }';
    const read = (table: string, text: string) =>
        readFiles(
            { 'd.csv': text, 'l.csv': 'id;le;c;t\nl1;01/01/2024;99001;T2\n' },
            { manifest: { fichiers: {} }, mapping: smallMapping(`table demandes depuis "d.csv"${table}\n${dwellings}`) },
        );
    const ids = (reading: ReturnType<typeof read>): readonly string[] => contentOf(reading.territory?.demands).map(({ identifiant }) => short(identifiant));
    const told = (reading: ReturnType<typeof read>, code: string) => reading.findings.filter((each) => each.code === code).map(({ params }) => params);

    it('keeps the rows of the table, and says how many it leaves', () => {
        const text = 'n;le;statut;essai\na;01/02/2021;Active;\nb;01/02/2021;Radiée;\nc;01/02/2021;Active;O\nd;01/02/2021;Suspendue;\n';
        const fields = '{ identifiant : colonne "n" ; dépôt : colonne "le" }';
        const kept = read(` lignes où "statut" parmi ("Active" ; "Radiée") et "essai" hors ("O") ${fields}`, text);
        expect(faults(kept)).toEqual(['BAR743 d.csv']);
        expect(ids(kept)).toEqual(['a', 'b']);
        expect(told(kept, 'BAR743')).toEqual([{ table: 'demandes', count: 2, of: 4 }]);
        expect(told(kept, 'BAR708')).toEqual([]);
        const empty = read(` lignes où "essai" parmi ("") ${fields}`, text);
        expect([ids(empty), told(empty, 'BAR743')]).toEqual([['a', 'b', 'd'], [{ table: 'demandes', count: 1, of: 4 }]]);
        const wrong = read(` lignes où "Statut" parmi ("Active") ${fields}`, text);
        expect([ids(wrong), told(wrong, 'BAR706'), told(wrong, 'BAR743')]).toEqual([[], [{ table: 'demandes', column: 'Statut', nearest: ['statut'] }], []]);
    });

    it('reads a file without header, its first line a row', () => {
        const reading = read(', sans en-tête { identifiant : colonne "1" ; dépôt : colonne "3" }', 'a;x;01/02/2021\nb;y;32/01/2021\n');
        expect(ids(reading)).toEqual(['a', 'b']);
        expect(faults(reading)).toEqual(['BAR718 d.csv:2 #3 impossible-date']);
    });

    it('joins the columns of an identifier, and never takes two for one', () => {
        const fields = '{ identifiant : colonnes "dept", "num" jointes par "-" ; dépôt : colonne "le" }';
        const reading = read(` ${fields}`, 'dept;num;le\n01;7;01/02/2021\n01;8;01/02/2021\n1-2;3;01/02/2021\n1;2-3;01/02/2021\n02;;01/02/2021\n');
        expect(ids(reading)).toEqual(['01-7', '01-8']);
        expect(reading.findings.filter(({ code }) => code === 'BAR718').map(({ row, column, reason }) => [row, column, reason])).toEqual([
            [3, 'dept + num', 'joint-inside'],
            [4, 'dept + num', 'joint-inside'],
            [5, 'dept + num', 'incomplete-parts'],
        ]);
    });

    it('joins no columns into a fact of several values: which part goes with which could not be known', () => {
        expect(() => smallMapping('table demandes depuis "d.csv" { situations : colonnes "a", "b" jointes par "-" }')).toThrow('jointes par');
    });

    it.each([
        ['2021-02-01T23:59:59.123', '2021-02-01'],
        ['01/02/2021 00:00', '2021-02-01'],
        ['2021-02-01 8h05', '2021-02-01'],
        ['01/02/2021', '2021-02-01'],
        ['2021-02-01T23:30:00Z', 'time-zone'],
        ['2021-02-01T23:30:00+02:00', 'time-zone'],
        ['2021-02-01 24:00', 'not-a-date'],
        ['2021-02-30 10:00', 'impossible-date'],
    ])('reads the day of a date with its time: %s', (cell, expected) => {
        const reading = read(' { identifiant : colonne "n" ; dépôt : colonne "le" avec heure }', `n;le\na;${cell}\n`);
        const refused = reading.findings.find(({ code }) => code === 'BAR718')?.reason;
        expect(refused ?? short(contentOf(reading.territory?.demands)[0]?.dépôt)).toBe(expected);
    });

    it('says what to write for a time that nothing announces', () => {
        const reading = read(' { identifiant : colonne "n" ; dépôt : colonne "le" }', 'n;le\na;2021-02-01T10:00\n');
        expect(reading.findings.find(({ code }) => code === 'BAR718')?.reason).toBe('date-with-time');
    });
});

describe('days spread over a year', () => {
    const days = (rows: readonly (readonly [year: string, order: string])[]): readonly string[] =>
        spreadDates(rows.map(([year, order]) => ({ year, order }))).map((cell) => (cell.kind === 'refused' ? cell.reason : short(cell)));

    it('the distinct orders of a year, evenly; equal orders on the same day; no order, the last day', () => {
        // Four distinct orders over 365 days: places 0, 91 (365 × 1 ÷ 4 = 91,25), 182 and 273 after 1 January.
        expect(
            days([
                ['2023', '10'],
                ['2023', '7'],
                ['2023', '300'],
                ['2023', '7'],
                ['2023', ''],
                ['2023', '45'],
            ]),
        ).toEqual(['2023-04-02', '2023-01-01', '2023-10-01', '2023-01-01', '2023-12-31', '2023-07-02']);
    });

    it('each year apart, leap years in full', () => {
        // Two orders over 366 days: the second begins on day 183, 2 July 2024 (31 + 29 + 31 + 30 + 31 + 30 = 182 days before 1 July).
        expect(
            days([
                ['2024', '1'],
                ['2024', '2'],
                ['2023', '5'],
                ['2024', ''],
            ]),
        ).toEqual(['2024-01-01', '2024-07-02', '2023-01-01', '2024-12-31']);
    });

    it('what is no year or no order is refused', () => {
        expect(
            days([
                ['23', '1'],
                ['', '1'],
                ['1800', '1'],
                ['2023', 'x'],
                ['2023', '-1'],
            ]),
        ).toEqual(['not-a-date', 'missing', 'implausible-year', 'not-a-number', 'not-a-number']);
    });
});

function short(value: FactValue | undefined): string {
    switch (value?.kind) {
        case 'number':
        case 'word':
            return value.value;
        case 'boolean':
            return String(value.value);
        case 'set':
            return value.values.join(' ');
        case 'date':
            return formatIso(value.day);
        default:
            return value?.kind ?? 'absent';
    }
}
