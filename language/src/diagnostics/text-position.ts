/** A place as people say it: line and column, both from 1; columns count UTF-16 units. */
export interface TextPosition {
    readonly line: number;
    readonly column: number;
}

/** The line and column of an offset; past the end, the end. */
export function lineAndColumn(text: string, offset: number): TextPosition {
    const before = text.slice(0, Math.max(0, offset));
    const lines = before.split(/\r\n|\r|\n/);
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
