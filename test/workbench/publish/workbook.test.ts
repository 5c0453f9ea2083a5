import { describe, expect, it } from 'vitest';
import type { Receipt } from '@bareme/language/replay';
import type { Telling } from '@bareme/language/telling';
import { workbookSheets, type WorkbookParts } from '../../../workbench/src/features/publish/workbook.js';

const FORMULA = '=HYPERLINK("http://exemple.invalid";"ici")';

const table = (caption: string, text: string): Telling['first'][number] => ({
    id: caption,
    reader: 'all',
    title: `Objectifs : ${caption}`,
    statements: [],
    exhibits: [{ kind: 'table', id: caption, caption, columns: [{ title: 'Objectif', kind: 'text' }], rows: [{ cells: [{ text }] }], notes: [FORMULA] }],
});

const parts = (withLedger: boolean): WorkbookParts => ({
    telling: {
        title: FORMULA,
        period: { from: 0, to: 1, text: 'Deux jours' },
        warnings: [],
        edition: { kind: 'shareable', text: 'Édition partageable' },
        first: [table('Un [titre] : bien trop long pour une feuille de tableur', '+33'), table('deux', '@a')],
        parts: [],
    } as unknown as Telling,
    report: {
        flux: [],
        ledger: [
            {
                dwelling: '=1+1',
                released: 0,
                commune: '01004',
                typology: 'T2',
                ruleSet: 'en-vigueur',
                end: 'leased',
                pool: 12,
                firstNote: '25/2',
                secondNote: '1/3',
                decidedBy: 'note',
                offers: 1,
                rounds: 1,
                examined: 3,
                notAllotted: 0,
                flags: [],
            },
        ],
        objectives: [],
        imputations: [],
        territory: { synthetic: true },
    } as unknown as WorkbookParts['report'],
    receipt: { inputsSha256: 'abc', inputs: { window: { from: 0, to: 1 } } } as unknown as Receipt,
    withLedger,
});

const cellsOf = (withLedger: boolean) => workbookSheets(parts(withLedger)).flatMap(({ data }) => data.flat().filter((cell) => cell !== null));

describe('the workbook of a replay', () => {
    it('has texts and numbers alone, whatever the texts begin with', () => {
        const cells = cellsOf(true);
        expect(cells.filter(({ type }) => type !== String && type !== Number)).toEqual([]);
        for (const text of [FORMULA, '+33', '@a', '=1+1']) expect(cells.find(({ value }) => value === text)?.type).toBe(String);
    });

    it('counts what is a number, and keeps a code and an endless number as texts', () => {
        const cells = cellsOf(true);
        expect(cells.find(({ value }) => value === 12.5)?.type).toBe(Number);
        expect(cells.find(({ value }) => value === 12)?.type).toBe(Number);
        expect(cells.find(({ value }) => value === '01004')?.type).toBe(String);
        expect(cells.find(({ value }) => value === '≈0,333333')?.type).toBe(String);
    });

    it('has no row of the ledger where the edition keeps it in', () => {
        expect(workbookSheets(parts(false)).map(({ sheet }) => sheet)).not.toContain('Registre des baux');
        expect(cellsOf(false).some(({ value }) => value === '=1+1')).toBe(false);
    });

    it('has sheets whose names a spreadsheet takes, each once', () => {
        const names = workbookSheets(parts(true)).map(({ sheet }) => sheet);
        expect(names).toEqual(['À lire', 'Objectifs', 'Objectifs (2)', 'Comptes de flux', 'Registre des baux']);
        expect(names.every((name) => name.length <= 31 && !/[\\/?*[\]:]/.test(name))).toBe(true);
    });
});
