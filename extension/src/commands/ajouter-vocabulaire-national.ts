import type { SentFile } from '@bareme/language/lsp';
import { Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Session } from '../client/session.js';
import { fileChangesNotification } from '../protocol.js';
import { chooseFolder } from './choose-folder.js';
import { exists } from './write-drafts.js';

const PLACE = 'policies/national';

/** Copies the national vocabulary packaged with the extension into the folder; a file that exists is never replaced. */
export async function addNationalVocabulary({ context, client }: Session): Promise<void> {
    const folder = await chooseFolder('Dans quel dossier ajouter le vocabulaire national ?');
    if (folder === undefined) return;
    const { written, kept } = await copyNational(context, Uri.joinPath(folder, PLACE), client);
    const said = written === 0 ? `le vocabulaire national est déjà dans ${PLACE}` : `vocabulaire national ajouté dans ${PLACE} (${written} fichiers)`;
    const untouched = kept > 0 && written > 0 ? ` ; ${kept} fichiers qui y étaient sont restés tels quels` : '';
    void window.showInformationMessage(`Barème : ${said}${untouched}.`);
}

/** Copies the packaged files that are not there yet, and tells the server without waiting for the disk's own news. */
export async function copyNational(
    { extensionUri }: ExtensionContext,
    target: Uri,
    client: BaseLanguageClient,
): Promise<{ readonly written: number; readonly kept: number }> {
    const packaged = Uri.joinPath(extensionUri, 'national');
    // In a browser the folder of an extension cannot be listed: its index says what it holds.
    const names = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(packaged, 'index.json')))) as readonly string[];
    const changed: SentFile[] = [];
    for (const name of names) {
        const uri = Uri.joinPath(target, name);
        if (await exists(uri)) continue;
        const bytes = await workspace.fs.readFile(Uri.joinPath(packaged, name));
        await workspace.fs.writeFile(uri, bytes);
        changed.push({ uri: uri.toString(), text: new TextDecoder().decode(bytes) });
    }
    await client.sendNotification(fileChangesNotification, { changed, deleted: [] });
    return { written: changed.length, kept: names.length - changed.length };
}
