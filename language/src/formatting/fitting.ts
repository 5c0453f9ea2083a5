import { layLines, type Decisions, type Line, type Text } from './lines.js';
import { isWord, type Piece } from './piece.js';
import { mayBreakBefore, spaceBefore } from './spacing.js';

/** Columns that a line fills at most, where it has a place to break. */
export const WIDTH = 140;
/** One step of indentation. */
export const STEP = '  ';

/** Lines that fit: those that do not are broken at their outermost place, or have their braces opened. */
export function fitLines(text: Text): readonly Line[] {
    let decisions: Decisions = { opened: new Set(), broken: new Set() };
    for (;;) {
        const lines = layLines(text, decisions);
        const further = lines.flatMap((line) => decide(text, line) ?? []);
        if (further.length === 0) return lines;
        decisions = {
            opened: new Set([...decisions.opened, ...further.flatMap(({ open }) => open ?? [])]),
            broken: new Set([...decisions.broken, ...further.flatMap(({ broken }) => broken ?? [])]),
        };
    }
}

interface Decision {
    readonly open?: number;
    readonly broken?: number;
}

interface Candidate {
    readonly place: number;
    /** Parentheses around it on the line. */
    readonly nest: number;
    /** Columns of the line before it. */
    readonly column: number;
}

/** What makes a line shorter: a break between its words first, braces opened where it has none. */
function decide(text: Text, line: Line): Decision | undefined {
    const { total, candidates, inline } = measure(text, line);
    if (total <= WIDTH) return undefined;
    const fitting = candidates.filter(({ column }) => column <= WIDTH);
    const outermost = Math.min(...fitting.map(({ nest }) => nest));
    const last = fitting.findLast(({ nest }) => nest === outermost);
    if (last !== undefined && (outermost === 0 || inline === undefined)) return { broken: last.place };
    if (inline !== undefined) return { open: inline };
    const [next] = candidates;
    return next === undefined ? undefined : { broken: next.place };
}

interface Measured {
    /** Columns without the comment that ends the line. */
    readonly total: number;
    readonly candidates: readonly Candidate[];
    /** The first braces that stay on the line. */
    readonly inline: number | undefined;
}

function measure({ pieces, structure }: Text, line: Line): Measured {
    const candidates: Candidate[] = [];
    let column = line.depth * STEP.length;
    let nest = 0;
    let inline: number | undefined;
    let inlineUntil = -1;
    for (let place = line.first; place < line.end; place++) {
        const [previous, piece] = [pieces[place - 1], pieces[place]];
        if (piece === undefined || piece.kind === 'line') break;
        const isInside = place > line.first && previous !== undefined;
        if (isInside && place > inlineUntil && !structure.inRow.has(place) && mayBreakBefore(previous, piece)) candidates.push({ place, nest, column });
        if (isWord(piece, '(')) nest += 1;
        if (isWord(piece, ')')) nest -= 1;
        const close = isWord(piece, '{') ? structure.pairs.get(place)?.close : undefined;
        if (close !== undefined && close < line.end && close > place + 1 && place > inlineUntil) {
            inline ??= place;
            inlineUntil = close;
        }
        column += (isInside ? spaceBefore(previous, piece).length : 0) + piece.text.length;
    }
    return { total: column, candidates, inline };
}

/** The text of pieces that follow each other on a line. */
export function joined(pieces: readonly Piece[]): string {
    return pieces.map((piece, place) => (place === 0 ? '' : spaceBefore(pieces[place - 1] ?? piece, piece)) + piece.text).join('');
}
