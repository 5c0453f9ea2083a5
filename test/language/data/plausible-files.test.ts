import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateMember } from '../../../language/src/data/json-duplicates.js';
import { personalIdentifiers } from '../../../language/src/data/direct-identifiers.js';
import { proposedCodes } from '../../../language/src/data/proposed-codes.js';
import { readCsv } from '../../../language/src/data/csv/read-csv.js';
import type { FactDeclaration } from '../../../language/src/ir/value-type.js';
import { bytes, CANDIDATURES, DEMANDS, DWELLINGS, faults, readFiles, smallMapping } from './fixture.js';

const HEAD = 'identifiant;date_depot;personnes;ressources\n';
const amounts = (...cells: readonly string[]): string => HEAD + cells.map((cell, row) => `d${row};2021-02-01;1;${cell}\n`).join('');
const ressources = (...cells: readonly string[]): readonly string[] => faults(readFiles({ 'demandes.csv': amounts(...cells) }));

describe('numbers that can be read in two ways are refused', () => {
    it.each(['1.500', '1,500', '12.345', '1.500.000', '1.500,00', '-1.500'])('« %s » in an amount', (cell) => {
        expect(ressources(cell)).toEqual(['BAR718 demandes.csv:1 ressources ambiguous-thousands']);
    });

    it.each(['1500', '1 500', '1500,5', '1500,50', '0,500'.slice(0, 4), '1500.50'])('« %s » has one meaning', (cell) => {
        expect(ressources(cell)).toEqual([]);
    });

    it('an integer column too', () => {
        expect(faults(readFiles({ 'demandes.csv': 'identifiant;date_depot;personnes\nd1;2021-02-01;1.000\n' }))).toEqual([
            'BAR718 demandes.csv:1 personnes ambiguous-thousands',
        ]);
    });

    it.each([
        ['décimale ",", milliers "."', '1.500', '150000'],
        ['décimale ",", milliers "."', '1.500,50', '150050'],
        ['décimale ".", milliers ","', '1,500.50', '150050'],
        ['décimale "."', '1.500', '150'],
        ['décimale ","', '1,500', '150'],
    ])('where the correspondance says %s, « %s » is %s cents', (marks, cell, cents) => {
        const mapping = smallMapping(
            `table demandes depuis "d.csv" séparateur ";", ${marks} { identifiant : colonne "i" ; dépôt : colonne "d" ; personnes : colonne "p" ; ressources : colonne "r" }`,
        );
        const { territory } = readFiles({ 'd.csv': `i;d;p;r\nd1;2021-02-01;1;${cell}\n` }, { mapping });
        const column = territory?.demands.columns.get('ressources');
        expect(
            JSON.stringify(column, (_, value: unknown) =>
                typeof value === 'bigint' ? String(value) : ArrayBuffer.isView(value) ? [...(value as Int32Array)] : value,
            ),
        ).toContain(cents);
    });

    it('bounds are told in euros, not in cents', () => {
        const { findings } = readFiles({ 'demandes.csv': amounts('90071992547410') });
        expect(findings.flatMap(({ params }) => ('high' in params ? [params.high] : []))).toEqual(['90\u202F071\u202F992\u202F547\u202F409,91 €']);
    });
});

describe('days that programs write for none', () => {
    it.each(['01/01/1900', '1900-01-01', '02/01/1900', '01/01/1904', '31/12/2099', '2100-01-01'])('%s is refused', (day) => {
        expect(faults(readFiles({ 'demandes.csv': `identifiant;date_depot;personnes\nd1;${day};1\n` }))).toEqual([
            'BAR718 demandes.csv:1 date_depot sentinel-date',
        ]);
    });
});

describe('what people write for yes, no and unknown is proposed', () => {
    const yesNo: FactDeclaration = {
        owner: 'demande',
        name: 'b',
        type: { kind: 'boolean' },
        multiple: false,
        proof: false,
        references: [],
        at: [0, 0, 0],
    } as never;

    it('as the codes to add, in the letters of the file', () => {
        expect(proposedCodes(['O', 'n', 'ND', 'peut-être', '#N/A'], yesNo)).toEqual([
            ['#N/A', 'non renseigné'],
            ['ND', 'non renseigné'],
            ['O', 'oui'],
            ['n', 'non'],
        ]);
    });

    it('no text outside our own lists is ever shown', () => {
        fc.assert(
            fc.property(fc.array(fc.string()), (texts) => {
                for (const [code] of proposedCodes(texts, yesNo)) expect(code.trim().length).toBeLessThanOrEqual(15);
                expect(proposedCodes(['Mme Dupont', '0612345678', ...texts.map((text) => `${text} Dupont`)], yesNo)).toEqual([]);
            }),
        );
    });
});

