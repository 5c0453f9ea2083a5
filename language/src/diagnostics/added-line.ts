import type { Location, TextEdit } from './diagnostic.js';

/** The last of several lines, and whether others come before it. */
export interface LastLine {
    readonly place: Location;
    readonly alone: boolean;
}

/** One more line after the last, laid out like it: on its own line with the same indent, after `;` where lines are separated so. */
export function addedLine(text: string, { place: { path, start, end }, alone }: LastLine, line: string): TextEdit {
    const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start))?.[1];
    const closed = /^\s*;/.exec(text.slice(end))?.[0].length ?? 0;
    const separated = !alone && /;\s*$/.test(text.slice(0, start));
    const semicolon = closed === 0 && (separated || indent === undefined) ? ' ;' : '';
    const location = { path, start: end + closed, end: end + closed };
    return { location, newText: `${semicolon}${indent === undefined ? ' ' : `\n${indent}`}${line}` };
}
