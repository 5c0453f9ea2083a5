/** The extension on a machine: the server is a process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startExtension, type CreateClient } from '../client/start-extension.js';
import { machineOf } from '../machine/machine.js';

/** Called by VS Code when a `.bareme` file, the view or a command is met. */
export async function activate(context: ExtensionContext): Promise<void> {
    const module = context.asAbsolutePath('dist/server.cjs');
    const createClient: CreateClient = (options) => {
        const server = { module, transport: TransportKind.ipc };
        return Promise.resolve(new LanguageClient('bareme', 'Barème', { run: server, debug: server }, options));
    };
    await startExtension(context, createClient, machineOf(context));
}
