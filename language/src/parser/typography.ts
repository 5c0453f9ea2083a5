/** Dashes that word processors and printed grids write for a minus sign; the true minus is one whatever stands around it. */
const MINUS = '\u2212';
export const DASHES = '\u2010\u2011\u2013';

/** What begins a text between quotation marks, and what ends it: straight, curly or French. */
export const OPENING_QUOTES = '"\u201C\u201D\u201E\u201F\u00AB';

/** A text between quotation marks; the same as the terminal `TEXTE`. */
export const QUOTED = /"[^"\n\r]*"|[\u201C-\u201F][^"\u201C-\u201F\n\r]*["\u201C-\u201F]|\u00AB[^"\u00AB\u00BB\n\r]*\u00BB/y;

/** The end of the text that begins at an offset; nothing when it never ends. */
export function quotedEnd(text: string, start: number): number | undefined {
    QUOTED.lastIndex = start;
    return QUOTED.test(text) ? QUOTED.lastIndex : undefined;
}

const FRENCH = /^\u00AB[ \u00A0\u202F]?([^]*?)[ \u00A0\u202F]?\u00BB$/;
const OUTER = /^["\u201C-\u201F]|["\u201C-\u201F]$/g;

/** What stands between the quotation marks of a text; the space that French puts inside its own is theirs. */
export function unquoted(text: string): string {
    return FRENCH.exec(text)?.[1] ?? text.replace(OUTER, '');
}

/** Where what stands between quotation marks is; the whole stretch where there are none. */
export function insideQuotes(text: string, start: number, end: number): readonly [start: number, end: number] {
    const written = text.slice(start, end);
    const inner = unquoted(written);
    if (inner === written) return [start, end];
    const from = start + Math.max(1, written.indexOf(inner));
    return [from, from + inner.length];
}

/** Whether the dash at an offset is a sign: before a number, and after nothing that it could be taken from. */
export function isMinus(text: string, at: number): boolean {
    if (text[at] === MINUS) return true;
    return BEFORE_NUMBER.test(text.slice(at + 1, at + 3)) && AFTER_NO_OPERAND.test(text.slice(Math.max(0, at - 2), at));
}

const BEFORE_NUMBER = /^[ \u00A0\u202F]?[0-9]/;
/** On the same line, a bullet being none: `: –10`, `, plancher – 30`. */
const AFTER_NO_OPERAND = /[(:;,|=][ \u00A0\u202F]?$|[a-zà-öø-ÿ][ \u00A0\u202F]$/;
