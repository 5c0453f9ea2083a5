/** Gives a text to the user as a file. It is made in this page: nothing is fetched. */
export function download(name: string, text: string, type: string): void {
    downloadBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** Same, of bytes. */
export function downloadBlob(name: string, blob: Blob): void {
    const url = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
