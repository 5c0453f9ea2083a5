import { DefaultDocumentBuilder, type BuildOptions, type Cancellation, type LangiumDocument, type LangiumSharedCoreServices } from 'langium';
import type { WorkspaceCompiler } from './workspace-compiler.js';

/** The framework's builder, but that the loss of a file is compiled even when no document is left to build. */
export class BaremeDocumentBuilder extends DefaultDocumentBuilder {
    constructor(
        services: LangiumSharedCoreServices,
        private readonly compiler: () => WorkspaceCompiler,
    ) {
        super(services);
    }

    protected override async buildDocuments(documents: LangiumDocument[], options: BuildOptions, token: Cancellation.CancellationToken): Promise<void> {
        await super.buildDocuments(documents, options, token);
        if (documents.length === 0) await this.compiler().compileWithoutDocument(token);
    }
}
