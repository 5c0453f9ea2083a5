import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { GrammarWords } from '../grammar/grammar-words.js';

/** Another text in the place of one, as the parser reads it. */
export interface Reading {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

/** A slip of the pen that says what was meant. */
export interface Slip {
    /** A parser knows no file: the path of every place is left empty. */
    readonly finding: Diagnostic;
    /** How the rest of the file is read, as if the slip were mended; absent where nothing may be supposed. */
    readonly readings?: readonly Reading[];
}

/** Where a parser stumbled, and what stands around. */
export interface Stumble {
    readonly text: string;
    readonly tokens: readonly IToken[];
    /** The place of the unexpected word among the words; their number at the end of the file. */
    readonly at: number;
    /** What the grammar allows in the place of a word, after those before it. */
    readonly allowedAt: (place: number) => GrammarWords;
    /** Whether the grammar accepts the unexpected word, or the one at a place, once others stand where the parser stumbled. */
    readonly goesOnAfter: (inserted: readonly IToken[], next?: number) => boolean;
    /** The words of a text, as the lexer reads it. */
    readonly words: (text: string) => readonly IToken[];
}

/** A parser knows no file. */
export const NO_PATH = '';

/** A place of the text. */
export function placeAt(start: number, end: number): { readonly path: string; readonly start: number; readonly end: number } {
    return { path: NO_PATH, start, end };
}

/** A correction by one replacement. */
export function replacing(title: string, { start, end, text }: Reading): NonNullable<Diagnostic['fix']> {
    return { title, edits: [{ location: placeAt(start, end), newText: text }] };
}

/** What is looked at of a line, on either side. */
const LONGEST_LINE = 1_000;

/** The line around an offset. */
export function lineAround(text: string, offset: number): { readonly start: number; readonly end: number; readonly text: string } {
    const before = text.slice(Math.max(0, offset - LONGEST_LINE), offset);
    const start = offset - before.length + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
    const after = text.slice(offset, offset + LONGEST_LINE);
    const feed = after.search(/[\n\r]/);
    const end = offset + (feed < 0 ? after.length : feed);
    return { start, end, text: text.slice(start, end) };
}

/** Where a word begins; the end of the text for the end of the file. */
export function offsetAt({ text, tokens }: Pick<Stumble, 'text' | 'tokens'>, place: number): number {
    return tokens[place]?.startOffset ?? text.length;
}

/** The end of a word; one that was supposed takes no room. */
export function endOf(token: IToken): number {
    return token.startOffset + token.image.length;
}

/** A line without what stands between quotation marks and in comments, the same length. */
export function withoutTexts(line: string): string {
    return line.replace(/"[^"]*"|[\u201C-\u201F][^"\u201C-\u201F]*["\u201C-\u201F]|\u00AB[^"\u00AB\u00BB]*\u00BB|\/\/.*$/g, (text) => ' '.repeat(text.length));
}
