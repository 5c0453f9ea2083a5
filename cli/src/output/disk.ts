import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';

/**
 * What outputs need of a disk, so that tests can make each step fail. Every method is synchronous, so that Ctrl-C never falls between
 * two of them, and throws what the system says.
 */
export interface Disk {
    /** What stands at a path, links not followed; `undefined`: nothing. */
    readonly kindOf: (path: string) => 'file' | 'folder' | 'link' | 'other' | undefined;
    readonly list: (folder: string) => readonly string[];
    readonly readText: (path: string) => string;
    /** Makes a folder and those above it. */
    readonly makeFolder: (path: string) => void;
    /** Makes a file that did not exist, whole and on the disk when this returns. */
    readonly writeNew: (path: string, content: string | Uint8Array) => void;
    /** Makes the names in a folder durable. */
    readonly syncFolder: (path: string) => void;
    readonly rename: (from: string, to: string) => void;
    /** Removes a file or a folder and all it holds; nothing there is no failure. */
    readonly remove: (path: string) => void;
}

/** The machine's disk. */
export const machineDisk: Disk = {
    kindOf(path) {
        const status = lstatSync(path, { throwIfNoEntry: false });
        if (status === undefined) return undefined;
        if (status.isSymbolicLink()) return 'link';
        if (status.isDirectory()) return 'folder';
        return status.isFile() ? 'file' : 'other';
    },
    list: (folder) => readdirSync(folder).sort(),
    readText: (path) => readFileSync(path, 'utf8'),
    makeFolder: (path) => void mkdirSync(path, { recursive: true }),
    writeNew(path, content) {
        const file = openSync(path, 'wx');
        try {
            writeWhole(file, typeof content === 'string' ? new TextEncoder().encode(content) : content);
            fsyncSync(file);
        } finally {
            closeSync(file);
        }
    },
    syncFolder(path) {
        // Windows opens no folder for reading; its renames are durable without it.
        if (process.platform === 'win32') return;
        const folder = openSync(path, 'r');
        try {
            fsyncSync(folder);
        } finally {
            closeSync(folder);
        }
    },
    rename: renameSync,
    remove: (path) => rmSync(path, { recursive: true, force: true }),
};

/** A write may take fewer bytes than asked. */
function writeWhole(file: number, bytes: Uint8Array): void {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
}

/** The code of a system failure, such as `ENOSPC`. */
export function failureCode(error: unknown): string | undefined {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? code : undefined;
}

/** A system failure in the words of the user. */
export function failureReason(error: unknown): string {
    return REASONS.get(failureCode(error) ?? '') ?? 'le disque ne répond pas comme prévu';
}

const REASONS = new Map([
    ['ENOSPC', 'le disque est plein'],
    ['EDQUOT', 'votre espace sur ce disque est épuisé'],
    ['EACCES', 'l’accès n’est pas permis'],
    ['EPERM', 'l’accès n’est pas permis'],
    ['EROFS', 'ce disque ne se laisse pas écrire'],
    ['ENOENT', 'il n’existe pas'],
    ['ENOTDIR', 'une partie du chemin n’est pas un dossier'],
    ['EISDIR', 'c’est un dossier'],
    ['EEXIST', 'un autre fichier porte déjà ce nom'],
    ['EMFILE', 'trop de fichiers sont ouverts'],
    ['ENFILE', 'trop de fichiers sont ouverts'],
    ['ENAMETOOLONG', 'le nom est trop long'],
    ['EXDEV', 'le dossier est sur un autre disque'],
    ['ELOOP', 'les liens tournent en rond'],
    ['EIO', 'le disque signale une panne'],
]);
