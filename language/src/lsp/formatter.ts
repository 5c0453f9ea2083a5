import { CstUtils, type LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type { DocumentOnTypeFormattingParams, DocumentRangeFormattingParams, Position, TextEdit } from 'vscode-languageserver';
import { formatSource } from '../formatting/format-source.js';
import type { SourceParser } from '../parser/source-parser.js';

/** Lays documents out again, as `formatting` does; only blanks change. A file that cannot be read whole is left as it is. */
export class BaremeFormatter implements Formatter {
    constructor(private readonly parser: SourceParser) {}

    /** The end of a statement, and that of a line. */
    readonly formatOnTypeOptions = { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] };

    formatDocument({ textDocument }: LangiumDocument): TextEdit[] {
        const text = textDocument.getText();
        const formatted = formatSource({ path: textDocument.uri, text }, this.parser);
        if (formatted.kind !== 'formatted' || !formatted.changed) return [];
        return blankEdits(text, formatted.text).map(({ start, end, newText }) => ({
            range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) },
            newText,
        }));
    }

    /** The lines of a selection are those that change: blanks lay out the line on which they end. Of a line chosen up to its beginning, nothing is. */
    formatDocumentRange(document: LangiumDocument, { range: { start, end } }: DocumentRangeFormattingParams): TextEdit[] {
        const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
        return this.formatDocument(document).filter(({ range }) => start.line <= range.end.line && range.end.line <= last);
    }

    /** A key lays out the statement that it ends, above the cursor: what is still being written is left alone. */
    formatDocumentOnType(document: LangiumDocument, { position, ch }: DocumentOnTypeFormattingParams): TextEdit[] {
        const first = ch === '}' ? statementStart(document, position) : position.line - 1;
        return this.formatDocument(document).filter(({ range }) => range.start.line >= first && isBefore(range.end, position));
    }
}

function isBefore(a: Position, b: Position): boolean {
    return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

/** The line on which the statement around a place begins. */
function statementStart({ parseResult, textDocument }: LangiumDocument, position: Position): number {
    const root = parseResult.value.$cstNode;
    const leaf = root && CstUtils.findLeafNodeBeforeOffset(root, Math.max(0, textDocument.offsetAt(position) - 1));
    return leaf?.astNode.$cstNode?.range.start.line ?? position.line;
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
