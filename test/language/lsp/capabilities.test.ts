import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ErrorCodes, type ServerCapabilities } from 'vscode-languageserver/node';
import { testClient, type TestClient } from './client.js';

const TEXT = `barème 1
vocabulaire v "Mots" { énumération Lieu { ville ; bourg } demande { dép : date rôle dépôt ; lieu : Lieu } }
politique p version "1" en vigueur du 01/01/2024 utilise v
cotation c "Grille" cumulables { critère x : 2 points si lieu est ville réf "CCH L.441-1" }
classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;

/** Where `x` is declared. */
const NAME = { line: 3, character: TEXT.split('\n')[3]?.indexOf(' x ') ?? 0 };
const AT = { line: NAME.line, character: NAME.character + 1 };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const OPTIONS = { tabSize: 2, insertSpaces: true };

/** Every request of the protocol about a document or the workspace, by the capability that announces it, and how it is asked. */
const REQUESTS: readonly (readonly [capability: keyof ServerCapabilities, method: string, params: object])[] = [
    ['completionProvider', 'textDocument/completion', { position: AT }],
    ['hoverProvider', 'textDocument/hover', { position: AT }],
    ['signatureHelpProvider', 'textDocument/signatureHelp', { position: AT }],
    ['declarationProvider', 'textDocument/declaration', { position: AT }],
    ['definitionProvider', 'textDocument/definition', { position: AT }],
    ['typeDefinitionProvider', 'textDocument/typeDefinition', { position: AT }],
    ['implementationProvider', 'textDocument/implementation', { position: AT }],
    ['referencesProvider', 'textDocument/references', { position: AT, context: { includeDeclaration: true } }],
    ['documentHighlightProvider', 'textDocument/documentHighlight', { position: AT }],
    ['documentSymbolProvider', 'textDocument/documentSymbol', {}],
    ['codeActionProvider', 'textDocument/codeAction', { range: WHOLE, context: { diagnostics: [] } }],
    ['codeLensProvider', 'textDocument/codeLens', {}],
    ['documentLinkProvider', 'textDocument/documentLink', {}],
    ['colorProvider', 'textDocument/documentColor', {}],
    ['workspaceSymbolProvider', 'workspace/symbol', { query: 'x' }],
    ['documentFormattingProvider', 'textDocument/formatting', { options: OPTIONS }],
    ['documentRangeFormattingProvider', 'textDocument/rangeFormatting', { range: WHOLE, options: OPTIONS }],
    ['documentOnTypeFormattingProvider', 'textDocument/onTypeFormatting', { position: AT, ch: '}', options: OPTIONS }],
    ['renameProvider', 'textDocument/rename', { position: AT, newName: 'premier' }],
    ['renameProvider', 'textDocument/prepareRename', { position: AT }],
    ['foldingRangeProvider', 'textDocument/foldingRange', {}],
    ['selectionRangeProvider', 'textDocument/selectionRange', { positions: [AT] }],
    ['executeCommandProvider', 'workspace/executeCommand', { command: 'x' }],
    ['callHierarchyProvider', 'textDocument/prepareCallHierarchy', { position: AT }],
    ['linkedEditingRangeProvider', 'textDocument/linkedEditingRange', { position: AT }],
    ['semanticTokensProvider', 'textDocument/semanticTokens/full', {}],
    ['semanticTokensProvider', 'textDocument/semanticTokens/range', { range: WHOLE }],
    ['semanticTokensProvider', 'textDocument/semanticTokens/full/delta', { previousResultId: '' }],
    ['monikerProvider', 'textDocument/moniker', { position: AT }],
    ['typeHierarchyProvider', 'textDocument/prepareTypeHierarchy', { position: AT }],
    ['inlineValueProvider', 'textDocument/inlineValue', { range: WHOLE, context: { frameId: 0, stoppedLocation: WHOLE } }],
    ['inlayHintProvider', 'textDocument/inlayHint', { range: WHOLE }],
    ['diagnosticProvider', 'textDocument/diagnostic', {}],
];

/** Capabilities that no request answers. */
const SILENT: readonly (keyof ServerCapabilities)[] = ['textDocumentSync', 'workspace', 'positionEncoding'];

let client: TestClient;
beforeEach(async () => {
    client = await testClient();
    await client.open('p.bareme', TEXT);
});
afterEach(() => client.close());

describe('capabilities', () => {
    const isAnnounced = (capability: keyof ServerCapabilities): boolean => Boolean(client.announced.capabilities[capability]);
    const ask = (method: string, params: object): Promise<unknown> =>
        client.connection.sendRequest(method, method.startsWith('workspace/') ? params : { textDocument: { uri: client.uriOf('p.bareme') }, ...params });

    test('what is announced is answered with something, what is not is unknown', async () => {
        for (const [capability, method, params] of REQUESTS) {
            const answer = await ask(method, params).catch((error: unknown) => error as { readonly code: number });
            const isUnknown = answer instanceof Error && (answer as unknown as { readonly code: number }).code === ErrorCodes.MethodNotFound;
            expect([method, isUnknown]).toEqual([method, !isAnnounced(capability)]);
            expect([method, answer instanceof Error]).toEqual([method, isUnknown]);
        }
    });

    test('each kind of code action announced is one that a fault is answered with', async () => {
        const { codeActionProvider } = client.announced.capabilities;
        const kinds = typeof codeActionProvider === 'object' ? (codeActionProvider.codeActionKinds ?? []) : [];
        await client.open(
            'faute.bareme',
            TEXT.replaceAll('politique p', 'politique q')
                .replace(' cumulables', '')
                .replace('}\nclassement', 'critère y : 1 point si lieu est bourg }\nclassement'),
        );
        const textDocument = { uri: client.uriOf('faute.bareme') };
        for (const kind of kinds) {
            const params = { textDocument, range: WHOLE, context: { diagnostics: [], only: [kind] } };
            const actions = await client.connection.sendRequest<readonly { readonly kind: string; readonly edit: object }[]>('textDocument/codeAction', params);
            const isOfKind = (found: string): boolean => found === kind || found.startsWith(`${kind}.`);
            expect([kind, actions.length > 0, actions.every((action) => isOfKind(action.kind))]).toEqual([kind, true, true]);
        }
        expect(kinds).toHaveLength(3);
    });

    test('nothing is announced that is not tried here', () => {
        const tried = new Set<string>([...REQUESTS.map(([capability]) => capability), ...SILENT]);
        const announced = Object.entries(client.announced.capabilities).flatMap(([name, value]) => (value === undefined || value === false ? [] : [name]));
        expect(announced.filter((name) => !tried.has(name))).toEqual([]);
        expect(announced).toHaveLength(21);
    });
});
