import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONSTRUCTS, MEANINGS, OUTPUTS, STEPS, TRAPS, TRAPS_OF_AUTHORS, type NamedTest } from './named-tests.js';

const ROOT = new URL('../..', import.meta.url).pathname;

/** The text of a file, or of every test of a folder. */
function textOf(path: string): string {
    const full = join(ROOT, path);
    if (!statSync(full).isDirectory()) return readFileSync(full, 'utf8');
    return readdirSync(full)
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => readFileSync(join(full, name), 'utf8'))
        .join('\n');
}

/** Texts of a test file: titles of tests and groups, and those that the rows of an `each` give to theirs. */
const TITLE = /(['"`])((?:(?!\1)[^\\\n]|\\.)*)\1/g;

function titlesIn(path: string): readonly string[] {
    return [...textOf(path).matchAll(TITLE)].map((match) => match[2] ?? '');
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

    it.each([...rows(MEANINGS), ...rows(STEPS), ...rows(OUTPUTS), ...rows(TRAPS), ...rows(CONSTRUCTS)])('%s: %s, « %s »', (_, file, title) => {
        expect(titlesIn(file).filter((found) => found.includes(title))).not.toEqual([]);
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
