import type { CancellationToken } from 'vscode-languageserver-protocol';
import { askLanguage } from '../../state/workspace.js';

/** Asks the server; nothing when it refuses, when the text has changed meanwhile, or when it fell: the editor asks again at the next edit. */
export async function ask<Params, Answer>(
    type: Parameters<typeof askLanguage<Params, Answer>>[0],
    params: Params,
    token?: CancellationToken,
): Promise<Answer | undefined> {
    try {
        return await askLanguage(type, params, token);
    } catch {
        return undefined;
    }
}
