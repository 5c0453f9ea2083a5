import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { NodeFileSystem } from 'langium/node';
import {
    createConnection,
    createProtocolConnection,
    InitializedNotification,
    InitializeRequest,
    PublishDiagnosticsNotification,
    StreamMessageReader,
    StreamMessageWriter,
    type Diagnostic,
    type InitializeParams,
    type ProtocolConnection,
} from 'vscode-languageserver/node';
import { startBaremeServer } from '@bareme/language/lsp';

/** A client of a server that reads folders of the disk by itself, as `bareme langage` does. */
export interface FolderClient {
    readonly connection: ProtocolConnection;
    /** The findings last sent for each file that has some, by address. */
    readonly findings: ReadonlyMap<string, readonly Diagnostic[]>;
    /** Until the server has said everything of what it was last sent. */
    readonly settled: () => Promise<void>;
    readonly close: () => void;
}

/** A server initialised on folders of the disk, once it has read them. */
export async function folderClient(roots: readonly string[]): Promise<FolderClient> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const files = NodeFileSystem.fileSystemProvider();
    const { shared } = startBaremeServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), { files });
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const findings = new Map<string, readonly Diagnostic[]>();
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
        if (diagnostics.length === 0) findings.delete(uri);
        else findings.set(uri, diagnostics);
    });
    connection.listen();
    const workspaceFolders = roots.map((root) => ({ uri: pathToFileURL(root).toString(), name: root }));
    await connection.sendRequest(InitializeRequest.type, { processId: null, capabilities: {}, workspaceFolders } as unknown as InitializeParams);
    await connection.sendNotification(InitializedNotification.type, {});
    const settled = async (): Promise<void> => {
        await connection.sendRequest('workspace/symbol', { query: '' });
        const isComplete = (): boolean => shared.bareme.WorkspaceCompiler.latest.every(({ complete }) => complete);
        for (let quiet = 0; quiet < 3; quiet = isComplete() ? quiet + 1 : 0) {
            await shared.workspace.WorkspaceLock.read(() => Promise.resolve());
            await new Promise((resolve) => setTimeout(resolve, 30));
        }
    };
    await settled();
    return { connection, findings, settled, close: () => connection.dispose() };
}
