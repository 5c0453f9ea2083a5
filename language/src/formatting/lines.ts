import { isWord, type Piece } from './piece.js';
import { staysBehind } from './spacing.js';
import type { Pair, Structure } from './structure.js';

/** A line to print: the pieces from `first` to before `end`. */
export interface Line {
    readonly first: number;
    readonly end: number;
    /** Steps of indentation. */
    readonly depth: number;
    /** Whether an empty line stands before it. */
    readonly apart: boolean;
}

/** What was decided beyond the author's own line feeds. */
export interface Decisions {
    /** Pairs of braces that hold one item a line, by the place of their first sign. */
    readonly opened: ReadonlySet<number>;
    /** Pieces that begin a line because the line would be too long. */
    readonly broken: ReadonlySet<number>;
}

/** Pieces and what is known of them. */
export interface Text {
    readonly pieces: readonly Piece[];
    readonly structure: Structure;
}

/** What surrounds a piece: braces over several lines, a parenthesis that ends its line, or the file. */
interface Frame {
    readonly open: number;
    readonly close: number;
    /** Depth of the line that opens it. */
    readonly outer: number;
    /** Depth of what it holds. */
    readonly inner: number;
    readonly braces: boolean;
}

const FILE: Frame = { open: -1, close: Infinity, outer: 0, inner: 0, braces: true };

/** Cuts the pieces into lines: the author's, but for those that an item, a brace or a length asks for. */
export function layLines(text: Text, decisions: Decisions): readonly Line[] {
    const { pieces, structure } = text;
    const lines: Line[] = [];
    const frames = [FILE];
    let inlineUntil = -1;
    let start = { first: 0, depth: 0, apart: false };
    for (let place = 0; place < pieces.length; place++) {
        const frame = frames.at(-1) ?? FILE;
        const here = { place, frame, line: start, inline: place <= inlineUntil };
        if (place > 0 && breaks(text, decisions, here)) {
            lines.push({ ...start, end: place });
            const depth = depthAt(text, here);
            start = { first: place, depth, apart: isApart(text, here, depth) };
        }
        if (frame.close === place) frames.pop();
        const pair = structure.pairs.get(place);
        if (pair === undefined || here.inline) continue;
        if (isOpen(text, decisions, pair)) frames.push({ open: pair.open, close: pair.close, outer: start.depth, inner: start.depth + 1, braces: pair.braces });
        else if (pair.braces) inlineUntil = pair.close;
    }
    return pieces.length === 0 ? [] : [...lines, { ...start, end: pieces.length }];
}

/** Braces open when the author put a line feed inside them, or when it was decided; parentheses, when one follows their first sign or must. */
function isOpen({ pieces, structure }: Text, { opened, broken }: Decisions, { open, close, braces }: Pair): boolean {
    if (!braces) return ((pieces[open + 1]?.feeds ?? 0) > 0 || broken.has(open + 1)) && close > open + 1;
    if (close === open + 1) return false;
    if (opened.has(open)) return true;
    for (let place = open + 1; place <= close; place++) {
        const isSeparate = !structure.items.has(place) || isWord(pieces[place - 1], ';') || isWord(pieces[place - 1], '{');
        if ((pieces[place]?.feeds ?? 0) > 0 || pieces[place]?.kind === 'line' || !isSeparate) return true;
    }
    return false;
}

interface Here {
    readonly place: number;
    readonly frame: Frame;
    /** The line so far. */
    readonly line: { readonly first: number; readonly depth: number };
    /** Within braces that stay on their line. */
    readonly inline: boolean;
}

function breaks(text: Text, decisions: Decisions, here: Here): boolean {
    const { pieces, structure } = text;
    const { place, frame, inline } = here;
    const piece = pieces[place];
    const previous = pieces[place - 1];
    if (piece === undefined || previous === undefined) return false;
    if (previous.kind === 'line') return true;
    if (inline) return false;
    if (piece.kind === 'line') return piece.feeds > 0;
    if (frame.close === place || frame.close === structure.pairs.get(place - 1)?.close) return true;
    if (beginsItem(text, place) && frame.braces) return !(isPacked(text, decisions, here) || followsItsComment(text, place));
    if (piece.kind === 'inset') return piece.feeds > 0;
    if (structure.forced.has(place)) return true;
    if (isWord(piece, '{')) return here.line.depth > frame.inner && standsAlone(text, decisions, structure.pairs.get(place));
    if (isWord(piece, ')') || staysBehind(previous, piece) || structure.inRow.has(place)) return false;
    return piece.feeds > 0 || decisions.broken.has(place);
}

/** Whether an item begins here, with the comments that stand before it on its line. */
function beginsItem({ pieces, structure }: Text, place: number): boolean {
    let first = place;
    while (pieces[first]?.kind === 'inset' && pieces[first + 1]?.feeds === 0) first++;
    return structure.items.has(first);
}

function followsItsComment({ pieces }: Text, place: number): boolean {
    return pieces[place - 1]?.kind === 'inset' && pieces[place]?.feeds === 0;
}

/** Braces that end a sentence stay on its line; those of a statement stand alone under a head of several lines. */
function standsAlone(text: Text, decisions: Decisions, pair: Pair | undefined): boolean {
    return pair !== undefined && !PART_OF_LINE.has(pair.owner?.$type ?? '') && isOpen(text, decisions, pair);
}

const PART_OF_LINE = new Set(['PointsByTier', 'Select', 'TypeReference', 'CodesConversion', 'Objective', 'ExampleBlock']);

/** Whether an item stays on the line of the one before it, as the author wrote them, both on one line. */
function isPacked(text: Text, { opened, broken }: Decisions, { place, frame, line }: Here): boolean {
    const { pieces, structure } = text;
    if (frame === FILE || opened.has(frame.open) || broken.has(place) || structure.rows.has(place)) return false;
    if (!isWord(pieces[place - 1], ';') || (pieces[place]?.feeds ?? 0) > 0) return false;
    return line.depth === frame.inner && beginsItem(text, line.first);
}

function depthAt({ pieces, structure }: Text, { place, frame }: Here): number {
    if (frame.close === place) return frame.outer;
    if (isWord(pieces[place], '{') || !frame.braces) return frame.inner;
    let next = place;
    while (next < pieces.length && pieces[next]?.kind !== 'word') next++;
    return next === pieces.length || structure.items.has(next) || frame.close === next ? frame.inner : frame.inner + 1;
}

/** An empty line that the author left is kept, one at most, between items and around comments. */
function isApart({ pieces, structure }: Text, { place, frame }: Here, depth: number): boolean {
    if ((pieces[place]?.feeds ?? 0) < 2 || depth !== frame.inner || frame.close === place) return false;
    return structure.pairs.get(place - 1)?.close !== frame.close;
}
