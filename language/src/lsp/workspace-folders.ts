import { DefaultWorkspaceManager, URI, type BuildOptions, type LangiumSharedCoreServices } from 'langium';
import type { InitializeParams } from 'vscode-languageserver';
import type { DocumentPaths } from '../workspace/document-paths.js';

/** Reads the `.bareme` files of the folders that the client opens, and gives paths the folder that they are relative to. */
export class WorkspaceFolders extends DefaultWorkspaceManager {
    /** The first build checks everything, as the others do. */
    override initialBuildOptions: BuildOptions = { validation: true };

    constructor(
        services: LangiumSharedCoreServices,
        private readonly paths: DocumentPaths,
    ) {
        super(services);
    }

    override initialize(params: InitializeParams): void {
        super.initialize(params);
        this.paths.open((params.workspaceFolders ?? []).map(({ uri }) => URI.parse(uri)));
    }
}
