import type { Compilation } from '@bareme/language';
import type { Location } from '@bareme/language/diagnostics';
import type { Span } from '@bareme/language/ir';
import { parseAddress, type BaremeLanguageServices } from '@bareme/language/lsp';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Place } from '../protocol.js';

/** The files of one folder of the workspace, compiled together. */
export interface Program extends Compilation {
    /** URI of the folder, without a final slash. */
    readonly folder: string;
    readonly placeOf: (span: Span) => Place;
    readonly placeAt: (location: Location) => Place;
    readonly pathOf: (uri: string) => string;
    /** The address of a path, be there a file or not. */
    readonly uriOf: (path: string) => string;
}

/** The programs that the language server has compiled. */
export interface Programs {
    readonly compiled: () => readonly Program[];
    /** The program that a file belongs to. */
    readonly programOf: (uri: string) => Program | undefined;
}

/** The programs of a running server, with the addresses that the client knows. */
export function programsOf({ shared }: BaremeLanguageServices): Programs {
    const { DocumentPaths: paths, WorkspaceCompiler: compiler } = shared.bareme;
    const known = new WeakMap<Compilation, Program>();
    const compiled = (): readonly Program[] =>
        compiler.latest.map(({ folder, compilation }) => {
            const found = known.get(compilation) ?? programOver(folder, compilation, paths);
            known.set(compilation, found);
            return found;
        });
    return { compiled, programOf: (uri) => compiled().find(({ folder }) => folder === paths.rootOf(parseAddress(uri))) };
}

type Paths = BaremeLanguageServices['shared']['bareme']['DocumentPaths'];

function programOver(folder: string, compilation: Compilation, paths: Paths): Program {
    const documents = new Map<string, TextDocument>();
    const documentOf = (path: string): TextDocument => {
        const text = compilation.sources.find((source) => source.path === path)?.text ?? '';
        const found = documents.get(path) ?? TextDocument.create(paths.uriOf(path).toString(), 'bareme', 0, text);
        documents.set(path, found);
        return found;
    };
    const placeAt = ({ path, start, end }: Location): Place => {
        const document = documentOf(path);
        return { uri: document.uri, range: { start: document.positionAt(start), end: document.positionAt(end) } };
    };
    return {
        ...compilation,
        get names() {
            return compilation.names;
        },
        folder,
        placeAt,
        placeOf: ([path, start, end]) => placeAt({ path, start, end }),
        pathOf: (uri) => paths.pathOf(parseAddress(uri)),
        uriOf: (path) => paths.uriOf(path).toString(),
    };
}
