import type { LangiumDocument } from 'langium';
import type { RenameProvider } from 'langium/lsp';
import {
    LSPErrorCodes,
    ResponseError,
    type Position,
    type Range,
    type RenameParams,
    type TextDocumentPositionParams,
    type TextEdit,
    type WorkspaceEdit,
} from 'vscode-languageserver';
import type { SourceParser } from '../parser/source-parser.js';
import { rangeOf } from '../workspace/document-findings.js';
import { nameView } from './names/name-view.js';
import type { WorkspaceView } from './names/workspace-view.js';
import { planRename } from './rename/plan-rename.js';
import { refusedSymbols, renamedSymbols, type IsReadOnly } from './rename/renamed-symbols.js';
import { refusalText, type RenameRefusal } from './words/rename-words.js';

/** What renaming needs besides the names. */
export interface RenameServices {
    readonly parser: SourceParser;
    readonly isReadOnly: IsReadOnly;
}

/** A name changed everywhere at once, in every file, or not at all: then the client is told why. */
export class BaremeRename implements RenameProvider {
    constructor(
        private readonly view: WorkspaceView,
        private readonly services: RenameServices,
    ) {}

    rename(document: LangiumDocument, { position, newName }: RenameParams): WorkspaceEdit {
        const compilation = this.view.compilation(document);
        const word = this.view.namesAt(document, position);
        if (compilation === undefined || word.length === 0) throw refusedBy({ kind: 'no-name' });
        const plan = planRename({ compilation, word, newName, ...this.services });
        if (plan.kind !== 'edits') throw refusedBy(plan);
        const changes: Record<string, TextEdit[]> = {};
        for (const { location, newText } of plan.edits) {
            const target = this.view.documentOf(location.path);
            if (target === undefined || !this.isCurrent(target)) throw refusedBy({ kind: 'stale' });
            (changes[target.uri.toString()] ??= []).push({ range: rangeOf(target, location), newText });
        }
        return { changes };
    }

    prepareRename(document: LangiumDocument, { position }: TextDocumentPositionParams): Range & { readonly start: Position } {
        const word = this.view.namesAt(document, position);
        const [first] = word;
        const compilation = this.view.compilation(document);
        if (first === undefined || compilation === undefined) throw refusedBy({ kind: 'no-name' });
        const names = nameView(compilation.names);
        const refusal = refusedSymbols(names, renamedSymbols(names, word), this.services.isReadOnly);
        if (refusal !== undefined) throw refusedBy(refusal);
        return rangeOf(document, first);
    }

    /** A text that changed since it was compiled would be edited at the wrong places. */
    private isCurrent(document: LangiumDocument): boolean {
        const path = this.view.pathOf(document);
        const compiled = this.view.compilation(document)?.sources.find((source) => source.path === path);
        return compiled?.text === document.textDocument.getText();
    }
}

function refusedBy(refusal: RenameRefusal): ResponseError<void> {
    return new ResponseError(LSPErrorCodes.RequestFailed, refusalText(refusal));
}
