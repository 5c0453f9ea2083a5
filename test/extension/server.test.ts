import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileSources } from '@bareme/language';
import { CodeActionRequest } from 'vscode-languageserver-protocol/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
    checkRequest,
    examplesRequest,
    newExampleRequest,
    newFactRequest,
    newPolicyRequest,
    newVariantRequest,
    newVersionRequest,
    outlineRequest,
    runExamplesRequest,
    type DraftFile,
    type OutlineNode,
} from '../../extension/src/protocol.js';
import { applied } from '../language/lsp/marked.js';
import { connectServer, FOLDER, uriOf, type ServerClient } from './server-client.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const files = (...patterns: readonly string[]): Record<string, string> =>
    Object.fromEntries(patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).map((path) => [path, readFileSync(ROOT + path, 'utf8')]));

const NATIONAL = files('policies/national/*.bareme');
const MINI = { 'mini.bareme': files('policies/samples/mini.bareme')['policies/samples/mini.bareme'] ?? '' };
const POLICY = `barème 1
politique bourg "Bourg" version "1"
  en vigueur du 01/01/2024
  utilise mini
cotation accès "Accès", cumulables {
  critère attente "Ancienneté" : 1 point par mois révolu depuis dépôt, plafonné à 60 points
  critère toit "Sans logement" : 40 points si situations contient sans_abri
}
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note minimale }
`;
const EXAMPLES = `barème 1
exemple "Sans abri, dix mois" de bourg version "1" {
  situations : sans_abri ; dépôt : 15/05/2023
  date d’examen : 15/03/2024
  attendu : note 50 dont attente 10, toit 40
}
exemple "Hébergé, dix mois" de bourg version "1" {
  situations : hébergé ; dépôt : 15/05/2023
  date d’examen : 15/03/2024
  attendu : note 12 dont attente 12
}
`;

let server: ServerClient;
beforeEach(async () => {
    server = await connectServer();
});
afterEach(() => {
    server.close();
});

describe('findings', () => {
    it('are pushed where VS Code looks for them, in a folder with spaces and accents', async () => {
        const summary = await server.send({ ...MINI, 'Été 2024/politique.bareme': POLICY.replace('sans_abri', 'sans_abris') });
        expect(summary).toMatchObject({ files: 2, errors: 1, criteria: 1, versions: [{ policy: 'bourg', version: '1', from: '2024-01-01' }] });
        const [finding] = server.findings('Été 2024/politique.bareme');
        expect(finding).toMatchObject({ severity: 1, source: 'barème', range: { start: { line: 6 } } });
    });

    it('an open buffer wins over the file, and a mended text takes its findings back', async () => {
        await server.send({ ...MINI, 'p.bareme': POLICY });
        expect(server.findings('p.bareme')).toEqual([]);
        await server.type('p.bareme', POLICY.replace('toit "Sans', 'attente "Sans'));
        expect(server.findings('p.bareme').length).toBeGreaterThan(0);
        await server.type('p.bareme', POLICY);
        expect(server.findings('p.bareme')).toEqual([]);
    });

    it('are those of the command line on every policy of the repository', async () => {
        const sources = { ...NATIONAL, ...files('policies/valmont/**/*.bareme') };
        const summary = await server.send(sources);
        const { diagnostics } = compileSources(Object.entries(sources).map(([path, text]) => ({ path, text })));
        const count = (severity: string): number => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
        expect(summary).toMatchObject({ errors: count('error'), warnings: count('warning'), files: Object.keys(sources).length });
        const pushed = Object.keys(sources).flatMap((path) => server.findings(path).map(({ code, range: { start } }) => `${path} ${start.line} ${code}`));
        const lineOf = (path: string, at: number): number => (sources[path] ?? '').slice(0, at).split('\n').length - 1;
        const expected = diagnostics.map(({ code, location }) => `${location?.path} ${lineOf(location?.path ?? '', location?.start ?? 0)} ${code}`);
        expect(pushed.sort()).toEqual(expected.sort());
    });

    it('a finding that has one remedy offers it, and it mends', async () => {
        const text = POLICY.replace('sans_abri', 'sans_abris');
        await server.send({ ...MINI, 'p.bareme': text });
        const diagnostics = [...server.findings('p.bareme')];
        const actions = await server.connection.sendRequest(CodeActionRequest.type, {
            textDocument: { uri: uriOf('p.bareme') },
            range: diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            context: { diagnostics },
        });
        expect(actions?.[0]).toMatchObject({ kind: 'quickfix', edit: { changes: { [uriOf('p.bareme')]: [{ newText: 'sans_abri' }] } } });
    });

    it.each([
        ['nothing', {}],
        ['an empty file', { 'a.bareme': '' }],
        ['bytes that are no text', { 'a.bareme': '\u0000\uFFFD\u0001PNG' }],
        ['marks of a git conflict', { 'a.bareme': `barème 1\n<<<<<<< HEAD\n${POLICY}=======\n>>>>>>> autre\n` }],
        ['Windows line ends', { ...MINI, 'p.bareme': POLICY.replaceAll('\n', '\r\n') }],
        ['two files of one policy', { ...MINI, 'a.bareme': POLICY, 'b.bareme': POLICY }],
    ])('%s is survived', async (_what, texts) => {
        const summary = await server.send(texts);
        expect(summary.files).toBe(Object.keys(texts).length);
        expect(await server.connection.sendRequest(checkRequest)).toEqual(summary);
    });

    it('a file that goes takes its findings with it', async () => {
        await server.send({ 'seul.bareme': POLICY });
        expect(server.findings('seul.bareme').length).toBeGreaterThan(0);
        await server.send({});
        expect(server.findings('seul.bareme')).toEqual([]);
    });
});

