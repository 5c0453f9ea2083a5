import { FileType, Uri, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fileChangesNotification, workspaceFilesNotification, type WorkspaceFile } from '../protocol.js';

const PATTERN = '**/*.bareme';

/** Beyond this size a text is no policy. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** Sends every `.bareme` file of the workspace: the server reads no disk, so that a folder on a machine and one in a browser are alike. */
export async function sendWorkspaceFiles(client: BaseLanguageClient): Promise<void> {
    const folders = workspace.workspaceFolders ?? [];
    const found = await Promise.all(folders.map(({ uri }) => filesUnder(uri, excludedFolders())));
    const files = await Promise.all(found.flat().map(readFile));
    await client.sendNotification(workspaceFilesNotification, {
        folders: folders.map(({ uri }) => uri.toString()),
        files: files.flatMap((file) => file ?? []),
    });
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
    const files = entries.filter(([name, type]) => type === FileType.File && name.endsWith('.bareme'));
    const below = await Promise.all(folders.map(([name]) => filesUnder(Uri.joinPath(folder, name), excluded)));
    return [...files.map(([name]) => Uri.joinPath(folder, name)), ...below.flat()];
}

/** Tells the server of files created, changed and deleted, as the disk says. */
export function watchWorkspaceFiles(client: BaseLanguageClient): Disposable {
    const watcher = workspace.createFileSystemWatcher(PATTERN);
    const isExcluded = ({ path }: Uri): boolean => path.split('/').some((part) => excludedFolders().has(part));
    const changed = async (uri: Uri): Promise<void> => {
        if (isExcluded(uri)) return;
        const file = await readFile(uri);
        if (file !== undefined && client.isRunning()) await client.sendNotification(fileChangesNotification, { changed: [file], deleted: [] });
    };
    const deleted = (uri: Uri): void => {
        if (client.isRunning()) void client.sendNotification(fileChangesNotification, { changed: [], deleted: [uri.toString()] });
    };
    watcher.onDidCreate((uri) => void changed(uri));
    watcher.onDidChange((uri) => void changed(uri));
    watcher.onDidDelete(deleted);
    return watcher;
}

async function readFile(uri: Uri): Promise<WorkspaceFile | undefined> {
    try {
        const { size } = await workspace.fs.stat(uri);
        if (size > LARGEST_FILE) return undefined;
        return { uri: uri.toString(), text: new TextDecoder('utf-8').decode(await workspace.fs.readFile(uri)) };
    } catch {
        // The file went away between the listing and the reading: the watcher says so.
        return undefined;
    }
}
