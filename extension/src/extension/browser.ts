/** The extension in a browser: the server is a worker, made from the text of its file, since a page may not load workers from elsewhere. */
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { startExtension, type CreateClient } from '../client/start-extension.js';

/** Called by VS Code when a `.bareme` file, the view or a command is met. */
export async function activate(context: ExtensionContext): Promise<void> {
    const code = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist/server.web.js'));
    const address = URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' }));
    context.subscriptions.push({ dispose: () => URL.revokeObjectURL(address) });
    const createClient: CreateClient = (options) =>
        Promise.resolve(new LanguageClient('bareme', 'Barème', () => Promise.resolve(transportsOf(new Worker(address))), options));
    await startExtension(context, createClient);
}

/** The client would know a worker by its class, and VS Code puts another in its place where extensions run. */
function transportsOf(worker: Worker): MessageTransports {
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
