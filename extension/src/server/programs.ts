import { compileSources, createSourceParser, type Compilation } from '@bareme/language';
import type { Location } from '@bareme/language/diagnostics';
import type { Span } from '@bareme/language/ir';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { groupBy } from '../group-by.js';
import type { FileChanges, Place, WorkspaceFiles } from '../protocol.js';

/** The files of one folder of the workspace, compiled together. */
export interface Program extends Compilation {
    /** URI of the folder, without a final slash. */
    readonly folder: string;
    readonly placeOf: (span: Span) => Place;
    readonly placeAt: (location: Location) => Place;
    readonly pathOf: (uri: string) => string;
}

/** The programs of a workspace: open buffers win over files. */
export interface Programs {
    readonly replaceFiles: (files: WorkspaceFiles) => void;
    readonly changeFiles: (changes: FileChanges) => void;
    /** The text of an open buffer; undefined once closed. */
    readonly setBuffer: (uri: string, text: string | undefined) => void;
    /** Every program, compiled again where a text changed. */
    readonly compiled: () => readonly Program[];
    /** The program that a file belongs to. */
    readonly programOf: (uri: string) => Program | undefined;
}

/** Holds the texts that the client sends and compiles each folder on demand, once for each state of its texts. */
export function createPrograms(): Programs {
    const parser = createSourceParser();
    const files = new Map<string, string>();
    const buffers = new Map<string, string>();
    let folders: readonly string[] = [];
    let known = new Map<string, Program>();
    let stale = true;

    const compileAll = (): void => {
        const texts = new Map([...files, ...buffers]);
        const byFolder = groupBy(texts, ([uri]) => folderOf(uri, folders));
        known = new Map([...byFolder].map(([folder, entries]) => [folder, programFrom(folder, entries, known.get(folder))]));
        stale = false;
    };
    const programFrom = (folder: string, entries: readonly (readonly [string, string])[], former: Program | undefined): Program => {
        const sources = entries.map(([uri, text]) => ({ path: relativePath(uri, folder), text })).sort((a, b) => (a.path < b.path ? -1 : 1));
        const same =
            former?.sources.length === sources.length && former.sources.every(({ path, text }, at) => sources[at]?.path === path && sources[at].text === text);
        return same ? former : programOver(folder, compileSources(sources, parser));
    };
    const compiled = (): readonly Program[] => {
        if (stale) compileAll();
        return [...known.values()];
    };
    return {
        replaceFiles: (sent) => {
            folders = sent.folders.map((folder) => folder.replace(/\/$/, ''));
            files.clear();
            for (const { uri, text } of sent.files) files.set(uri, text);
            stale = true;
        },
        changeFiles: ({ changed, deleted }) => {
            for (const { uri, text } of changed) files.set(uri, text);
            for (const uri of deleted) files.delete(uri);
            stale = true;
        },
        setBuffer: (uri, text) => {
            if (text === undefined) buffers.delete(uri);
            else buffers.set(uri, text);
            stale = true;
        },
        compiled,
        programOf: (uri) => compiled().find(({ folder }) => folder === folderOf(uri, folders)),
    };
}

function programOver(folder: string, compilation: Compilation): Program {
    const { sources } = compilation;
    const documents = new Map<string, TextDocument>();
    const documentOf = (path: string): TextDocument => {
        const found =
            documents.get(path) ?? TextDocument.create(`${folder}/${encodePath(path)}`, 'bareme', 0, sources.find((item) => item.path === path)?.text ?? '');
        documents.set(path, found);
        return found;
    };
    const placeAt = ({ path, start, end }: Location): Place => {
        const document = documentOf(path);
        return { uri: document.uri, range: { start: document.positionAt(start), end: document.positionAt(end) } };
    };
    return {
        ...compilation,
        folder,
        placeAt,
        placeOf: ([path, start, end]) => placeAt({ path, start, end }),
        pathOf: (uri) => relativePath(uri, folder),
    };
}

/** The innermost folder of the workspace around a file; a file alone makes a program with those of its own folder. */
function folderOf(uri: string, folders: readonly string[]): string {
    const around = folders.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length);
    return around[0] ?? uri.slice(0, uri.lastIndexOf('/'));
}

function relativePath(uri: string, folder: string): string {
    const path = uri.slice(folder.length + 1);
    try {
        return decodeURIComponent(path);
    } catch {
        return path;
    }
}

/** As VS Code writes URIs: every reserved character is encoded. */
function encodePath(path: string): string {
    return path
        .split('/')
        .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`))
        .join('/');
}
