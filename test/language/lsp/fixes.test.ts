import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CodeActionRequest, type CodeAction } from 'vscode-languageserver/node';
import { compileSources } from '@bareme/language';
import { testClient, type TestClient } from './client.js';
import { applied } from './marked.js';

const VOCABULARY = `barème 1
vocabulaire v "Mots" {
  demande { dép : date rôle dépôt ; b : oui/non ; n : entier de 0 à 9 personnes ; taux : ratio ; r : montant par mois ; d : date ; s : S }
  énumération S { un ; deux ; trois }
}`;
const policy = (criteria: string): string => `barème 1
politique p "P" version "1" en vigueur du 01/01/2024 utilise v
cotation g "Grille" cumulables {
${criteria}
}
classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`;

let client: TestClient;
beforeEach(async () => {
    client = await testClient();
});
afterEach(() => client.close());

/** The mends of the findings of a code, each with the text that it gives. */
async function mends(code: string, text: string): Promise<readonly (readonly [string, string])[]> {
    await client.send({ 'v.bareme': VOCABULARY });
    await client.open('p.bareme', text);
    const uri = client.uriOf('p.bareme');
    const finding = (client.published.get(uri) ?? []).find((diagnostic) => diagnostic.code === code) ?? expect.fail(`no ${code}`);
    const params = { textDocument: { uri }, range: finding.range, context: { diagnostics: [finding], only: ['quickfix'] } };
    const actions = ((await client.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as readonly CodeAction[];
    const own = actions.filter(({ diagnostics }) => diagnostics?.some((diagnostic) => diagnostic.code === code) === true);
    return own.map(({ title, edit }) => [title, applied(text, edit?.changes?.[uri] ?? [])]);
}

const codesOf = (text: string): readonly string[] =>
    compileSources([
        { path: 'v.bareme', text: VOCABULARY },
        { path: 'p.bareme', text },
    ]).diagnostics.map(({ code }) => code);

/** Each mend leaves no finding of the kind; its words are those that the author chooses by. */
async function expectMends(code: string, criteria: string, titles: readonly string[]): Promise<void> {
    const found = await mends(code, policy(criteria));
    expect(found.map(([title]) => title)).toEqual(titles);
    for (const [title, text] of found) expect([title, codesOf(text).filter((other) => other === code || other.startsWith('BAR1'))]).toEqual([title, []]);
}

describe('a hole between two lines', () => {
    test.each([
        [
            'taux { moins de 33 % : 0 point ; plus de 33 % : 8 points ; non renseigné : à compléter }',
            ['moins de 33 %', 'jusqu’à 33 %'],
            ['plus de 33 %', 'à partir de 33 %'],
        ],
        [
            'n { de 0 à 2 personnes : 0 point ; de 5 à 9 personnes : 8 points ; non renseigné : à compléter }',
            ['de 0 à 2 personnes', 'de 0 à moins de 5'],
            undefined,
        ],
        [
            'r { moins de 900 € par mois : 9 points ; à partir de 1 200 € par mois : 0 point ; non renseigné : à compléter }',
            ['moins de 900 € par mois', 'moins de 1 200 € par mois'],
            ['à partir de 1 200 € par mois', 'à partir de 900 € par mois'],
        ],
        [
            'd { avant le 01/01/2020 : 9 points ; après le 01/01/2020 : 0 point ; non renseigné : à compléter }',
            ['avant le 01/01/2020', 'jusqu’au 01/01/2020'],
            ['après le 01/01/2020', 'à partir du 01/01/2020'],
        ],
    ])('%s', async (lines, first, second) => {
        const title = ([written, words]: readonly string[]): string => `Remplacer « ${written ?? ''} » par « ${words ?? ''} »`;
        await expectMends('BAR401', `critère x selon ${lines}`, [
            title(first),
            ...(second === undefined ? [] : [title(second)]),
            'Ajouter « sinon : 0 point »',
        ]);
    });

    test('a value that no line has', () =>
        expectMends('BAR401', 'critère x selon s { un : 1 point ; deux : 2 points ; non renseigné : à compléter }', ['Ajouter « sinon : 0 point »']));
});

describe('two lines that meet a value', () => {
    test('at their common bound', () =>
        expectMends('BAR402', 'critère x selon taux { jusqu’à 33 % : 0 point ; à partir de 33 % : 8 points ; non renseigné : à compléter }', [
            'Remplacer « jusqu’à 33 % » par « moins de 33 % »',
            'Remplacer « à partir de 33 % » par « plus de 33 % »',
            'Supprimer cette ligne',
        ]));

    test('over a stretch', () =>
        expectMends('BAR402', 'critère x selon r { jusqu’à 900 € par mois : 9 points ; plus de 800 € par mois : 0 point ; non renseigné : à compléter }', [
            'Remplacer « jusqu’à 900 € par mois » par « jusqu’à 800 € par mois »',
            'Remplacer « plus de 800 € par mois » par « plus de 900 € par mois »',
            'Supprimer cette ligne',
        ]));

    test('a value written twice', () =>
        expectMends('BAR402', 'critère x selon s { un : 1 point ; parmi (un ; deux) : 2 points ; sinon : 0 point ; non renseigné : à compléter }', [
            'Supprimer cette ligne',
        ]));
});

describe('a fact that no vocabulary declares', () => {
    test.each([
        ['1 point si zut', 'zut', 'oui/non'],
        ['1 point si b et non zut', 'zut', 'oui/non'],
        ['1 point si zut plus de 3', 'zut', 'entier'],
        ['1 point si zut moins de 1 000 € par mois', 'zut', 'montant par mois'],
        ['1 point si zut au moins 33 %', 'zut', 'ratio'],
        ['1 point par mois révolu depuis zut, plafonné à 9 points', 'zut', 'date'],
    ])('%s', async (clause, name, type) => {
        const found = await mends('BAR201', policy(`critère x : ${clause}`));
        const [, text] = found.find(([title]) => title === `Déclarer le fait « ${name} » : ${type}`) ?? expect.fail(JSON.stringify(found));
        expect(codesOf(text).filter((code) => code === 'BAR201' || code.startsWith('BAR1'))).toEqual([]);
        expect(text).toContain(`vocabulaire v {\n  demande { ${name} : ${type} }\n}`);
    });

    test('goes with the other facts of the demand where the file declares some', async () => {
        const own = `${policy('critère x : 1 point si zut')}\nvocabulaire v { demande { autre : oui/non } }`;
        expect((await mends('BAR201', own)).map(([, text]) => text)).toContain(own.replace('demande { autre', 'demande { zut : oui/non ; autre'));
    });

    test('is not guessed where its place says nothing of its type', async () => {
        for (const condition of ['zut est b', 'zut plus de 3 personnes'])
            expect(await mends('BAR201', policy(`critère x : 1 point si ${condition}`))).toEqual([]);
    });
});

describe('a list that the policy does not have', () => {
    test('is declared before the clause that reads it, and the clause is told never to be met until it is filled in', async () => {
        const text = policy('  critère x : 1 point si s parmi connus');
        const found = await mends('BAR203', text);
        expect(found.map(([title]) => title)).toEqual(['Déclarer la liste « connus », à remplir']);
        const [, mended = ''] = found[0] ?? [];
        expect(mended).toBe(text.replace('cotation g', 'liste connus { }\n\ncotation g'));
        expect(codesOf(mended)).toEqual(['BAR416']);
        expect(codesOf(mended.replace('connus { }', 'connus { un }'))).toEqual([]);
    });

    test('is not written in a variant, which has no list of its own', async () => {
        const variant = `barème 1\nvariante w "W" de p version "1" { ajoute à cotation g : critère y : 2 points si s parmi connus }`;
        expect(await mends('BAR203', `${policy('critère x : 1 point si b')}\n${variant.slice('barème 1\n'.length)}`)).toEqual([]);
    });
});

describe('an exclusion', () => {
    const others = 'exclusion autre "Autre" : si n plus de 3 personnes, motif "Ménage trop grand" réf "CCH R.441-2-8"';
    test.each([
        ['exclusion e "Sans b" : si b, motif "Vous avez b"', 'Ajouter réf "CCH R.441-2-8"', ', motif "Vous avez b" réf "CCH R.441-2-8"'],
        ['exclusion e "Sans b" : si b réf "CCH L.441-1"', 'Ajouter le motif « Sans b »', 'si b, motif "Sans b" réf "CCH L.441-1"'],
    ])('%s', async (exclusion, title, mended) => {
        const found = await mends('BAR427', `${policy('critère x : 1 point si b')}\n${others}\n${exclusion}`);
        expect(found.map(([said]) => said)).toEqual([title]);
        expect(found[0]?.[1]).toContain(mended);
        expect(codesOf(found[0]?.[1] ?? '')).toEqual([]);
    });

    test('that no text could found is left to its author', async () => {
        expect(await mends('BAR427', `${policy('critère x : 1 point si b')}\nexclusion e "Sans b" : si b`)).toEqual([]);
    });
});

describe('a word of the field for a fact of another name', () => {
    const FIELD = `barème 1
vocabulaire v "Mots" {
  énumération L "Logement actuel" { rue "Sans abri ou à la rue" ; tiers "Chez un tiers" }
  demande { dép : date rôle dépôt ; violences_couple : oui/non "Violences au sein du couple" ; lieux : L plusieurs ; pers : entier de 0 à 9 personnes "Personnes à loger" }
}`;
    const titles = async (criteria: string): Promise<readonly string[]> => {
        await client.send({ 'v.bareme': FIELD });
        await client.open('p.bareme', policy(criteria));
        const uri = client.uriOf('p.bareme');
        const finding = (client.published.get(uri) ?? []).find(({ code }) => code === 'BAR201') ?? expect.fail('no BAR201');
        const params = { textDocument: { uri }, range: finding.range, context: { diagnostics: [finding], only: ['quickfix'] } };
        return (((await client.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as readonly CodeAction[]).map(({ title }) => title);
    };

    test.each([
        ['violences', 'Remplacer par « violences_couple » : Violences au sein du couple', 'Déclarer le fait « violences » : oui/non'],
        ['abri', 'Remplacer par « lieux contient rue » : Sans abri ou à la rue', 'Déclarer le fait « abri » : oui/non'],
        ['loger au moins 3', 'Remplacer par « pers » : Personnes à loger', 'Déclarer le fait « loger » : entier'],
        ['inconnu', 'Déclarer le fait « inconnu » : oui/non'],
    ])('%s', async (condition, ...expected) => {
        expect(await titles(`critère x : 1 point si ${condition}`)).toEqual(expected);
    });
});

describe('parameters that no text fixes', () => {
    const WORDS = `barème 1
vocabulaire v "Mots" {
  demande { dép : date rôle dépôt ; b : oui/non ; n : entier de 0 à 9 personnes ; s : décimal(2) en m² }
  paramètre une : entier de 1 à 100 m² "Pour une personne" à confirmer proposé 9 m²
  paramètre en_plus : entier de 1 à 100 m² "Par personne en plus" à confirmer proposé 16 m²
  paramètre seuil : entier de 1 à 9 personnes "Grande famille" à confirmer proposé 4 personnes
  déduit serré : oui/non = s moins de une + en_plus * n
}`;
    const RULES = policy('critère x : 1 point si serré\n  critère y : 2 points si n au moins seuil').replace('cotation', '// La grille.\ncotation');

    async function asked(capabilities = {}): Promise<readonly CodeAction[]> {
        await client.close();
        client = await testClient({}, {}, capabilities);
        await client.send({ 'v.bareme': WORDS });
        await client.open('p.bareme', RULES);
        const uri = client.uriOf('p.bareme');
        const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
        const params = { textDocument: { uri }, range, context: { diagnostics: [], only: ['quickfix'] } };
        return ((await client.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as readonly CodeAction[];
    }

    test('are confirmed together by the policy, above its first clause, as proposed: value and source are for the author to give', async () => {
        const found = await asked();
        expect(found.map(({ title }) => title)).toEqual([
            'Confirmer les 2 paramètres que lit cette règle, valeurs et source à relire',
            'Confirmer « seuil », valeur et source à relire',
        ]);
        const text = applied(
            RULES,
            found.flatMap(({ edit }) => edit?.changes?.[client.uriOf('p.bareme')] ?? []),
        );
        expect(text).toContain('confirme une : 9 m² source ""\nconfirme en_plus : 16 m² source ""\n\n');
        expect(text).toContain('confirme seuil : 4 personnes source ""\n\n');
        expect(text).toContain('\n\n// La grille.\ncotation');
        const { diagnostics } = compileSources([
            { path: 'v.bareme', text: WORDS },
            { path: 'p.bareme', text },
        ]);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    });

    test('in an editor that fills in, the source is said once', async () => {
        const [action] = await asked({ workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } });
        const value = 'confirme une : ${2:9 m²} source "$1"\nconfirme en_plus : ${3:16 m²} source "$1"\n\n';
        expect(action?.edit?.documentChanges).toMatchObject([{ edits: [{ snippet: { value } }] }]);
    });
});
