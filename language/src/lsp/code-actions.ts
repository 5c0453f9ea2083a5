import type { LangiumDocument, LangiumDocuments } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type TextEdit } from 'vscode-languageserver';
import { rangeOf, type FindingData } from '../workspace/document-findings.js';
import type { DocumentPaths } from '../workspace/document-paths.js';

/** What the mends of findings need to know of the workspace. */
export interface CodeActionServices {
    readonly paths: DocumentPaths;
    readonly documents: LangiumDocuments;
}

/** The mends that findings carry. */
export class BaremeCodeActions implements CodeActionProvider {
    constructor(private readonly services: CodeActionServices) {}

    /** The findings of the document that the client shows in the range; their own mends, whatever text the client sent along. */
    getCodeActions(document: LangiumDocument, { context, range }: CodeActionParams): CodeAction[] {
        if (context.only !== undefined && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
        return (document.diagnostics ?? []).filter((diagnostic) => touches(diagnostic.range, range)).flatMap((diagnostic) => this.mendOf(diagnostic));
    }

    private mendOf(diagnostic: Diagnostic): readonly CodeAction[] {
        const fix = (diagnostic.data as FindingData | undefined)?.finding.fix;
        if (fix === undefined) return [];
        const changes: Record<string, TextEdit[]> = {};
        for (const { location, newText } of fix.edits) {
            const document = this.services.documents.getDocument(this.services.paths.uriOf(location.path));
            if (document === undefined) return [];
            (changes[document.uri.toString()] ??= []).push({ range: rangeOf(document, location), newText });
        }
        return [{ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: true, edit: { changes } }];
    }
}

function touches(a: CodeActionParams['range'], b: CodeActionParams['range']): boolean {
    const before = (first: typeof a.start, second: typeof a.start): boolean =>
        first.line < second.line || (first.line === second.line && first.character < second.character);
    return !before(a.end, b.start) && !before(b.end, a.start);
}
