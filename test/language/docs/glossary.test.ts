import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readGrammar } from '../../tools/reference/grammar-files.js';
import { rulesByKeyword } from '../../tools/reference/keyword-index.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const GLOSSARY = readFileSync(join(ROOT, 'language/docs/glossary.md'), 'utf8');

/** A line of a table: the words of the language, those of the code, the legal source. */
interface Line {
    readonly words: readonly string[];
    readonly code: readonly string[];
    readonly source: string;
    /** Words of the national vocabulary, not of the code. */
    readonly elsewhere: boolean;
}

const lines: readonly Line[] = GLOSSARY.split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => {
        const [dsl = '', code = '', source = ''] = line.slice(1, -1).split('|');
        return { words: spans(dsl).flatMap(wordsOf), code: spans(code), source: source.trim(), elsewhere: code.includes('(vocabulary only)') };
    });

function spans(cell: string): readonly string[] {
    return [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
}

/** The words of `dont … : au plus`: what stands between is the author's. */
function wordsOf(span: string): readonly string[] {
    return span
        .replaceAll("'", '’')
        .split('…')
        .map((word) => word.replace(/^[ :,(]+|[ :,)]+$/g, ''))
        .filter((word) => word !== '');
}

const keywords = [...rulesByKeyword(readGrammar().flatMap(({ rules }) => rules)).keys()];

describe('the glossary', () => {
    it('has every word of the language', () => {
        const known = new Set(lines.flatMap(({ words }) => words));
        expect(keywords.filter((word) => !known.has(word))).toEqual([]);
    });

    it('gives each line a word of the code, and a legal source or a dash', () => {
        const silent = lines.filter(({ words, code, source }) => words.some((word) => keywords.includes(word)) && (code.length === 0 || source === ''));
        expect(silent.map(({ words }) => words)).toEqual([]);
    });

    it('names words that the code has', () => {
        const code = new Set(
            globSync('language/src/**/*.{ts,langium}', { cwd: ROOT }).flatMap(
                (path) => readFileSync(join(ROOT, path), 'utf8').match(/[\p{L}\p{N}_-]+/gu) ?? [],
            ),
        );
        const unknown = lines
            .filter(({ elsewhere }) => !elsewhere)
            .flatMap((line) => line.code.flatMap((text) => text.split(' ')))
            .filter((word) => !code.has(word));
        expect(unknown).toEqual([]);
    });
});
