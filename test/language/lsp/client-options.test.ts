import { expect, test } from 'vitest';
import { CodeActionRequest } from 'vscode-languageserver/node';
import { SENT_WORKSPACE, SKIPPED_FOLDERS } from '@bareme/language/lsp';
import { readFileSync } from 'node:fs';
import { testClient } from './client.js';

const VOCABULARY = 'barème 1\nvocabulaire v { demande { dép : date rôle dépôt ; b : oui/non } }';
const POLICY = `barème 1
politique p "Politique" version "1"
  en vigueur du 01/01/2024
  utilise v
cotation c "Grille" cumulables { critère x "Premier" : 1 point si b }
classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;

test('of a client that sends its files, a buffer opened before them is told nothing that they make wrong', async () => {
    const client = await testClient({}, { sendsFiles: true });
    await client.open('p.bareme', POLICY);
    expect(client.pushes).toEqual([]);
    const files = [
        { uri: client.uriOf('p.bareme'), text: POLICY },
        { uri: client.uriOf('v.bareme'), text: VOCABULARY },
    ];
    await client.connection.sendNotification(SENT_WORKSPACE, { folders: [client.uriOf('').replace(/\/$/, '')], files });
    await client.settled();
    expect(client.services.shared.bareme.WorkspaceCompiler.latest.map(({ compilation }) => compilation.sources.length)).toEqual([2]);
    expect(client.pushes).toEqual([]);
    await client.close();
});

test('of a client that has a page for each code, findings lead to it; of another they lead nowhere', async () => {
    for (const codePage of ['file:///pages/{code}.md', undefined]) {
        const client = await testClient({}, codePage === undefined ? {} : { codePage });
        await client.send({ 'v.bareme': VOCABULARY, 'p.bareme': POLICY.replace('utilise v', 'utilise w') });
        const [finding] = client.published.get(client.uriOf('p.bareme')) ?? [];
        expect(finding).toMatchObject({ code: 'BAR205' });
        expect(finding?.codeDescription?.href).toBe(codePage?.replace('{code}', 'BAR205'));
        await client.close();
    }
});

test('the folders that the extension leaves out by itself are those that the command line does', () => {
    const manifest = JSON.parse(readFileSync('extension/package.json', 'utf8')) as {
        readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> } };
    };
    expect(manifest.contributes.configuration.properties['bareme.exclure']?.default).toEqual(SKIPPED_FOLDERS);
});

test('of a client that has the national vocabulary at hand, a policy that lacks it may be given it; of another it may not', async () => {
    for (const nationalCommand of ['ajouter', undefined]) {
        const client = await testClient({}, nationalCommand === undefined ? {} : { nationalCommand });
        await client.send({ 'p.bareme': POLICY.replace('utilise v', 'utilise national') });
        const uri = client.uriOf('p.bareme');
        const [finding] = client.published.get(uri) ?? [];
        const range = finding?.range ?? expect.fail('no finding');
        const actions = (await client.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context: { diagnostics: [] } })) ?? [];
        expect(actions.map(({ command }) => (typeof command === 'object' ? command.command : command))).toEqual(
            nationalCommand === undefined ? [] : ['ajouter'],
        );
        await client.close();
    }
});
