import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
    DefinitionRequest,
    DocumentHighlightRequest,
    PrepareRenameRequest,
    ReferencesRequest,
    RenameRequest,
    type Location,
    type LocationLink,
    type Position,
} from 'vscode-languageserver/node';
import { testClient, type TestClient } from './client.js';
import { applied, marked, wordsAt } from './marked.js';

const NATIONAL = 'barème 1\nvocabulaire n "Mots" { demande { dép : date rôle dépôt ; b : oui/non } }';
const LOCAL =
    'barème 1\nvocabulaire v utilise n { énumération Lieu { ville ; bourg = "B" } demande { lieu : Lieu ; no§te_sociale : entier de 0 à 9 ; refus : événements { date : date rôle date } } }';
const POLICY = `barème 1
politique p "Politique" version "1"
  en vigueur du 01/01/2024
  utilise v
cotation c "Grille" cumulables {
  critère §x "Premier" : 1 point si lieu est §ville et §b
  critère y : 2 points si §note_sociale plus de 3 exclusif de critère §x
}
classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;
const BESIDE = `barème 1
variante w de p version "1" { fixe §x : 3 points }
exemple "Un ménage" de p { dép : 01/01/2024 ; b : oui ; lieu : ville ; note_sociale : 1 ; date d'examen : 01/02/2024 ; attendu : note 1 dont x 1 }
correspondance m pour v { table demandes depuis "d.csv" { dép : colonne "D" ; note_sociale : colonne "NS" } }`;

const TEXTS = { 'national/n.bareme': NATIONAL, 'v.bareme': LOCAL, 'p.bareme': POLICY, 'à côté.bareme': BESIDE };
const text = (path: keyof typeof TEXTS): string => marked(TEXTS[path]).text;
const at = (path: keyof typeof TEXTS, mark: number): { readonly textDocument: { readonly uri: string }; readonly position: Position } => ({
    textDocument: { uri: client.uriOf(path) },
    position: marked(TEXTS[path]).positions[mark] ?? expect.fail(`no mark ${mark} in ${path}`),
});

let client: TestClient;
beforeEach(async () => {
    client = await testClient();
    await client.send(Object.fromEntries(Object.entries(TEXTS).map(([path, written]) => [path, marked(written).text])));
    expect([...client.published.values()].flat().filter(({ severity }) => severity === 1)).toEqual([]);
});
afterEach(() => client.close());

/** `p.bareme:5 x`: the file, the line from 0 and the words of a place. */
function shown({ uri, range }: Location): string {
    const path = Object.keys(TEXTS).find((each) => client.uriOf(each) === uri) as keyof typeof TEXTS;
    return `${path}:${range.start.line} ${wordsAt(text(path), range)}`;
}

async function definition(path: keyof typeof TEXTS, mark: number): Promise<readonly string[]> {
    const links = (await client.connection.sendRequest(DefinitionRequest.type, at(path, mark))) as LocationLink[];
    return links.map(({ targetUri, targetSelectionRange }) => shown({ uri: targetUri, range: targetSelectionRange }));
}

async function renamed(path: keyof typeof TEXTS, mark: number, newName: string): Promise<Readonly<Record<string, string>>> {
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...at(path, mark), newName });
    const edited = (Object.keys(TEXTS) as (keyof typeof TEXTS)[]).flatMap((each) => {
        const edits = edit?.changes?.[client.uriOf(each)];
        return edits === undefined ? [] : [[each, applied(text(each), edits)]];
    });
    return Object.fromEntries(edited) as Readonly<Record<string, string>>;
}

const refusal = (asked: Promise<unknown>): Promise<string> =>
    asked.then(
        () => 'accepted',
        (error: unknown) => (error as Error).message,
    );

describe('names in the editor', () => {
    test('lead to their declaration, in any file', async () => {
        expect(await definition('p.bareme', 1)).toEqual(['v.bareme:1 ville']);
        expect(await definition('p.bareme', 2)).toEqual(['national/n.bareme:1 b']);
        expect(await definition('p.bareme', 3)).toEqual(['v.bareme:1 note_sociale']);
        expect(await definition('p.bareme', 4)).toEqual(['p.bareme:5 x']);
        expect(await definition('à côté.bareme', 0)).toEqual(['p.bareme:5 x']);
    });

    test('have their references: declaration, rules, then variants, then examples', async () => {
        const ask = async (includeDeclaration: boolean): Promise<readonly string[]> =>
            ((await client.connection.sendRequest(ReferencesRequest.type, { ...at('p.bareme', 0), context: { includeDeclaration } })) ?? []).map(shown);
        expect(await ask(true)).toEqual(['p.bareme:5 x', 'p.bareme:6 x', 'à côté.bareme:1 x', 'à côté.bareme:2 x']);
        expect(await ask(false)).toEqual(['p.bareme:6 x', 'à côté.bareme:1 x', 'à côté.bareme:2 x']);
    });

    test('are lit up in their file', async () => {
        const found = (await client.connection.sendRequest(DocumentHighlightRequest.type, at('p.bareme', 4))) ?? [];
        expect(found.map(({ range, kind }) => [range.start.line, kind])).toEqual([
            [5, 3],
            [6, 2],
        ]);
    });

    test('of a critère change with its exclusions, variants and examples', async () => {
        const edited = await renamed('p.bareme', 4, 'premier');
        expect(edited['p.bareme']).toContain('critère premier "Premier"');
        expect(edited['p.bareme']).toContain('exclusif de critère premier');
        expect(edited['à côté.bareme']).toContain('fixe premier : 3 points');
        expect(edited['à côté.bareme']).toContain('dont premier 1');
    });

    test('of a fact keep its column, with or without a correspondance', async () => {
        const edited = await renamed('p.bareme', 3, 'points_sociaux');
        expect(edited['v.bareme']).toContain('points_sociaux : entier de 0 à 9 colonne "note_sociale"');
        expect(edited['à côté.bareme']).toContain('points_sociaux : colonne "NS"');
        expect(edited['à côté.bareme']).toContain('points_sociaux : 1');
    });

    test('of a value keep the word of the data', async () => {
        expect((await renamed('p.bareme', 1, 'agglomération'))['v.bareme']).toContain('{ agglomération = "ville" ; bourg = "B" }');
        expect(await refusal(renamed('p.bareme', 1, 'B'))).toContain('Les données nomment déjà ainsi la valeur « bourg »');
    });

    test('are refused where they would be taken, captured or no name at all, and the reason is said', async () => {
        expect(await refusal(renamed('p.bareme', 0, 'y'))).toContain('« y » est déjà pris par le critère de ce nom (p.bareme, ligne 7)');
        expect(await refusal(renamed('p.bareme', 3, 'b'))).toMatch(/« b »/);
        expect(await refusal(renamed('p.bareme', 0, 'deux mots'))).toContain('ne peut pas être un nom');
        expect(await refusal(renamed('p.bareme', 0, 'si'))).toContain('ne peut pas être un nom');
        expect(await refusal(renamed('p.bareme', 2, 'bb'))).toContain('un texte national');
        expect(await refusal(client.connection.sendRequest(PrepareRenameRequest.type, at('p.bareme', 2)))).toContain('national/n.bareme');
        const { textDocument } = at('p.bareme', 0);
        expect(await refusal(client.connection.sendRequest(PrepareRenameRequest.type, { textDocument, position: { line: 0, character: 2 } }))).toContain(
            'n’est pas un nom',
        );
    });

    test('of what a file with a syntax error may hide are left as they are', async () => {
        await client.open('à côté.bareme', text('à côté.bareme').replace('fixe x : 3 points', 'fixe x :'));
        expect(await refusal(renamed('p.bareme', 0, 'premier'))).toContain('Corrigez-la d’abord');
    });
});
