import { Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { ClientOptions } from '@bareme/language/lsp';
import { CloseAction, ErrorAction, State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from '../commands/register-commands.js';
import { registerCheckTasks } from './check-task.js';
import { keepContextKeys } from './context-keys.js';
import { registerExampleTests } from './example-tests.js';
import type { Machine } from './machine.js';
import { registerOutlineView } from './outline-view.js';
import { createSession } from './session.js';
import { keepStatusBar } from './status-bar.js';
import { suggestInBlanks } from './suggest-in-blanks.js';
import { sendWorkspaceFiles, watchWorkspaceFiles } from './workspace-files.js';

/** Makes the client of a server that is a process or a worker. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** Starts the server and every part of the extension. */
export async function startExtension(context: ExtensionContext, createClient: CreateClient, machine?: Machine): Promise<void> {
    const client = await createClient(clientOptions(context));
    const session = createSession(context, client, machine);
    const examples = registerExampleTests(session);
    registerOutlineView(session);
    keepStatusBar(session, examples);
    keepContextKeys(session, examples);
    registerCheckTasks(session);
    registerCommands(session);
    context.subscriptions.push(
        watchWorkspaceFiles(client),
        suggestInBlanks(),
        workspace.onDidChangeWorkspaceFolders(() => void sendWorkspaceFiles(client)),
        workspace.onDidChangeConfiguration((change) => {
            if (change.affectsConfiguration('bareme.exclure')) void sendWorkspaceFiles(client);
        }),
        // A server that starts again knows nothing: it is told everything once more.
        client.onDidChangeState(({ newState }) => {
            if (newState === State.Running) void sendWorkspaceFiles(client);
        }),
        { dispose: () => void client.stop() },
    );
    await client.start();
}

const MOST_RESTARTS = 4;
const RESTARTS_WITHIN_MILLISECONDS = 3 * 60_000;

function clientOptions({ extensionUri }: ExtensionContext): LanguageClientOptions {
    const restarts: number[] = [];
    // In a browser the packaged pages are no files that an editor opens.
    const pages = extensionUri.scheme.startsWith('http') ? {} : { codePage: `${Uri.joinPath(extensionUri, 'constats').toString()}/{code}.md` };
    const written = { nationalCommand: 'bareme.ajouterVocabulaireNational', versionCommand: 'bareme.nouvelleVersion', exampleCommand: 'bareme.nouvelExemple' };
    const initializationOptions: ClientOptions = { sendsFiles: true, ...written, ...pages };
    return {
        initializationOptions,
        documentSelector: [{ language: 'bareme' }],
        diagnosticCollectionName: 'bareme',
        errorHandler: {
            error: () => ({ action: ErrorAction.Continue, handled: true }),
            closed: () => {
                const now = Date.now();
                restarts.push(now);
                const recent = restarts.filter((time) => now - time < RESTARTS_WITHIN_MILLISECONDS).length;
                if (recent > MOST_RESTARTS) {
                    void window.showErrorMessage(
                        'Barème : le service de langue s’arrête sans cesse. Relancez-le par la commande « Barème : redémarrer le service de langue ».',
                    );
                    return { action: CloseAction.DoNotRestart, handled: true };
                }
                void window.showWarningMessage('Barème : le service de langue s’est arrêté. Il redémarre ; rien de ce qui est écrit n’est perdu.');
                return { action: CloseAction.Restart, handled: true };
            },
        },
    };
}
