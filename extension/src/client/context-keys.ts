import { commands, window, workspace, type Disposable } from 'vscode';
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
        remindGuide((value) => set('guide', value)),
        examples.onRun(({ passed, failed }) => set('exemplesConfirmes', passed > 0 && failed === 0)),
    );
}

const GUIDE_READS_AFTER_MILLISECONDS = 1500;

/**
 * VS Code ticks a step when its key becomes true, never for one that was true before the guide was first shown: once a page of its own opens,
 * as the guide is, a second key of each step becomes true for a moment.
 */
function remindGuide(set: (value: boolean) => void): Disposable {
    return window.tabGroups.onDidChangeTabs(({ opened }) => {
        if (opened.every(({ input }) => input !== undefined)) return;
        setTimeout(() => {
            set(true);
        }, GUIDE_READS_AFTER_MILLISECONDS);
        setTimeout(() => {
            set(false);
        }, 2 * GUIDE_READS_AFTER_MILLISECONDS);
    });
}
