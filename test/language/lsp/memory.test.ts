import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createSourceParser, compileSources } from '@bareme/language';
import { CompletionRequest, HoverRequest } from 'vscode-languageserver/node';
import { createBaremeServices } from '../../../language/src/language-module.js';
import { testClient } from './client.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** How many of some objects nothing has let go of. */
async function alive(references: readonly WeakRef<object>[]): Promise<number> {
    for (let times = 0; times < 3; times += 1) {
        // What a reference has given stays until the end of the task.
        await new Promise((resolve) => setTimeout(resolve, 5));
        collect();
    }
    return new Set(references.flatMap((reference) => reference.deref() ?? [])).size;
}

const VOCABULARY = 'barème 1\nvocabulaire v { demande { dép : date rôle dépôt ; b : oui/non } }';
const policy = (label: string, condition: string): string => `barème 1
politique p "Politique" version "1" en vigueur du 01/01/2024 utilise v
cotation c "Grille" cumulables { critère x "${label}" : 1 point si ${condition} }
classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;

test('of former texts a server keeps nothing: neither tree, nor compilation', async () => {
    const client = await testClient();
    const { bareme, workspace } = client.services.shared;
    await client.send({ 'v.bareme': VOCABULARY, 'p.bareme': policy('Premier', 'b') });
    await client.open('p.bareme', policy('Premier', 'b'));
    const textDocument = { uri: client.uriOf('p.bareme') };
    const former: WeakRef<object>[] = [];
    for (let edit = 0; edit < 24; edit += 1) {
        // Sound, wrong, unreadable, and a file that comes and goes.
        await client.type('p.bareme', policy(`Premier ${edit}`, ['b', 'zut', 'b et ('][edit % 3] ?? ''));
        await client.send({ 'w.bareme': edit % 2 === 0 ? policy(`Autre ${edit}`, 'b').replaceAll('politique p', 'politique q') : undefined });
        await client.connection.sendRequest(CompletionRequest.type, { textDocument, position: { line: 2, character: 40 } });
        await client.connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 2, character: 35 } });
        for (const { compilation } of bareme.WorkspaceCompiler.latest) former.push(new WeakRef(compilation), new WeakRef(compilation.project));
        for (const { parseResult } of workspace.LangiumDocuments.all) former.push(new WeakRef(parseResult.value));
    }
    expect(former.length).toBeGreaterThan(90);
    // The last compilation, its project, and the two trees that are there; the parser holds the text that it read last.
    expect(await alive(former)).toBeLessThanOrEqual(6);
    await client.close();
}, 120_000);

test('a parser that is no longer used is let go of, with all that it was made of', async () => {
    const parsers = Array.from({ length: 8 }, () => {
        const parser = createSourceParser();
        compileSources([{ path: 'v.bareme', text: VOCABULARY }], parser);
        return new WeakRef(parser);
    });
    expect(await alive(parsers)).toBe(0);
    const [first, second] = [createBaremeServices(), createBaremeServices()].map(({ language }) => language.parser.Lexer.definition);
    // The parser library keeps every kind of word that it is given: two sets of services give it the same.
    expect(Object.values(first ?? {}).length).toBeGreaterThan(100);
    expect(Object.values(second ?? {})).toEqual(Object.values(first ?? {}));
    expect(Object.values(second ?? {}).every((token, index) => token === Object.values(first ?? {})[index])).toBe(true);
});
