import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DidCloseTextDocumentNotification, DidOpenTextDocumentNotification } from 'vscode-languageserver/node';
import { compileSources } from '@bareme/language';
import { loadWorkspace } from '@bareme/language/node';
import { testClient } from './client.js';
import { folderClient } from './folder-client.js';

const VOCABULARY = 'barème 1\nvocabulaire v "V" { demande { dép : date rôle dépôt ; b : oui/non ; n : entier de 0 à 9 } }\n';
const policy = (criteria = 'critère x "X" : 1 point si b', name = 'p'): string => `barème 1
politique ${name} "P" version "1" en vigueur du 01/01/2024 utilise v
cotation c "C" cumulables { ${criteria} }
classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }
`;
const WRONG = policy('critère x "X" : 1 point si zut');
const NATIONAL = 'barème 1\nvocabulaire national "N" { demande { dép : date rôle dépôt ; b : oui/non } }\n';
const LONG = `${policy()}${Array.from({ length: 11_000 }, (_, index) => `// Une ligne de commentaire parmi d’autres, la ligne numéro ${index}, pour que le fichier soit long.\n`).join('')}`;

type Files = Readonly<Record<string, string | Uint8Array>>;

let home: string;
beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'bareme-dossiers-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function write(folder: string, files: Files): string {
    const root = join(home, folder);
    mkdirSync(root, { recursive: true });
    for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content);
    }
    return root;
}

/** The findings of each file in words: code, line, message and remedy; the folder that paths are told from left out. */
type Told = ReadonlyMap<string, readonly string[]>;

/** What the command line finds in a folder. */
async function byCommandLine(root: string, paths: readonly string[] = ['.']): Promise<Told> {
    const { sources } = await loadWorkspace(paths, { root });
    const texts = new Map(sources.map(({ path, text }) => [path, text]));
    const told = new Map<string, string[]>();
    for (const { code, message, remedy, location } of compileSources(sources).diagnostics) {
        const path = location?.path ?? '';
        const line = (texts.get(path) ?? '').slice(0, location?.start).split(/\r\n|\n|\r/).length - 1;
        told.set(pathToFileURL(join(root, path)).toString(), [
            ...(told.get(pathToFileURL(join(root, path)).toString()) ?? []),
            `${code} ${line} ${message}\n${remedy}`,
        ]);
    }
    return told;
}

function byServer(findings: Awaited<ReturnType<typeof folderClient>>['findings']): Told {
    return new Map(
        [...findings].map(([uri, diagnostics]) => [
            pathToFileURL(decodeURIComponent(new URL(uri).pathname)).toString(),
            diagnostics.map(({ code, range, message }) => `${String(code)} ${range.start.line} ${typeof message === 'string' ? message : message.value}`),
        ]),
    );
}

const sorted = (told: Told): unknown => [...told].map(([path, lines]) => [path, [...lines].sort()]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

describe('the server and the command line find the same in', () => {
    const folders: readonly (readonly [what: string, files: Files, leastFindings: number])[] = [
        ['a vocabulary and a policy', { 'v.bareme': VOCABULARY, 'p.bareme': WRONG }, 1],
        ['a folder without policy', { 'v.bareme': VOCABULARY }, 0],
        ['nothing', {}, 0],
        [
            'two vendored national vocabularies',
            { 'national/n.bareme': NATIONAL, 'sous/national/n.bareme': NATIONAL, 'p.bareme': policy().replace('utilise v', 'utilise national') },
            1,
        ],
        ['two files of one policy', { 'v.bareme': VOCABULARY, 'a.bareme': policy(), 'b.bareme': policy() }, 1],
        ['a broken vocabulary', { 'v.bareme': VOCABULARY.replace('demande {', 'demande'), 'p.bareme': policy() }, 1],
        ['accents and spaces', { 'Mots clés/Été à Valmont.bareme': VOCABULARY, 'Élus/p 100 %.bareme': WRONG }, 1],
        ['Windows line ends', { 'v.bareme': VOCABULARY.replaceAll('\n', '\r\n'), 'p.bareme': WRONG.replaceAll('\n', '\r\n') }, 1],
        ['a mark of byte order', { 'v.bareme': `\uFEFF${VOCABULARY}`, 'p.bareme': `\uFEFF${WRONG}` }, 1],
        ['a file of one megabyte', { 'v.bareme': VOCABULARY, 'p.bareme': `${LONG}exemple` }, 1],
        ['bytes that are no text', { 'v.bareme': VOCABULARY, 'p.bareme': Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7_919) % 256) }, 1],
        ['marks of a git conflict', { 'v.bareme': VOCABULARY, 'p.bareme': `<<<<<<< HEAD\n${policy()}=======\n${WRONG}>>>>>>> autre\n` }, 1],
        [
            'folders that tools write',
            { 'v.bareme': VOCABULARY, 'p.bareme': WRONG, 'node_modules/m/p.bareme': policy(), 'dist/p.bareme': policy(), '.git/p.bareme': policy() },
            1,
        ],
        ['a folder named like a file', { 'mots.bareme/v.bareme': VOCABULARY, 'p.bareme': WRONG, 'lisez-moi.md': 'rien', 'P.BAREME': policy() }, 1],
        ['accents set apart in a text', { 'v.bareme': VOCABULARY.normalize('NFD'), 'p.bareme': policy() }, 1],
        ['an empty file', { 'v.bareme': '', 'p.bareme': policy() }, 1],
    ];

    test.each(folders)('%s', async (_, files, least) => {
        const root = write('territoire', files);
        const client = await folderClient([root]);
        const expected = await byCommandLine(root);
        expect(sorted(byServer(client.findings))).toEqual(sorted(expected));
        expect([...expected.values()].flat().length).toBeGreaterThanOrEqual(least);
        client.close();
    });

    test('a link that leads back', async () => {
        const root = write('territoire', { 'v.bareme': VOCABULARY, 'p.bareme': WRONG });
        symlinkSync(root, join(root, 'boucle'));
        symlinkSync(join(root, 'p.bareme'), join(root, 'autre.bareme'));
        const client = await folderClient([root]);
        expect(sorted(byServer(client.findings))).toEqual(sorted(await byCommandLine(root)));
        client.close();
    });

    test('several folders, each a program of its own', async () => {
        const roots = [write('un', { 'v.bareme': VOCABULARY, 'p.bareme': WRONG }), write('deux été', { 'p.bareme': policy() })];
        const client = await folderClient(roots);
        const expected = new Map((await Promise.all(roots.map((root) => byCommandLine(root)))).flatMap((told) => [...told]));
        expect(sorted(byServer(client.findings))).toEqual(sorted(expected));
        expect(expected.size).toBe(2);
        client.close();
    });

    test('a file alone, opened outside any folder', async () => {
        const root = write('seul', { 'p.bareme': policy('critère x "X" : 1 point si b', 'seule') });
        const client = await folderClient([]);
        const uri = pathToFileURL(join(root, 'p.bareme')).toString();
        const text = readFileSync(join(root, 'p.bareme'), 'utf8');
        await client.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'bareme', version: 1, text } });
        await client.settled();
        const expected = await byCommandLine(root, ['p.bareme']);
        expect(sorted(byServer(client.findings))).toEqual(sorted(expected));
        expect(expected.size).toBe(1);
        client.close();
    });
});

