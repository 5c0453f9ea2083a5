import { type GrammarAST, DefaultTokenBuilder, type TokenBuilderOptions } from 'langium';
import type { TokenType, TokenVocabulary } from 'chevrotain';
import { keywordPattern } from './keyword-pattern.js';

/** The words of each grammar, made once: the parser library keeps, for ever, every kind of word that it is ever given. */
const known = new WeakMap<GrammarAST.Grammar, TokenVocabulary>();

/**
 * Tokens of the language. Keywords match with or without accents, over any white space, and never swallow the start of a
 * longer word: the pattern itself forbids it, so no longer-alternative lookup is needed.
 */
export class BaremeTokenBuilder extends DefaultTokenBuilder {
    override buildTokens(grammar: GrammarAST.Grammar, options?: TokenBuilderOptions): TokenVocabulary {
        const tokens = known.get(grammar) ?? super.buildTokens(grammar, options);
        known.set(grammar, tokens);
        return tokens;
    }

    protected override buildKeywordToken(keyword: GrammarAST.Keyword): TokenType {
        const pattern = keywordPattern(keyword.value);
        return {
            name: keyword.value,
            PATTERN: new RegExp(pattern.source),
            LINE_BREAKS: keyword.value.includes(' '),
            START_CHARS_HINT: startCharacters(keyword.value),
        } as TokenType;
    }
}

/** First characters that the keyword may start with, so that the lexer need not try every pattern everywhere. */
function startCharacters(keyword: string): string[] {
    const first = keyword.charAt(0);
    const plain = first.normalize('NFD').charAt(0);
    return first === plain ? [first] : [first, plain];
}
