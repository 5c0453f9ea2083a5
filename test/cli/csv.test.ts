import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../cli/src/output/csv.js';

/** The cells of one row, without the byte order mark and the header. */
function cellsOf(...cells: readonly (string | number | undefined)[]): string {
    return csvText(['a'], [cells]).slice('\uFEFFa\r\n'.length, -2);
}

describe('a text can never be a formula (REQ-10)', () => {
    it.each([
        '=1+1',
        '+33',
        '@SUM(A1)',
        '-2+3',
        ' =1',
        '\t=1',
        '\u00a0@x',
        '＝1+1',
        '＠x',
        '＋1',
        '\u2212x',
        '\rx',
        '\0x',
        '\ttexte',
        "=cmd|' /C calc'!A0",
        '-1,5,2',
    ])('%j is preceded by an apostrophe', (text) => {
        const cell = cellsOf(text);
        expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
    });

    it.each(['-30', '12', '0', '-3,5', '1000,25'])('%s stays a number', (number) => expect(cellsOf(number)).toBe(number));

    it.each([
        ['Sans abri', 'Sans abri'],
        ['a;b', '"a;b"'],
        ['dit « oui »', 'dit « oui »'],
        ['guillemet "', '"guillemet """'],
        ['ligne\nsuite', '"ligne\nsuite"'],
        ["'déjà", "''déjà"],
        ['', ''],
    ])('%j is written %j', (text, written) => expect(cellsOf(text)).toBe(written));

    it('an absent cell is empty, a number is itself', () => expect(cellsOf(undefined, 7, -2)).toBe(';7;-2'));

    it('every text comes back whole, and none begins like a formula', () => {
        fc.assert(
            fc.property(fc.string({ unit: 'binary' }), (text) => {
                const cell = cellsOf(text);
                const plain = cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell;
                const isNumber = /^-?\d+(,\d+)?$/.test(text);
                expect(isNumber || !/^[\s\uFEFF]*[=+@＝＋－＠\u2212-]|^[\t\r\0]/u.test(plain)).toBe(true);
                expect(plain.startsWith("'") ? plain.slice(1) : plain).toBe(text);
            }),
            { seed: 20_240_101, numRuns: 2_000 },
        );
    });
});
