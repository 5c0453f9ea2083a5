import {
    DefaultDocumentBuilder,
    DocumentState,
    Emitter,
    OperationCancelled,
    type BuildOptions,
    type Cancellation,
    type Event,
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
    /** Told of each phase that a build has ended, whether it had documents or not. */
    private readonly reached = new Emitter<DocumentState>();

    constructor(
        services: LangiumSharedCoreServices,
        private readonly compiler: () => WorkspaceCompiler,
    ) {
        super(services);
    }

    /** A buffer that is open is read, whatever becomes of its file. */
    override async update(changed: URI[], deleted: URI[], token?: Cancellation.CancellationToken): Promise<void> {
        const gone = deleted.flatMap((uri) => [uri, ...this.langiumDocuments.getDocuments(uri).map((document) => document.uri)]);
        const kept = new Map(gone.filter((uri) => this.textDocuments?.get(uri.toString()) !== undefined).map((uri) => [uri.toString(), uri]));
        await super.update([...changed, ...kept.values()], deleted, token);
    }

    protected override async buildDocuments(documents: LangiumDocument[], options: BuildOptions, token: Cancellation.CancellationToken): Promise<void> {
        await super.buildDocuments(documents, options, token);
        if (documents.length === 0) await this.compiler().compileWithoutDocument(token);
    }

    protected override async runCancelable(...step: Parameters<DefaultDocumentBuilder['runCancelable']>): Promise<void> {
        await super.runCancelable(...step);
        this.reached.fire(step[1]);
    }

    /** Whoever asks while the names are compiled comes after those that the framework tells of it: it would wait for another build. */
    protected override async awaitBuilderState(state: DocumentState, token: Cancellation.CancellationToken): Promise<void> {
        while (this.currentState < state) await next(this.reached.event, token);
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
        return next(this.compiler().onPush, token);
    }
}

/** Until an event, or until whoever waits gives up. */
function next<Told>(event: Event<Told>, token: Cancellation.CancellationToken): Promise<void> {
    return new Promise((resolve, reject) => {
        const end = (settle: () => void): void => {
            told.dispose();
            cancelled.dispose();
            settle();
        };
        const told = event(() => end(resolve));
        const cancelled = token.onCancellationRequested(() => end(() => reject(OperationCancelled)));
    });
}