describe('examples', () => {
    beforeEach(() => server.send({ ...MINI, 'p.bareme': POLICY, 'e.bareme': EXAMPLES }));

    it('are listed with their places and run one by one', async () => {
        const items = await server.connection.sendRequest(examplesRequest);
        expect(items.map(({ label, target, range }) => [label, target, range.start.line])).toEqual([
            ['Sans abri, dix mois', 'bourg 1', 1],
            ['Hébergé, dix mois', 'bourg 1', 6],
        ]);
        const { outcomes } = await server.connection.sendRequest(runExamplesRequest, { ids: [items[0]?.id ?? ''] });
        expect(outcomes).toMatchObject([{ id: items[0]?.id, passed: true, found: 'note 50' }]);
    });

    it('a contradicted one says what differs, and where', async () => {
        const { outcomes } = await server.connection.sendRequest(runExamplesRequest, {});
        expect(outcomes[1]).toMatchObject({
            passed: false,
            mismatches: [
                { expected: 'note 12', found: 'note 10', uri: uriOf('e.bareme'), range: { start: { line: 9 } } },
                { criterion: 'attente', expected: '12 points', found: '10 points' },
            ],
        });
    });

    it('tell how many of them make each criterion give points', async () => {
        const { coverage } = await server.connection.sendRequest(runExamplesRequest, {});
        expect(coverage.map(({ name, examples, range }) => [name, examples, range.start.line])).toEqual([
            ['attente', 2, 5],
            ['toit', 1, 6],
        ]);
    });
});

describe('the tree « Politique »', () => {
    it('tells versions, dates, grids with their reach, objectives, conventions and variants', async () => {
        await server.send({ ...NATIONAL, ...files('policies/valmont/**/*.bareme') });
        const [valmont] = await server.connection.sendRequest(outlineRequest);
        const labels = (node: OutlineNode | undefined): readonly string[] => node?.children.map(({ label }) => label) ?? [];
        expect(labels(valmont)).toEqual(['Version 2024.1', 'Version 2021.2']);
        const version = valmont?.children[0];
        expect(labels(version)).toEqual(['Actes et dates', 'Premier accès', 'Mutation', 'Objectifs', 'Conventions', 'Variantes']);
        expect(version?.children[1]).toMatchObject({ kind: 'scoring', description: 'de −30 à 317 points' });
        expect(version?.children[4]?.children[0]?.description).toMatch(/^\d+ % du flux de /);
    });
});

