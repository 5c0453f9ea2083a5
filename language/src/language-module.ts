import {
    createDefaultCoreModule,
    createDefaultSharedCoreModule,
    EmptyFileSystem,
    inject,
    type DefaultSharedCoreModuleContext,
    type LangiumCoreServices,
    type LangiumSharedCoreServices,
    type Module,
    type PartialLangiumCoreServices,
    type PartialLangiumSharedCoreServices,
} from 'langium';
import { BaremeGeneratedModule, BaremeGeneratedSharedModule } from './generated/module.js';
import type { BaremeParser } from './parser/bareme-parser.js';
import { PARSER_MODULE, sourceParser, type SourceParser } from './parser/source-parser.js';
import { BaremeDocumentBuilder } from './workspace/bareme-document-builder.js';
import { DocumentFindings } from './workspace/document-findings.js';
import { createDocumentPaths, type DocumentPaths } from './workspace/document-paths.js';
import { IdleLinker, IdleScopeComputation } from './workspace/idle-linking.js';
import { NameIndex } from './workspace/name-index.js';
import { WorkspaceCompiler } from './workspace/workspace-compiler.js';

/** What the language adds to the services that the framework shares between languages. */
export interface BaremeAddedSharedServices {
    readonly bareme: {
        /** Between addresses of documents and paths of findings. */
        readonly DocumentPaths: DocumentPaths;
        /** Texts to trees, as the compiler reads files that are no documents. */
        readonly SourceParser: SourceParser;
        /** The compilations of the documents, one of each folder for each build. */
        readonly WorkspaceCompiler: WorkspaceCompiler;
    };
}

/** Services shared by everything that serves the language. */
export type BaremeSharedServices<Shared extends LangiumSharedCoreServices = LangiumSharedCoreServices> = Shared & BaremeAddedSharedServices;

/** One set of services: nothing is shared with another set. */
export interface BaremeServices<
    Shared extends LangiumSharedCoreServices = LangiumSharedCoreServices,
    Language extends LangiumCoreServices = LangiumCoreServices,
> {
    readonly shared: BaremeSharedServices<Shared>;
    readonly language: Language;
}

/** The language's own shared services, over the framework's. */
export const BAREME_SHARED_MODULE: Module<BaremeSharedServices, BaremeAddedSharedServices & PartialLangiumSharedCoreServices> = {
    workspace: {
        IndexManager: (services) => new NameIndex(services),
        DocumentBuilder: (services) => new BaremeDocumentBuilder(services, () => services.bareme.WorkspaceCompiler),
    },
    bareme: {
        DocumentPaths: createDocumentPaths,
        SourceParser: ({ ServiceRegistry }) => sourceParser(() => ServiceRegistry.all[0]?.parser.LangiumParser as BaremeParser),
        WorkspaceCompiler: ({ bareme, workspace }) =>
            new WorkspaceCompiler({
                parser: bareme.SourceParser,
                paths: bareme.DocumentPaths,
                documents: workspace.LangiumDocuments,
                builder: workspace.DocumentBuilder,
            }),
    },
};

/** The language's own services, over the framework's: its parser, no linker, and the findings of the compilation. */
export const BAREME_MODULE: Module<LangiumCoreServices & { readonly shared: BaremeSharedServices }, PartialLangiumCoreServices> = {
    ...PARSER_MODULE,
    references: {
        Linker: (services) => new IdleLinker(services),
        ScopeComputation: () => new IdleScopeComputation(),
    },
    validation: {
        DocumentValidator: ({ shared }) => new DocumentFindings((document) => shared.bareme.WorkspaceCompiler.diagnosticsOf(document)),
    },
};

/**
 * The services of the language: parser, documents, compiler. The command line and tests need no file system and give no context; an editor
 * brings the one of its host.
 */
export function createBaremeServices(context: DefaultSharedCoreModuleContext = EmptyFileSystem): BaremeServices {
    const shared = inject(createDefaultSharedCoreModule(context), BaremeGeneratedSharedModule, BAREME_SHARED_MODULE);
    const language = inject(createDefaultCoreModule({ shared }), BaremeGeneratedModule, BAREME_MODULE);
    return registered({ shared, language });
}

/** Services that know each other, their compiler listening to the builds. */
export function registered<Services extends BaremeServices>(services: Services): Services {
    services.shared.ServiceRegistry.register(services.language);
    void services.shared.bareme.WorkspaceCompiler;
    return services;
}
