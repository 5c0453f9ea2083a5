import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CodeActionRequest, type CodeAction, type Range } from 'vscode-languageserver/node';
import { compileSources } from '@bareme/language';
import { exampleResults } from '@bareme/cli/examples';
import { testClient, type TestClient } from './client.js';
import { applied, marked } from './marked.js';

const VOCABULARY = `barème 1
vocabulaire v "Mots" { demande { dép : date rôle dépôt ; b : oui/non ; c : oui/non ; n : entier de 0 à 9 } }`;
const policy = (scoring: string): string => `barème 1
politique p "P" version "1" en vigueur du 01/01/2024 utilise v
${scoring}
classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;
const COMMANDS = { versionCommand: 'version', exampleCommand: 'exemple' };

let client: TestClient;
beforeEach(async () => {
    client = await testClient({}, COMMANDS);
    await client.send({ 'v.bareme': VOCABULARY });
});
afterEach(() => client.close());

async function actionsAt(path: string, range: Range, only: string): Promise<readonly CodeAction[]> {
    const params = { textDocument: { uri: client.uriOf(path) }, range, context: { diagnostics: [], only: [only] } };
    return ((await client.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as readonly CodeAction[];
}

/** The text with what lies between its two marks put in a rubrique; nothing where it cannot be. */
async function extracted(written: string): Promise<string | undefined> {
    const { text, positions } = marked(written);
    const [start, end] = positions;
    if (start === undefined || end === undefined) throw new Error('two marks');
    await client.open('p.bareme', text);
    const [action] = await actionsAt('p.bareme', { start, end }, 'refactor.extract');
    return action && applied(text, action.edit?.changes?.[client.uriOf('p.bareme')] ?? []);
}

describe('criteria put in a rubrique', () => {
    test('line by line, comments kept', async () => {
        const scoring = (body: string): string => policy(`cotation g "Grille", cumulables {\n${body}\n}`);
        const [x, y] = ['  critère x : 1 point si b', '  // Voir l’annexe.\n  critère y : 2 points si c'];
        expect(await extracted(scoring(`  cri§tère x : 1 point si b\n  // Voir l’annexe.\n  critère y : 2§ points si c`))).toBe(
            scoring(`  rubrique nouvelle_rubrique "Nouvelle rubrique", cumulables {\n${`${x}\n${y}`.replace(/^/gm, '  ')}\n  }`),
        );
    });

    test.each([
        ['the most favourable of some is not that of all', 'cotation g "Grille", le plus favorable { §critère x : 1 point si b critère y : 2 points si c§ }'],
        ['a cursor selects nothing', 'cotation g "Grille" cumulables { cri§§tère x : 1 point si b }'],
        ['a word is no criterion', 'cotation g "Grille" cumulables { critère x : 1 point si §b§ }'],
        [
            'of two rubriques',
            'cotation g "Grille" cumulables { rubrique r cumulables { §critère x : 1 point si b } rubrique t cumulables { critère y : 2 points si c§ } }',
        ],
        [
            'a rubrique among them',
            'cotation g "Grille" cumulables { §critère x : 1 point si b rubrique t cumulables { critère y : 2 points si c } critère z : 3 points§ }',
        ],
    ])('not where %s', async (_, scoring) => {
        expect(await extracted(policy(scoring))).toBeUndefined();
    });

    test('gives every household the note that it had', async () => {
        const criterion = fc.record({
            points: fc.integer({ min: -9, max: 9 }).filter((points) => points !== 0),
            condition: fc.constantFrom('b', 'c', 'non b', 'n plus de 4'),
        });
        const group = fc.record({
            criteria: fc.array(criterion, { minLength: 1, maxLength: 5 }),
            limits: fc.constantFrom('', ', plafonnée à 6 points', ', plancher -3 points', ', majorée de 10 %, arrondie inférieur'),
            from: fc.nat(4),
            to: fc.nat(4),
        });
        await fc.assert(
            fc.asyncProperty(group, async ({ criteria, limits, from, to }) => {
                const texts = criteria.map(({ points, condition }, index) => `critère k${index} : ${points} points si ${condition}`);
                const [first, last] = [Math.min(from, to, texts.length - 1), Math.min(Math.max(from, to), texts.length - 1)];
                const marks = texts.map((text, index) => `${index === first ? '§' : ''}${text}${index === last ? '§' : ''}`);
                const before = policy(`cotation g "Grille" cumulables${limits} { ${texts.join(' ')} }`);
                const after = await extracted(policy(`cotation g "Grille" cumulables${limits} { ${marks.join(' ')} }`));
                expect(after).toBeDefined();
                expect(notes(after ?? '')).toEqual(notes(before));
            }),
            { numRuns: 12, seed: 12 },
        );
    });
});

const HOUSEHOLDS = [
    'b : oui ; c : oui ; n : 1',
    'b : non ; c : oui ; n : 9',
    'b : oui ; c : non ; n : 5',
    'b : non ; c : non ; n : 0',
    'b : non renseigné ; c : oui ; n : 5',
];

/** What every household gets, in words. */
function notes(text: string): readonly string[] {
    const examples = HOUSEHOLDS.map((facts, index) => `exemple "${index}" de p version "1" { ${facts} ; date d’examen : 01/03/2024 ; attendu : note 0 }`);
    const compilation = compileSources([
        { path: 'v.bareme', text: VOCABULARY },
        { path: 'p.bareme', text: `${text}\n${examples.join('\n')}` },
    ]);
    expect(compilation.diagnostics.filter(({ severity, code }) => severity === 'error' && !code.startsWith('BAR6'))).toEqual([]);
    return exampleResults(compilation).map(({ found }) => found);
}

