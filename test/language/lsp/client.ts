import { PassThrough } from 'node:stream';
import {
    createConnection,
    createProtocolConnection,
    DidChangeTextDocumentNotification,
    DidOpenTextDocumentNotification,
    ExitNotification,
    InitializedNotification,
    InitializeRequest,
    PublishDiagnosticsNotification,
    ShutdownRequest,
    StreamMessageReader,
    StreamMessageWriter,
    type Diagnostic,
    type InitializeParams,
    type InitializeResult,
    type ProtocolConnection,
} from 'vscode-languageserver/node';
import { SENT_CHANGES, startBaremeServer, type BaremeLanguageServices, type ClientOptions, type ServerHost } from '@bareme/language/lsp';

/** A client of a server that runs beside it, each hearing the other through pipes. */
export interface TestClient {
    readonly connection: ProtocolConnection;
    readonly services: BaremeLanguageServices;
    readonly announced: InitializeResult;
    /** The findings last sent for each file, and how many times any were sent. */
    readonly published: ReadonlyMap<string, readonly Diagnostic[]>;
    readonly pushes: readonly string[];
    readonly uriOf: (path: string) => string;
    readonly send: (files: Readonly<Record<string, string | undefined>>) => Promise<void>;
    readonly open: (path: string, text: string) => Promise<void>;
    readonly type: (path: string, text: string) => Promise<void>;
    /** Until the server has said everything of what it was last sent. */
    readonly settled: () => Promise<void>;
    readonly close: () => Promise<void>;
}

const ROOT = 'memory:/espace';

/** A server without disk, initialised on one folder. */
export async function testClient(
    host: ServerHost = {},
    initializationOptions: ClientOptions = {},
    capabilities: InitializeParams['capabilities'] = {},
): Promise<TestClient> {
    const up = new PassThrough();
    const down = new PassThrough();
    const services = startBaremeServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), host);
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const published = new Map<string, readonly Diagnostic[]>();
    const pushes: string[] = [];
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
        published.set(uri, diagnostics);
        pushes.push(uri);
    });
    connection.listen();
    const uriOf = (path: string): string => `${ROOT}/${encodeURI(path)}`;
    const announced = await connection.sendRequest(InitializeRequest.type, {
        processId: null,
        capabilities,
        initializationOptions,
        workspaceFolders: [{ uri: ROOT, name: 'espace' }],
    } as InitializeParams);
    await connection.sendNotification(InitializedNotification.type, {});
    let version = 1;
    const settled = async (): Promise<void> => {
        // Whatever was sent is read before this request is answered; then no compilation is left to run.
        await connection.sendRequest('workspace/symbol', { query: '' }).catch(() => undefined);
        for (let quiet = 0; quiet < 3;) {
            const before = pushes.length;
            await services.shared.workspace.WorkspaceLock.read(() => Promise.resolve());
            await new Promise((resolve) => setTimeout(resolve, 30));
            quiet = services.shared.bareme.WorkspaceCompiler.latest.every(({ complete }) => complete) && pushes.length === before ? quiet + 1 : 0;
        }
    };
    return {
        connection,
        services,
        announced,
        published,
        pushes,
        uriOf,
        settled,
        send: async (files) => {
            const entries = Object.entries(files);
            const changed = entries.flatMap(([path, text]) => (text === undefined ? [] : [{ uri: uriOf(path), text }]));
            await connection.sendNotification(SENT_CHANGES, { changed, deleted: entries.flatMap(([path, text]) => (text === undefined ? [uriOf(path)] : [])) });
            await settled();
        },
        open: async (path, text) => {
            await connection.sendNotification(DidOpenTextDocumentNotification.type, {
                textDocument: { uri: uriOf(path), languageId: 'bareme', version, text },
            });
            await settled();
        },
        type: async (path, text) => {
            version += 1;
            await connection.sendNotification(DidChangeTextDocumentNotification.type, {
                textDocument: { uri: uriOf(path), version },
                contentChanges: [{ text }],
            });
        },
        close: async () => {
            await connection.sendRequest(ShutdownRequest.type);
            await connection.sendNotification(ExitNotification.type);
            connection.dispose();
        },
    };
}
