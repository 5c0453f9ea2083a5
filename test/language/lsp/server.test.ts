import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
    CodeActionRequest,
    DocumentFormattingRequest,
    DocumentSymbolRequest,
    FoldingRangeRequest,
    type CodeAction,
    type DocumentSymbol,
} from 'vscode-languageserver/node';
import { DocumentState } from 'langium';
import { compileSources, createSourceParser } from '@bareme/language';
import { formatSource } from '@bareme/language/formatting';
import { mutant, randomIntegers } from '../parser/mutants.js';
import { testClient, type TestClient } from './client.js';
import { applied } from './marked.js';

const VOCABULARY = `barème 1
vocabulaire v "Mots" { demande { dép : date rôle dépôt ; b : oui/non ; n : entier de 0 à 9 } déduit d : entier = n + n }`;
const POLICY = `barème 1
politique p "Politique" version "1"
  en vigueur du 01/01/2024
  utilise v
cotation c "Grille" cumulables {
  rubrique r "Rubrique" cumulables {
    critère x "Premier" : 1 point si b
    critère y : 2 points si n plus de 3 et
      d plus de 2
  }
}
classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }
exemple "Un ménage" de p { dép : 01/01/2024 ; b : oui ; n : 1 ; date d'examen : 01/02/2024 ; attendu : note 1 }`;

let client: TestClient;
beforeEach(async () => {
    client = await testClient();
});
afterEach(() => client.close());

const textDocument = (path: string): { readonly textDocument: { readonly uri: string } } => ({ textDocument: { uri: client.uriOf(path) } });
const codes = (path: string): readonly unknown[] => (client.published.get(client.uriOf(path)) ?? []).map(({ code }) => code);

describe('a client of the server', () => {
    test('is told of findings as files come, change and go, open buffers first', async () => {
        await client.send({ 'v.bareme': VOCABULARY, 'p.bareme': POLICY.replace('si b', 'si bb') });
        expect(codes('p.bareme')).toContain('BAR201');
        await client.open('p.bareme', POLICY);
        expect(codes('p.bareme')).toEqual([]);
        await client.send({ 'p.bareme': 'barème 1 @' });
        expect(codes('p.bareme')).toEqual([]);
        await client.send({ 'v.bareme': undefined });
        expect(codes('p.bareme')).toContain('BAR205');
        expect(client.published.get(client.uriOf('v.bareme')) ?? []).toEqual([]);
    });

    test('keeps the findings that it was told when a build goes through documents of which nothing has changed', async () => {
        await client.send({ 'v.bareme': VOCABULARY });
        await client.open('p.bareme', POLICY.replace('si b', 'si bb'));
        const told = codes('p.bareme');
        expect(told).toEqual(['BAR201']);
        const { DocumentBuilder: builder, LangiumDocuments: documents, WorkspaceLock: lock } = client.services.shared.workspace;
        for (const state of [DocumentState.Parsed, DocumentState.ComputedScopes, DocumentState.IndexedReferences]) {
            await lock.write(async () => {
                for (const document of documents.all) builder.resetToState(document, state);
                await builder.update([], []);
            });
            await client.settled();
            expect(codes('p.bareme')).toEqual(told);
        }
    });

    test('is given the mend of a finding, which applied leaves none', async () => {
        await client.send({ 'v.bareme': VOCABULARY });
        const faulty = POLICY.replace('si n plus', 'si nn plus');
        await client.open('p.bareme', faulty);
        const [finding] = client.published.get(client.uriOf('p.bareme')) ?? [];
        if (finding === undefined) expect.fail('no finding');
        const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
            ...textDocument('p.bareme'),
            range: finding.range,
            context: { diagnostics: [finding] },
        })) as readonly CodeAction[];
        expect(actions.map(({ title }) => title)).toEqual(['Remplacer par « n »', 'Déclarer le fait « nn » : entier']);
        const edits = actions[0]?.edit?.changes?.[client.uriOf('p.bareme')] ?? [];
        await client.type('p.bareme', applied(faulty, edits));
        await client.settled();
        expect(codes('p.bareme')).toEqual([]);
    });

    test('sees the outline, unfinished statements included, and what folds', async () => {
        await client.send({ 'v.bareme': VOCABULARY });
        await client.open('p.bareme', POLICY);
        const shown = (symbols: readonly DocumentSymbol[]): unknown =>
            symbols.map(({ name, children }) => (children === undefined || children.length === 0 ? name : [name, shown(children)]));
        const symbols = async (): Promise<unknown> =>
            shown((await client.connection.sendRequest(DocumentSymbolRequest.type, textDocument('p.bareme'))) as DocumentSymbol[]);
        expect(await symbols()).toEqual([['p', [['c', [['r', ['x', 'y']]]]]], 'Un ménage']);
        await client.type('p.bareme', POLICY.replace('1 point si b', '1 point si'));
        expect(await symbols()).toEqual([['p', [['c', [['r', ['x', 'y']]]]]], 'Un ménage']);
        const folds = (await client.connection.sendRequest(FoldingRangeRequest.type, textDocument('p.bareme'))) ?? [];
        expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual(
            expect.arrayContaining([
                [4, 9],
                [5, 8],
            ]),
        );
    });

    test('has its file laid out by edits of blanks alone', async () => {
        await client.send({ 'v.bareme': VOCABULARY });
        const untidy = POLICY.replace('    critère x', 'critère   x').replace('} }', '}\n\n\n}');
        await client.open('p.bareme', untidy);
        const edits =
            (await client.connection.sendRequest(DocumentFormattingRequest.type, {
                ...textDocument('p.bareme'),
                options: { tabSize: 2, insertSpaces: true },
            })) ?? [];
        const expected = formatSource({ path: 'p', text: untidy }, createSourceParser());
        expect(applied(untidy, edits)).toBe(expected.kind === 'formatted' ? expected.text : expect.fail(expected.kind));
        expect(edits.every(({ newText }) => newText.trim() === '')).toBe(true);
    });

    test('after a storm of keys has the findings of a fresh compile', async () => {
        await client.send({ 'v.bareme': VOCABULARY });
        await client.open('p.bareme', POLICY);
        const next = randomIntegers(11);
        let text = POLICY;
        for (let key = 0; key < 60; key += 1) {
            text = next(5) === 0 ? POLICY : mutant(text, [POLICY, VOCABULARY], next);
            await client.type('p.bareme', text);
            if (next(4) === 0) await new Promise((resolve) => setTimeout(resolve, next(12)));
        }
        await client.settled();
        const { diagnostics } = compileSources([
            { path: 'p.bareme', text },
            { path: 'v.bareme', text: VOCABULARY },
        ]);
        for (const path of ['p.bareme', 'v.bareme']) {
            const found = diagnostics.filter(({ location }) => location?.path === path).map(({ code, message, remedy }) => [code, `${message}\n${remedy}`]);
            expect((client.published.get(client.uriOf(path)) ?? []).map(({ code, message }) => [code, message])).toEqual(found);
        }
    });
});
