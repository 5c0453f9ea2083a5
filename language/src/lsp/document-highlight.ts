import type { LangiumDocument } from 'langium';
import type { DocumentHighlightProvider } from 'langium/lsp';
import { DocumentHighlightKind, type DocumentHighlight, type DocumentHighlightParams } from 'vscode-languageserver';
import { rangeOf } from '../workspace/document-findings.js';
import type { WorkspaceView } from './names/workspace-view.js';

/** The places of a file that name what a word names; those that declare it are told apart. */
export class BaremeDocumentHighlight implements DocumentHighlightProvider {
    constructor(private readonly view: WorkspaceView) {}

    getDocumentHighlight(document: LangiumDocument, { position }: DocumentHighlightParams): DocumentHighlight[] {
        const path = this.view.pathOf(document);
        const symbols = this.view.namesAt(document, position).flatMap(({ symbol, homonyms = [] }) => [symbol, ...homonyms]);
        const found = symbols.flatMap((symbol) => this.view.names(document).of(symbol)).filter((occurrence) => occurrence.path === path);
        const highlights = found.map((occurrence): DocumentHighlight => ({
            range: rangeOf(document, occurrence),
            kind: occurrence.role === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }));
        return [...new Map(highlights.map((highlight) => [JSON.stringify(highlight.range), highlight])).values()];
    }
}
