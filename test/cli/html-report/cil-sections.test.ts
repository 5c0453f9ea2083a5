import { describe, expect, it } from 'vitest';
import type { ReplayReport } from '@bareme/language/replay';
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
    it('are shares of all, those of whom it is not known included, with their two counts', () => {
        // 620 of 3,100 at the start; 580, 570, 560 and 550 of 2,900 at the end. Few want a T5: 5 at the start are kept back.
        expect(rowsOf('attente', 'Part des demandes en attente au-delà du délai')).toEqual([
            ['Toutes les demandes', '20 % 620 sur 3 100', '20 % 580 sur 2 900', '19,7 % 570 sur 2 900', '19,3 % 560 sur 2 900', '19 % 550 sur 2 900'],
            ['T2', '20 % 620 sur 3 100', '20 % 580 sur 2 900', '19,7 % 570 sur 2 900', '19,3 % 560 sur 2 900', '19 % 550 sur 2 900'],
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
            ['T2', '10 sur 200', '40 sur 2 200'],
            ['T5', '30 sur 120', '170 sur 780'],
        ]);
    });

    it('are put together where one of them has too few of something', () => {
        const band = (share: string, demands: number, withoutDwelling: number) => {
            const types = [
                { typology: 'T2', label: 'T2', demands: demands - 90, withoutDwelling: withoutDwelling - 2 },
                { typology: 'T3', label: 'T3', demands: 90, withoutDwelling: 2 },
            ];
            return { share, demands, housed: 20, inPool: demands - 20 - withoutDwelling, withoutDwelling, types };
        };
        // Of the first 600, 6 have no dwelling: of 5,400 that follow, none is housed. Only all 6,000 are told, and no type.
        const top = [{ day: 19_723, bands: [band('1/10', 600, 6), band('1', 6_000, 120)] }];
        expect(rowsOf('premieres', 'Demandes ouvertes', sampleReport({ top }))).toEqual([['Toutes', '6 000', '20', '5 860', '120']]);
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