describe('a file that is open', () => {
    const codes = (findings: readonly { readonly code?: unknown }[] | undefined): readonly unknown[] => (findings ?? []).map(({ code }) => code);

    test('and deleted is still read, until it is closed', async () => {
        const client = await testClient();
        await client.send({ 'v.bareme': VOCABULARY, 'p.bareme': policy() });
        await client.open('v.bareme', VOCABULARY);
        await client.send({ 'v.bareme': undefined });
        expect(codes(client.published.get(client.uriOf('p.bareme')))).toEqual([]);
        await client.type('v.bareme', `${VOCABULARY}\n`);
        await client.settled();
        expect(codes(client.published.get(client.uriOf('p.bareme')))).toEqual([]);
        await client.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: client.uriOf('v.bareme') } });
        await client.settled();
        expect(codes(client.published.get(client.uriOf('p.bareme')))).toEqual(['BAR205']);
        await client.close();
    });

    test('and closed without being saved is again what its file is', async () => {
        const client = await testClient();
        await client.send({ 'v.bareme': VOCABULARY, 'p.bareme': policy() });
        await client.open('v.bareme', VOCABULARY.replace('b : oui/non', 'bb : oui/non'));
        expect(codes(client.published.get(client.uriOf('p.bareme')))).toEqual(['BAR201']);
        await client.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: client.uriOf('v.bareme') } });
        await client.settled();
        expect(codes(client.published.get(client.uriOf('p.bareme')))).toEqual([]);
        await client.close();
    });

    test('and sent again as it was starts no compilation; as it is now, one', async () => {
        const client = await testClient();
        await client.send({ 'v.bareme': VOCABULARY, 'p.bareme': policy() });
        let builds = 0;
        client.services.shared.bareme.WorkspaceCompiler.onBuilt(() => (builds += 1));
        await client.send({ 'v.bareme': VOCABULARY, 'p.bareme': policy() });
        expect(builds).toBe(0);
        await client.send({ 'v.bareme': VOCABULARY, 'p.bareme': WRONG });
        expect(codes(client.published.get(client.uriOf('p.bareme')))).toEqual(['BAR201']);
        await client.send({ 'absent.bareme': undefined });
        await client.send({ 'p.bareme': undefined });
        expect(client.services.shared.bareme.WorkspaceCompiler.latest[0]?.compilation.sources.map(({ path }) => path)).toEqual(['v.bareme']);
        await client.close();
    });

    test('outside every folder is forgotten once it is closed', async () => {
        const root = write('seul', { 'p.bareme': policy() });
        const client = await folderClient([]);
        const uri = pathToFileURL(join(root, 'p.bareme')).toString();
        await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
            textDocument: { uri, languageId: 'bareme', version: 1, text: policy() },
        });
        await client.settled();
        expect([...client.findings.values()].flatMap(codes)).toEqual(['BAR205']);
        await client.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
        await client.settled();
        expect(client.findings.size).toBe(0);
        client.close();
    });

    test('and renamed is the same text elsewhere: nothing is found twice', async () => {
        const client = await testClient();
        await client.send({ 'v.bareme': VOCABULARY, 'p.bareme': policy() });
        await client.open('p.bareme', policy());
        // The editor closes the buffer, opens it under its new name, and the disk tells of both.
        await client.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: client.uriOf('p.bareme') } });
        await client.open('q.bareme', policy());
        await client.send({ 'p.bareme': undefined, 'q.bareme': policy() });
        expect([...client.published].flatMap(([, findings]) => codes(findings))).toEqual([]);
        expect(client.services.shared.bareme.WorkspaceCompiler.latest[0]?.compilation.sources.map(({ path }) => path)).toEqual(['q.bareme', 'v.bareme']);
        await client.close();
    });
});