describe('files as spreadsheets write them', () => {
    const read = (text: string) => readCsv(bytes(text), { file: 'f.csv' });

    it.each(['sep=;\n', 'sep=;\r\n', 'SEP=;\r', '"sep=;"\n', '\uFEFFsep=;\n'])('%j before the titles is the separator, not a title', (line) => {
        expect(read(`${line}a;b\n1,5;2\n`).csv).toMatchObject({ header: ['a', 'b'], rows: 1 });
    });

    it('what it says counts, whatever the titles hold', () => {
        expect(read('sep=,\na;b,c\n1,2\n').csv?.header).toEqual(['a;b', 'c']);
    });

    it.each([
        ['plain', (cell: string) => cell],
        ['quoted, with line breaks', (cell: string) => `"${cell.replace(/xxxx/g, 'x,\n;')}"`],
        ['quoted and never closed', (cell: string) => `"${cell}`],
    ])('a cell larger than any is refused before it is kept: %s', (_, write) => {
        const { csv, findings } = read(`a;b\n1;2\n${write('x'.repeat(1_200_000))};3\n4;5\n`);
        expect([csv, findings.map(({ code, row }) => `${code} ${row ?? ''}`)]).toEqual([undefined, ['BAR735 2']]);
    });

    it('where no title is known, none is repeated: the first line may be a row', () => {
        const { findings } = readFiles({ 'demandes.csv': 'DUPONT Marie;12/03/1980;3\nMARTIN Jean;01/02/1990;2\n' });
        expect(JSON.stringify(findings)).not.toMatch(/DUPONT|Marie|1980/);
        expect(findings.map(({ code }) => code)).toContain('BAR706');
    });

    it('a title that differs by capitals, accents or spaces is told, with the one expected', () => {
        const { findings } = readFiles({ 'demandes.csv': 'identifiant;date_depot;personnes;Ressources \nd1;2021-02-01;1;900\n' });
        expect(findings.flatMap(({ code, params }) => (code === 'BAR734' ? [params] : []))).toEqual([{ column: 'Ressources', expected: 'ressources' }]);
    });
});

describe('bounds that a vocabulary declares', () => {
    const cell = (column: string, text: string): readonly string[] =>
        faults(readFiles({ 'demandes.csv': `identifiant;date_depot;personnes;${column}\nd1;2021-02-01;1;${text}\n` }));

    it.each([
        ['effort', '150,01 %', 'above-maximum'],
        ['effort', '-0,1 %', 'below-minimum'],
        ['arrivée', '31/12/1949', 'below-minimum'],
        ['arrivée', '01/01/2031', 'above-maximum'],
        ['séjour', '601 mois', 'above-maximum'],
        ['séjour', '51 ans', 'above-maximum'],
        ['séjour', '18601 jours', 'above-maximum'],
    ])('%s: « %s » is refused, %s', (column, text, reason) => {
        expect(cell(column, text)).toEqual([`BAR718 demandes.csv:1 ${column} ${reason}`]);
    });

    it.each([
        ['effort', '150 %'],
        ['effort', '0'],
        ['arrivée', '01/01/1950'],
        ['arrivée', '31/12/2030'],
        ['séjour', '600 mois'],
        ['séjour', '50 ans'],
        ['séjour', '18600 jours'],
    ])('%s: « %s » is read, bounds included', (column, text) => {
        expect(cell(column, text)).toEqual([]);
    });

    it('are told in the words of the column', () => {
        const { findings } = readFiles({ 'demandes.csv': 'identifiant;date_depot;personnes;effort;arrivée\nd1;2021-02-01;1;200 %;01/01/2031\n' });
        expect(findings.flatMap(({ params }) => ('high' in params ? [[params.low, params.high]] : []))).toEqual([
            ['01/01/1950', '31/12/2030'],
            ['0 %', '150 %'],
        ]);
    });
});

describe('rows that are no data', () => {
    it.each(['Total', 'TOTAL', 'Total général', 'Sous-total :', 'Somme', 'identifiant'])('« %s » in the place of an identifier', (text) => {
        const reading = readFiles({ 'demandes.csv': `${DEMANDS}${text};;4\n` });
        expect(faults(reading)).toEqual(['BAR738 demandes.csv:3']);
        expect(reading.counts[0]).toMatchObject({ read: 3, kept: 2, refused: 1 });
    });

    it('an identifier that holds a mark that shows nothing is refused, and told', () => {
        expect(faults(readFiles({ 'demandes.csv': `${DEMANDS}d\u200B3;2021-02-01;1\n` }))).toEqual([
            'BAR715 demandes.csv:3',
            'BAR718 demandes.csv:3 identifiant control-characters',
        ]);
    });

    it('a title that ends with its unit is told, with the one expected', () => {
        const { findings } = readFiles({ 'demandes.csv': 'identifiant;date_depot;personnes;ressources (€)\nd1;2021-02-01;1;900\n' });
        expect(findings.flatMap(({ code, params }) => (code === 'BAR734' ? [params] : []))).toEqual([{ column: 'ressources (€)', expected: 'ressources' }]);
    });
});

