import { Selection, Uri, window, workspace } from 'vscode';
import type { DraftFile, DraftRefusal } from '../protocol.js';

/** Writes what a command drafted, and shows the first file; says why when it could not. A file that exists is never replaced. */
export async function writeDrafts(drafted: readonly DraftFile[] | DraftRefusal): Promise<void> {
    if ('refused' in drafted) return void window.showErrorMessage(`Barème : ${drafted.refused}`);
    const files = drafted.map(({ folder, path, text }) => ({ uri: Uri.joinPath(Uri.parse(folder), path), path, text }));
    for (const { uri, path } of files) {
        if (await exists(uri)) return void window.showErrorMessage(`Barème : « ${path} » existe déjà ; rien n’a été écrit.`);
    }
    for (const { uri, text } of files) await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const [first] = files;
    if (first === undefined) return;
    const editor = await window.showTextDocument(first.uri, { preview: false });
    const { end } = editor.document.lineAt(drafted[0]?.line ?? 0).range;
    if (drafted[0]?.line !== undefined) editor.selection = new Selection(end, end);
}

/** Whether there is a file or a folder there. */
export async function exists(uri: Uri): Promise<boolean> {
    try {
        await workspace.fs.stat(uri);
        return true;
    } catch {
        return false;
    }
}
