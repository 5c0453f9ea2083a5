import {
    DefaultDocumentBuilder,
    DocumentState,
    OperationCancelled,
    type BuildOptions,
    type Cancellation,
    type LangiumDocument,
    type LangiumSharedCoreServices,
    type URI,
} from 'langium';
import type { WorkspaceCompiler } from './workspace-compiler.js';

/**
 * The framework's builder, but that the loss of a file is compiled even when no document is left to build, and that whoever waits for the
 * names of a document waits for a compilation of its present text.
 */
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

    protected override async awaitDocumentState(state: DocumentState, uri: URI, token: Cancellation.CancellationToken): Promise<URI> {
        // A document that has just been opened is on its way too.
        while (!this.langiumDocuments.hasDocument(uri) && this.textDocuments?.get(uri.toString()) !== undefined) await this.nextPush(token);
        if (state < DocumentState.IndexedReferences) return super.awaitDocumentState(state, uri, token);
        while (this.isBehind(uri)) await this.nextPush(token);
        return uri;
    }

    /** A document whose text changed is compiled again in any case: the change is on its way. */
    private isBehind(uri: URI): boolean {
        const document = this.langiumDocuments.getDocument(uri);
        return document !== undefined && !this.compiler().isCurrent(document);
    }

    private nextPush(token: Cancellation.CancellationToken): Promise<void> {
        return new Promise((resolve, reject) => {
            const end = (settle: () => void): void => {
                pushed.dispose();
                cancelled.dispose();
                settle();
            };
            const pushed = this.compiler().onPush(() => end(resolve));
            const cancelled = token.onCancellationRequested(() => end(() => reject(OperationCancelled)));
        });
    }
}
