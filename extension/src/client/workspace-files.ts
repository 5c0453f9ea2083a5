import { LARGEST_FILE_BYTES, SOURCE_EXTENSION, type SentFile } from '@bareme/language/lsp';
import { Disposable, FileType, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fileChangesNotification, workspaceFilesNotification } from '../protocol.js';

/** Sends every `.bareme` file of the workspace: the server reads no disk, so that a folder on a machine and one in a browser are alike. */
export async function sendWorkspaceFiles(client: BaseLanguageClient): Promise<void> {
    const folders = workspace.workspaceFolders ?? [];
    const files = await Promise.all(folders.map(({ uri }) => sourcesUnder(uri)));
    if (!client.isRunning()) return;
    await client.sendNotification(workspaceFilesNotification, {
        folders: folders.map(({ uri }) => uri.toString()),
        files: files.flat(),
    });
}

/** The `.bareme` files below a folder, as the disk has them. */
export async function sourcesUnder(folder: Uri): Promise<readonly SentFile[]> {
    const files = await Promise.all((await filesUnder(folder, excludedFolders())).map(readFile));
    return files.flatMap((file) => file ?? []);
}

function excludedFolders(): ReadonlySet<string> {
    return new Set(workspace.getConfiguration('bareme').get<readonly string[]>('exclure', []));
}

/** The folder is walked, not searched: every file system can be read, few can be searched. */
async function filesUnder(folder: Uri, excluded: ReadonlySet<string>): Promise<readonly Uri[]> {
    let entries: readonly (readonly [string, FileType])[] = [];
    try {
        entries = await workspace.fs.readDirectory(folder);
    } catch {
        // A folder that cannot be read holds no policy.
    }
    // A link is neither a folder nor a file here: it may lead outside, or round in circles.
    const folders = entries.filter(([name, type]) => type === FileType.Directory && !excluded.has(name));
    const files = entries.filter(([name, type]) => type === FileType.File && name.endsWith(SOURCE_EXTENSION));
    const below = await Promise.all(folders.map(([name]) => filesUnder(Uri.joinPath(folder, name), excluded)));
    return [...files.map(([name]) => Uri.joinPath(folder, name)), ...below.flat()];
}

/** How long changes of folders are let come together before the workspace is read again. */
const GATHERING_MILLISECONDS = 200;

/**
 * Tells the server of files created, changed and deleted, as the disk says. A folder that moves is one event: what it holds is read again. A disk
 * does not tell everything, least of all of folders that have just been made in one another: what is opened and saved here is sent, and all is read again
 * when files come and go by the hand of the user, who may come back from another program.
 */
export function watchWorkspaceFiles(client: BaseLanguageClient): Disposable {
    const everything = workspace.createFileSystemWatcher('**/*');
    const isExcluded = ({ path }: Uri): boolean => path.split('/').some((part) => excludedFolders().has(part));
    const isSource = ({ path }: Uri): boolean => path.endsWith(SOURCE_EXTENSION);
    const again = gathered(() => void sendWorkspaceFiles(client));
    const changed = async (uri: Uri): Promise<void> => {
        const file = await readFile(uri);
        if (file !== undefined && client.isRunning()) await client.sendNotification(fileChangesNotification, { changed: [file], deleted: [] });
    };
    const toldByHand = (uri: Uri): void => {
        if (isSource(uri) && !isExcluded(uri) && workspace.getWorkspaceFolder(uri) !== undefined) void changed(uri);
    };
    everything.onDidCreate(async (uri) => {
        if (isExcluded(uri)) return;
        if (isSource(uri)) await changed(uri);
        else if (await isFolder(uri)) again.ask();
    });
    everything.onDidChange(async (uri) => {
        if (isSource(uri) && !isExcluded(uri)) await changed(uri);
    });
    everything.onDidDelete((uri) => {
        if (!client.isRunning()) return;
        if (isSource(uri)) void client.sendNotification(fileChangesNotification, { changed: [], deleted: [uri.toString()] });
        else if (!isExcluded(uri)) again.ask();
    });
    return Disposable.from(
        everything,
        again,
        workspace.onDidOpenTextDocument(({ uri }) => toldByHand(uri)),
        workspace.onDidSaveTextDocument(({ uri }) => toldByHand(uri)),
        workspace.onDidCreateFiles(again.ask),
        workspace.onDidRenameFiles(again.ask),
        workspace.onDidDeleteFiles(again.ask),
        window.onDidChangeWindowState(({ focused }) => {
            if (focused) again.ask();
        }),
    );
}

/** Does something once, after the last time it was asked. */
function gathered(act: () => void): Disposable & { readonly ask: () => void } {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
        clearTimeout(waiting);
        waiting = setTimeout(act, GATHERING_MILLISECONDS);
    };
    return { ask, dispose: () => clearTimeout(waiting) };
}

async function isFolder(uri: Uri): Promise<boolean> {
    try {
        return (await workspace.fs.stat(uri)).type === FileType.Directory;
    } catch {
        // It went away as it came.
        return false;
    }
}

async function readFile(uri: Uri): Promise<SentFile | undefined> {
    try {
        const { size } = await workspace.fs.stat(uri);
        if (size <= LARGEST_FILE_BYTES) return { uri: uri.toString(), text: new TextDecoder('utf-8').decode(await workspace.fs.readFile(uri)) };
        void window.showWarningMessage(`Barème : « ${workspace.asRelativePath(uri)} » n’est pas lu, il est trop volumineux.`);
    } catch {
        // The file went away between the listing and the reading: the watcher says so.
    }
    return undefined;
}
