import { type GrammarAST, DefaultTokenBuilder } from 'langium';
import type { TokenType } from 'chevrotain';
import { keywordPattern } from './keyword-pattern.js';

/**
 * Tokens of the language. Keywords match with or without accents, over any white space, and never swallow the start of a
 * longer word: the pattern itself forbids it, so no longer-alternative lookup is needed.
 */
export class BaremeTokenBuilder extends DefaultTokenBuilder {
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
