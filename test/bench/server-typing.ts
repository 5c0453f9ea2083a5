import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
    createProtocolConnection,
    DidChangeTextDocumentNotification,
    DidOpenTextDocumentNotification,
    InitializedNotification,
    InitializeRequest,
    PublishDiagnosticsNotification,
    StreamMessageReader,
    StreamMessageWriter,
    type InitializeParams,
    type ProtocolConnection,
} from 'vscode-languageserver/node';
import type { SourceText } from '@bareme/language';
import { SENT_WORKSPACE } from '@bareme/language/lsp';

const LONGEST_WAIT_MILLISECONDS = 60_000;

/** A file of a set, and the texts that it has key by key; each must make other findings than the one before. */
export interface ServerTyping {
    readonly sources: readonly SourceText[];
    readonly path: string;
    readonly texts: readonly string[];
}

/** How long `bareme langage`, in a process of its own, takes to tell the first findings after each key, in milliseconds. */
export async function typedThroughServer({ sources, path, texts }: ServerTyping): Promise<readonly number[]> {
    const folder = mkdtempSync(join(tmpdir(), 'bareme-touches-'));
    const root = pathToFileURL(folder).toString();
    const server = spawn(process.execPath, ['cli/bin/bareme.js', 'langage'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    connection.listen();
    try {
        const uriOf = (file: string): string => `${root}/${encodeURI(file)}`;
        const params = { processId: null, capabilities: {}, workspaceFolders: [{ uri: root, name: 'espace' }], initializationOptions: { sendsFiles: true } };
        await connection.sendRequest(InitializeRequest.type, params as unknown as InitializeParams);
        await connection.sendNotification(InitializedNotification.type, {});
        const [first = '', ...others] = texts;
        const files = sources.map((source) => ({ uri: uriOf(source.path), text: source.path === path ? first : source.text }));
        const known = told(connection, uriOf(path));
        await connection.sendNotification(SENT_WORKSPACE, { folders: [root], files });
        await known;
        const textDocument = { uri: uriOf(path), languageId: 'bareme', version: 1, text: first };
        await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
        const times: number[] = [];
        for (const [index, text] of others.entries()) {
            // The second push of the key before is left the time to come.
            await new Promise((resolve) => setTimeout(resolve, 400));
            const pushed = told(connection, uriOf(path));
            const started = performance.now();
            const changed = { textDocument: { uri: uriOf(path), version: index + 2 }, contentChanges: [{ text }] };
            await connection.sendNotification(DidChangeTextDocumentNotification.type, changed);
            await pushed;
            times.push(performance.now() - started);
        }
        return times;
    } finally {
        connection.dispose();
        server.kill();
        rmSync(folder, { recursive: true });
    }
}

/** Until findings of a file are told. */
function told(connection: ProtocolConnection, uri: string): Promise<void> {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`nothing told of ${uri}`)), LONGEST_WAIT_MILLISECONDS);
        const heard = connection.onNotification(PublishDiagnosticsNotification.type, (said) => {
            if (said.uri !== uri) return;
            clearTimeout(timer);
            heard.dispose();
            resolve();
        });
    });
}
