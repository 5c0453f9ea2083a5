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
import { LAST_RUN, type LastRun, type ServerHost } from './host.js';
import { createBaremeLanguageServices, type BaremeLanguageServices } from './language-services.js';
import { pushDiagnostics } from './push-diagnostics.js';
import { selectionRange } from './selection-ranges.js';

/** A text of the workspace, by its address. */
export interface SentFile {
    readonly uri: string;
    readonly text: string;
}

/** Files that the client sends where the server reads no disk: created or changed, and no more. */
export interface SentChanges {
    readonly changed: readonly SentFile[];
    readonly deleted: readonly string[];
}

/** Every file of the workspace and its folders: sent once, then again when folders change. What is not among them is no more. */
export interface SentWorkspace {
    readonly folders: readonly string[];
    readonly files: readonly SentFile[];
}

/** The notification that carries `SentWorkspace`. */
export const SENT_WORKSPACE = 'bareme/workspaceFiles';

/** The notification that carries `SentChanges`. */
export const SENT_CHANGES = 'bareme/fileChanges';

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
    pushDiagnostics({ connection, documents: shared.workspace.LangiumDocuments, compiler: shared.bareme.WorkspaceCompiler });
    connection.onNotification(SENT_CHANGES, (changes: SentChanges) => receive(services, changes));
    connection.onNotification(SENT_WORKSPACE, (sent: SentWorkspace) => receiveAll(services, sent));
    connection.onNotification(LAST_RUN, (run: LastRun | null) => {
        services.runs.set(run ?? undefined);
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
    await receive(services, { changed: files, deleted });
}

async function receive({ shared, files }: BaremeLanguageServices, { changed, deleted }: SentChanges): Promise<void> {
    for (const { uri, text } of changed) files.set(URI.parse(uri), text);
    for (const uri of deleted) files.set(URI.parse(uri), undefined);
    const addresses = (uris: readonly string[]): URI[] => uris.map((uri) => URI.parse(uri));
    await shared.workspace.WorkspaceManager.ready;
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
