/** The files of what was dropped, folders included. */
export async function filesOfDrop(transfer: DataTransfer): Promise<readonly File[]> {
    const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
    return entries.length === 0 ? [...transfer.files] : (await Promise.all(entries.map(filesOfEntry))).flat();
}

async function filesOfEntry(entry: FileSystemEntry): Promise<readonly File[]> {
    if (entry.isFile) {
        const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
        // A dropped file does not know its folder: two of the same name must not be taken for one.
        Object.defineProperty(file, 'webkitRelativePath', { value: entry.fullPath.replace(/^\//, '') });
        return [file];
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    const found: FileSystemEntry[] = [];
    for (;;) {
        const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
        if (batch.length === 0) return (await Promise.all(found.map(filesOfEntry))).flat();
        found.push(...batch);
    }
}