describe('what the client writes', () => {
    const { text, positions } = marked(policy('cotation g "Grille" cumulables { critère §x : 1 point si b }').replace('politique p', 'politique §p'));
    const [header, criterion] = positions;

    test('the next version from the header of a policy, an example from a criterion, nothing from elsewhere', async () => {
        await client.open('p.bareme', text);
        const at = async (position = { line: 0, character: 0 }): Promise<unknown> =>
            (await actionsAt('p.bareme', { start: position, end: position }, 'refactor')).map(({ title, command }) => [title, command]);
        const version = 'Écrire la version qui succède à « p » 1';
        expect(await at(header)).toEqual([[version, { title: version, command: 'version', arguments: [{ policy: 'p', version: '1' }] }]]);
        const example = 'Écrire un exemple du critère « x »';
        const end = { line: 2, character: (text.split('\n')[2] ?? '').lastIndexOf(' }') };
        expect(await at(end)).toEqual([[example, { title: example, command: 'exemple', arguments: [{ policy: 'p', version: '1', criterion: 'x' }] }]]);
        expect(await at(criterion)).toEqual([[example, { title: example, command: 'exemple', arguments: [{ policy: 'p', version: '1', criterion: 'x' }] }]]);
        expect(await at({ line: 0, character: 0 })).toEqual([]);
    });

    test('nothing for a client that has no such command', async () => {
        await client.close();
        client = await testClient();
        await client.send({ 'v.bareme': VOCABULARY });
        await client.open('p.bareme', text);
        for (const position of [header, criterion])
            if (position !== undefined) expect(await actionsAt('p.bareme', { start: position, end: position }, 'refactor')).toEqual([]);
    });
});

describe('an example that lacks facts', () => {
    const RULES = policy(`cotation g "Grille" cumulables {
  critère x : 1 point si b
  critère y : 2 points si n plus de 4 personnes et l est bon
  critère z : 1 point par mois révolu depuis dép
}`).replace('utilise v', 'utilise w');
    const WORDS = `barème 1
vocabulaire w { énumération L { bon ; mauvais ; autre }
  demande { dép : date rôle dépôt ; b : oui/non ; n : entier de 0 à 9 personnes ; l : L ; lieu : code } }`;
    const title = 'Donner les faits qui manquent à la note : ';
    const SNIPPETS = { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } };

    /** The actions at the mark, once the files are known to a client that fills in, or does not. */
    async function asked(written: string, capabilities = {}): Promise<readonly CodeAction[]> {
        await client.close();
        client = await testClient({ examples: exampleResults }, {}, capabilities);
        await client.send({ 'w.bareme': WORDS, 'p.bareme': RULES });
        const { text, positions } = marked(written);
        await client.open('e.bareme', text);
        const [at] = positions;
        return at === undefined ? [] : actionsAt('e.bareme', { start: at, end: at }, 'quickfix');
    }
    const given = async (written: string): Promise<string> => {
        const [action] = await asked(written);
        return applied(marked(written).text, action?.edit?.changes?.[client.uriOf('e.bareme')] ?? []);
    };
    const multiline = 'barème 1\nexemple "Ménage" de p version "1" {\n  b : oui ;\n  date d’exa§men : 01/03/2024\n  attendu : note 3\n}\n';

    test('is given them by the bulb, in its own layout, and its note is then known', async () => {
        const [action] = await asked(multiline);
        expect(action?.title).toBe(`${title}dép, l, n`);
        const lines = await given(multiline);
        expect(lines).toContain('  b : oui ;\n  dép : 01/01/2024 ;\n  l : autre ;\n  n : 1 personne ;\n  date d’examen : 01/03/2024\n');
        const flat = await given('barème 1\nexemple "M§énage" de p version "1" { b : oui ; date d’examen : 01/03/2024 ; attendu : note 3 }');
        expect(flat).toContain('{ b : oui ; dép : 01/01/2024 ; l : autre ; n : 1 personne ; date d’examen');
        for (const text of [lines, flat]) {
            const compiled = compileSources([
                { path: 'w.bareme', text: WORDS },
                { path: 'p.bareme', text: RULES },
                { path: 'e.bareme', text },
            ]);
            expect(compiled.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
            expect(exampleResults(compiled)).toMatchObject([{ found: 'note 3', passed: true, missing: [] }]);
        }
    });

    test('wherever the cursor is in it, at the end of a line too', async () => {
        for (const place of ['note 3§', '}§']) expect((await asked(multiline.replace('§', '').replace(place.replace('§', ''), place))).length, place).toBe(1);
    });

    test('with places to fill in where the editor has them, and values to choose', async () => {
        const [action] = await asked(multiline, SNIPPETS);
        const [change] = action?.edit?.documentChanges ?? [];
        expect(change).toMatchObject({
            edits: [{ snippet: { value: 'dép : ${1:01/01/2024} ;\nl : ${2|autre,bon,mauvais|} ;\nn : ${3:1 personne} ;\n' } }],
        });
    });

    test('nothing where nothing lacks, nor outside an example', async () => {
        const whole =
            'barème 1\nexemple "M§" de p version "1" { b : oui ; dép : 01/01/2024 ; l : bon ; n : 1 ; date d’examen : 01/03/2024 ; attendu : note 3 }';
        expect(await asked(whole)).toEqual([]);
        expect(await asked('bar§ème 1\nexemple "M" de p version "1" { date d’examen : 01/03/2024 ; attendu : note 3 }')).toEqual([]);
    });
});
