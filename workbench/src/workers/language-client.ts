import {
    BrowserMessageReader,
    BrowserMessageWriter,
    CancellationToken,
    ConnectionError,
    createProtocolConnection,
    InitializedNotification,
    InitializeRequest,
    ResponseError,
    type InitializeResult,
    type ProtocolConnection,
    type ProtocolRequestType,
    type ServerCapabilities,
} from 'vscode-languageserver-protocol/browser';
import { addressOf, COMPILED, EXAMPLES, FILE_CHANGES, FOLDER, REVISION, WORKSPACE_FILES, type CompileAnswer, type ExampleAnswer } from './language-protocol.js';
import LanguageWorker from './language.worker.js?worker&inline';

type Files = ReadonlyMap<string, string>;

/** A request of the protocol, with its parameters and its answer. */
export type LanguageRequest<Params, Answer> = ProtocolRequestType<Params, Answer, unknown, void, unknown>;

/** The language server in its worker. */
export interface LanguageClient {
    /** Sends what changed of the files since they were last sent; files that changed again meanwhile are sent once. */
    readonly sync: (revision: number, files: Files) => void;
    /** Asks the server, of the files as they were last sent. Rejects when it refuses, when nobody waits any more, or when it falls. */
    readonly ask: <Params, Answer>(type: LanguageRequest<Params, Answer>, params: Params, token?: CancellationToken) => Promise<Answer>;
    /** What the server can do, once one has said so: never rejects. */
    readonly capabilities: () => Promise<ServerCapabilities>;
}

/** One life of the worker: until it falls. */
interface Server {
    readonly connection: ProtocolConnection;
    readonly capabilities: Promise<ServerCapabilities>;
    /** The files that it was sent; nothing before the first. */
    sent?: Files;
}

/** Who is told of what the worker says. */
export interface LanguageListener {
    readonly onCompiled: (answer: CompileAnswer) => void;
    readonly onExamples: (answer: ExampleAnswer) => void;
    readonly onCrash: () => void;
}

/** Starts the worker when it is first needed, and again after a crash, which the listener is told of: the next files sent are all of them. */
export function languageClient(listener: LanguageListener): LanguageClient {
    let server: Server | undefined;
    let wanted: { readonly revision: number; readonly files: Files } | undefined;
    let say: (capabilities: ServerCapabilities) => void = () => undefined;
    const said = new Promise<ServerCapabilities>((resolve) => {
        say = resolve;
    });
    const running = (): Server => {
        if (server !== undefined) return server;
        server = startServer(listener, () => {
            server = undefined;
            listener.onCrash();
        });
        // One that falls before it has said what it can do leaves that to the next.
        server.capabilities.then(say, () => undefined);
        return server;
    };
    const flush = async (): Promise<void> => {
        const target = running();
        await target.capabilities;
        if (wanted === undefined || target !== server || target.sent === wanted.files) return;
        const { revision, files } = wanted;
        sendChanges(target, files);
        target.sent = files;
        void target.connection.sendNotification(REVISION, revision);
    };
    return {
        sync: (revision, files) => {
            wanted = { revision, files };
            // A server that falls meanwhile has been told of.
            flush().catch(() => undefined);
        },
        ask: async <Params, Answer>(type: LanguageRequest<Params, Answer>, params: Params, token = CancellationToken.None) => {
            await flush();
            // Without a token, the connection would take its absence for a second parameter.
            return running().connection.sendRequest<Answer>(type.method, params, token).catch(tellMisuse);
        },
        capabilities: () => {
            running();
            return said;
        },
    };
}

/** Who asks goes on without an answer: a request that was wrongly made, and never left the page, must still be seen. */
function tellMisuse(error: unknown): never {
    if (!(error instanceof ResponseError || error instanceof ConnectionError)) console.error(error);
    throw error;
}

function startServer({ onCompiled, onExamples }: LanguageListener, onFallen: () => void): Server {
    const worker = new LanguageWorker();
    const connection = createProtocolConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
    worker.addEventListener('error', () => {
        connection.dispose();
        worker.terminate();
        onFallen();
    });
    connection.onNotification(COMPILED, onCompiled);
    connection.onNotification(EXAMPLES, onExamples);
    connection.listen();
    const capabilities = connection.sendRequest<InitializeResult>(InitializeRequest.method, { processId: null, capabilities: {} }).then(async (result) => {
        await connection.sendNotification(InitializedNotification.type, {});
        return result.capabilities;
    });
    return { connection, capabilities };
}

function sendChanges({ connection, sent }: Server, files: Files): void {
    const changed = [...files].filter(([path, text]) => sent?.get(path) !== text).map(([path, text]) => ({ uri: addressOf(path), text }));
    if (sent === undefined) {
        void connection.sendNotification(WORKSPACE_FILES, { folders: [FOLDER], files: changed });
        return;
    }
    const deleted = [...sent.keys()].filter((path) => !files.has(path)).map(addressOf);
    void connection.sendNotification(FILE_CHANGES, { changed, deleted });
}
