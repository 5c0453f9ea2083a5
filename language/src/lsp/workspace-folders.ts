import { DefaultWorkspaceManager, Deferred, URI, UriUtils, type BuildOptions, type FileSystemNode, type LangiumSharedCoreServices } from 'langium';
import type { InitializeParams } from 'vscode-languageserver';
import type { DocumentPaths } from '../workspace/document-paths.js';
import { isSourceEntry } from '../workspace/source-names.js';
import type { ClientOptions } from './client-messages.js';

/** What a client asks again when it is told to. */
export interface ShownAgain {
    readonly lenses: boolean;
    readonly hints: boolean;
}

/** Reads the `.bareme` files of the folders that the client opens, and gives paths the folder that they are relative to. */
export class WorkspaceFolders extends DefaultWorkspaceManager {
    /** The first build checks everything, as the others do. */
    override initialBuildOptions: BuildOptions = { validation: true };

    /** Address of the page of a code of finding, with `{code}` in its place; nothing where the client has no page. */
    codePage: string | undefined;

    /** The client sends the files: none is read from a disk, none is to be watched. */
    areFilesSent = false;

    /** The command of the client that writes the national vocabulary; nothing where it has none. */
    nationalCommand: string | undefined;

    /** What the client asks again when it is told to. */
    shownAgain: ShownAgain = { lenses: false, hints: false };

    /** The client lets the author fill in what an action writes. */
    fillsIn = false;

    /** The commands of the client that write files. */
    draftCommands: Pick<ClientOptions, 'versionCommand' | 'exampleCommand'> = {};

    private readonly told = new Deferred<void>();

    constructor(
        services: LangiumSharedCoreServices,
        private readonly paths: DocumentPaths,
    ) {
        super(services);
    }

    override initialize(params: InitializeParams): void {
        super.initialize(params);
        this.paths.open((params.workspaceFolders ?? []).map(({ uri }) => URI.parse(uri)));
        const options = (params.initializationOptions ?? {}) as ClientOptions;
        this.codePage = options.codePage;
        this.nationalCommand = options.nationalCommand;
        this.draftCommands = options;
        const { codeLens, inlayHint, workspaceEdit } = params.capabilities.workspace ?? {};
        this.fillsIn = workspaceEdit?.snippetEditSupport === true && workspaceEdit.documentChanges === true;
        this.shownAgain = { lenses: codeLens?.refreshSupport === true, hints: inlayHint?.refreshSupport === true };
        this.areFilesSent = options.sendsFiles === true;
        if (!this.areFilesSent) this.told.resolve();
    }

    /** Nothing that is opened is compiled before the files of the client are known: each would lack all that the others write. */
    override get ready(): Promise<void> {
        return Promise.all([this.loaded, this.told.promise]).then(() => undefined);
    }

    /** Once the folders that the server reads by itself are read. */
    get loaded(): Promise<void> {
        return super.ready;
    }

    /** The client has said which files there are. */
    filesTold(): void {
        this.told.resolve();
    }

    override shouldIncludeEntry({ uri, isDirectory, isFile }: FileSystemNode): boolean {
        return (isDirectory || isFile) && isSourceEntry({ name: UriUtils.basename(uri), isFolder: isDirectory });
    }
}
