import type { SourceParser } from '@bareme/language';
import { readPieces } from '../../../language/src/formatting/read-pieces.js';

/** What may stand between two words without changing any: never one space between two numbers, which would make them one. */
const GAPS = ['\n', '  ', '\t', '\n\n\n', '\r\n    ', '\n\t ', ' /* mot */ ', ' // fin\n', '\n// ligne\n', '\n/* deux\n   lignes */\n', ' \u00A0 '];

/** The words and comments of a right file with other blanks and more comments between them; `next(n)` draws an integer below `n`. */
export function layoutMutant(text: string, parser: SourceParser, next: (below: number) => number): string {
    const { root } = parser.parse({ path: 'm.bareme', text });
    if (root === undefined) throw new Error('not a file');
    const calm = 1 + next(8);
    return readPieces(root, text)
        .map((piece) => (piece.kind === 'line' ? `${piece.text}\n` : piece.text + (next(calm) === 0 ? (GAPS[next(GAPS.length)] ?? '\n') : '  ')))
        .join('');
}
