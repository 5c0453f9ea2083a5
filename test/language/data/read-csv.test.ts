import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../language/src/data/csv/read-csv.js';
import { writeCsv } from '../../../language/src/data/write-csv.js';
import { bytes } from './fixture.js';

interface Read {
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly numbers: readonly number[];
    readonly findings: readonly string[];
}

function read(text: string | Uint8Array, separator?: string): Read {
    const { csv, findings } = readCsv(typeof text === 'string' ? bytes(text) : text, { file: 'f.csv', ...(separator === undefined ? {} : { separator }) });
    const rows = Array.from({ length: csv?.rows ?? 0 }, (_, row) => csv?.columns.map(({ texts, cells }) => texts[cells[row] ?? -1] ?? '?') ?? []);
    const told = findings.map(({ code, row, params }) => `${code}${row === undefined ? '' : `:${row}`} ${JSON.stringify(params)}`);
    return { header: csv?.header ?? [], rows, numbers: [...(csv?.rowNumbers ?? [])], findings: told };
}

describe('cutting a file into cells', () => {
    it.each([
        ['LF', 'a;b\n1;2\n3;4\n'],
        ['CRLF', 'a;b\r\n1;2\r\n3;4\r\n'],
        ['lone CR', 'a;b\r1;2\r3;4\r'],
        ['line ends of three kinds in one file', 'a;b\r\n1;2\n3;4\r'],
        ['no last line end', 'a;b\n1;2\n3;4'],
        ['a mark at the start', '\uFEFFa;b\n1;2\n3;4'],
        ['quoted cells', '"a";"b"\n"1";"2"\n"3";4'],
        ['outer blanks', ' a ;b\u00A0\n 1;2 \n3\t;\u202F4'],
        ['empty cells beyond the last title', 'a;b\n1;2;;\n3;4;'],
    ])('%s', (_, text) => {
        expect(read(text)).toEqual({
            header: ['a', 'b'],
            rows: [
                ['1', '2'],
                ['3', '4'],
            ],
            numbers: [1, 2],
            findings: [],
        });
    });

    it('a quoted cell may hold separators, line ends and doubled marks', () => {
        expect(read('a;b\n"1;\r\n""x""";2\n').rows).toEqual([['1;\r\n"x"', '2']]);
    });

    it('a mark inside a cell that is not quoted is an ordinary character', () => {
        expect(read('a;b\n5" tube;2\n').rows).toEqual([['5" tube', '2']]);
    });

    it.each([
        [';', 'a;b;c\n1;2;3'],
        [',', 'a,b,c\n1,2,3'],
        ['\t', 'a\tb\tc\n1\t2\t3'],
        ['; before a comma inside a quoted title', '"a, ou x, ou y";b;c\n1;2;3'],
    ])('the separator %s is found in the header', (_, text) => {
        expect(read(text).rows).toEqual([['1', '2', '3']]);
    });

    it('the separator given wins over the header', () => {
        expect(read('a,b;c\n1,5;2\n', ',').header).toEqual(['a', 'b;c']);
    });

    it('accents are composed, so that titles are found however they were typed', () => {
        expect(read('de\u0301po\u0302t\n1\n').header).toEqual(['dépôt']);
    });

    it('blank lines are counted and give no row', () => {
        expect(read('a;b\n\n1;2\n;;\n3;4\n\n')).toMatchObject({ numbers: [2, 4], findings: [] });
    });

    it('a cell of one megabyte, astral characters and column names of every kind pass', () => {
        const long = 'é\u{1F3E0}'.repeat(100_000);
        expect(read(`__proto__;constructor\n${long};\u{10FFFF}\n`)).toMatchObject({ header: ['__proto__', 'constructor'], rows: [[long, '\u{10FFFF}']] });
    });
});

describe('what cannot be cut is told, with the row that a spreadsheet shows less one', () => {
    it.each([
        ['too few cells', 'a;b\n1;2\n3\n5;6', [[1], [3]], 'BAR713:2 {"found":1,"expected":2}'],
        ['too many cells', 'a;b\n1;2;x\n3;4', [[2]], 'BAR713:1 {"found":3,"expected":2}'],
        ['text after a closing mark', 'a;b\n"1"x;2\n3;4', [[2]], 'BAR714:1 {}'],
    ])('%s: the row is refused, the following ones are read', (_, text, numbers, told) => {
        expect(read(text)).toMatchObject({ numbers: numbers.flat(), findings: [told] });
    });

    it('a mark never closed: nothing is read, and the row where it opens is told', () => {
        expect(read('a;b\n1;2\n3;"4\n5;6\n')).toEqual({ header: [], rows: [], numbers: [], findings: ['BAR712:2 {}'] });
        expect(read('a;"b\n1;2\n').findings).toEqual(['BAR712 {}']);
    });

    it.each([
        ['empty', new Uint8Array(0), 'BAR705 {}'],
        ['only blanks', bytes(' ;; \n\n'), 'BAR705 {}'],
        ['only a mark', Uint8Array.of(0xef, 0xbb, 0xbf), 'BAR705 {}'],
        ['NUL bytes', bytes('a;b\n1;\u0000\n'), 'BAR704 {"reason":"nul-byte"}'],
        ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), 'BAR704 {"reason":"nul-byte"}'],
        ['a workbook', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00), 'BAR704 {"reason":"zip"}'],
        ['gzip', Uint8Array.of(0x1f, 0x8b, 0x08, 0x00), 'BAR704 {"reason":"gzip"}'],
        ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0x00), 'BAR704 {"reason":"utf-16"}'],
        ['Windows-1252', Uint8Array.of(0x64, 0xe9, 0x70, 0xf4, 0x74, 0x0a), 'BAR704 {"reason":"invalid-utf8"}'],
    ])('a file that is %s', (_, content, told) => {
        expect(read(content)).toEqual({ header: [], rows: [], numbers: [], findings: [told] });
    });
});

