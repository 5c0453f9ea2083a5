import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
    CodeActionRequest,
    CodeLensRequest,
    CompletionRequest,
    DocumentLinkRequest,
    DocumentOnTypeFormattingRequest,
    DocumentRangeFormattingRequest,
    HoverRequest,
    InlayHintRequest,
    ReferencesRequest,
    SelectionRangeRequest,
    SemanticTokensRequest,
    SignatureHelpRequest,
    WorkspaceSymbolRequest,
    type CodeAction,
    type CompletionItem,
    type CompletionList,
    type Hover,
    type MarkupContent,
    type SelectionRange,
} from 'vscode-languageserver/node';
import { LAST_RUN } from '@bareme/language/lsp';
import { testClient, type TestClient } from './client.js';
import { applied, marked, wordsAt, type MarkedText } from './marked.js';

const VOCABULARY = `barème 1
vocabulaire v "Mots" {
  énumération Lieu "Lieu" { ville "En centre" = V ; bourg }
  énumération Sens "Sens" { parti "Envoyé" ; reçu }
  demande { dépôt : date "Date de la demande" rôle dépôt ; b : oui/non ; lieu : Lieu ; lieux : Lieu plusieurs ; courriers : événements { sens : Sens } ; loyer : montant par mois de 0 à 2 000 colonne "LOYER" justificatif exigé ; n : entier de 0 à 9 personnes }
  logement { commune : code ; qpv : oui/non "Quartier prioritaire" }
  déduit double : entier en personnes = n + n
}
table plafond(n) : montant par mois réf "arrêté du 29/07/1987" { à partir du 01/01/2024 { n | valeur
  1 | 500
  sinon | 900 } }`;
