import type { Position, Range, TextEdit } from 'vscode-languageserver/node';

/** A text in which `§` marks places, without its marks. */
export interface MarkedText {
    readonly text: string;
    /** In order. */
    readonly positions: readonly Position[];
}

export function marked(written: string): MarkedText {
    const parts = written.split('§');
    const positions = parts.slice(0, -1).map((_, index) => positionAt(parts.slice(0, index + 1).join('')));
    return { text: parts.join(''), positions };
}

function positionAt(before: string): Position {
    const lines = before.split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** The words of a text in a range. */
export function wordsAt(text: string, { start, end }: Range): string {
    return text.slice(offsetAt(text, start), offsetAt(text, end));
}

/** A text after edits that a server gave. */
export function applied(text: string, edits: readonly TextEdit[]): string {
    return [...edits]
        .map(({ range, newText }) => ({ start: offsetAt(text, range.start), end: offsetAt(text, range.end), newText }))
        .sort((a, b) => b.start - a.start || b.end - a.end)
        .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

export function offsetAt(text: string, { line, character }: Position): number {
    const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((feed) => feed.index + feed[0].length)];
    return (starts[line] ?? text.length) + character;
}
