import { NAME_CHARACTER } from './keyword-pattern.js';
import { DASHES, isMinus, OPENING_QUOTES, quotedEnd } from './typography.js';

/** A stretch of text that begins no word of the language. */
export interface UnknownStretch {
    readonly start: number;
    readonly end: number;
}

/** What a lexer may read: the text with each unknown stretch blanked and each minus sign plain, so that places stay what they are. */
export interface ReadableText {
    readonly text: string;
    readonly unknown: readonly UnknownStretch[];
}

/** Apostrophes and « ² » belong to words of the language alone: `jusqu'à`, `dans l'ordre`, `de l'offre`, `date d'examen`, `n'est pas`, `m²`. */
const BEFORE_APOSTROPHE = `(?<!${NAME_CHARACTER})(?:jusqu|(?:date|dans|de)\\s+[dl]|n)`;
const AFTER_APOSTROPHE = `(?:au|à|a|examen|offre|ordre|est)(?!${NAME_CHARACTER})`;

/** A quotation mark, a dash, what may begin a comment, digits beyond any number, or characters of no word. */
const NOTABLE = new RegExp(
    [
        `[${OPENING_QUOTES}]`,
        `[\u2212${DASHES}]`,
        '\u00BB',
        '/[/*]',
        '[0-9]{31,}',
        `(?<!${BEFORE_APOSTROPHE})['’]`,
        `['’](?!${AFTER_APOSTROPHE})`,
        `(?<!(?<!${NAME_CHARACTER})m)²`,
        `[^A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_\\s\\u00A0\\u202F\\uFEFF=();+\\-*×/{}:.%€,|'’²\u2212\u00BB${OPENING_QUOTES}${DASHES}]+`,
    ].join('|'),
    'g',
);
const END_OF_LINE = /[\n\r]|$/g;

/**
 * Finds, in one pass, everything that the lexer would stumble on: it would try each of its patterns again at each such character, and
 * the whole rest of the file at each comment that never ends.
 */
export function readableText(text: string): ReadableText {
    const unknown: UnknownStretch[] = [];
    const minus: number[] = [];
    let closable = true;
    NOTABLE.lastIndex = 0;
    for (let match = NOTABLE.exec(text); match !== null; match = NOTABLE.exec(text)) {
        const end = endOf(text, match, closable);
        if (DASH.test(match[0]) && end !== undefined) minus.push(match.index);
        if (end === undefined) unknown.push({ start: match.index, end: NOTABLE.lastIndex });
        else NOTABLE.lastIndex = end;
        if (end === undefined && match[0] === '/*') closable = false;
    }
    return { text: withoutUnknown(text, unknown, minus), unknown };
}

const DASH = new RegExp(`^[\\u2212${DASHES}]$`);

/** The end of the text, comment or sign that begins here; nothing when none does, or when it never ends. */
function endOf(text: string, match: RegExpExecArray, closable: boolean): number | undefined {
    if (OPENING_QUOTES.includes(match[0])) return quotedEnd(text, match.index);
    if (DASH.test(match[0])) return isMinus(text, match.index) ? match.index + 1 : undefined;
    switch (match[0]) {
        case '//':
            return firstAfter(END_OF_LINE, text, match.index);
        case '/*': {
            const at = closable ? text.indexOf('*/', match.index + 2) : -1;
            return at < 0 ? undefined : at + 2;
        }
        default:
            return undefined;
    }
}

function firstAfter(pattern: RegExp, text: string, start: number): number {
    pattern.lastIndex = start;
    return pattern.exec(text)?.index ?? text.length;
}

function withoutUnknown(text: string, unknown: readonly UnknownStretch[], minus: readonly number[]): string {
    if (unknown.length === 0 && minus.length === 0) return text;
    const replaced = [...unknown.map(({ start, end }) => ({ start, by: ' '.repeat(end - start) })), ...minus.map((start) => ({ start, by: '-' }))];
    const parts: string[] = [];
    let from = 0;
    for (const { start, by } of replaced.sort((a, b) => a.start - b.start)) {
        parts.push(text.slice(from, start), by);
        from = start + by.length;
    }
    parts.push(text.slice(from));
    return parts.join('');
}
