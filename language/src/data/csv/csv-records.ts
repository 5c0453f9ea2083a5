import { decodeUtf8 } from './utf8.js';

/** One record: its cells as written (quotation marks undone), and what is wrong with it. */
export interface CsvRecord {
    /** 0 for the header; counts blank lines too, so that it is the row that a spreadsheet shows, less one. */
    readonly index: number;
    readonly cells: readonly string[];
    readonly textAfterQuote: boolean;
    /** A quotation mark opened in this record and never closed: the record runs to the end of the file. */
    readonly unterminated: boolean;
    /** A cell of this record is larger than any of a housing file: nothing after it is read. */
    readonly oversized: boolean;
}

/** Bytes that no cell reaches; one that does would fill the memory. */
const LARGEST_CELL = 1024 * 1024;

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/**
 * The records of a file already known to be UTF-8, after RFC 4180, one by one and from bytes, so that the whole text never stands in
 * memory: a cell may be quoted, with `""` for a mark and line breaks inside; a record ends on CRLF, LF or a lone CR, whichever comes.
 */
export function* csvRecords(bytes: Uint8Array, start: number, separator: number): Generator<CsvRecord> {
    const cursor = { bytes, separator, at: start, textAfterQuote: false, unterminated: false, oversized: false };
    for (let index = 0; cursor.at < bytes.length; index += 1) {
        cursor.textAfterQuote = false;
        const cells = [readCell(cursor)];
        while (cursor.at < bytes.length && bytes[cursor.at] === separator) {
            cursor.at += 1;
            cells.push(readCell(cursor));
        }
        skipLineBreak(cursor);
        const { textAfterQuote, unterminated, oversized } = cursor;
        yield { index, cells, textAfterQuote, unterminated, oversized };
    }
}

interface Cursor {
    readonly bytes: Uint8Array;
    readonly separator: number;
    at: number;
    textAfterQuote: boolean;
    unterminated: boolean;
    oversized: boolean;
}

/** Reads a cell and stops on the separator, the line break or the end that closes it. */
function readCell(cursor: Cursor): string {
    return cursor.bytes[cursor.at] === QUOTE ? readQuoted(cursor) : readPlain(cursor);
}

function readPlain(cursor: Cursor): string {
    const { bytes, at } = cursor;
    cursor.at = endOfCell(cursor);
    return cursor.at - at > LARGEST_CELL ? giveUp(cursor) : decodeUtf8(bytes, at, cursor.at);
}

/** Leaves the rest of the file unread. */
function giveUp(cursor: Cursor): string {
    cursor.oversized = true;
    cursor.at = cursor.bytes.length;
    return '';
}

function endOfCell({ bytes, separator, at }: Cursor): number {
    let end = at;
    while (end < bytes.length && bytes[end] !== separator && bytes[end] !== LF && bytes[end] !== CR) end += 1;
    return end;
}

function readQuoted(cursor: Cursor): string {
    const { bytes } = cursor;
    let text = '';
    let from = cursor.at + 1;
    for (;;) {
        const mark = bytes.indexOf(QUOTE, from);
        if ((mark < 0 ? bytes.length : mark) - cursor.at > LARGEST_CELL || text.length > LARGEST_CELL) return giveUp(cursor);
        if (mark < 0) {
            cursor.unterminated = true;
            cursor.at = bytes.length;
            return text + decodeUtf8(bytes, from, bytes.length);
        }
        text += decodeUtf8(bytes, from, mark);
        cursor.at = mark + 1;
        if (bytes[mark + 1] !== QUOTE) break;
        text += '"';
        from = mark + 2;
    }
    const end = endOfCell(cursor);
    for (let at = cursor.at; at < end; at += 1) if (bytes[at] !== SPACE) cursor.textAfterQuote = true;
    cursor.at = end;
    return text;
}

function skipLineBreak(cursor: Cursor): void {
    const { bytes, at } = cursor;
    if (bytes[at] === CR) cursor.at += bytes[at + 1] === LF ? 2 : 1;
    else if (bytes[at] === LF) cursor.at += 1;
}
