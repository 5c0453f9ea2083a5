import { inject, type FileSystemProvider, type Module } from 'langium';
import {
    createDefaultModule,
    createDefaultSharedModule,
    type DefaultSharedModuleContext,
    type LangiumServices,
    type LangiumSharedServices,
    type PartialLangiumServices,
    type PartialLangiumSharedServices,
} from 'langium/lsp';
import { BaremeGeneratedModule, BaremeGeneratedSharedModule } from '../generated/module.js';
import { BAREME_MODULE, BAREME_SHARED_MODULE, registered, type BaremeServices, type BaremeSharedServices } from '../language-module.js';
import { BaremeCodeActions } from './code-actions.js';
import { BaremeDefinition } from './definition.js';
import { BaremeDocumentHighlight } from './document-highlight.js';
import { BaremeDocumentSymbols } from './document-symbols.js';
import { BaremeFindReferences } from './find-references.js';
import { BaremeFoldingRanges } from './folding-ranges.js';
import { BaremeFormatter } from './formatter.js';
import { workspaceView, type WorkspaceView } from './names/workspace-view.js';
import { BaremeRename } from './rename.js';
import type { IsReadOnly } from './rename/renamed-symbols.js';
import { SentFiles } from './sent-files.js';
import { WorkspaceFolders } from './workspace-folders.js';

/** The services of the language with those that an editor asks for. */
export type BaremeLanguageServices = BaremeServices<LangiumSharedServices, LangiumServices> & {
    /** The files of the workspace: the host's, under those that the client sends. */
    readonly files: SentFiles;
};

type Shared = BaremeSharedServices<LangiumSharedServices>;

/** The view of the workspace that the providers of a set of services read. */
function viewOf({ bareme, workspace }: Shared): WorkspaceView {
    return workspaceView({ compiler: () => bareme.WorkspaceCompiler, documents: () => workspace.LangiumDocuments, paths: bareme.DocumentPaths });
}

/** National texts are shared by all: they are changed where they are kept, not from a policy that uses them. */
const isNational: IsReadOnly = (path) => /(^|\/)national\//.test(path);

/** A service of the framework that is not given; its type promises a function, its reader looks whether there is any. */
const unanswered = (): never => undefined as never;

const SHARED_MODULE: Module<Shared, PartialLangiumSharedServices> = {
    workspace: { WorkspaceManager: (services) => new WorkspaceFolders(services, services.bareme.DocumentPaths) },
    lsp: { WorkspaceSymbolProvider: unanswered },
};

/** One provider for each service; what the framework would answer from its own references, of which there are none, is not announced. */
const LANGUAGE_MODULE: Module<LangiumServices & { readonly shared: Shared }, PartialLangiumServices> = {
    lsp: {
        DocumentSymbolProvider: () => new BaremeDocumentSymbols(),
        FoldingRangeProvider: (services) => new BaremeFoldingRanges(services),
        CodeActionProvider: ({ shared }) => new BaremeCodeActions({ paths: shared.bareme.DocumentPaths, documents: shared.workspace.LangiumDocuments }),
        Formatter: ({ shared }) => new BaremeFormatter(shared.bareme.SourceParser),
        CompletionProvider: unanswered,
        DefinitionProvider: ({ shared }) => new BaremeDefinition(viewOf(shared)),
        DocumentHighlightProvider: ({ shared }) => new BaremeDocumentHighlight(viewOf(shared)),
        HoverProvider: unanswered,
        ReferencesProvider: ({ shared }) => new BaremeFindReferences(viewOf(shared)),
        RenameProvider: ({ shared }) => new BaremeRename(viewOf(shared), { parser: shared.bareme.SourceParser, isReadOnly: isNational }),
    },
};

/** The services of a language server on a connection; `files` are those that its host can read. */
export function createBaremeLanguageServices(connection: DefaultSharedModuleContext['connection'], files: FileSystemProvider): BaremeLanguageServices {
    const sent = new SentFiles(files);
    const context: DefaultSharedModuleContext = { fileSystemProvider: () => sent, ...(connection === undefined ? {} : { connection }) };
    const shared = inject(createDefaultSharedModule(context), BaremeGeneratedSharedModule, BAREME_SHARED_MODULE, SHARED_MODULE) as Shared;
    const language = inject(createDefaultModule({ shared }), BaremeGeneratedModule, BAREME_MODULE, LANGUAGE_MODULE) as LangiumServices;
    return { ...registered({ shared, language }), files: sent };
}
