import { AstUtils, type AstNode } from 'langium';
import { joined } from './fitting.js';
import type { Line, Text } from './lines.js';
import { isWord, type Piece } from './piece.js';
import { isAligned } from './structure.js';

/** What stands between the columns of a line: the bars of a row, the colon of a tranche. */
const BAR = '|';
const COLON = ':';
/** A column is no wider than this for one long test: the others stay readable. */
const WIDEST = 60;

/** The lines' own text, without their indentation; rows of a table and tranches of a barème have their columns aligned. */
export function alignedLines({ pieces, structure }: Text, lines: readonly Line[]): readonly string[] {
    const cells = lines.map((line) => cut(pieces.slice(line.first, line.end), structure.items.has(line.first)));
    const groups = new Map<AstNode, Group>();
    for (const { group, columns } of cells) if (group !== undefined) widen(groups, group, columns);
    return cells.map(({ group, separator, columns }) => {
        const own = group === undefined ? undefined : groups.get(group);
        return columns.map((column, index) => padded(column, own?.columns[index], index === columns.length - 1)).join(` ${separator} `);
    });
}

/** Rows or tranches that are aligned together. */
interface Group {
    readonly columns: Column[];
    readonly lines: number;
}

interface Column {
    readonly width: number;
    /** The same, the first line apart. */
    readonly below: number;
    /** Whether every cell below the first is a number: such a column is aligned on the right. */
    readonly numeric: boolean;
}

function padded(cell: string, column: Column | undefined, isLast: boolean): string {
    if (column?.numeric === true) return cell.padStart(isLast ? column.below : column.width);
    return isLast ? cell : cell.padEnd(column?.width ?? 0);
}

interface Cells {
    /** The node whose lines are aligned together. */
    readonly group: AstNode | undefined;
    readonly separator: string;
    readonly columns: readonly string[];
}

function cut(pieces: readonly Piece[], isItem: boolean): Cells {
    const plain = { group: undefined, separator: '', columns: [joined(pieces)] };
    const item = isItem ? itemOf(pieces) : undefined;
    if (item === undefined || pieces.some(({ text, kind }) => kind === 'word' && (text === '{' || text === '}'))) return plain;
    const separator = item.$type === 'TableRow' ? BAR : COLON;
    const places = pieces.flatMap((piece, place) => (isWord(piece, separator) ? [place] : []));
    const between = pieces.slice(0, -1).some((piece) => isWord(piece, ';') && nextItem(piece, item));
    if (places.length === 0 || between) return plain;
    const starts = [0, ...places.map((place) => place + 1)];
    return { group: item.$container, separator, columns: starts.map((start, index) => joined(pieces.slice(start, places[index] ?? pieces.length))) };
}

/** Whether a `;` parts two items, rather than standing inside one. */
function nextItem(piece: Piece, item: AstNode): boolean {
    return piece.owner === item.$container;
}

/** The row or tranche that begins the line. */
function itemOf([first]: readonly Piece[]): AstNode | undefined {
    return AstUtils.getContainerOfType(first?.owner, (node): node is AstNode => isAligned(node));
}

function widen(groups: Map<AstNode, Group>, node: AstNode, cells: readonly string[]): void {
    const group = groups.get(node) ?? { columns: [], lines: 0 };
    cells.forEach((cell, index) => {
        const { width, below, numeric } = group.columns[index] ?? { width: 0, below: 0, numeric: node.$type === 'TablePeriod' };
        const own = cell.length <= WIDEST ? cell.length : 0;
        const isFirst = group.lines === 0;
        group.columns[index] = {
            width: Math.max(width, own),
            below: isFirst ? below : Math.max(below, own),
            numeric: numeric && (isFirst || NUMBER.test(cell)),
        };
    });
    groups.set(node, { columns: group.columns, lines: group.lines + 1 });
}

const NUMBER = /^-?[0-9][0-9 \u00A0\u202F]*(,[0-9]+)?$/;
