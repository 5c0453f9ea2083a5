import { describe, expect, it } from 'vitest';
import { rowReader } from '../../../language/src/columns/row-reader.js';
import { readDemands } from '../../../language/src/data/read-demands.js';
import { territoryFiles } from '../../../language/src/data/territory-sources.js';
import { bytes, contentOf, DEMANDS, MANIFEST, readFiles, smallVocabulary, withFiles, word } from './fixture.js';

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