describe('drafts', () => {
    const texts = (drafted: unknown): Record<string, string> => Object.fromEntries((drafted as readonly DraftFile[]).map(({ path, text }) => [path, text]));
    const errors = (sources: Readonly<Record<string, string>>): readonly string[] =>
        compileSources(Object.entries(sources).map(([path, text]) => ({ path, text })))
            .diagnostics.filter(({ severity }) => severity !== 'information')
            .map(({ message }) => message);

    it('a new policy has nothing to mend', async () => {
        await server.send(NATIONAL);
        const drafted = texts(
            await server.connection.sendRequest(newPolicyRequest, { folder: FOLDER, name: 'bourg', label: 'Le "Bourg"', from: '01/01/2025' }),
        );
        expect(Object.keys(drafted)).toEqual(['policies/bourg/1/politique.bareme']);
        expect(errors({ ...NATIONAL, ...drafted })).toEqual([]);
    });

    it('a new version of a real policy compiles, succeeds to the former, and has none of its acts', async () => {
        const valmont = { ...NATIONAL, ...files('policies/valmont/**/*.bareme') };
        await server.send(valmont);
        const asked = { folder: FOLDER, policy: 'valmont', version: '2024.1', newVersion: '2026.1', from: '01/01/2026' };
        const drafted = texts(await server.connection.sendRequest(newVersionRequest, asked));
        expect(Object.keys(drafted)).toContain('policies/valmont/2026.1/politique.bareme');
        const text = drafted['policies/valmont/2026.1/politique.bareme'] ?? '';
        expect(text).toContain('succède à version "2024.1"');
        expect(text.slice(0, text.indexOf('confirme'))).not.toMatch(/délibérée le|avis CIL|bascule/);
        // Its examples are those of the former version: each is told to be dated anew, and nothing else is.
        const found = errors({ ...valmont, ...drafted });
        expect(
            found.filter((message) => !/^L’exemple « .+ » est examiné le .+, alors que la version « 2026\.1 » n’entre en vigueur que le/.test(message)),
        ).toEqual([]);
        expect(found.length).toBeGreaterThan(0);
    });

    it('a new version of a policy beside its vocabulary copies what is about it alone, the policy first, and the next one too', async () => {
        const beside = files('test/cli/fixtures/mini/*.bareme');
        await server.send(beside);
        const next = async (version: string, newVersion: string, from: string): Promise<Record<string, string>> =>
            texts(await server.connection.sendRequest(newVersionRequest, { folder: FOLDER, policy: 'mini', version, newVersion, from }));
        const drafted = await next('1', '2027.1', '01/01/2027');
        expect(Object.keys(drafted)[0]).toMatch(/2027\.1\/politique\.bareme$/);
        expect(
            Object.keys(drafted)
                .map((path) => path.replace(/.*\/2027\.1\//, ''))
                .sort(),
        ).toEqual(['exemples.bareme', 'objectifs.bareme', 'politique.bareme']);
        expect(errors({ ...beside, ...drafted }).filter((message) => !/n’entre en vigueur que le|variante/.test(message))).toEqual([]);
        await server.send({ ...beside, ...drafted });
        expect(Object.keys(await next('2027.1', '2028.1', '01/01/2028')).every((path) => /^[^2]*2028\.1\/\w+\.bareme$/.test(path))).toBe(true);
        expect(Object.keys(await next('1', '2029.1', '01/01/2029'))).toHaveLength(3);
    });

    it('a new variant changes nothing yet', async () => {
        await server.send({ ...MINI, 'policies/bourg/1/p.bareme': POLICY });
        const asked = { folder: FOLDER, policy: 'bourg', version: '1', name: 'toit_d_abord', label: 'Le toit d’abord' };
        const drafted = texts(await server.connection.sendRequest(newVariantRequest, asked));
        expect(Object.keys(drafted)).toEqual(['policies/bourg/variantes/toit-d-abord.bareme']);
        expect(errors({ ...MINI, 'policies/bourg/1/p.bareme': POLICY, ...drafted }).length).toBeLessThan(2);
    });

    it('a local fact is declared beside the policy, then the next ones after it: the rules may read them, and nothing else changes', async () => {
        const main = 'policies/bourg/1/politique.bareme';
        const national = { 'policies/national/mini.bareme': MINI['mini.bareme'] };
        await server.send(national);
        let sources: Record<string, string> = {
            ...national,
            ...texts(await server.connection.sendRequest(newPolicyRequest, { folder: FOLDER, name: 'bourg', label: 'Bourg', from: '01/01/2025' })),
        };
        const declare = async (asked: { readonly name: string; readonly type?: string; readonly values?: readonly string[] }) => {
            const { values, ...rest } = asked;
            const named = values === undefined ? {} : { values: values.map((name) => ({ name, label: `Le ${name}` })) };
            const about = { folder: FOLDER, policy: 'bourg', version: '1', label: `Fait "${asked.name}"`, ...rest, ...named };
            const drafted = await server.connection.sendRequest(newFactRequest, about);
            if ('refused' in drafted) return drafted;
            const change = drafted;
            if (change.created !== undefined) sources = { ...sources, [pathOf(change.created.uri)]: change.created.text };
            for (const uri of new Set(change.edits.map((edit) => edit.uri)))
                sources = {
                    ...sources,
                    [pathOf(uri)]: applied(
                        sources[pathOf(uri)] ?? '',
                        change.edits.filter((edit) => edit.uri === uri),
                    ),
                };
            await server.send(sources);
            return change;
        };
        await server.send(sources);
        const first = await declare({ name: 'agent', type: 'oui/non' });
        expect(first).toMatchObject({ created: { uri: uriOf('policies/bourg/1/vocabulaire.bareme') } });
        expect(sources[main]).toContain('utilise bourg_local\n');
        for (const [name, type] of [
            ['enfants_gardés', 'entier'],
            ['dette', 'montant'],
        ] as const)
            expect(await declare({ name, type })).not.toHaveProperty('created');
        await declare({ name: 'service', values: ['pompier', 'réserve'] });
        expect(await declare({ name: 'agent', type: 'date' })).toMatchObject({ refused: expect.stringContaining('déjà un mot') as string });
        expect(await declare({ name: 'pompier', type: 'date' })).toMatchObject({ refused: expect.stringContaining('déjà un mot') as string });
        expect(errors(sources)).toEqual([]);
        const rules = ['agent', 'enfants_gardés plus de 1', 'dette plus de 1 000 €', 'service est pompier'];
        const criteria = rules.map((rule, index) => `  critère k${index} "K" : ${index + 1} points si ${rule}\n`).join('');
        expect(errors({ ...sources, [main]: (sources[main] ?? '').replace('cumulables {\n', `cumulables {\n${criteria}`) })).toEqual([]);
    });

    it('what cannot be is refused in words', async () => {
        await server.send({ ...MINI, 'p.bareme': POLICY });
        const policy = (name: string, from: string) => server.connection.sendRequest(newPolicyRequest, { folder: FOLDER, name, label: 'x', from });
        expect(await policy('bourg', '01/01/2025')).toMatchObject({ refused: expect.stringContaining('existe déjà') as string });
        expect(await policy('le bourg', '01/01/2025')).toMatchObject({ refused: expect.stringContaining('n’est pas un nom') as string });
        expect(await policy('vallon', '31/02/2025')).toMatchObject({ refused: expect.stringContaining('n’est pas une date') as string });
        const asked = { folder: FOLDER, policy: 'bourg', version: '1', newVersion: '2', from: '01/01/2023' };
        expect(await server.connection.sendRequest(newVersionRequest, asked)).toMatchObject({ refused: expect.stringContaining('commence après') as string });
    });
});

describe('an example of a criterion', () => {
    it.each([
        ['a policy of one page', { ...MINI, 'p.bareme': POLICY }, 'bourg', '1'],
        ['Valmont', { ...NATIONAL, ...files('policies/valmont/2021.2/*.bareme') }, 'valmont', '2021.2'],
    ])('is drafted for those of %s, and confirmed by the policy as it is written', async (_, sources, policy, version) => {
        await server.send(sources);
        const { project } = compileSources(Object.entries(sources).map(([path, text]) => ({ path, text })));
        const criteria = (await server.connection.sendRequest(outlineRequest)).flatMap(criteriaOf);
        const names = project.policies.flatMap((item) => (item.name === policy && item.version === version ? namesOfCriteria(item.scorings) : []));
        expect(names.length).toBe(criteria.length);
        const drafts: string[] = [];
        for (const criterion of names) {
            const drafted = await server.connection.sendRequest(newExampleRequest, { policy, version, criterion });
            if ('refused' in drafted) continue;
            expect(drafted.text).toContain(`"À relire : ${criterion}" de ${policy} version "${version}"`);
            drafts.push(drafted.text);
        }
        expect(drafts.length).toBeGreaterThanOrEqual(Math.ceil(names.length * 0.8));
        const summary = await server.send({ ...sources, 'brouillons.bareme': `barème 1\n${drafts.join('\n')}` });
        expect(server.findings('brouillons.bareme').filter(({ severity }) => severity === 1)).toEqual([]);
        const examples = (await server.connection.sendRequest(examplesRequest)).filter(({ uri }) => uri === uriOf('brouillons.bareme'));
        expect(examples).toHaveLength(drafts.length);
        const { outcomes } = await server.connection.sendRequest(runExamplesRequest, { ids: examples.map(({ id }) => id) });
        expect(outcomes.filter(({ passed }) => !passed)).toEqual([]);
        expect(summary.examples).toBeGreaterThanOrEqual(drafts.length);
    });

    it('goes with the others of the policy, or beside it; what cannot be drafted says why', async () => {
        const asked = { policy: 'bourg', version: '1', criterion: 'toit' };
        await server.send({ ...MINI, 'b/p.bareme': POLICY });
        expect(await server.connection.sendRequest(newExampleRequest, asked)).toMatchObject({ uri: uriOf('b/exemples.bareme') });
        await server.send({ ...MINI, 'b/p.bareme': POLICY, 'essais.bareme': EXAMPLES });
        expect(await server.connection.sendRequest(newExampleRequest, asked)).toMatchObject({ uri: uriOf('essais.bareme') });
        expect(await server.connection.sendRequest(newExampleRequest, { ...asked, criterion: 'absent' })).toHaveProperty('refused');
        expect(await server.connection.sendRequest(newExampleRequest, { ...asked, version: '9' })).toHaveProperty('refused');
    });
});

/** The path in the folder of an address. */
function pathOf(uri: string): string {
    return decodeURIComponent(uri.slice(FOLDER.length + 1));
}

function criteriaOf({ kind, children }: OutlineNode): readonly string[] {
    return [...(kind === 'criterion' ? [kind] : []), ...children.flatMap(criteriaOf)];
}

type Scorings = ReturnType<typeof compileSources>['project']['policies'][number]['scorings'];
type Item = Scorings[number]['group']['items'][number];

function namesOfCriteria(scorings: Scorings): readonly string[] {
    const namesIn = (item: Item): readonly string[] => (item.kind === 'criterion' ? [item.name] : item.group.items.flatMap(namesIn));
    return scorings.flatMap(({ group }) => group.items.flatMap(namesIn));
}
