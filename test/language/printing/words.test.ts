import { AstUtils, GrammarAST } from 'langium';
import { describe, expect, test } from 'vitest';
import { BaremeGrammar } from '../../../language/src/generated/grammar.js';
import { beforeWord, isName, isUnitName, KEYWORD_PAIRS, quoted, RESERVED_WORDS, SOFT_WORDS } from '../../../language/src/printing/words.js';

/** Every keyword of the grammar that is made of letters, and those that the rule of names allows. */
function grammarKeywords(): { readonly all: ReadonlySet<string>; readonly soft: ReadonlySet<string> } {
    const all = new Set<string>();
    const soft = new Set<string>();
    for (const node of AstUtils.streamAllContents(BaremeGrammar())) {
        if (!GrammarAST.isKeyword(node) || !/^\p{L}/u.test(node.value)) continue;
        all.add(node.value);
        if (AstUtils.getContainerOfType(node, GrammarAST.isParserRule)?.name === 'Nom') soft.add(node.value);
    }
    return { all, soft };
}

const { all, soft } = grammarKeywords();
const name = /^[\p{L}_]+$/u;

describe('the words that the printer knows are those of the grammar', () => {
    test('words that no name may be', () => {
        const reserved = [...all].filter((word) => name.test(word) && !soft.has(word));
        expect([...RESERVED_WORDS].sort()).toEqual(reserved.sort());
    });

    test('words that may also be names', () => {
        expect([...SOFT_WORDS].sort()).toEqual([...soft].sort());
    });

    test('keywords of two words whose second may follow a name: « de », « à », « le », « par »', () => {
        const pairs = [...all].filter((word) => /^[\p{L}]+ (?:de|à|le|par)$/u.test(word));
        const never = ['arrondi', 'le', 'la'];
        expect([...KEYWORD_PAIRS].sort()).toEqual(pairs.filter((pair) => !never.includes(pair.split(' ')[0] ?? '')).sort());
    });
});

describe('words', () => {
    test.each([
        ['soignant', true],
        ['date', true],
        ['__proto__', true],
        ['écoles_2', true],
        ['de', false],
        ['a', false],
        ['evenements', true],
        ['deduit', false],
        ['75056', false],
        ['deux mots', false],
        ['', false],
    ])('« %s » as a name: %s', (word, expected) => {
        expect(isName(word)).toBe(expected);
    });

    test('a unit is never a word of the language, persons excepted', () => {
        expect(['pièce', 'personne', 'note', 'mois'].map(isUnitName)).toEqual([true, true, false, false]);
    });

    test('a name that would make a keyword with the next word stands between parentheses', () => {
        expect(beforeWord('nombre', 'de')).toBe('(nombre)');
        expect(beforeWord('a + plus', 'de')).toBe('(a + plus)');
        expect(beforeWord('avant', 'le plus grand')).toBe('(avant)');
        expect(beforeWord('nombre', 'à')).toBe('nombre');
        expect(beforeWord('surnombre', 'de')).toBe('surnombre');
    });

    test('a text never breaks out of its quotation marks', () => {
        expect(quoted('dit "ceci"\nou cela')).toBe('"dit ”ceci” ou cela"');
    });
});
