import { describe, expect, it } from 'vitest';
import { HISTORY, type FluxOutcome, type ReplayReport } from '@bareme/language/replay';
import type { ReportWords } from '../../../cli/src/html-report/figures/report-words.js';
import { htmlReport } from '../../../cli/src/html-report/html-report.js';
import { sampleReport } from '../fixtures/report.js';
import { cellsOf, sectionOf, textOf } from './read-section.js';

/** Labels of some words, as a vocabulary gives them. */
const WORDS: ReportWords = {
    dwelling: (fact, word) =>
        new Map([
            ['typologie T2', 'Deux pièces'],
            ['bailleur logis', 'Logis du Val'],
        ]).get(`${fact} ${word}`) ?? word,
    candidature: (_role, word) => word,
    fact: (name) => (name === 'typologie' ? 'Type du logement' : name),
};

/** The section of yearly records, as markup; empty where there is none. */
const section = (report: ReplayReport): string => sectionOf('bilans', report, WORDS);

/** The tables of the section: their caption, their columns, and their rows by group. */
function tablesOf(report: ReplayReport) {
    return [...section(report).matchAll(/<table.*?<\/table>/gs)].map(([table]) => ({
        caption: textOf(/<caption>.*?<\/caption>/s.exec(table)?.[0] ?? ''),
        columns: cellsOf(/<thead.*?<\/thead>/s.exec(table)?.[0] ?? ''),
        groups: [...table.matchAll(/<tbody.*?<\/tbody>/gs)].map(([group]) => [...group.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) => cellsOf(row))),
    }));
}

type Words = FluxOutcome['breakdown'][number]['words'];

/** A convention of which each commune has its own share, in two communes. */
function outcomesOf(ruleSet: string, places: readonly (readonly [whole: Omit<Words[number], 'word'>, words: Words])[]): readonly FluxOutcome[] {
    return places.map(([whole, words], place) => ({
        ruleSet,
        convention: 'communes_logis',
        label: 'Communes et Logis du Val',
        reservee: 'communes',
        landlord: 'logis',
        place: `9900${place + 1}`,
        year: 2024,
        share: '3/20',
        unit: 'oriented',
        released: whole.flux,
        apart: 0,
        subtracted: [],
        ...whole,
        carried: '0',
        due: '0',
        returned: 0,
        within: [],
        breakdown: [{ fact: 'typologie', words }],
        text: '',
        references: [],
    }));
}

/** Under rules, all stages are told: 30 dwellings in the flux, 9 oriented, 8 proposed, 6 allotted, `4 + signed` signed. */
function replayed(ruleSet: string, signed: number): readonly FluxOutcome[] {
    return outcomesOf(ruleSet, [
        [
            { flux: 20, oriented: 6, proposed: 5, allotted: 4, signed: 4 },
            [
                { word: 'T2', flux: 12, oriented: 4, proposed: 3, allotted: 3, signed: 3 },
                { word: 'T3', flux: 8, oriented: 2, proposed: 2, allotted: 1, signed: 1 },
            ],
        ],
        [
            { flux: 10, oriented: 3, proposed: 3, allotted: 2, signed },
            [
                { word: '', flux: 3, oriented: 0, proposed: 0, allotted: 0, signed: 0 },
                { word: 'T3', flux: 7, oriented: 3, proposed: 3, allotted: 2, signed },
            ],
        ],
    ]);
}

/** The record does not tell what was allotted. */
const RECORD = outcomesOf(HISTORY, [
    [
        { flux: 20, oriented: 6, proposed: 6, signed: 5 },
        [
            { word: 'T2', flux: 12, oriented: 4, proposed: 4, signed: 3 },
            { word: 'T3', flux: 8, oriented: 2, proposed: 2, signed: 2 },
        ],
    ],
    [
        { flux: 10, oriented: 3, proposed: 2, signed: 2 },
        [
            { word: '', flux: 3, oriented: 0, proposed: 0, signed: 0 },
            { word: 'T3', flux: 7, oriented: 3, proposed: 2, signed: 2 },
        ],
    ],
]);

const REPORT = sampleReport({ flux: [...replayed('en-vigueur', 1), ...replayed('ancienneté', 1), ...replayed('essentiels', 2), ...RECORD] });

