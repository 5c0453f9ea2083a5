import { URI, type FileSystemNode, type FileSystemProvider } from 'langium';

/** The address that a client writes, as the services of the server take it. */
export function parseAddress(uri: string): URI {
    return URI.parse(uri);
}

/** Files whose texts the client sends, over those of a disk: in a browser there is none. */
export class SentFiles implements FileSystemProvider {
    private readonly texts = new Map<string, string>();

    constructor(private readonly disk: FileSystemProvider) {}

    /** The addresses of the texts that the client sent. */
    sent(): readonly string[] {
        return [...this.texts.keys()];
    }

    /** The text that the client last sent of a file. */
    textOf(uri: URI): string | undefined {
        return this.texts.get(uri.toString());
    }

    /** A text that the client sent; nothing for a file that is no more. */
    set(uri: URI, text: string | undefined): void {
        if (text === undefined) this.texts.delete(uri.toString());
        else this.texts.set(uri.toString(), text);
    }

    async stat(uri: URI): Promise<FileSystemNode> {
        return this.nodeOf(uri) ?? this.disk.stat(uri);
    }

    statSync(uri: URI): FileSystemNode {
        return this.nodeOf(uri) ?? this.disk.statSync(uri);
    }

    async exists(uri: URI): Promise<boolean> {
        return this.texts.has(uri.toString()) || this.disk.exists(uri);
    }

    existsSync(uri: URI): boolean {
        return this.texts.has(uri.toString()) || this.disk.existsSync(uri);
    }

    async readBinary(uri: URI): Promise<Uint8Array> {
        return this.disk.readBinary(uri);
    }

    readBinarySync(uri: URI): Uint8Array {
        return this.disk.readBinarySync(uri);
    }

    async readFile(uri: URI): Promise<string> {
        return this.texts.get(uri.toString()) ?? decoded(await this.disk.readBinary(uri));
    }

    readFileSync(uri: URI): string {
        return this.texts.get(uri.toString()) ?? decoded(this.disk.readBinarySync(uri));
    }

    async readDirectory(uri: URI): Promise<FileSystemNode[]> {
        return this.disk.readDirectory(uri);
    }

    readDirectorySync(uri: URI): FileSystemNode[] {
        return this.disk.readDirectorySync(uri);
    }

    private nodeOf(uri: URI): FileSystemNode | undefined {
        return this.texts.has(uri.toString()) ? { isFile: true, isDirectory: false, uri } : undefined;
    }
}

/** UTF-8, without the mark that some editors put before it: as the command line reads a file. */
function decoded(bytes: Uint8Array): string {
    return new TextDecoder().decode(bytes);
}
