import { languages } from 'monaco-editor/editor';
import generated from '../generated/bareme.monarch.js';

/** The language's id in the editor. */
export const BAREME = 'bareme';

const LETTERS = 'A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_';

/** Tells the editor how the language is coloured and bracketed, once. */
export function registerBareme(): void {
    languages.register({ id: BAREME, extensions: ['.bareme'], aliases: ['Barème'] });
    languages.setLanguageConfiguration(BAREME, {
        comments: { lineComment: '//', blockComment: ['/*', '*/'] },
        brackets: [
            ['{', '}'],
            ['(', ')'],
        ],
        autoClosingPairs: [
            { open: '{', close: '}' },
            { open: '(', close: ')' },
            { open: '"', close: '"' },
        ],
        wordPattern: /[A-Za-zÀ-ÖØ-öø-ÿŒœŸ_][A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_]*/,
        indentationRules: { increaseIndentPattern: /\{[^}]*$/, decreaseIndentPattern: /^\s*\}/ },
    });
    languages.setMonarchTokensProvider(BAREME, colours());
}

/** The generated keywords, whole phrases first, and colours by what a token is. */
function colours(): languages.IMonarchLanguage {
    const keywords: readonly string[] = generated.keywords;
    const phrases = keywords.filter((word) => word.includes(' ')).map((word) => word.replaceAll(' ', '[ \\u00a0]+'));
    const [dates, numbers, strings, words, ...rest] = generated.tokenizer.initial;
    return {
        ...generated,
        unicode: true,
        defaultToken: '',
        tokenizer: {
            ...generated.tokenizer,
            initial: [
                [new RegExp(`(?:${phrases.join('|')})(?![${LETTERS}])`), 'keyword'],
                [regexOf(dates), 'number.date'],
                [regexOf(numbers), 'number'],
                [regexOf(strings), 'string'],
                [regexOf(words), { cases: { '@keywords': 'keyword', '@default': 'identifier' } }],
                ...rest,
            ],
        },
    } as languages.IMonarchLanguage;
}

function regexOf(rule: unknown): RegExp {
    const { regex } = rule as { readonly regex: RegExp };
    return regex;
}
