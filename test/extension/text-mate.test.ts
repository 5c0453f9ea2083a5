import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keywordsOf, textMateGrammar, writtenGrammar } from '../../extension/scripts/text-mate.mjs';

const room = (path: string): string => readFileSync(new URL(`../../extension/${path}`, import.meta.url), 'utf8');

interface Rule {
    readonly name?: string;
    readonly match?: string;
}
interface Grammar {
    readonly repository: Readonly<Record<string, Rule & { readonly patterns?: readonly Rule[] }>>;
}

const raw = JSON.parse(room('syntaxes/generated/bareme.tmLanguage.json')) as object;
const grammar = textMateGrammar(raw) as Grammar;
const keywords: readonly string[] = keywordsOf(raw);
const rules = (grammar.repository['keywords']?.patterns ?? []).map(({ name, match }) => ({ name, match: new RegExp(match ?? '', 'y') }));

/** What VS Code colours at a place: the first rule that matches there. */
const colouredAt = (text: string, at: number): string | undefined => {
    for (const { match } of rules) {
        match.lastIndex = at;
        const found = match.exec(text);
        if (found !== null) return found[0];
    }
    return undefined;
};

const withoutAccents = (word: string): string => word.normalize('NFD').replace(/\p{Mn}/gu, '');

describe('the TextMate grammar', () => {
    it('is what the script writes today', () => {
        expect(room('syntaxes/bareme.tmLanguage.json')).toBe(writtenGrammar());
    });

    it('holds the keywords of the language', () => {
        expect(keywords).toEqual(expect.arrayContaining(['critère', 'énumération', 'événements', 'à partir du', 'en vigueur du', 'plafonnée à', 'moins de']));
    });

    it.each(keywords)('colours the whole of « %s », with or without accents, and nothing of a longer word', (keyword) => {
        for (const spelling of [keyword, withoutAccents(keyword), keyword.replaceAll('’', "'"), keyword.replaceAll(' ', '  ')]) {
            expect(colouredAt(`x ${spelling} y`, 2)).toBe(spelling);
        }
        if (/[\p{L}]$/u.test(keyword)) expect(colouredAt(`x ${keyword}é y`, 2)).not.toBe(keyword);
        expect(colouredAt(`é${keyword}`, 1)).toBeUndefined();
    });
});
