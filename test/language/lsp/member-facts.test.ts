import { afterEach, beforeEach, expect, test } from 'vitest';
import {
    CompletionRequest,
    DefinitionRequest,
    HoverRequest,
    RenameRequest,
    type Location,
    type TextEdit,
    type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { testClient, type TestClient } from './client.js';
import { applied, marked } from './marked.js';

const WORDS = `barème 1
vocabulaire v {
  demande { dépôt : date rôle dépôt }
  membre { naissance : date "Date de naissance" }
  déduit membre.mineur : oui/non "Moins de dix-huit ans" = depuis naissance moins de 18 ans
}`;
const POLICY = `barème 1
politique p "Politique" version "1"
  en vigueur du 01/01/2024
  utilise v
cotation c "Grille" cumulables { critère x "Premier" : 1 point si un membre avec (§§mineur et depuis naissance plus de 3 ans) }
classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }
correspondance m pour v { table membres depuis "m.csv" { naissance : colonne "N" } }`;

let client: TestClient;
const { text, positions } = marked(POLICY);
const at = { textDocument: { uri: '' }, position: positions[1] ?? { line: 0, character: 0 } };
beforeEach(async () => {
    client = await testClient();
    await client.send({ 'v.bareme': WORDS, 'p.bareme': text });
    at.textDocument.uri = client.uriOf('p.bareme');
});
afterEach(() => client.close());

test('a deduced fact of members leads to its formula, is explained, proposed where members are read, and renamed everywhere without a column', async () => {
    expect([...client.published.values()].flat().filter(({ severity }) => severity === 1)).toEqual([]);
    const [declared] = (await client.connection.sendRequest(DefinitionRequest.type, at)) as Location[];
    expect(JSON.stringify(declared)).toContain('v.bareme');
    expect(JSON.stringify(await client.connection.sendRequest(HoverRequest.type, at))).toMatch(/Moins de dix-huit ans[^]*depuis naissance moins de 18 ans/);
    const proposed = JSON.stringify(await client.connection.sendRequest(CompletionRequest.type, at));
    expect(proposed).toContain('"mineur"');
    const edit = (await client.connection.sendRequest(RenameRequest.type, { ...at, newName: 'enfant' })) as WorkspaceEdit;
    const edits = (path: string) =>
        edit.changes?.[client.uriOf(path)] ??
        edit.documentChanges?.flatMap((change) => ('edits' in change && change.textDocument.uri === client.uriOf(path) ? (change.edits as TextEdit[]) : [])) ??
        [];
    expect(applied(WORDS, edits('v.bareme'))).toBe(WORDS.replace('mineur', 'enfant'));
    expect(applied(text, edits('p.bareme'))).toBe(text.replace('mineur', 'enfant'));
});
