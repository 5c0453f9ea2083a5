import { commands, window } from 'vscode';
import type { Session } from '../client/session.js';
import { checkRequest } from '../protocol.js';

/** Checks every file of the workspace and says what there is to mend. */
export async function check({ client }: Session): Promise<void> {
    const { files, errors, warnings } = await client.sendRequest(checkRequest);
    if (files === 0) return void window.showInformationMessage('Barème : ce dossier ne contient aucun fichier .bareme.');
    const checked = `${files} ${files > 1 ? 'fichiers contrôlés' : 'fichier contrôlé'}`;
    if (errors + warnings === 0) return void window.showInformationMessage(`Barème : ${checked}, rien à corriger.`);
    const found = [
        errors > 0 ? `${errors} ${errors > 1 ? 'erreurs' : 'erreur'}` : '',
        warnings > 0 ? `${warnings} ${warnings > 1 ? 'avertissements' : 'avertissement'}` : '',
    ];
    void window.showWarningMessage(`Barème : ${checked}, ${found.filter((text) => text !== '').join(' et ')}.`);
    await commands.executeCommand('workbench.actions.view.problems');
}
