import { window, workspace, type Uri } from 'vscode';

/** The folder that a command works in: the only one, or the one that the user picks. Without a folder, says how to open one. */
export async function chooseFolder(question: string): Promise<Uri | undefined> {
    const folders = workspace.workspaceFolders ?? [];
    if (folders.length === 0) {
        void window.showWarningMessage('Barème : ouvrez d’abord un dossier (Fichier, Ouvrir le dossier).');
        return undefined;
    }
    if (folders.length === 1) return folders[0]?.uri;
    return (await window.showWorkspaceFolderPick({ placeHolder: question }))?.uri;
}
