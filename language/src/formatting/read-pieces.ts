import { type AstNode, AstUtils, CstUtils, GrammarAST, isLeafCstNode, type LeafCstNode } from 'langium';
import type { Piece } from './piece.js';

/** The words and comments of a tree that was parsed without error, in order. */
export function readPieces(root: AstNode, text: string): readonly Piece[] {
    const cst = root.$cstNode;
    if (cst === undefined) return [];
    const pieces: Piece[] = [];
    let end = 0;
    for (const leaf of CstUtils.flattenCst(cst)) {
        if (!isLeafCstNode(leaf) || leaf.hidden || leaf.length === 0) continue;
        const gap = readGap(text.slice(end, leaf.offset), end);
        pieces.push(...gap.comments, word(leaf, gap.feeds));
        end = leaf.end;
    }
    return [...pieces, ...readGap(text.slice(end), end).comments];
}

function word(leaf: LeafCstNode, feeds: number): Piece {
    const keyword =
        GrammarAST.isKeyword(leaf.grammarSource) && AstUtils.getContainerOfType(leaf.grammarSource, GrammarAST.isParserRule)?.dataType === undefined;
    // A keyword of several words may be written over two lines; a text between quotation marks never is, and its spaces are its own.
    const text = keyword ? leaf.text.replace(/\s+/g, ' ') : leaf.text;
    const owner = leaf.astNode;
    return { kind: 'word', text, start: leaf.offset, feeds, owner, keyword, sign: SIGN.test(text) && owner.$type !== 'Arithmetic' };
}

/** A minus sign, as the lexer takes it. */
const SIGN = /^[-\u2010\u2011\u2013\u2212]$/;

interface Gap {
    readonly comments: readonly Piece[];
    /** Line feeds after the last comment. */
    readonly feeds: number;
}

const COMMENT = /\/\/[^\n\r]*|\/\*[^]*?\*\//g;

/** What stands between two words: white space and comments, nothing else. */
function readGap(gap: string, offset: number): Gap {
    const comments: Piece[] = [];
    let end = 0;
    for (const { 0: comment, index } of gap.matchAll(COMMENT)) {
        const kind = comment.startsWith('//') ? 'line' : 'inset';
        const feeds = lineFeeds(gap.slice(end, index));
        comments.push({ kind, text: comment.trimEnd().replace(/\r\n?/g, '\n'), start: offset + index, feeds, keyword: false, sign: false });
        end = index + comment.length;
    }
    return { comments, feeds: lineFeeds(gap.slice(end)) };
}

function lineFeeds(blank: string): number {
    return blank.match(/\r\n|\r|\n/g)?.length ?? 0;
}
