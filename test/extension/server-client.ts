import { PassThrough } from 'node:stream';
import {
    createProtocolConnection,
    DidChangeTextDocumentNotification,
    DidOpenTextDocumentNotification,
    InitializedNotification,
    InitializeRequest,
    type InitializeParams,
    PublishDiagnosticsNotification,
    StreamMessageReader,
    StreamMessageWriter,
    type Diagnostic,
    type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { compiledNotification, workspaceFilesNotification, type CompiledSummary } from '../../extension/src/protocol.js';
import { startServer } from '../../extension/src/server/start-server.js';

/** The folder of the workspace in these tests: spaces and accents, as on people's machines. */
export const FOLDER = 'file:///home/l%C3%A9a/Mes%20politiques';

/** A real client of the extension's server, in memory. */
export interface ServerClient {
    readonly connection: ProtocolConnection;
    /** What the server last pushed about a file. */
    readonly findings: (path: string) => readonly Diagnostic[];
    /** Sends the files of the workspace and waits for their compilation. */
    readonly send: (files: Readonly<Record<string, string>>) => Promise<CompiledSummary>;
    /** Opens a buffer, or replaces its text, and waits for the compilation. */
    readonly type: (path: string, text: string) => Promise<CompiledSummary>;
    readonly close: () => void;
}

/** Starts the server between two streams. */
export async function connectServer(): Promise<ServerClient> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)));
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const pushed = new Map<string, readonly Diagnostic[]>();
    const waiting: ((summary: CompiledSummary) => void)[] = [];
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => void pushed.set(uri, diagnostics));
    connection.onNotification(compiledNotification, (summary) => waiting.splice(0).forEach((resolve) => resolve(summary)));
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, { processId: null, capabilities: {} } as unknown as InitializeParams);
    const compiled = (): Promise<CompiledSummary> => new Promise((resolve) => waiting.push(resolve));
    // The first compilation, of no file.
    const started = compiled();
    await connection.sendNotification(InitializedNotification.type, {});
    await started;
    const versions = new Map<string, number>();
    return {
        connection,
        findings: (path) => pushed.get(uriOf(path)) ?? [],
        send: async (files) => {
            const done = compiled();
            await connection.sendNotification(workspaceFilesNotification, {
                folders: [FOLDER],
                files: Object.entries(files).map(([path, text]) => ({ uri: uriOf(path), text })),
            });
            return done;
        },
        type: async (path, text) => {
            const done = compiled();
            const [uri, version] = [uriOf(path), (versions.get(path) ?? 0) + 1];
            versions.set(path, version);
            if (version === 1)
                await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'bareme', version, text } });
            else await connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges: [{ text }] });
            return done;
        },
        close: () => {
            connection.dispose();
        },
    };
}

/** The URI of a file of the folder, as VS Code writes it. */
export function uriOf(path: string): string {
    return `${FOLDER}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
