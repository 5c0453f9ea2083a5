import { isWord, type Piece } from './piece.js';

/** Nodes whose parenthesis touches the name before it: `plafond(zone)`, `décimal(2)`. */
const CALLED = new Set(['Lookup', 'Table', 'TypeReference']);

/** What separates a piece from the one before it on the same line: one space, or nothing. */
export function spaceBefore(previous: Piece, piece: Piece): '' | ' ' {
    if (piece.kind !== 'word' || previous.kind !== 'word') return ' ';
    if (previous.sign || previous.text === '(' || previous.text === '.') return '';
    if (piece.text === ',' || piece.text === ')' || piece.text === '.') return '';
    return piece.text === '(' && CALLED.has(piece.owner?.$type ?? '') ? '' : ' ';
}

/** Words that no line may begin with: they end what is before them. */
export function staysBehind(previous: Piece, piece: Piece): boolean {
    if (piece.kind !== 'word') return false;
    return HANGING.has(piece.text) || previous.sign || isWord(previous, '.');
}

const HANGING = new Set([',', ';', '.', ':', '|']);

/** Words of the language before which a line that is too long may break. */
const BREAKABLE = new Set([
    'réf',
    'si',
    'alors',
    'sinon',
    'et',
    'ou',
    'vers',
    'à défaut',
    'trajectoire',
    'source',
    'justificatif exigé',
    'exclusif de critère',
    'colonne',
    'rôle',
    'dont',
    'utilise',
    'en vigueur du',
]);

/** Whether a line that is too long may break before this piece. */
export function mayBreakBefore(previous: Piece, piece: Piece): boolean {
    if (piece.kind !== 'word') return false;
    return isWord(previous, ';') || isWord(previous, ',') || (piece.keyword && BREAKABLE.has(piece.text));
}
