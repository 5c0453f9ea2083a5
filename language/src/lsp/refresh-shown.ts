import { CodeLensRefreshRequest, InlayHintRefreshRequest, type Connection } from 'vscode-languageserver';
import type { WorkspaceCompiler } from '../workspace/workspace-compiler.js';
import type { ShownAgain } from './workspace-folders.js';

/** What asking a client to ask again needs. */
export interface RefreshServices {
    readonly connection: Pick<Connection, 'sendRequest'>;
    readonly compiler: Pick<WorkspaceCompiler, 'onBuilt'>;
    /** How many buffers the client has open. */
    readonly openBuffers: () => number;
    /** What the client asks again when it is told to. */
    readonly supported: () => ShownAgain;
}

/**
 * A client asks again for what stands above and inside the text that is typed, not for what that text changes in the others that it shows: it
 * is told to after each build. Gives the way to tell it about lenses alone.
 */
export function refreshShown({ connection, compiler, openBuffers, supported }: RefreshServices): { readonly lenses: () => void } {
    // A client that stops meanwhile shows nothing any more.
    const ask = (method: string): void => void connection.sendRequest(method).catch(() => undefined);
    const lenses = (): void => {
        if (supported().lenses) ask(CodeLensRefreshRequest.type.method);
    };
    compiler.onBuilt(() => {
        if (openBuffers() < 2) return;
        lenses();
        if (supported().hints) ask(InlayHintRefreshRequest.type.method);
    });
    return { lenses };
}
