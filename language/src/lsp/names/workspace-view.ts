import type { LangiumDocument, LangiumDocuments } from 'langium';
import type { Location, Range } from 'vscode-languageserver';
import type { Compilation } from '../../compiler/compilation.js';
import type { Occurrence, Stretch } from '../../references/occurrences.js';
import { rangeOf } from '../../workspace/document-findings.js';
import type { DocumentPaths } from '../../workspace/document-paths.js';
import type { WorkspaceCompiler } from '../../workspace/workspace-compiler.js';
import { nameView, type NameView } from './name-view.js';

/** What providers read: the last compilation, its names, and the documents that its places are in. */
export interface WorkspaceView {
    /** Of the program that a document is of; nothing before its first build. */
    readonly compilation: (document: LangiumDocument) => Compilation | undefined;
    readonly names: (document: LangiumDocument) => NameView;
    /** The names of every program. */
    readonly allNames: () => readonly NameView[];
    readonly pathOf: (document: LangiumDocument) => string;
    readonly documentOf: (path: string) => LangiumDocument | undefined;
    /** Where a stretch is in the editor; nothing for a file that is not open in the workspace. */
    readonly locationOf: (stretch: Stretch) => Location | undefined;
    /** What the word at a place of a document names. */
    readonly namesAt: (document: LangiumDocument, position: Range['start']) => readonly Occurrence[];
}

/** What a view is made of. */
export interface WorkspaceViewServices {
    readonly compiler: () => WorkspaceCompiler;
    readonly documents: () => LangiumDocuments;
    readonly paths: DocumentPaths;
}

const NOTHING: NameView = nameView({ occurrences: [], scopes: [], expected: [] });

/** The view of a workspace; it follows its compilations. */
export function workspaceView({ compiler, documents, paths }: WorkspaceViewServices): WorkspaceView {
    const compilation = (document: LangiumDocument): Compilation | undefined => compiler().latestOf(document)?.compilation;
    const names = (document: LangiumDocument): NameView => {
        const last = compilation(document);
        return last === undefined ? NOTHING : nameView(last.names);
    };
    const documentOf = (path: string): LangiumDocument | undefined => documents().getDocument(paths.uriOf(path));
    const pathOf = (document: LangiumDocument): string => paths.pathOf(document.uri);
    return {
        compilation,
        names,
        allNames: () => compiler().latest.map((push) => nameView(push.compilation.names)),
        pathOf,
        documentOf,
        locationOf: (stretch) => {
            const document = documentOf(stretch.path);
            return document && { uri: document.uri.toString(), range: rangeOf(document, stretch) };
        },
        namesAt: (document, position) => names(document).at(pathOf(document), document.textDocument.offsetAt(position)),
    };
}
