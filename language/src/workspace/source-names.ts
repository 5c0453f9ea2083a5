/**
 * Which files of a folder make a program: said once, for the command line, the server and the clients that send files. All that lie below
 * the folder and end in `.bareme`, but for those that tools put there.
 */

/** How the name of a file of the language ends. */
export const SOURCE_EXTENSION = '.bareme';

/** Folders that hold what tools wrote, not what people did: nothing below them is read. */
export const SKIPPED_FOLDERS: readonly string[] = ['node_modules', '.git', 'dist'];

/** Whether an entry of a folder is read: a file of the language, or a folder that may hold some. */
export function isSourceEntry({ name, isFolder }: { readonly name: string; readonly isFolder: boolean }): boolean {
    return isFolder ? !SKIPPED_FOLDERS.includes(name) : name.endsWith(SOURCE_EXTENSION);
}

/** A larger file is no policy: its text is not read, and its reader is told. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024;
