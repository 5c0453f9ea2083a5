import type { LangiumDocuments } from 'langium';
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { WorkspaceCompiler } from '../workspace/workspace-compiler.js';

/** What pushing findings needs. */
export interface PushedFindings {
    readonly connection: Pick<Connection, 'sendDiagnostics'>;
    readonly documents: LangiumDocuments;
    readonly compiler: WorkspaceCompiler;
    /** Address of the page of a code, `{code}` standing for it; nothing where the client has none. */
    readonly codePage: () => string | undefined;
}

/** Sends the client the findings of each document whose findings are others than those last sent; none for a file that is no more. */
export function pushDiagnostics({ connection, documents, compiler, codePage }: PushedFindings): void {
    const sent = new Map<string, string>();
    const send = (uri: string, diagnostics: Diagnostic[]): void => {
        const said = JSON.stringify(diagnostics);
        if (sent.get(uri) === said || (diagnostics.length === 0 && !sent.has(uri))) return;
        if (diagnostics.length === 0) sent.delete(uri);
        else sent.set(uri, said);
        void connection.sendDiagnostics({ uri, diagnostics: diagnostics.map((diagnostic) => withPage(diagnostic, codePage())) });
    };
    compiler.onPush(() => {
        const present = new Map(documents.all.map((document) => [document.uri.toString(), document.diagnostics ?? []]));
        for (const uri of [...sent.keys()]) if (!present.has(uri)) send(uri, []);
        for (const [uri, diagnostics] of present) send(uri, diagnostics);
    });
}

/** The finding, its code leading to its page. */
function withPage(diagnostic: Diagnostic, page: string | undefined): Diagnostic {
    return page === undefined ? diagnostic : { ...diagnostic, codeDescription: { href: page.replace('{code}', String(diagnostic.code)) } };
}
