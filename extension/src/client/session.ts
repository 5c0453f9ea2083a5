import { EventEmitter, type Event, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Machine } from './machine.js';
import { compiledNotification, type CompiledSummary } from '../protocol.js';

/** What the parts of the extension share: the running client, and what the last compilation found. */
export interface Session {
    readonly context: ExtensionContext;
    readonly client: BaseLanguageClient;
    /** Absent in a browser. */
    readonly machine?: Machine;
    /** After each compilation. */
    readonly onCompiled: Event<CompiledSummary>;
    /** The last compilation; undefined until the first. */
    readonly summary: () => CompiledSummary | undefined;
}

/** Follows the compilations that the server tells of. */
export function createSession(context: ExtensionContext, client: BaseLanguageClient, machine: Machine | undefined): Session {
    const compiled = new EventEmitter<CompiledSummary>();
    let last: CompiledSummary | undefined;
    context.subscriptions.push(
        compiled,
        client.onNotification(compiledNotification, (summary) => {
            last = summary;
            compiled.fire(summary);
        }),
    );
    return { context, client, ...(machine === undefined ? {} : { machine }), onCompiled: compiled.event, summary: () => last };
}
