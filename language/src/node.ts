import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { ServerHost } from './lsp/host.js';
import { report } from './diagnostics/report.js';
import type { SourceText } from './parser/source-text.js';
import { isSourceEntry, LARGEST_FILE_BYTES } from './workspace/source-names.js';

/** The `.bareme` files found, with what could not be read. */
export interface Workspace {
    /** Absolute, real path of the root that every path of `sources` is relative to. */
    readonly root: string;
    readonly sources: readonly SourceText[];
    readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads files, and folders recursively, below a root. A path that leaves the root, by `..` or by a link, is refused (REQ-13): a
 * policy can never make the tool read elsewhere. Never throws for what the disk says: each failure is a finding.
 */
export async function loadWorkspace(paths: readonly string[], options: { readonly root: string }): Promise<Workspace> {
    const root = await realpath(options.root);
    const found = new Map<string, SourceText>();
    const diagnostics: Diagnostic[] = [];
    const folders = new Set<string>();
    for (const path of paths) await visit(resolve(root, path), { root, found, diagnostics, folders, asked: path });
    const sources = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return { root, sources, diagnostics };
}

interface Visit {
    readonly root: string;
    readonly found: Map<string, SourceText>;
    readonly diagnostics: Diagnostic[];
    /** Real paths of the folders seen: a link back to one of them ends there. */
    readonly folders: Set<string>;
    /** The path as the user wrote it. */
    readonly asked: string;
}

async function visit(path: string, state: Visit): Promise<void> {
    try {
        const real = await realpath(path);
        if (!isInside(state.root, real)) return refuse(state, 'il sort du dossier de travail');
        const status = await lstat(real);
        if (status.isDirectory()) return await visitFolder(real, state);
        if (!status.isFile()) return refuse(state, 'ce n’est ni un fichier ni un dossier');
        if (status.size > LARGEST_FILE_BYTES) return refuse(state, 'il est trop volumineux');
        await readSource(real, state);
    } catch (error) {
        refuse(state, reasonOf(error));
    }
}

async function visitFolder(folder: string, state: Visit): Promise<void> {
    if (state.folders.has(folder)) return;
    state.folders.add(folder);
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = join(folder, entry.name);
        if (isSourceEntry({ name: entry.name, isFolder: entry.isDirectory() })) await visit(path, { ...state, asked: portable(relative(state.root, path)) });
    }
}

async function readSource(path: string, state: Visit): Promise<void> {
    const shown = portable(relative(state.root, path));
    state.found.set(shown, { path: shown, text: new TextDecoder().decode(await readFile(path)) });
}

function isInside(root: string, path: string): boolean {
    const way = relative(root, path);
    return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way));
}

function portable(path: string): string {
    return path.split(sep).join('/');
}

function refuse(state: Visit, reason: string): void {
    state.diagnostics.push(report('BAR110', { path: state.asked, reason }));
}

/** The failure in the words of the user, by the code that the system gives. */
function reasonOf(error: unknown): string {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    switch (code) {
        case 'ENOENT':
            return 'il n’existe pas';
        case 'EACCES':
        case 'EPERM':
            return 'sa lecture n’est pas permise';
        case 'EMFILE':
        case 'ENFILE':
            return 'trop de fichiers sont ouverts';
        default:
            return 'le disque ne répond pas comme prévu';
    }
}

/**
 * Serves an editor on this process's standard input and output until it leaves. The server is read from the disk on demand: no other
 * command waits for it.
 */
export async function serveLanguage(host: Pick<ServerHost, 'examples'> = {}): Promise<void> {
    const [{ createConnection, ProposedFeatures }, { NodeFileSystem }, { startBaremeServer }] = await Promise.all([
        import('vscode-languageserver/node'),
        import('langium/node'),
        import('./lsp/index.js'),
    ]);
    const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
    const left = new Promise<void>((resolve) => {
        connection.onExit(resolve);
        process.stdin.on('end', resolve);
    });
    startBaremeServer(connection, { files: NodeFileSystem.fileSystemProvider(), ...host });
    await left;
}