describe('the yearly record of each convention (CCH R.441-5-1)', () => {
    it('tells the whole, then each word of each fact, by its label, under the rules in force and in the record', () => {
        expect(tablesOf(REPORT)[0]).toEqual({
            caption: 'Communes et Logis du Val (2024) : Règles en vigueur, puis données',
            columns: [
                'Logements',
                'Flux',
                'Orientés',
                'Proposés',
                'Attribués',
                'Baux signés',
                'Orientés (données)',
                'Proposés (données)',
                'Baux signés (données)',
            ],
            groups: [
                // Both communes together: 20 + 10; 6 + 3; 5 + 3; 4 + 2; 4 + 1; in the record 6 + 3; 6 + 2; 5 + 2.
                [['Ensemble de la convention', '30', '9', '8', '6', '5', '9', '8', '7']],
                [
                    ['Type du logement'],
                    ['Deux pièces', '12', '4', '3', '3', '3', '4', '4', '3'],
                    ['T3', '15', '5', '5', '3', '2', '5', '4', '4'],
                    ['non renseigné', '3', '0', '0', '0', '0', '0', '0', '0'],
                ],
            ],
        });
        expect(textOf(section(REPORT))).toContain('Elles ne disent pas les logements attribués.');
        expect(section(REPORT)).toContain('<h4>Logis du Val</h4>');
    });

    it('adds up: the lines of each fact are the whole of the convention', () => {
        const [table] = tablesOf(REPORT);
        const [[whole] = [], ...facts] = table?.groups ?? [];
        expect(facts).toHaveLength(1);
        for (const [, ...lines] of facts) {
            for (const column of whole!.keys()) {
                if (column > 0) expect(lines.reduce((sum, line) => sum + Number(line[column]), 0)).toBe(Number(whole![column]));
            }
        }
    });

    it('shows of the other rule sets the lines that they change, or says that they change none', () => {
        expect(textOf(section(REPORT))).toContain('Avec « Ancienneté renforcée » : le même bilan que sous les règles en vigueur.');
        expect(tablesOf(REPORT).slice(1)).toEqual([
            {
                caption: 'Communes et Logis du Val (2024) : 2 lignes que change « Travailleurs essentiels » ; les autres sont celles des règles en vigueur',
                columns: ['Logements', 'Flux', 'Orientés', 'Proposés', 'Attribués', 'Baux signés'],
                groups: [[['Ensemble de la convention', '30', '9', '8', '6', '6']], [['Type du logement'], ['T3', '15', '5', '5', '3', '3']]],
            },
        ]);
    });

    it('is that of the data alone where nothing is replayed', () => {
        const [table, ...more] = tablesOf(sampleReport({ mode: 'constat', flux: RECORD }));
        expect(more).toEqual([]);
        expect(table?.caption).toBe('Communes et Logis du Val (2024) : Ce que rapportent les données');
        expect(table?.columns).toEqual(['Logements', 'Flux', 'Orientés', 'Proposés', 'Baux signés']);
        expect(table?.groups[0]).toEqual([['Ensemble de la convention', '30', '9', '8', '7']]);
    });

    it('tells the flux of the data apart where it is another', () => {
        const shorter = RECORD.map((outcome): FluxOutcome => ({ ...outcome, flux: outcome.flux - 1 }));
        const [table] = tablesOf(sampleReport({ flux: [...replayed('en-vigueur', 1), ...shorter] }));
        expect(table?.columns.slice(6)).toEqual(['Flux (données)', 'Orientés (données)', 'Proposés (données)', 'Baux signés (données)']);
        expect(table?.groups[0]).toEqual([['Ensemble de la convention', '30', '9', '8', '6', '5', '28', '9', '8', '7']]);
    });

    it('keeps conventions and years apart, and is silent on what a landlord keeps', () => {
        const own = replayed('en-vigueur', 1);
        const later = own.map((outcome): FluxOutcome => ({ ...outcome, year: 2025 }));
        const kept = own.map((outcome): FluxOutcome => ({ ...outcome, convention: undefined }) as unknown as FluxOutcome);
        expect(tablesOf(sampleReport({ flux: [...own, ...later, ...kept] })).map(({ caption }) => caption)).toEqual([
            'Communes et Logis du Val (2024) : Règles en vigueur',
            'Communes et Logis du Val (2025) : Règles en vigueur',
        ]);
    });

    it('is not there where the policy names no fact', () => {
        const flux = replayed('en-vigueur', 1).map((outcome): FluxOutcome => ({ ...outcome, breakdown: [] }));
        expect(section(sampleReport({ flux }))).toBe('');
        expect(htmlReport({ report: sampleReport({ flux }), receipt: { hash: '', lines: [], command: '' } })).not.toContain('#bilans');
    });
});
