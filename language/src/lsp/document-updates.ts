import { URI, type FileSystemProvider } from 'langium';
import { DefaultDocumentUpdateHandler, type DocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import type { DocumentPaths } from '../workspace/document-paths.js';
import type { WorkspaceFolders } from './workspace-folders.js';

type Services = LangiumSharedServices & { readonly workspace: { readonly WorkspaceManager: WorkspaceFolders } };

type Closed = Parameters<NonNullable<DocumentUpdateHandler['didCloseDocument']>>[0];

/**
 * The framework's, but that a client which sends the files is not asked to watch them besides: each event would stop the build under way.
 * And once a buffer is closed its file is what it was before, or is no more.
 */
export class BaremeDocumentUpdates extends DefaultDocumentUpdateHandler {
    private readonly files: FileSystemProvider;

    constructor(
        services: Services,
        private readonly paths: DocumentPaths,
    ) {
        super(services);
        this.files = services.workspace.FileSystemProvider;
    }

    didCloseDocument({ document }: Closed): void {
        const uri = URI.parse(document.uri);
        // A file outside every folder was only read because it was open.
        const there = this.paths.isInRoot(uri) ? this.files.exists(uri) : Promise.resolve(false);
        void there.then((is) => this.fireDocumentUpdate(is ? [uri] : [], is ? [] : [uri]));
    }

    protected override registerFileWatcher(services: Services): void {
        if (!services.workspace.WorkspaceManager.areFilesSent) super.registerFileWatcher(services);
    }
}
