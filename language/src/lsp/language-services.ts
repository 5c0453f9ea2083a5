import { EmptyFileSystem, inject, type GrammarAST, type Lexer, type Module } from 'langium';
import {
    createDefaultModule,
    createDefaultSharedModule,
    type DefaultSharedModuleContext,
    type LangiumServices,
    type LangiumSharedServices,
    type PartialLangiumServices,
    type PartialLangiumSharedServices,
} from 'langium/lsp';
import type { Compilation } from '../compiler/compilation.js';
import { BaremeGeneratedModule, BaremeGeneratedSharedModule } from '../generated/module.js';
import { BAREME_MODULE, BAREME_SHARED_MODULE, registered, type BaremeServices, type BaremeSharedServices } from '../language-module.js';
import { BaremeLanguageServer } from './bareme-language-server.js';
import { BaremeCodeActions } from './code-actions.js';
import { BaremeCodeLenses } from './code-lenses.js';
import { BaremeCompletion } from './completion.js';
import type { GrammarReader } from './completion/completion-place.js';
import { grammarGraph, type GrammarGraph } from '../parser/grammar/grammar-graph.js';
import { BaremeDefinition } from './definition.js';
import { BaremeDocumentHighlight } from './document-highlight.js';
import { BaremeDocumentLinks } from './document-links.js';
import { BaremeDocumentSymbols } from './document-symbols.js';
import { BaremeFindReferences } from './find-references.js';
import { BaremeDocumentUpdates } from './document-updates.js';
import { BaremeFoldingRanges } from './folding-ranges.js';
import { BaremeFormatter } from './formatter.js';
import type { ExampleResult, ExampleRunner, ServerHost } from './host.js';
import { BaremeHover } from './hover.js';
import { BaremeInlayHints } from './inlay-hints.js';
import { createLastRuns, type LastRuns } from './last-runs.js';
import { workspaceView, type WorkspaceView } from './names/workspace-view.js';
import { BaremeRename } from './rename.js';
import type { IsReadOnly } from './rename/renamed-symbols.js';
import { BaremeSemanticTokens } from './semantic-tokens.js';
import { SentFiles } from './sent-files.js';
import { BaremeSignatureHelp } from './signature-help.js';
import { WorkspaceFolders } from './workspace-folders.js';
import { BaremeWorkspaceSymbols } from './workspace-symbols.js';

/** The services of the language with those that an editor asks for. */
export type BaremeLanguageServices = BaremeServices<LangiumSharedServices, LangiumServices> & {
    readonly shared: Shared;
    /** The files of the workspace: the host's, under those that the client sends. */
    readonly files: SentFiles;
    /** The last replay that the client told of. */
    readonly runs: LastRuns;
};

type Shared = BaremeSharedServices<LangiumSharedServices> & { readonly workspace: { readonly WorkspaceManager: WorkspaceFolders } };

/** The view of the workspace that the providers of a set of services read. */
function viewOf({ bareme, workspace }: Shared): WorkspaceView {
    return workspaceView({ compiler: () => bareme.WorkspaceCompiler, documents: () => workspace.LangiumDocuments, paths: bareme.DocumentPaths });
}

/** What completion reads the grammar with; made when it is first asked. */
function readerOf(grammar: GrammarAST.Grammar, lexer: Lexer): () => GrammarReader {
    let graph: GrammarGraph | undefined;
    const words = (text: string): readonly string[] => lexer.tokenize(text).tokens.map(({ tokenType }) => tokenType.name);
    return () => ({ graph: (graph ??= grammarGraph(grammar.rules)), words });
}

/** National texts are shared by all: they are changed where they are kept, not from a policy that uses them. */
const isNational: IsReadOnly = (path) => /(^|\/)national\//.test(path);

