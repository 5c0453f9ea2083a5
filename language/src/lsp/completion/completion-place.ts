import { AstUtils, CstUtils, type LangiumDocument } from 'langium';
import { isStatement } from '../../parser/sound-tree.js';
import type { GrammarGraph } from '../../parser/grammar/grammar-graph.js';
import { wordsAfter, type GrammarWords } from '../../parser/grammar/grammar-words.js';

/** The grammar, and what cuts a text into its words. */
export interface GrammarReader {
    readonly graph: GrammarGraph;
    /** The words of a text, each by its keyword or by its terminal. */
    readonly words: (text: string) => readonly string[];
}

/** Where a word typed before the one under the cursor begins, and what the grammar allows in its place. */
export interface EarlierPlace {
    readonly start: number;
    readonly allowed: GrammarWords;
}

/** Where something is being typed: the word under the cursor, and what the grammar allows in its place. */
export interface CompletionPlace {
    /** Where the word begins; the cursor where none is begun. */
    readonly start: number;
    readonly offset: number;
    readonly allowed: GrammarWords;
    /** The words typed before that, the nearest first: they may be several words of one thing. */
    readonly earlier: readonly EarlierPlace[];
    /** Phrases that began one or several words before, with where they begin. */
    readonly begun: readonly { readonly start: number; readonly phrase: string }[];
}

const WORD = /[\p{L}\p{N}_]+/gu;
const MOST_WORDS = 4;

/** Properties of the grammar that a fact or a value is written in: what people say in several words. */
export const VALUES: ReadonlySet<string> = new Set(['word', 'value']);

/** What may be written at an offset of a document. */
export function completionPlace(document: LangiumDocument, offset: number, { graph, words }: GrammarReader): CompletionPlace {
    const text = document.textDocument.getText();
    const starts = wordStarts(text, offset);
    const start = starts[0] ?? offset;
    const allowedAt = (place: number): GrammarWords => wordsAfter(graph, words(readableBefore(document, text, place)));
    const earlier = starts.slice(1).map((place) => ({ start: place, allowed: allowedAt(place) }));
    const begun = earlier.flatMap((place) => {
        const typed = text.slice(place.start, offset).split(/[ \u00A0\u202F]+/).length;
        return place.allowed.phrases.filter((phrase) => phrase.split(' ').length >= typed).map((phrase) => ({ start: place.start, phrase }));
    });
    return { start, offset, allowed: allowedAt(start), begun, earlier: earlier.filter(({ allowed }) => allowed.names.some((name) => VALUES.has(name))) };
}

/** The beginnings of the words that end at the cursor, the nearest first, each one space or an apostrophe before the other. */
function wordStarts(text: string, offset: number): readonly number[] {
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    const words = [...line.matchAll(WORD)];
    const starts: number[] = [];
    let end = line.length;
    for (const word of words.reverse()) {
        const gap = line.slice(word.index + word[0].length, end);
        const touches = /^[ '’]$/.test(gap) || (starts.length === 0 && gap === '');
        if (!touches || starts.length === MOST_WORDS) break;
        if (starts.length === 0 && gap !== '') starts.push(offset);
        starts.push(offset - line.length + word.index);
        end = word.index;
    }
    return starts;
}

/** The root around a place up to it, without the statements that cannot be read: one fault upstream must not silence what follows. */
function readableBefore({ parseResult }: LangiumDocument, text: string, place: number): string {
    const tree = parseResult.value;
    const root = tree.$cstNode && rootBefore(parseResult.value, place);
    const from = root ?? 0;
    const starts = AstUtils.streamAst(tree)
        .flatMap((node) => (isStatement(node) && node.$cstNode !== undefined ? [node.$cstNode.offset] : []))
        .toArray();
    const damaged = parseResult.parserErrors
        .map(({ token }) => (Number.isNaN(token.startOffset) ? place : token.startOffset))
        .filter((at) => at >= from && at < place)
        .flatMap((at) => statementAround(parseResult.value, at))
        // What is being written is what is completed: a fault counts where another statement has begun since.
        .filter(([, end]) => starts.some((start) => start >= end && start < place));
    let readable = text.slice(0, place);
    for (const [start, end] of damaged) readable = readable.slice(0, start) + ' '.repeat(end - start) + readable.slice(end);
    return `${from === 0 ? '' : 'barème 1\n'}${readable.slice(from)}`;
}

function rootBefore(tree: LangiumDocument['parseResult']['value'], place: number): number | undefined {
    const { roots } = tree as typeof tree & { readonly roots?: readonly (typeof tree)[] };
    return roots
        ?.flatMap(({ $cstNode }) => ($cstNode === undefined ? [] : [$cstNode.offset]))
        .filter((offset) => offset < place)
        .at(-1);
}

/** The smallest statement around a fault. */
function statementAround(tree: LangiumDocument['parseResult']['value'], at: number): readonly (readonly [start: number, end: number])[] {
    const leaf = tree.$cstNode && CstUtils.findLeafNodeBeforeOffset(tree.$cstNode, at);
    const node = leaf && AstUtils.getContainerOfType(leaf.astNode, (each): each is typeof tree => isStatement(each));
    const cst = node?.$cstNode;
    return cst === undefined ? [] : [[cst.offset, cst.end]];
}
