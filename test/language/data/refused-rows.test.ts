import { describe, expect, it } from 'vitest';
import { CANDIDATURES, DEMANDS, faults, readFiles, withFiles } from './fixture.js';

/** Faults of the demands file alone. */
function demandFaults(text: string | Uint8Array): readonly string[] {
    return faults(readFiles({ 'demandes.csv': text }));
}

describe('bad rows and bad cells', () => {
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
            'BAR732 c.csv:1 logement',
            'BAR732 c.csv:2 logement',
            'BAR717 c.csv:3',
            'BAR732 c.csv:3 logement',
            'BAR715 c.csv:4',
            'BAR732 c.csv:4 logement',
            'BAR721 c.csv:5 logement',
            'BAR721 c.csv:6 demande',
            'BAR732 c.csv:6 logement',
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