const SHARED_MODULE: Module<Shared, PartialLangiumSharedServices> = {
    workspace: { WorkspaceManager: (services) => new WorkspaceFolders(services, services.bareme.DocumentPaths) },
    lsp: {
        LanguageServer: (services) => new BaremeLanguageServer(services),
        DocumentUpdateHandler: (services) => new BaremeDocumentUpdates(services, services.bareme.DocumentPaths),
        WorkspaceSymbolProvider: (services) => new BaremeWorkspaceSymbols(viewOf(services)),
    },
};

/** Examples are run once for what is written, whoever asks; none where the host runs none. */
function oncePerCompilation(run: ExampleRunner = () => []): ExampleRunner {
    const known = new WeakMap<Compilation, readonly ExampleResult[]>();
    return (compilation) => {
        const found = known.get(compilation) ?? run(compilation);
        known.set(compilation, found);
        return found;
    };
}

/** One provider for each service; what the framework would answer from its own references, of which there are none, is not announced. */
function languageModule(host: ServerHost, runs: LastRuns): Module<LangiumServices & { readonly shared: Shared }, PartialLangiumServices> {
    const examples = oncePerCompilation(host.examples);
    return {
        lsp: {
            DocumentSymbolProvider: () => new BaremeDocumentSymbols(),
            FoldingRangeProvider: (services) => new BaremeFoldingRanges(services),
            CodeActionProvider: ({ shared }) =>
                new BaremeCodeActions({
                    paths: shared.bareme.DocumentPaths,
                    documents: shared.workspace.LangiumDocuments,
                    compilation: (document) => viewOf(shared).compilation(document),
                    nationalCommand: () => shared.workspace.WorkspaceManager.nationalCommand,
                    draftCommands: () => shared.workspace.WorkspaceManager.draftCommands,
                    examples,
                    fillsIn: () => shared.workspace.WorkspaceManager.fillsIn,
                }),
            Formatter: ({ shared }) => new BaremeFormatter(shared.bareme.SourceParser),
            CompletionProvider: ({ shared, Grammar, parser }) =>
                new BaremeCompletion(viewOf(shared), { reader: readerOf(Grammar, parser.Lexer), parser: shared.bareme.SourceParser }),
            DefinitionProvider: ({ shared }) => new BaremeDefinition(viewOf(shared)),
            DocumentHighlightProvider: ({ shared }) => new BaremeDocumentHighlight(viewOf(shared)),
            HoverProvider: ({ shared }) => new BaremeHover(viewOf(shared)),
            SemanticTokenProvider: ({ shared }) => new BaremeSemanticTokens(viewOf(shared)),
            InlayHintProvider: ({ shared }) => new BaremeInlayHints(viewOf(shared)),
            CodeLensProvider: ({ shared }) => {
                const view = viewOf(shared);
                return new BaremeCodeLenses(view, {
                    examples,
                    lastRun: () => runs.current(shared.workspace.LangiumDocuments),
                });
            },
            SignatureHelp: ({ shared }) => new BaremeSignatureHelp(viewOf(shared)),
            DocumentLinkProvider: () => new BaremeDocumentLinks(),
            ReferencesProvider: ({ shared }) => new BaremeFindReferences(viewOf(shared)),
            RenameProvider: ({ shared }) => new BaremeRename(viewOf(shared), { parser: shared.bareme.SourceParser, isReadOnly: isNational }),
        },
    };
}

/** The services of a language server on a connection, with what its host gives. */
export function createBaremeLanguageServices(connection: DefaultSharedModuleContext['connection'], host: ServerHost = {}): BaremeLanguageServices {
    const sent = new SentFiles(host.files ?? EmptyFileSystem.fileSystemProvider());
    const runs = createLastRuns();
    const context: DefaultSharedModuleContext = { fileSystemProvider: () => sent, ...(connection === undefined ? {} : { connection }) };
    const shared = inject(createDefaultSharedModule(context), BaremeGeneratedSharedModule, BAREME_SHARED_MODULE, SHARED_MODULE) as Shared;
    const language = inject(createDefaultModule({ shared }), BaremeGeneratedModule, BAREME_MODULE, languageModule(host, runs)) as LangiumServices;
    return { ...registered({ shared, language }), shared, files: sent, runs };
}