describe('against readers and writers of another design', () => {
    const cell = fc
        .array(fc.constantFrom('a', '1', ' ', ';', ',', '"', '\n', '\r\n', '\r', 'é', '\u{1F3E0}', '=', '-', '@', "'", '\t'), { maxLength: 6 })
        .map((parts) => parts.join(''));
    const table = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }));

    /** A state machine on characters, where ours jumps from mark to mark on bytes. */
    function naive(text: string): readonly (readonly string[])[] {
        const rows: string[][] = [['']];
        let quoted = false;
        let started = false;
        const put = (character: string): void => {
            const row = rows.at(-1)!;
            row.push((row.pop() ?? '') + character);
        };
        for (let at = 0; at < text.length; at += 1) {
            const character = text[at]!;
            if (quoted && character === '"' && text[at + 1] === '"') put(text[(at += 1)]!);
            else if (quoted && character === '"') quoted = false;
            else if (quoted) put(character);
            else if (!started && character === '"') [quoted, started] = [true, true];
            else if (character === ';') [started] = [false, rows.at(-1)!.push('')];
            else if (character === '\n' || character === '\r') {
                if (character === '\r' && text[at + 1] === '\n') at += 1;
                started = false;
                rows.push(['']);
            } else {
                started = true;
                put(character);
            }
        }
        return rows;
    }

    it('reads what a quoting writer writes as a naive reader does', () => {
        fc.assert(
            fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
                const width = rows[0]?.length ?? 1;
                const header = Array.from({ length: width }, (_, index) => `c${index}`);
                const text = [header, ...rows].map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';')).join(end);
                const expected = naive(text)
                    .slice(1)
                    .filter((row) => row.some((value) => value.trim() !== ''));
                const ours = read(text);
                expect(ours.findings).toEqual([]);
                expect(ours.rows).toEqual(
                    expected.map((row) =>
                        row.map((value) =>
                            value
                                .trim()
                                .replace(/^'(?=\s*[=+\-@])/, '')
                                .trim(),
                        ),
                    ),
                );
            }),
            { numRuns: 500 },
        );
    });

    it('reads back what our writer writes, formulas disarmed on the way', () => {
        fc.assert(
            fc.property(table, (rows) => {
                const width = rows[0]?.length ?? 1;
                const text = writeCsv(
                    Array.from({ length: width }, (_, index) => `c${index}`),
                    rows,
                );
                const cells = rows.filter((row) => row.some((value) => value.trim() !== ''));
                const alreadyGuarded = (value: string): boolean => /^\s*'\s*[=+\-@]/.test(value);
                fc.pre(!rows.flat().some(alreadyGuarded));
                expect(read(text).rows).toEqual(cells.map((row) => row.map((value) => value.trim())));
                const shown = naive(text).flat();
                expect(shown.filter((value) => /^\s*[=+\-@]/.test(value) && !/^-[0-9]+(,[0-9]+)?$/.test(value))).toEqual([]);
            }),
            { numRuns: 500 },
        );
    });

    it('never throws on any bytes', () => {
        fc.assert(
            fc.property(fc.uint8Array({ maxLength: 60 }), (content) => {
                const { csv, findings } = readCsv(content, { file: 'f.csv' });
                expect(csv !== undefined || findings.length > 0).toBe(true);
            }),
            { numRuns: 2000 },
        );
    });

    it('takes for text exactly what the platform decodes without error', () => {
        fc.assert(
            fc.property(fc.uint8Array({ minLength: 1, maxLength: 5 }), (content) => {
                fc.pre(!content.includes(0) && !(content[0]! >= 0xfe) && content[0] !== 0x1f);
                let valid = true;
                try {
                    new TextDecoder('utf-8', { fatal: true }).decode(content);
                } catch {
                    valid = false;
                }
                expect(readCsv(content, { file: 'f.csv' }).findings.some(({ code }) => code === 'BAR704')).toBe(!valid);
            }),
            { numRuns: 5000 },
        );
    });
});
