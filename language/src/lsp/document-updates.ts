import { DefaultDocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import type { WorkspaceFolders } from './workspace-folders.js';

type Services = LangiumSharedServices & { readonly workspace: { readonly WorkspaceManager: WorkspaceFolders } };

/** The framework's, but that a client which sends the files is not asked to watch them besides: each event would stop the build under way. */
export class BaremeDocumentUpdates extends DefaultDocumentUpdateHandler {
    protected override registerFileWatcher(services: Services): void {
        if (!services.workspace.WorkspaceManager.areFilesSent) super.registerFileWatcher(services);
    }
}