const POLICY = `barème 1
politique p "Politique" version "1"
  en vigueur du 01/01/2024
  utilise v
cotation §c "Grille" cumulables {
  rubrique r "Rubrique" cumulables, plafonnée à 20 points {
    critère §x "Premier" : 10 points si lieu est ville réf "CCH L.441-1"
    critère attente : 1 point par mois révolu depuis dépôt
    critère t selon n { moins de 3 personnes : 0 point ; à partir de 3 personnes : 5 points }
  }
  critère y : 2 points si loyer plus de plafond(§n) et loyer plus de §400 € par mois
}
classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;
const BESIDE = `barème 1
variante w de p version "1" { fixe §x : §3 points }
exemple "Un ménage" de p { dépôt : 01/01/2024 ; b : oui ; lieu : ville ; loyer : 300 € par mois ; n : 1 ; date d'examen : 01/02/2024 ; attendu : note 11 }`;

let client: TestClient;
beforeEach(async () => {
    client = await testClient({ examples: ({ project }) => project.examples.map(({ at }) => ({ at, passed: false, found: 'note 12', missing: [] })) });
    await client.send({ 'v.bareme': VOCABULARY, 'p.bareme': marked(POLICY).text, 'b.bareme': marked(BESIDE).text });
    expect([...client.published.values()].flat().filter(({ severity }) => severity === 1)).toEqual([]);
});
afterEach(() => client.close());

const document = (path: string): { readonly textDocument: { readonly uri: string } } => ({ textDocument: { uri: client.uriOf(path) } });
const place = (path: string, { positions }: MarkedText, mark: number) => ({ ...document(path), position: positions[mark] ?? expect.fail('no mark') });
const hover = async (path: string, text: string, mark: number): Promise<string> => {
    const found = (await client.connection.sendRequest(HoverRequest.type, place(path, marked(text), mark))) as Hover | null;
    return (found?.contents as MarkupContent | undefined)?.value ?? '';
};

/** The labels proposed at the mark of a text, in the order shown, and the text once the first is taken. */
async function proposed(written: string): Promise<{ readonly labels: readonly string[]; readonly items: readonly CompletionItem[] }> {
    const text = marked(written);
    await client.open('t.bareme', text.text);
    const list = (await client.connection.sendRequest(CompletionRequest.type, place('t.bareme', text, 0))) as CompletionList;
    const items = [...list.items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
    return { labels: items.map(({ label }) => label), items };
}

const IN_POLICY = 'barème 1\npolitique q version "1"\n  en vigueur du 01/01/2024\n  utilise v\n';

describe('what a word is', () => {
    test('a critère: its clause, reach, law and uses; in a variant, before and after', async () => {
        const own = await hover('p.bareme', POLICY, 1);
        expect(own).toContain('**le critère x** — Premier');
        expect(own).toContain('Peut donner : jusqu’à 10 points.');
        expect(own).toContain('Sert : CCH L.441-1.');
        expect(own).toContain('Nommé 1 fois ailleurs : 1 variante.');
        const edited = await hover('b.bareme', BESIDE, 0);
        expect(edited).toMatch(/\*\*Avant\*\* : .*10 points/);
        expect(edited).toMatch(/\*\*Après\*\* : .*3 points/);
        const number = await hover('b.bareme', BESIDE, 1);
        expect(number).toMatch(/^\*\*3 points\*\* — Un nombre de points/);
        expect(number).toMatch(/\*\*Avant\*\* : .*10 points[^]*\*\*Après\*\* : .*3 points/);
        expect(await hover('p.bareme', POLICY, 3)).not.toContain('Avant');
    });

    test('a fact: type, bounds, column, proof; a number: what it means', async () => {
        const fact = marked(VOCABULARY.replace('loyer :', '§loyer :'));
        const found = (await client.connection.sendRequest(HoverRequest.type, place('v.bareme', fact, 0))) as Hover | null;
        const text = (found?.contents as MarkupContent | undefined)?.value ?? '';
        expect(text).toContain('Un montant par mois, de 0 à 2\u202f000 € par mois.');
        expect(text).toContain('colonne « LOYER »');
        expect(text).toContain('Un justificatif est exigé');
        expect(await hover('p.bareme', POLICY, 3)).toContain('Soit 4\u202f800 € par an.');
    });
});

describe('completion', () => {
    test('the phrases of the grammar, begun or not, without accents', async () => {
        expect((await proposed('barème 1\npolitique q version "1"\n  en vig§')).labels).toEqual(['en vigueur du']);
        const { items } = await proposed('barème 1\npolitique q version "1"\n  deli§');
        expect(items.map(({ label }) => label)).toEqual(['délibérée le']);
        expect(
            applied(
                'barème 1\npolitique q version "1"\n  deli',
                items[0]?.textEdit === undefined || !('range' in items[0].textEdit) ? [] : [items[0].textEdit],
            ),
        ).toBe('barème 1\npolitique q version "1"\n  délibérée le');
    });

    test('names and values whose type fits, before the others', async () => {
        const condition = await proposed(`${IN_POLICY}cotation c { critère k : 1 point si §`);
        expect(condition.labels).toEqual(expect.arrayContaining(['b', 'lieu', 'loyer', 'double', 'plafond', 'nombre de']));
        const value = await proposed(`${IN_POLICY}cotation c { critère k : 1 point si lieu est §`);
        expect(value.labels.slice(0, 2)).toEqual(['bourg', 'ville']);
        expect(value.labels.indexOf('loyer')).toBeGreaterThan(value.labels.indexOf('lieu'));
        expect(value.items.find(({ label }) => label === 'ville')?.detail).toContain('En centre');
        const amount = await proposed(`${IN_POLICY}cotation c { critère k : 1 point si loyer plus de §`);
        expect(amount.labels).toContain('400 € par mois');
        expect((await proposed(`${IN_POLICY}cotation c { critère k : 1 point si logement.§`)).labels).toContain('commune');
    });

    test('in the middle of a file, after a statement that is not finished', async () => {
        const { labels } = await proposed(`${IN_POLICY}cotation c { critère k : \n critère d : 1 point si lo§ }\nclassement { note déclarée }`);
        expect(labels).toContain('loyer');
    });

    test('critères of the version in a variant and in what an example expects, facts in an example', async () => {
        expect((await proposed('barème 1\nvariante z de p version "1" { fixe §')).labels).toEqual(expect.arrayContaining(['x', 'y', 'attente']));
        expect((await proposed('barème 1\nexemple "e" de p version "1" { attendu : note 3 dont §')).labels).toEqual(expect.arrayContaining(['x', 'r']));
        expect((await proposed('barème 1\nexemple "e" de p version "1" { lieu : §')).labels.slice(0, 2)).toEqual(['bourg', 'ville']);
        expect((await proposed('barème 1\nexemple "e" de p version "1" { loy§')).labels).toEqual(['loyer']);
    });

    test('whole clauses, texts of law, versions; nothing in a comment', async () => {
        const { items } = await proposed(`${IN_POLICY}cotation c { §`);
        expect(items.find(({ label }) => label.startsWith('critère … :'))?.insertTextFormat).toBe(2);
        expect((await proposed(`${IN_POLICY}cotation c { critère k : 1 point réf "§`)).labels).toContain('CCH L.441-1');
        expect((await proposed('barème 1\nvariante z de p version "§')).labels).toEqual(['1']);
        expect((await proposed(`${IN_POLICY}// cri§`)).labels).toEqual([]);
    });
});

describe('completion by what words mean', () => {
    const inCritère = (words: string): string => `${IN_POLICY}cotation c { critère k : 1 point si ${words}§`;

    test('what may be said of a fact depends on its type', async () => {
        const after = async (fact: string): Promise<readonly string[]> => (await proposed(inCritère(`${fact} `))).labels;
        const [amount, date, value, several, yes] = [await after('loyer'), await after('dépôt'), await after('lieu'), await after('lieux'), await after('b')];
        expect(amount.slice(0, 3)).toEqual(['à partir de', 'au moins', 'au plus']);
        expect(amount).toEqual(expect.arrayContaining(['moins de', 'au plus', 'de', 'parmi', 'renseigné', 'et']));
        expect(amount.filter((word) => ['avant le', 'après le', 'contient'].includes(word))).toEqual([]);
        expect(date).toEqual(expect.arrayContaining(['avant le', 'après le', 'à partir du']));
        expect(date.filter((word) => ['moins de', 'au moins', 'contient', 'par'].includes(word))).toEqual([]);
        expect(value).toEqual(expect.arrayContaining(['est', 'n’est pas', 'parmi', 'hors']));
        expect(value.filter((word) => ['moins de', 'avant le', 'contient', 'par'].includes(word))).toEqual([]);
        expect(several).toEqual(expect.arrayContaining(['contient', 'hors']));
        expect(several.filter((word) => ['est', 'moins de'].includes(word))).toEqual([]);
        expect(yes.filter((word) => ['moins de', 'contient', 'par'].includes(word))).toEqual([]);
        expect(yes).toEqual(expect.arrayContaining(['et', 'ou']));
        expect((await proposed(`${IN_POLICY}cotation c { critère k selon n { §`)).labels).not.toContain('avant le');
        expect((await proposed(inCritère('loyer au m'))).labels[0]).toBe('au moins');
        expect((await proposed(inCritère('lieu au m'))).labels).not.toContain('au moins');
    });

    test('a fact is found by its title, a whole condition by the words of its value; each shows its title', async () => {
        const { items } = await proposed(inCritère('depo'));
        expect(items.map(({ label, labelDetails }) => [label, labelDetails?.description])).toEqual([['dépôt', 'Date de la demande']]);
        expect((await proposed(inCritère('demande'))).labels).toEqual(['dépôt']);
        expect((await proposed(inCritère('vil'))).labels).toEqual(['lieu est ville', 'lieux contient ville']);
        expect((await proposed(inCritère('centre'))).labels).toEqual(['lieu est ville', 'lieux contient ville']);
        expect((await proposed(inCritère('quart'))).labels).toEqual(['logement.qpv']);
        expect((await proposed(inCritère('envoy'))).labels).toEqual(['courriers contient sens parti']);
        expect((await proposed(inCritère(''))).labels).not.toContain('lieu est ville');
        expect((await proposed(`${IN_POLICY}cotation c { critère k selon vil§`)).labels).not.toContain('lieu est ville');
    });

    test('what people say in several words is found by all of them, small ones left out', async () => {
        const first = async (words: string): Promise<string | undefined> => (await proposed(inCritère(words))).labels[0];
        expect(await first('en centre')).toBe('lieu est ville');
        expect(await first('en cen')).toBe('lieu est ville');
        expect(await first('date de la demande')).toBe('dépôt');
        expect(await first("date d'une dem")).toBe('dépôt');
        expect(await first('b et quartier prio')).toBe('logement.qpv');
        expect((await proposed(inCritère('en banlieue'))).labels).toEqual([]);
        // What names a fact already is followed by what may be said of it.
        expect((await proposed(inCritère('loyer '))).labels[0]).toBe('à partir de');
        const { items } = await proposed(inCritère('en cen'));
        expect(applied(inCritère('en cen').replace('§', ''), items[0]?.textEdit !== undefined && 'range' in items[0].textEdit ? [items[0].textEdit] : [])).toBe(
            inCritère('lieu est ville').replace('§', ''),
        );
    });

    test('where nothing has all the words typed, what has one of them', async () => {
        expect((await proposed(inCritère('quartier sensible'))).labels[0]).toBe('logement.qpv');
        expect((await proposed(inCritère('zut sensible'))).labels).toEqual([]);
        // Enter, after a name or a value that is written whole, begins a line.
        for (const whole of [
            'zut_prioritaire',
            'lieu est zut_centre',
            'dépôt avant le 01/01/2024',
            'depuis dépôt au moins 2 ans',
            'loyer plus de 400 € par mois',
        ])
            expect([whole, (await proposed(inCritère(whole))).items.filter(({ kind }) => kind !== 14).map(({ label }) => label)]).toEqual([whole, []]);
    });

    test('an example is given the facts of the demand, of the dwelling in its block, the fields of dated facts in theirs', async () => {
        const inExample = async (words: string): Promise<readonly string[]> =>
            (await proposed(`barème 1\nexemple "e" de p version "1" { dépôt : 01/01/2024 ; ${words}§`)).labels;
        const demand = await inExample('');
        expect(demand).toEqual(expect.arrayContaining(['lieu', 'courriers', 'double', 'date d’examen']));
        expect(demand.filter((word) => ['commune', 'qpv', 'sens'].includes(word))).toEqual([]);
        expect((await inExample('logement { ')).filter((word) => !word.includes(' '))).toEqual(expect.arrayContaining(['commune', 'qpv']));
        expect(await inExample('logement { ')).not.toContain('lieu');
        expect(await inExample('courriers { ')).toContain('sens');
        expect(await inExample('courriers { ')).not.toContain('commune');
    });

    test('a line that cannot be read silences none of those below', async () => {
        const { labels } = await proposed(
            `${IN_POLICY}cotation c {\n critère a : 1 point si b\n cabri zut "Sans toit" : 40 points si sans ab\n critère d : 2 points si b\n cri§\n}\n// L’ordre.\nclassement { note déclarée }`,
        );
        expect(labels[0]).toMatch(/^critère …/);
    });

    test('a blank of a clause is nothing typed', async () => {
        const { items } = await proposed(`${inCritère('condition')}\n }`);
        expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['b', 'lieu', 'loyer']));
        expect(items.every(({ filterText }) => filterText === 'condition')).toBe(true);
        expect((await proposed(`${inCritère('condition d')}`)).labels).not.toContain('b');
    });

    test('whole clauses come first where a statement begins, last elsewhere, with the version of the file', async () => {
        const first = await proposed(`${IN_POLICY}cotation c { §`);
        expect(first.labels[0]).toMatch(/^critère … /);
        expect((await proposed(inCritère('loyer '))).labels.at(-1)).toMatch(/^(critère|rubrique) … /);
        const example = (await proposed('barème 1\nexem§')).items.find(({ label }) => label.startsWith('exemple …'));
        expect(example?.textEdit).toMatchObject({
            newText: expect.stringMatching(/de \$\{2:p\} version "\$\{3:1\}"[^]*d’examen : \$\{6:01\/01\/2024\}/) as string,
        });
    });
});

