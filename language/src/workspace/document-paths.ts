import { URI } from 'langium';

/** The one place where an address of the editor becomes a path of the language, and back. */
export interface DocumentPaths {
    /** The folders that paths are relative to. Paths given before are forgotten. */
    readonly open: (roots: readonly URI[]) => void;
    /** The path of a document: relative to the only root that is open, with `/`, as the command line says it; else its whole address. */
    readonly pathOf: (uri: URI) => string;
    /** The folder whose files make a program with the document: the innermost root around it; of a file outside all, its own folder. */
    readonly rootOf: (uri: URI) => string;
    /** Whether a document lies below one of the roots. */
    readonly isInRoot: (uri: URI) => boolean;
    /** The address of a path that `pathOf` gave; of a path below the root otherwise. */
    readonly uriOf: (path: string) => URI;
}

/** Paths of a session without any root yet. */
export function createDocumentPaths(): DocumentPaths {
    let roots: readonly URI[] = [];
    const given = new Map<string, URI>();
    return {
        open: (folders) => {
            roots = folders;
            given.clear();
        },
        pathOf: (uri) => {
            const path = relativePath(roots, uri) ?? uri.toString();
            given.set(path, uri);
            return path;
        },
        rootOf: (uri) => innermostRoot(roots, uri) ?? uri.toString().replace(/\/[^/]*$/, ''),
        isInRoot: (uri) => innermostRoot(roots, uri) !== undefined,
        uriOf: (path) => given.get(path) ?? absolute(roots[0], path),
    };
}

/** With two roots a relative path could be that of two files. */
function relativePath(roots: readonly URI[], uri: URI): string | undefined {
    const [root, second] = roots;
    if (root === undefined || second !== undefined || root.scheme !== uri.scheme || root.authority !== uri.authority) return undefined;
    const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
    return uri.path.startsWith(folder) && uri.path.length > folder.length ? uri.path.slice(folder.length) : undefined;
}

function absolute(root: URI | undefined, path: string): URI {
    if (root === undefined || /^[a-z][a-z0-9+.-]*:/i.test(path)) return URI.parse(path);
    return root.with({ path: `${root.path.replace(/\/$/, '')}/${path}` });
}

function innermostRoot(roots: readonly URI[], uri: URI): string | undefined {
    const addresses = roots.map((root) => root.toString().replace(/\/$/, ''));
    const around = addresses.filter((root) => uri.toString().startsWith(`${root}/`));
    return around.sort((a, b) => b.length - a.length)[0];
}
