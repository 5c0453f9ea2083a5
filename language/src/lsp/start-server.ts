import { DocumentState, URI } from 'langium';
import {
    addCodeActionHandler,
    addCodeLensHandler,
    addCompletionHandler,
    addConfigurationChangeHandler,
    addDocumentHighlightHandler,
    addDocumentLinkHandler,
    addDocumentSymbolHandler,
    addDocumentUpdateHandler,
    addFindReferencesHandler,
    addFoldingRangeHandler,
    addFormattingHandler,
    addGotoDefinitionHandler,
    addHoverHandler,
    addInlayHintHandler,
    addRenameHandler,
    addSemanticTokenHandler,
    addSignatureHelpHandler,
    addWorkspaceSymbolHandler,
    createRequestHandler,
    WorkspaceState,
    type LangiumSharedServices,
} from 'langium/lsp';
import type { Connection, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { LAST_RUN, SENT_CHANGES, SENT_WORKSPACE, type LastRun, type SentChanges, type SentWorkspace } from './client-messages.js';
import type { ServerHost } from './host.js';
import { createBaremeLanguageServices, type BaremeLanguageServices } from './language-services.js';
import { pushDiagnostics } from './push-diagnostics.js';
import { refreshShown } from './refresh-shown.js';
import { selectionRange } from './selection-ranges.js';

/** Names are known once the first push of a compilation of the present text is made (`BaremeDocumentBuilder.waitUntil`). */
const NAMES_KNOWN = DocumentState.IndexedReferences;

/**
 * Serves a client. Open documents win over files; what is announced is what is answered. Where the host gives no `files` the server reads no
 * disk, and the client sends the texts.
 */
export function startBaremeServer(connection: Connection, host: ServerHost = {}): BaremeLanguageServices {
    const services = createBaremeLanguageServices(connection, host);
    const { shared } = services;
    addDocumentUpdateHandler(connection, shared);
    addConfigurationChangeHandler(connection, shared);
    addDocumentSymbolHandler(connection, shared);
    addFoldingRangeHandler(connection, shared);
    addCodeActionHandler(connection, shared);
    addFormattingHandler(connection, shared);
    addGotoDefinitionHandler(connection, shared, NAMES_KNOWN);
    addFindReferencesHandler(connection, shared, NAMES_KNOWN);
    addDocumentHighlightHandler(connection, shared, NAMES_KNOWN);
    addRenameHandler(connection, shared, NAMES_KNOWN);
    addCompletionHandler(connection, shared, NAMES_KNOWN);
    addHoverHandler(connection, shared, NAMES_KNOWN);
    addSemanticTokenHandler(connection, shared, NAMES_KNOWN);
    addInlayHintHandler(connection, shared, NAMES_KNOWN);
    addCodeLensHandler(connection, shared, NAMES_KNOWN);
    addSignatureHelpHandler(connection, shared, NAMES_KNOWN);
    addDocumentLinkHandler(connection, shared);
    addWorkspaceSymbolHandler(connection, shared, WorkspaceState.IndexedReferences);
    addSelectionRangeHandler(connection, shared);
    const { LangiumDocuments: documents, WorkspaceManager: folders } = shared.workspace;
    pushDiagnostics({ connection, documents, compiler: shared.bareme.WorkspaceCompiler, codePage: () => folders.codePage });
    const refresh = refreshShown({
        connection,
        compiler: shared.bareme.WorkspaceCompiler,
        openBuffers: () => shared.workspace.TextDocuments.keys().length,
        supported: () => folders.shownAgain,
    });
    connection.onNotification(SENT_CHANGES, (changes: SentChanges) => receive(services, changes));
    connection.onNotification(SENT_WORKSPACE, (sent: SentWorkspace) => receiveAll(services, sent));
    connection.onNotification(LAST_RUN, (run: LastRun | null) => {
        services.runs.set(run ?? undefined);
        refresh.lenses();
    });
    connection.onInitialize((params) => shared.lsp.LanguageServer.initialize(params));
    connection.onInitialized((params) => {
        shared.lsp.LanguageServer.initialized(params);
    });
    shared.workspace.TextDocuments.listen(connection);
    connection.listen();
    return services;
}

async function receiveAll(services: BaremeLanguageServices, { folders, files }: SentWorkspace): Promise<void> {
    const sent = new Set(files.map(({ uri }) => URI.parse(uri).toString()));
    const deleted = services.files.sent().filter((uri) => !sent.has(uri));
    services.shared.bareme.DocumentPaths.open(folders.map((folder) => URI.parse(folder)));
    const received = receive(services, { changed: files, deleted });
    await services.shared.workspace.WorkspaceManager.loaded;
    // Buffers opened meanwhile come after the files that they may read.
    services.shared.workspace.WorkspaceManager.filesTold();
    await received;
}

/** A client may send again what it is not sure to have sent: what is known already stops no build, and starts none. */
async function receive({ shared, files }: BaremeLanguageServices, sent: SentChanges): Promise<void> {
    const changed = sent.changed.filter(({ uri, text }) => files.textOf(URI.parse(uri)) !== text);
    const deleted = sent.deleted.filter((uri) => files.textOf(URI.parse(uri)) !== undefined);
    if (sent.changed.length > changed.length && changed.length + deleted.length === 0) return;
    for (const { uri, text } of changed) files.set(URI.parse(uri), text);
    for (const uri of deleted) files.set(URI.parse(uri), undefined);
    const addresses = (uris: readonly string[]): URI[] => uris.map((uri) => URI.parse(uri));
    await shared.workspace.WorkspaceManager.loaded;
    await shared.workspace.WorkspaceLock.write((token) =>
        shared.workspace.DocumentBuilder.update(addresses(changed.map(({ uri }) => uri)), addresses(deleted), token),
    );
}

/** The framework has no provider for selections. */
function addSelectionRangeHandler(connection: Connection, shared: LangiumSharedServices): void {
    const answer = createRequestHandler<SelectionRangeParams, SelectionRange[]>(
        (_, document, { positions }) => positions.map((position) => selectionRange(document, position)),
        shared,
        DocumentState.Parsed,
    );
    connection.onSelectionRanges(answer);
}
