import { type AstNode, AstUtils } from 'langium';
import { isWord, type Piece } from './piece.js';

/** Braces or parentheses, by the places of their two signs among the pieces. */
export interface Pair {
    readonly open: number;
    readonly close: number;
    readonly braces: boolean;
    /** The node that they belong to. */
    readonly owner: AstNode | undefined;
}

/** What the syntax tree says of the pieces. */
export interface Structure {
    /** Pairs by the place of their first sign. */
    readonly pairs: ReadonlyMap<number, Pair>;
    /** Where an item begins: a statement of the file, or what a pair of braces holds. */
    readonly items: ReadonlySet<number>;
    /** Items that have a line each when their braces hold several lines: rows and tranches, whose columns are aligned. */
    readonly rows: ReadonlySet<number>;
    /** Where a line begins whatever the author did, without being an item of braces. */
    readonly forced: ReadonlySet<number>;
    /** Pieces of a row of a table, its first excepted: no line breaks there. */
    readonly inRow: ReadonlySet<number>;
}

/** Reads the structure of a tree over its pieces. */
export function readStructure(root: AstNode, pieces: readonly Piece[]): Structure {
    const places = new Map(pieces.flatMap((piece, place) => (piece.kind === 'word' ? [[piece.start, place] as const] : [])));
    const starts = (nodes: readonly AstNode[]): readonly number[] => nodes.flatMap((node) => places.get(node.$cstNode?.offset ?? -1) ?? []);
    const pairs = readPairs(pieces);
    const nodes = [...AstUtils.streamAst(root)];
    const braced = [...pairs.values()].flatMap((pair) => (pair.braces ? betweenBraces(pair, pieces) : []));
    return {
        pairs,
        items: new Set(starts([...nodes.flatMap(statementsOf), ...braced])),
        rows: new Set(starts(nodes.filter(isAligned))),
        forced: new Set(starts(nodes.flatMap((node) => (node.$type === 'AddItem' ? childrenIn(node, 'items').slice(1) : [])))),
        inRow: new Set(nodes.flatMap((node) => (node.$type === 'TableRow' ? placesWithin(node, pieces, places) : []))),
    };
}

/** Whether the lines of such nodes have their columns aligned. */
export function isAligned({ $type }: AstNode): boolean {
    return ALIGNED.has($type);
}

const ALIGNED = new Set(['TableRow', 'PointsTier', 'ValueTier', 'AdequacyLine']);

/** The statements that a node holds outside braces. */
function statementsOf(node: AstNode): readonly AstNode[] {
    switch (node.$type) {
        case 'SourceFile':
            return childrenIn(node, 'roots');
        case 'Policy':
        case 'Act':
            return childrenIn(node, 'items');
        case 'Vocabulary':
            return childrenIn(node, 'tables');
        default:
            return [];
    }
}

function childrenIn(node: AstNode, property: string): readonly AstNode[] {
    return AstUtils.streamContents(node)
        .filter((child) => child.$containerProperty === property)
        .toArray();
}

function betweenBraces({ open, close, owner }: Pair, pieces: readonly Piece[]): readonly AstNode[] {
    const start = pieces[open]?.start ?? 0;
    const end = pieces[close]?.start ?? 0;
    if (owner === undefined) return [];
    return AstUtils.streamContents(owner)
        .filter(({ $cstNode: cst }) => cst !== undefined && cst.offset > start && cst.offset < end)
        .toArray();
}

function placesWithin(node: AstNode, pieces: readonly Piece[], places: ReadonlyMap<number, number>): readonly number[] {
    const { offset = 0, end = 0 } = node.$cstNode ?? {};
    const first = places.get(offset) ?? pieces.length;
    const within: number[] = [];
    for (let place = first + 1; place < pieces.length && (pieces[place]?.start ?? end) < end; place++) within.push(place);
    return within;
}

function readPairs(pieces: readonly Piece[]): ReadonlyMap<number, Pair> {
    const pairs = new Map<number, Pair>();
    const waiting: number[] = [];
    pieces.forEach((piece, place) => {
        if (isWord(piece, '{') || isWord(piece, '(')) waiting.push(place);
        if (!isWord(piece, '}') && !isWord(piece, ')')) return;
        const open = waiting.pop();
        if (open !== undefined) pairs.set(open, { open, close: place, braces: piece.text === '}', owner: pieces[open]?.owner });
    });
    return pairs;
}
