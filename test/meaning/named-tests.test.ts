import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KINDS_OF_FAULTS } from './kinds-of-faults.js';
import { CONSTRUCTS, MEANINGS, OUTPUTS, STEPS, TRAPS, TRAPS_OF_AUTHORS, type NamedTest } from './named-tests.js';
import { caseNamesOf, exampleTitlesOf, titlesOf } from './titles.js';
import { WITNESSES } from './witnesses.js';

const ROOT = new URL('../..', import.meta.url).pathname;

/** The text of a file, or of each test of a folder. */
function textsOf(path: string): readonly string[] {
    const full = join(ROOT, path);
    if (!statSync(full).isDirectory()) return [readFileSync(full, 'utf8')];
    return readdirSync(full)
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => readFileSync(join(full, name), 'utf8'));
}

const known = new Map<string, readonly string[]>();

/** The titles of a file, or of every test of a folder, read once. */
function titlesIn(path: string): readonly string[] {
    const read = path.endsWith('.bareme') ? exampleTitlesOf : path.startsWith('test/cases/') ? caseNamesOf : titlesOf;
    const titles = known.get(path) ?? textsOf(path).flatMap(read);
    known.set(path, titles);
    return titles;
}

const rows = (table: Readonly<Record<string, readonly NamedTest[]>>): readonly (readonly [string, string, string])[] =>
    Object.entries(table).flatMap(([name, tests]) => tests.map(([file, title]) => [name, file, title] as const));

const numbered = (count: number, prefix = ''): readonly string[] => Array.from({ length: count }, (_, place) => `${prefix}${place + 1}`);

describe('each meaning, step, trap and construct has a test that bears its name', () => {
    it.each([
        ['meanings of language.md', Object.keys(MEANINGS), numbered(11)],
        ['steps of replay.md', Object.keys(STEPS), numbered(9)],
        ['traps of law.md', [TRAPS, TRAPS_OF_AUTHORS].flatMap((table) => Object.keys(table)), numbered(44, 'T')],
    ] as const)('%s: none is left out, none stands twice', (_, known, expected) => {
        expect([...known].sort()).toEqual([...expected].sort());
    });

    it('constructs of language.md: all 31, each tested', () => {
        expect(Object.keys(CONSTRUCTS)).toHaveLength(31);
        expect(Object.entries(CONSTRUCTS).filter(([, tests]) => tests.length === 0)).toEqual([]);
    });

    it('outputs of replay.md: each tested', () => {
        expect(Object.entries(OUTPUTS).filter(([, tests]) => tests.length === 0)).toEqual([]);
    });

    it.each([...rows(MEANINGS), ...rows(STEPS), ...rows(OUTPUTS), ...rows(TRAPS), ...rows(CONSTRUCTS), ...rows(WITNESSES), ...rows(KINDS_OF_FAULTS)])(
        '%s: %s, « %s »',
        (_, file, title) => {
            expect(titlesIn(file).filter((found) => found.includes(title))).not.toEqual([]);
        },
    );
});

describe('a title', () => {
    const text = `
        const CASES = [['a row of a table', 1]];
        describe('a group', () => {
            it('a test', () => { check('no title'); });
            it.each([['a row', 'a column'], { title: 'a field' }, 'a word'])('%s', () => {});
            it.each(CASES)('%s holds', () => {});
        });
        const policy = 'a quoted text';
        // it('a comment', () => {});
    `;

    it('is the name of a case, or of an example', () => {
        expect(caseNamesOf("const CASES = [{ name: 'a case', policy: 'no title', expected: { note: '1' } }];")).toEqual(['a case']);
        expect(exampleTitlesOf('// exemple "commenté"\nexemple "Un an" de p version "1" { attendu { note : 1 } }')).toEqual(['Un an']);
    });

    it('is that of a test, of a group, or of a row that makes one', () => {
        expect(titlesOf(text)).toEqual(['a group', 'a test', '%s', 'a row', 'a column', 'a field', 'a word', '%s holds', 'a row of a table']);
    });
});

describe('policies of the repository', () => {
    it('no rule is keyed on the number of an alinéa (T1, T2)', () => {
        const files = ['policies/national', 'policies/valmont/2021.2', 'policies/valmont/2024.1', 'policies/valmont/variantes'].flatMap((folder) =>
            readdirSync(join(ROOT, folder)).map((name) => join(folder, name)),
        );
        const cited = files.flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/réf "[^"]*"/g)].map(([text]) => text));
        expect(cited.length).toBeGreaterThan(100);
        expect(cited.filter((text) => /alinéa|\bal\.\s*\d/.test(text))).toEqual([]);
    });
});
