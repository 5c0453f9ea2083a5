/** What a client and the server say to each other beyond the Language Server Protocol. */

/** A text of the workspace, by its address. */
export interface SentFile {
    readonly uri: string;
    readonly text: string;
}

/** Files that the client sends where the server reads no disk: created or changed, and no more. */
export interface SentChanges {
    readonly changed: readonly SentFile[];
    readonly deleted: readonly string[];
}

/** Every file of the workspace and its folders: sent once, then again when folders change. What is not among them is no more. */
export interface SentWorkspace {
    readonly folders: readonly string[];
    readonly files: readonly SentFile[];
}

/** The notification that carries `SentWorkspace`. */
export const SENT_WORKSPACE = 'bareme/workspaceFiles';

/** The notification that carries `SentChanges`. */
export const SENT_CHANGES = 'bareme/fileChanges';

/** The last replay that the client ran: how many leases each clause decided, and the texts that it read. */
export interface LastRun {
    /** The files replayed, each with the text that it had: once one differs, the counts say nothing of what is written. */
    readonly files: readonly SentFile[];
    /** `scope` is that of the version: `politique valmont « 2024.1 »`. */
    readonly clauses: readonly { readonly scope: string; readonly name: string; readonly leases: number }[];
}

/** The notification that carries `LastRun`; null when the client has forgotten it. */
export const LAST_RUN = 'bareme/lastRun';

/** What a client may say when it starts the server (`initializationOptions`). */
export interface ClientOptions {
    /** The client will send the files of the workspace: nothing is compiled, and no finding told, before it has. */
    readonly sendsFiles?: boolean;
    /** Address of the page of a code of finding, `{code}` standing for it; without it codes lead nowhere. */
    readonly codePage?: string;
    /** The command of the client that writes the national vocabulary into the folder; without it no mend proposes it. */
    readonly nationalCommand?: string;
    /** The command of the client that writes the next version of `{policy, version}`; without it no action proposes it. */
    readonly versionCommand?: string;
    /** The command of the client that writes an example of `{policy, version, criterion}`; without it no action proposes it. */
    readonly exampleCommand?: string;
}
