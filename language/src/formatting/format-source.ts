import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceParser } from '../parser/source-parser.js';
import type { ParsedSource, SourceText } from '../parser/source-text.js';
import { alignedLines } from './alignment.js';
import { fitLines, STEP } from './fitting.js';
import type { Piece } from './piece.js';
import { readPieces } from './read-pieces.js';
import { readStructure } from './structure.js';

/** A file with its layout done, or what prevents it. */
export type FormattedSource =
    | { readonly kind: 'formatted'; readonly text: string; readonly changed: boolean }
    /** The file cannot be read whole: nothing of it is touched. */
    | { readonly kind: 'unreadable'; readonly diagnostics: readonly Diagnostic[] }
    /** Its words would not have been the same: a defect of the formatter, and nothing is touched. */
    | { readonly kind: 'unsafe' };

/**
 * Lays a file out again: indentation, spaces, alignment of tables and tranches, one item a line, lines that are too long. No word and no
 * comment is added, removed, moved or written otherwise: the text that comes out is read again, and given only when its words and comments
 * are those of the file. What is laid out once stays as it is.
 */
export function formatSource(source: SourceText, parser: SourceParser): FormattedSource {
    const parsed = parser.parse(source);
    if (parsed.root === undefined || parsed.diagnostics.some(({ severity }) => severity === 'error'))
        return { kind: 'unreadable', diagnostics: parsed.diagnostics };
    const pieces = readPieces(parsed.root, parsed.text);
    const feed = /\r?\n/.exec(source.text)?.[0] ?? '\n';
    const text = print({ pieces, structure: readStructure(parsed.root, pieces) }).replaceAll('\n', feed);
    if (text === source.text) return { kind: 'formatted', text, changed: false };
    return sameWords(pieces, parser.parse({ path: source.path, text })) ? { kind: 'formatted', text, changed: true } : { kind: 'unsafe' };
}

function print(text: Parameters<typeof fitLines>[0]): string {
    const lines = fitLines(text);
    const own = alignedLines(text, lines);
    return lines.map(({ depth, apart }, place) => `${apart ? '\n' : ''}${STEP.repeat(depth)}${(own[place] ?? '').trimEnd()}\n`).join('');
}

/** Whether a text reads as the same words and comments, of the same nodes, in the same order. */
function sameWords(pieces: readonly Piece[], { root, text, diagnostics }: ParsedSource): boolean {
    if (root === undefined || diagnostics.some(({ severity }) => severity === 'error')) return false;
    const again = readPieces(root, text);
    return again.length === pieces.length && pieces.every((piece, place) => isSame(piece, again[place]));
}

function isSame(piece: Piece, again: Piece | undefined): boolean {
    return again !== undefined && piece.kind === again.kind && piece.owner?.$type === again.owner?.$type && piece.text === again.text;
}
