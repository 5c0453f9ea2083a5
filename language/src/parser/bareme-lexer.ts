import { DefaultLexer, type LexerResult, type TokenizeOptions } from 'langium';
import { readableText, type UnknownStretch } from './unknown-text.js';

/** The words of a text, and the stretches of it that begin no word. */
export interface BaremeLexerResult extends LexerResult {
    readonly unknown: readonly UnknownStretch[];
}

/** The lexer of the language: it never looks at what begins no word, and says where that is. */
export class BaremeLexer extends DefaultLexer {
    override tokenize(text: string, options?: TokenizeOptions): BaremeLexerResult {
        const readable = readableText(text);
        return { ...super.tokenize(readable.text, options), unknown: readable.unknown };
    }
}
