import { expect, test } from 'vitest';
import { CodeLensRefreshRequest, InlayHintRefreshRequest } from 'vscode-languageserver/node';
import { LAST_RUN } from '@bareme/language/lsp';
import { testClient, type TestClient } from './client.js';

const SHOWS_AGAIN = { workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } } };
const TEXT = 'barème 1\nvocabulaire v { demande { dép : date rôle dépôt ; b : oui/non } }';

/** What a client is told to ask again. */
function asked(client: TestClient): readonly string[] {
    const told: string[] = [];
    client.connection.onRequest(CodeLensRefreshRequest.type, () => void told.push('lenses'));
    client.connection.onRequest(InlayHintRefreshRequest.type, () => void told.push('hints'));
    return told;
}

test('of several buffers, those that are not typed are shown again after a build; of one alone nothing is', async () => {
    const client = await testClient({}, {}, SHOWS_AGAIN);
    const told = asked(client);
    await client.open('v.bareme', TEXT);
    expect(told).toEqual([]);
    await client.open('w.bareme', TEXT.replace('vocabulaire v', 'vocabulaire w'));
    expect(new Set(told)).toEqual(new Set(['lenses', 'hints']));
    await client.close();
});

test('lenses are shown again when a replay is told; a client that cannot is not asked to', async () => {
    for (const [capabilities, expected] of [
        [SHOWS_AGAIN, ['lenses']],
        [{}, []],
    ] as const) {
        const client = await testClient({}, {}, capabilities);
        const told = asked(client);
        await client.open('v.bareme', TEXT);
        await client.connection.sendNotification(LAST_RUN, { files: [], clauses: [] });
        await client.settled();
        expect(told).toEqual(expected);
        await client.close();
    }
});
