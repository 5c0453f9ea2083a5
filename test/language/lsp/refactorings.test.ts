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