describe('around the text', () => {
    test('hints say what each part may give, and what unsaid lines give', async () => {
        const hints = await client.connection.sendRequest(InlayHintRequest.type, {
            ...document('p.bareme'),
            range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
        });
        const shown = (hints ?? []).map(({ position, label }) => `${position.line} ${typeof label === 'string' ? label : ''}`);
        expect(shown).toContain('5 jusqu’à 20 points');
        expect(shown).toContain('8 non renseigné : à compléter · sans objet : 0 point');
        const words = await client.connection.sendRequest(InlayHintRequest.type, {
            ...document('v.bareme'),
            range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
        });
        expect((words ?? []).map(({ label }) => label)).toContain('de 0 à 18 personnes');
    });

    test('lenses show examples, variants and the leases of the last replay, as long as the text is the one replayed', async () => {
        const titles = async (path: string): Promise<readonly string[]> =>
            ((await client.connection.sendRequest(CodeLensRequest.type, document(path))) ?? []).map(({ command }) => command?.title ?? '');
        expect(await titles('b.bareme')).toEqual(['✗ contredit : note 12']);
        expect(await titles('p.bareme')).toEqual(['Rejouer', 'Expliquer une demande', 'Modifié par la variante « w »']);
        const { text } = marked(POLICY);
        await client.connection.sendNotification(LAST_RUN, {
            files: [{ uri: client.uriOf('p.bareme'), text }],
            clauses: [{ scope: 'politique p « 1 »', name: 'y', leases: 12 }],
        });
        expect(await titles('p.bareme')).toContain('12 baux décidés par cette clause au dernier rejeu');
        await client.open('p.bareme', `${text}\n`);
        expect(await titles('p.bareme')).not.toContain('12 baux décidés par cette clause au dernier rejeu');
    });

    test('tables and roundings say what they take', async () => {
        const help = await client.connection.sendRequest(SignatureHelpRequest.type, place('p.bareme', marked(POLICY), 2));
        expect(help?.signatures[0]?.label).toBe('plafond(n : un nombre de personnes) : un montant par mois');
        const rounding = marked('barème 1\nvocabulaire z utilise v { déduit k : entier = arrondi supérieur (n ; §');
        await client.open('t.bareme', rounding.text);
        expect((await client.connection.sendRequest(SignatureHelpRequest.type, place('t.bareme', rounding, 0)))?.activeParameter).toBe(1);
    });

    test('texts of law lead to where they are published', async () => {
        const links = (await client.connection.sendRequest(DocumentLinkRequest.type, document('p.bareme'))) ?? [];
        expect(links.map(({ range, target }) => [wordsAt(marked(POLICY).text, range), new URL(target ?? '').hostname])).toEqual([
            ['CCH L.441-1', 'www.legifrance.gouv.fr'],
        ]);
    });

    test('names have the colours of what they name', async () => {
        const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, document('p.bareme'));
        const legend = client.announced.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
        const types = (tokens?.data ?? []).filter((_, index) => index % 5 === 3).map((type) => legend[type]);
        expect(types.slice(0, 6)).toEqual(['namespace', 'namespace', 'namespace', 'class', 'class', 'method']);
    });

    test('names are found in the whole workspace, accents left out', async () => {
        const found = (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'DEPOT' })) ?? [];
        expect(found.map(({ name, containerName }) => [name, containerName])).toEqual([['dépôt', 'fait · vocabulaire v']]);
    });

    test('a selection grows from the word to the critère, the rubrique and the file', async () => {
        const { text, positions } = marked(POLICY);
        const [range] = (await client.connection.sendRequest(SelectionRangeRequest.type, { ...document('p.bareme'), positions: positions.slice(1, 2) })) ?? [];
        const grown: string[] = [];
        for (let each: SelectionRange | undefined = range; each !== undefined; each = each.parent) grown.push(wordsAt(text, each.range));
        expect(grown[0]).toBe('x');
        expect(grown.some((words) => words.startsWith('critère x') && words.endsWith('"CCH L.441-1"'))).toBe(true);
        expect(grown.at(-1)?.startsWith('barème 1')).toBe(true);
        for (const [index, words] of grown.entries()) expect(grown[index + 1] ?? words).toContain(words);
    });

    test('a closing brace lays out its statement, and nothing after it', async () => {
        const text = marked(
            `${IN_POLICY}cotation c {\ncritère   k : 1 point }§\ncotation   d { critère e : 1 point }\nclassement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`,
        );
        await client.open('t.bareme', text.text);
        const edits = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
            ...place('t.bareme', text, 0),
            ch: '}',
            options: { tabSize: 2, insertSpaces: true },
        });
        const after = applied(text.text, edits ?? []);
        expect(after).toContain('  critère k : 1 point');
        expect(after).toContain('cotation   d');
    });

    test('a selection is laid out, and no line outside it', async () => {
        const text = marked(`${IN_POLICY}cotation c {\n§critère   k : 1 point§\ncritère   l : 2 points\n}\n`);
        await client.open('t.bareme', text.text);
        const [start, end] = text.positions;
        const edits = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
            ...document('t.bareme'),
            range: { start: start ?? expect.fail(), end: end ?? expect.fail() },
            options: { tabSize: 2, insertSpaces: true },
        });
        expect(applied(text.text, edits ?? [])).toBe(`${IN_POLICY}cotation c {\n  critère k : 1 point\ncritère   l : 2 points\n}\n`);
    });

    test('what names a thing is told in order: declaration, rules, then edits by variants, then examples', async () => {
        const beside = `${marked(BESIDE).text}\nexemple "Autre" de p { lieu : ville ; date d’examen : 01/02/2024 ; attendu : note 11 dont x 10 }`;
        await client.send({ 'b.bareme': beside });
        const found = await client.connection.sendRequest(ReferencesRequest.type, {
            ...place('p.bareme', marked(POLICY), 1),
            context: { includeDeclaration: true },
        });
        const sources = new Map([
            [client.uriOf('p.bareme'), marked(POLICY).text],
            [client.uriOf('b.bareme'), beside],
        ]);
        const lines = (found ?? []).map(({ uri, range }) => (sources.get(uri) ?? '').split('\n')[range.start.line]?.trim().split(' ')[0]);
        expect(lines).toEqual(['critère', 'variante', 'exemple']);
    });

    test('all that mends itself is mended at once, as on saving', async () => {
        const wrong = marked(
            `${IN_POLICY}cotation c {\n  critère longue attente "L" : 1 point par moi révolu depuis dépôt\n}\nclassement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`,
        );
        await client.open('t.bareme', wrong.text);
        for (const only of ['source.fixAll', 'source.fixAll.bareme']) {
            const params = {
                ...document('t.bareme'),
                range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
                context: { diagnostics: [], only: [only] },
            };
            const [action, ...others] = ((await client.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as readonly CodeAction[];
            expect(others).toEqual([]);
            const mended = applied(wrong.text, action?.edit?.changes?.[client.uriOf('t.bareme')] ?? []);
            expect(mended).toContain('critère longue_attente "L" : 1 point par mois révolu depuis dépôt');
        }
    });
});