describe('households and their members', () => {
    const households = (persons: number, ...members: readonly string[]): readonly string[] => {
        const demandes = `identifiant;date_depot;personnes\nd1;2021-02-01;${persons}\n`;
        const manifest = { fichiers: { demandes: 'demandes.csv', logements: 'logements.csv', membres: 'm.csv' } };
        return faults(readFiles({ 'demandes.csv': demandes, 'm.csv': `demande;naissance\n${members.map((born) => `d1;${born}\n`).join('')}` }, { manifest }));
    };

    it.each([
        [4, ['2010-01-01', '2012-01-01']],
        [4, ['1980-01-01', '2010-01-01', '2012-01-01']],
        [4, ['1980-01-01', '1981-01-01', '2010-01-01', '2012-01-01']],
    ])('%i persons agree with %j', (persons, members) => {
        expect(households(persons, ...members)).toEqual([]);
    });

    it.each([
        [4, ['2010-01-01']],
        [3, []],
        [1, ['2010-01-01', '2012-01-01']],
    ])('%i persons do not agree with %j', (persons, members) => {
        expect(households(persons, ...members)).toEqual(['BAR739 demandes.csv:1 personnes', ...(members.length === 0 ? ['BAR722 m.csv'] : [])]);
    });

    it('a member written twice, word for word, is told; both count', () => {
        expect(households(4, '2010-01-01', '2012-01-01', '2012-01-01')).toEqual(['BAR740 m.csv:3']);
    });

    it('a birth far after the data is told; an expected one is not', () => {
        expect(households(3, '2042-01-01')).toEqual(['BAR741 m.csv:1 naissance']);
        expect(households(3, '2024-08-01')).toEqual([]);
    });
});

describe('what tables cannot say together', () => {
    it('a lease before the demand was filed', () => {
        const logements = 'identifiant;libération;commune;typologie;bail;attributaire\nl1;2020-01-15;99001;T3;2020-02-01;d1\n';
        expect(faults(readFiles({ 'logements.csv': logements })).filter((fault) => fault.startsWith('BAR731'))).toEqual(['BAR731 logements.csv:1 bail']);
    });

    it('a candidature that names a dwelling released twice', () => {
        const logements = `${DWELLINGS}l1;2024-06-15;99001;T3\n`;
        const manifest = { fichiers: { demandes: 'demandes.csv', logements: 'logements.csv', candidatures: 'c.csv' } };
        expect(faults(readFiles({ 'logements.csv': logements, 'c.csv': `${CANDIDATURES}l1;d1;1\n` }, { manifest }))).toContain('BAR732 c.csv:1 logement');
    });

    it('a code that lost its zero, among codes that kept it', () => {
        const logements = `${DWELLINGS}l2;2024-01-15;1004;T3\n`;
        expect(faults(readFiles({ 'logements.csv': logements }))).toContain('BAR733 logements.csv:2 commune');
        expect(faults(readFiles({ 'logements.csv': DWELLINGS.replace('99001', '1004') })).filter((fault) => fault.startsWith('BAR733'))).toEqual([]);
    });
});

describe('people', () => {
    const column = (...texts: readonly string[]) => personalIdentifiers({ texts, cells: Uint32Array.from(texts.map((_, place) => place)) });

    it.each(['06 12 34 56 78', '0612345678', '+33 6 12 34 56 78', '01.23.45.67.89'])('identifiers that are telephone numbers: %s', (text) => {
        expect(column('d1', text)).toEqual({ nature: 'telephone', count: 1 });
    });

    it.each(['DUPONT Marie', 'Jean-Paul Martin', 'Le Goff, Anne'])('identifiers that are names: %s', (text) => {
        expect(column('d1', text)).toEqual({ nature: 'name', count: 1 });
    });

    it.each(['d1', 'D-000042', 'P12', '1110318016982G1104', 'A B', 'É-1', '12345678'])('%s is neither', (text) => {
        expect(column(text)).toBeUndefined();
    });

    it('such a file is not read', () => {
        expect(faults(readFiles({ 'demandes.csv': DEMANDS.replace('d1', 'DUPONT Marie') }))).toEqual(['BAR710 demandes.csv identifiant']);
    });
});

describe('a JSON object that holds a name twice', () => {
    it.each([
        ['{"a":1,"a":2}', 'a'],
        ['{"x":{"b":[{"c":1},{"c":2,"c":3}]}}', 'x.b.c'],
        ['{"a":"\\"a\\":","b":"a"}', undefined],
        ['[{"a":1},{"a":2}]', undefined],
        ['{"é":1,"\\u00e9":2}', 'é'],
    ])('%s: %s', (text, expected) => {
        expect(duplicateMember(text)).toBe(expected);
    });

    it('is found in any JSON, and only there', () => {
        fc.assert(
            fc.property(fc.jsonValue(), (value) => {
                expect(duplicateMember(JSON.stringify(value))).toBeUndefined();
            }),
        );
    });
});
