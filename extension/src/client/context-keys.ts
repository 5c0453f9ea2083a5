import { commands, workspace } from 'vscode';
import type { ExampleTests } from './example-tests.js';
import type { Session } from './session.js';

/** Keeps the keys that the steps of the walkthrough and the menus look at: each step is ticked by what the files hold. */
export function keepContextKeys({ context, machine, onCompiled }: Session, examples: ExampleTests): void {
    const set = (key: string, value: boolean): void => void commands.executeCommand('setContext', `bareme.${key}`, value);
    set('machine', machine !== undefined);
    const setFolder = (): void => set('dossier', (workspace.workspaceFolders ?? []).length > 0);
    setFolder();
    context.subscriptions.push(
        onCompiled((summary) => {
            set('vocabulaire', summary.vocabularies > 0);
            set('politique', summary.versions.length > 0);
            // The first critère is written by the command: the author's own comes after it.
            set('critere', summary.criteria > 1);
            set('sansErreur', summary.criteria > 1 && summary.errors === 0);
            set('exemple', summary.examples > 0);
        }),
        workspace.onDidChangeWorkspaceFolders(setFolder),
        examples.onRun(({ passed, failed }) => set('exemplesConfirmes', passed > 0 && failed === 0)),
    );
}
