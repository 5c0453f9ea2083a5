/** Its name, in the browser's private files. */
const FOLDER = 'bareme';

/** The folder; it is made for the first file that is written, never to be looked into. */
async function folder(create: boolean): Promise<FileSystemDirectoryHandle> {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle(FOLDER, { create });
}

/** Writes a kept file; the former one stays until the new one is whole. Rejects where the browser refuses, or has no room. */
export async function writeKept(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<void> {
    const file = await (await folder(true)).getFileHandle(name, { create: true });
    const writable = await file.createWritable();
    try {
        await writable.write(content);
        await writable.close();
    } catch (error) {
        await writable.abort().catch(() => undefined);
        throw error;
    }
}

/** A kept file; nothing where there is none. */
export async function readKeptFile(name: string): Promise<File | undefined> {
    try {
        return await (await (await folder(false)).getFileHandle(name)).getFile();
    } catch {
        return undefined;
    }
}

/** Erases all that is kept. */
export async function eraseKeptFiles(): Promise<void> {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
}
