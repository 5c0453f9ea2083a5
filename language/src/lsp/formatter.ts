import type { LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type { DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import { formatSource } from '../formatting/format-source.js';
import type { SourceParser } from '../parser/source-parser.js';

/** Lays documents out again, as `formatting` does; only blanks change. A file that cannot be read whole is left as it is. */
export class BaremeFormatter implements Formatter {
    constructor(private readonly parser: SourceParser) {}

    get formatOnTypeOptions(): undefined {
        return undefined;
    }

    formatDocument({ textDocument }: LangiumDocument): TextEdit[] {
        const text = textDocument.getText();
        const formatted = formatSource({ path: textDocument.uri, text }, this.parser);
        if (formatted.kind !== 'formatted' || !formatted.changed) return [];
        return blankEdits(text, formatted.text).map(({ start, end, newText }) => ({
            range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) },
            newText,
        }));
    }

    /** The lines of a selection are those that change: the layout of the others is part of theirs. */
    formatDocumentRange(document: LangiumDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
        return this.formatDocument(document).filter((edit) => edit.range.end.line >= range.start.line && edit.range.start.line <= range.end.line);
    }

    /** No key lays out the text by itself. */
    formatDocumentOnType(): TextEdit[] {
        return [];
    }
}

interface BlankEdit {
    readonly start: number;
    readonly end: number;
    readonly newText: string;
}

const BLANKS = /\s*/y;

/** The blanks that differ between two texts of the same words; the whole text where words differ. */
export function blankEdits(before: string, after: string): readonly BlankEdit[] {
    const edits: BlankEdit[] = [];
    for (let left = 0, right = 0; left < before.length || right < after.length; left += 1, right += 1) {
        const old = blanksAt(before, left);
        const own = blanksAt(after, right);
        if (old !== own) edits.push({ start: left, end: left + old.length, newText: own });
        left += old.length;
        right += own.length;
        if (before[left] !== after[right]) return [{ start: 0, end: before.length, newText: after }];
    }
    return edits;
}

function blanksAt(text: string, place: number): string {
    BLANKS.lastIndex = place;
    return BLANKS.exec(text)?.[0] ?? '';
}
