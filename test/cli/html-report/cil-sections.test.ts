import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReplayReport } from '@bareme/language/replay';
import { publishGrid } from '../../../cli/src/html-report/figures/suppression.js';
import { sampleReport } from '../fixtures/report.js';
import { cellsOf, sectionOf, textOf } from './read-section.js';

const section = (id: string, report: ReplayReport = sampleReport()): string => sectionOf(id, report);

/** The rows of the table with that caption, headings left out. */
function rowsOf(id: string, caption: string, report?: ReplayReport): readonly (readonly string[])[] {
    const table = [...section(id, report).matchAll(/<table.*?<\/table>/gs)].map(([text]) => text).find((text) => textOf(text).startsWith(caption));
    const body = /<tbody.*<\/tbody>/s.exec(table ?? '')?.[0] ?? '';
    return [...body.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) => cellsOf(row));
}

describe('those who wait beyond the delay, on the page', () => {
    it('are shares of those of whom it is known, with their two counts', () => {
        // 620 of 3,100 − 31 at the start; 580, 570, 560 and 550 of 2,900 − 29 at the end. Few want a T5: 5 at the start are kept back.
        expect(rowsOf('attente', 'Part des demandes en attente au-delà du délai')).toEqual([
            ['Toutes les demandes', '20,2 % 620 sur 3 069', '20,2 % 580 sur 2 871', '19,9 % 570 sur 2 871', '19,5 % 560 sur 2 871', '19,2 % 550 sur 2 871'],
            ['T2', '20,2 % 620 sur 3 069', '20,2 % 580 sur 2 871', '19,9 % 570 sur 2 871', '19,5 % 560 sur 2 871', '19,2 % 550 sur 2 871'],
            ['T5', 'masqué', '36,8 % 14 sur 38', '36,8 % 14 sur 38', '36,8 % 14 sur 38', '36,8 % 14 sur 38'],
        ]);
        expect(textOf(section('attente'))).toContain('Au plus 31 demandes ne permettent pas de savoir');
    });

    it('are said to be unknown where the policy does not tell the delay', () => {
        const text = textOf(section('attente', sampleReport({ overdue: [] })));
        expect(text).toContain('la part au-delà du délai anormalement long est inconnue');
        expect(text).not.toContain('L.441-1-4');
    });
});

describe('the demands ranked first, on the page', () => {
    it('are told by slices that do not overlap, which add up to all', () => {
        // 310 of 3,100, then 2,790; the finer band of 31 is for the JSON.
        expect(rowsOf('premieres', 'Demandes ouvertes le 01/01/2024')).toEqual([
            ['Les premières, jusqu’à 10 %', '310', '90', '180', '40'],
            ['Au-delà de 10 %', '2 790', '260', '2 320', '210'],
            ['Toutes', '3 100', '350', '2 500', '250'],
        ]);
    });

    it('are told by type, in the first tenth and beyond', () => {
        expect(rowsOf('premieres', 'Aucun logement ne convenait')).toEqual([
            ['T2', '12 sur 200', '38 sur 2 200'],
            ['T5', '28 sur 120', '172 sur 780'],
        ]);
    });

    it('are not told by type where types would give a count kept back away', () => {
        const band = (share: string, demands: number, withoutDwelling: number) => {
            const types = [{ typology: 'T2', label: 'T2', demands, withoutDwelling }];
            return { share, demands, housed: 20, inPool: demands - 20 - withoutDwelling, withoutDwelling, types };
        };
        const top = [{ day: 19_723, bands: [band('1/10', 600, 6), band('1', 6_000, 120)] }];
        expect(rowsOf('premieres', 'Demandes ouvertes', sampleReport({ top }))[0]).toEqual(['Les premières, jusqu’à 10 %', '600', 'masqué', '574', 'masqué']);
        expect(rowsOf('premieres', 'Aucun logement ne convenait', sampleReport({ top }))).toEqual([]);
    });

    it('have no section where nothing is simulated', () => expect(section('premieres', sampleReport({ top: [] }))).toBe(''));
});

describe('the demands that dwellings find, on the page', () => {
    it('are means by type, commune and profile', () => {
        // 52,000 over 100 dwellings, 40,000 and 12,000 of the two profiles; 120 over 4.
        expect(rowsOf('tension', 'Demandes par logement, selon le type, la commune et « Profil du ménage »')).toEqual([
            ['T2', '99001', '100', '520', '400', '120'],
            ['T5', '99002', '4', '30', '0', '30'],
        ]);
    });

    it('are kept back where they are few, and more than six profiles are five and the others', () => {
        const profiles = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id, label: id }));
        const cells = [
            { typology: 'T2', commune: '99001', vacancies: 10, withoutCandidate: 0, demands: 1_000, byProfile: [300, 200, 200, 100, 100, 60, 40] },
            { typology: 'T3', commune: '99001', vacancies: 1, withoutCandidate: 0, demands: 7, byProfile: [7, 0, 0, 0, 0, 0, 0] },
        ];
        const report = sampleReport({ tension: { profile: { id: 'p', label: 'Profil' }, profiles, cells } });
        expect(rowsOf('tension', 'Demandes par logement, selon', report)).toEqual([
            // Means of 30, 20, 20, 10, 10 and 6 + 4: the last three are fewer than 11 households a dwelling, and 30 together.
            ['T2', '99001', '10', '100', '30', '20', '20', 'masqué', 'masqué', 'masqué'],
            ['T3', '99001', '1', 'masqué', 'masqué', 'masqué', 'masqué', 'masqué', 'masqué', 'masqué'],
        ]);
    });
});

describe('a grid of counts beside both totals', () => {
    it('gives none of its totals away when they are one of its rows', () => {
        // 59 + 42 would tell the 101 of the total, which with 103 tells the 6 of the first column.
        const rows = [
            [0, 59, 66],
            [6, 42, 37],
        ];
        const totals = [0, 1, 2].map((column) => rows.reduce((sum, row) => sum + row[column]!, 0));
        const published = publishGrid([...rows, totals]);
        expect(published[1]![0]).toBe('masked');
        for (const column of [0, 1, 2]) expect(published.filter((row) => row[column] === 'masked').length).not.toBe(1);
    });

    it('keeps back no count that a row or a column alone would tell', () => {
        fc.assert(
            fc.property(fc.array(fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (rows) => {
                const published = publishGrid(rows);
                const lines = [
                    ...rows.map((_, row) => [0, 1, 2].map((column) => [row, column] as const)),
                    ...[0, 1, 2].map((column) => rows.map((_, row) => [row, column] as const)),
                ];
                for (const line of lines) {
                    const masked = line.filter(([row, column]) => published[row]![column] === 'masked');
                    const sum = masked.reduce((total, [row, column]) => total + rows[row]![column]!, 0);
                    if (masked.length > 0 && masked.length < line.length) expect(masked.length >= 2 && sum >= 11).toBe(true);
                    for (const [row, column] of line) {
                        const count = published[row]![column];
                        expect(count === 'masked' || (count === rows[row]![column] && (count === 0 || count! >= 11))).toBe(true);
                    }
                }
            }),
            { seed: 7, numRuns: 2_000 },
        );
    });

    it('keeps nothing back where nothing is small', () =>
        expect(
            publishGrid([
                [20, 0],
                [11, 40],
            ]),
        ).toEqual([
            [20, 0],
            [11, 40],
        ]));
});
