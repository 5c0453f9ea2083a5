import type { IToken } from 'chevrotain';
import { endOf, type Reading } from './slip.js';

/** The words of a text after a stretch of it is read otherwise: what is added takes no room, what is replaced keeps its own. */
export function withReading(tokens: readonly IToken[], { start, end, text }: Reading, words: (text: string) => readonly IToken[]): readonly IToken[] {
    const before = tokens.filter((token) => endOf(token) <= start);
    const after = tokens.filter((token) => token.startOffset >= end && !before.includes(token));
    const [first] = tokens;
    const near = before.at(-1) ?? after[0] ?? first;
    const read = words(text);
    const tail = end - start - text.length;
    const placed = read.map((token, index) => {
        // Words after what was added are where they were; the first takes the room of what it replaces.
        const isTail = tail < 0 && index > 0 && token.startOffset + tail >= 0;
        const from = Math.min(end, start + token.startOffset + (isTail ? tail : 0));
        return placedAt(token, { from, room: Math.max(0, end - from), near });
    });
    return [...before, ...placed, ...after];
}

interface Room {
    readonly from: number;
    readonly room: number;
    readonly near: IToken | undefined;
}

/** A word that stands in a room of the text: the image of a keyword is what is written there, for the tree tells the keyword's own. */
function placedAt(token: IToken, { from, room, near }: Room): IToken {
    const isValue = ['ID', 'NOMBRE', 'TEXTE', 'DATE_CIVILE'].includes(token.tokenType.name);
    const image = isValue ? token.image : token.image.slice(0, room);
    const lines = { startLine: near?.startLine ?? 1, endLine: near?.endLine ?? 1, startColumn: near?.startColumn ?? 1, endColumn: near?.endColumn ?? 1 };
    return { ...token, ...lines, image, startOffset: from, endOffset: from + Math.max(Math.min(image.length, room), 1) - 1 };
}
