import type { AstNode } from 'langium';

/** A word or a comment of a file, in the order of the file: all that layout arranges. */
export interface Piece {
    /** `line`: a comment that ends with its line; `inset`: one that may stand between two words. */
    readonly kind: 'word' | 'line' | 'inset';
    /** As it is printed: a word with single spaces inside, a comment without the blanks that end it, its line feeds all alike. */
    readonly text: string;
    /** Where it begins in the source. */
    readonly start: number;
    /** Line feeds of the source between the previous piece and this one. */
    readonly feeds: number;
    /** The node that the word belongs to; a comment belongs to none. */
    readonly owner?: AstNode;
    /** Whether it is a word of the language where it stands, not a name that is spelt like one. */
    readonly keyword: boolean;
    /** Whether it is the sign of a number or of an opposite, not a subtraction. */
    readonly sign: boolean;
}

/** Whether the piece is that word, and not a comment. */
export function isWord(piece: Piece | undefined, text: string): boolean {
    return piece?.kind === 'word' && piece.text === text;
}
