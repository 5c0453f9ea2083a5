/** The extension in a browser: the server is a worker, made from the text of its file, since a page may not load workers from elsewhere. */
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startExtension } from '../client/start-extension.js';

/** Called by VS Code when a `.bareme` file, the view or a command is met. */
export async function activate(context: ExtensionContext): Promise<void> {
    const code = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist/server.web.js'));
    const address = URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' }));
    context.subscriptions.push({ dispose: () => URL.revokeObjectURL(address) });
    await startExtension(context, (options) => Promise.resolve(new LanguageClient('bareme', 'Barème', () => Promise.resolve(new Worker(address)), options)));
}
