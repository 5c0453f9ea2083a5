/** What a clause holds: texts between quotation marks, comments, ends of lines, braces, all else. */
const PARTS = /"[^"\n]*"|[“-‟][^“-‟"\n]*["“-‟]|«[^«»\n]*»|\/\/[^\n]*|[ \t\u00A0\u202F]*\r?\n\s*|[{}]|[^"“-‟«{}\n/]+|./gsu;

/** After these, or before those, a line only goes on. */
const GOES_ON_AFTER = /[{(;:,|=]\s*$/;
const GOES_ON_BEFORE = /^(?:[}):;,|=]|(?:et|ou|si|avec|réf|sauf|dont)\b)/;

/**
 * A clause as a reader sees it on one line: without its comments, each run of white space made one space. Lines between braces, which
 * stand for themselves, are parted by `;`.
 */
export function onOneLine(text: string): string {
    let depth = 0;
    let written = '';
    for (const match of text.matchAll(PARTS)) {
        const [part] = match;
        if (part.startsWith('//')) continue;
        if (part === '{') depth += 1;
        if (part === '}') depth -= 1;
        if (!part.includes('\n')) written += part;
        else written += depth > 0 && !GOES_ON_AFTER.test(written) && !GOES_ON_BEFORE.test(next(text, match.index + part.length)) ? ' ; ' : ' ';
    }
    return written.replace(/\s+/g, ' ').trim();
}

/** The beginning of what follows, comments left out. */
function next(text: string, from: number): string {
    return text.slice(from, from + LONGEST_COMMENT).replace(/^(?:\/\/[^\n]*\s*)+/, '');
}

const LONGEST_COMMENT = 1000;
