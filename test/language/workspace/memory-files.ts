import { EmptyFileSystemProvider, URI, type FileSystemNode, type FileSystemProvider } from 'langium';
import { createBaremeServices, type BaremeServices } from '@bareme/language';

/** Files in memory, as the documents of a workspace whose root is `memory:/espace`. */
export interface MemoryWorkspace {
    readonly services: BaremeServices;
    readonly uriOf: (path: string) => URI;
    /** Writes files, absent texts being files that go, and builds. */
    readonly write: (
        files: Readonly<Record<string, string | undefined>>,
        token?: Parameters<BaremeServices['shared']['workspace']['DocumentBuilder']['update']>[2],
    ) => Promise<void>;
    readonly texts: ReadonlyMap<string, string>;
}

const ROOT = URI.parse('memory:/espace');

/** A file system that holds what `texts` has, by address. */
function memoryFiles(texts: ReadonlyMap<string, string>): FileSystemProvider {
    const none = new EmptyFileSystemProvider();
    return {
        stat: (uri): Promise<FileSystemNode> => Promise.resolve({ isFile: texts.has(uri.toString()), isDirectory: false, uri }),
        statSync: (uri) => ({ isFile: texts.has(uri.toString()), isDirectory: false, uri }),
        exists: (uri) => Promise.resolve(texts.has(uri.toString())),
        existsSync: (uri) => texts.has(uri.toString()),
        readBinary: () => none.readBinary(),
        readBinarySync: () => none.readBinarySync(),
        readFile: (uri) => Promise.resolve(texts.get(uri.toString()) ?? ''),
        readFileSync: (uri) => texts.get(uri.toString()) ?? '',
        readDirectory: () => Promise.resolve([]),
        readDirectorySync: () => [],
    };
}

/** An empty workspace. */
export function memoryWorkspace(): MemoryWorkspace {
    const files = new Map<string, string>();
    const services = createBaremeServices({ fileSystemProvider: () => memoryFiles(files) });
    services.shared.bareme.DocumentPaths.open([ROOT]);
    const texts = new Map<string, string>();
    const uriOf = (path: string): URI => ROOT.with({ path: `${ROOT.path}/${path}` });
    return {
        services,
        uriOf,
        texts,
        write: async (changes, token) => {
            for (const [path, text] of Object.entries(changes)) {
                if (text === undefined) {
                    texts.delete(path);
                    files.delete(uriOf(path).toString());
                } else {
                    texts.set(path, text);
                    files.set(uriOf(path).toString(), text);
                }
            }
            const of = (gone: boolean): URI[] =>
                Object.keys(changes)
                    .filter((path) => (changes[path] === undefined) === gone)
                    .map(uriOf);
            await services.shared.workspace.DocumentBuilder.update(of(false), of(true), token);
        },
    };
}
