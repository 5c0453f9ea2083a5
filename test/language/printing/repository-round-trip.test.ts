import { beforeAll, describe, expect, test } from 'vitest';
import { compileSources, type Compilation } from '@bareme/language';
import { loadWorkspace } from '@bareme/language/node';
import { printExample, printMapping, printPolicy, printVocabulary } from '@bareme/language/printing';
import type { Example, Policy, Project } from '@bareme/language/ir';
import { withoutPlaces } from './without-places.js';

const compile = (...texts: readonly string[]): Compilation =>
    compileSources(texts.map((text, index) => ({ path: `${String(index).padStart(3, '0')}.bareme`, text })));
const errors = ({ diagnostics }: Compilation): readonly string[] =>
    diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);

/** A version or variant as a version that follows no other: what a file of its own can say of it. */
function alone(policy: Policy): Policy {
    const entries = Object.entries(policy).filter(([key]) => key !== 'variant' && key !== 'succeeds');
    return Object.fromEntries(entries) as unknown as Policy;
}

/** An example of a variant, as one of the version that the variant makes. */
function ofVersion(example: Example): Example {
    return Object.fromEntries(Object.entries(example).filter(([key]) => key !== 'variant')) as unknown as Example;
}

describe('the policies of the repository, printed', () => {
    let project: Project;

    beforeAll(async () => {
        const workspace = await loadWorkspace(
            [
                'policies/national',
                'policies/valmont',
                'test/stockholm/politique.bareme',
                'test/stockholm/variante.bareme',
                'test/stockholm/vocabulaire.bareme',
                'test/stockholm/correspondance.bareme',
            ],
            { root: process.cwd() },
        );
        ({ project } = compileSources(workspace.sources));
    });

    const policyOf = ({ policy, version, variant }: Example): Policy => {
        const ofVersion = (candidate: Policy): boolean => candidate.name === policy && (version === undefined || candidate.version === version);
        const found = [...project.policies, ...project.variants].find((candidate) => ofVersion(candidate) && candidate.variant?.name === variant);
        if (found === undefined) throw new Error(`no policy ${policy} ${version ?? ''} ${variant ?? ''}`);
        return found;
    };

    test('each version or variant alone gives itself back', () => {
        const policies = [...project.policies, ...project.variants].map(alone);
        for (const policy of policies) {
            const again = compile(printPolicy(policy));
            expect(errors(again)).toEqual([]);
            expect(again.project.policies.map(withoutPlaces)).toEqual([withoutPlaces(policy)]);
        }
        expect(policies.length).toBeGreaterThan(4);
    });

    test('bounds of ratios, dates and durations give themselves back', () => {
        const text = `barème 1\nvocabulaire v { demande { r : ratio de -10 à 33,5 % ; j : date du 01/01/1950 au 31/12/2030 ; t : durée de 1 à 50 ans } }`;
        const written = compile(text);
        expect(errors(written)).toEqual([]);
        const [named] = written.project.vocabularies;
        if (named === undefined) throw new Error('no vocabulary');
        expect(named.vocabulary.facts.map(({ bounds }) => bounds)).toEqual([
            { low: '-1/10', high: '67/200' },
            { low: '-7305', high: '22279' },
            { low: '12', high: '600' },
        ]);
        expect(compile(printVocabulary(named)).project.vocabularies.map(withoutPlaces)).toEqual([withoutPlaces(named)]);
    });

    test('every form of a file gives itself back', () => {
        const vocabulary = 'vocabulaire v { demande { n : code rôle identifiant ; j : date rôle dépôt ; m : montant } }';
        const files = [
            'table demandes depuis "d.csv" séparateur "|", décimale ".", milliers "_", sans en-tête, lignes où "1" parmi ("a" ; "") et "2" hors ("b")',
            '{ n : colonnes "1", "2" jointes par "-", vide : sans objet, codes { "x-y" : "z" } ; j : colonne "3" avec heure ; m : colonne "4" multipliée par 0,01 }',
        ];
        const written = compile(`barème 1\n${vocabulary}\ncorrespondance c pour v { ${files.join(' ')} }`);
        expect(errors(written)).toEqual([]);
        const [mapping] = written.project.mappings;
        const [named] = written.project.vocabularies;
        if (mapping === undefined || named === undefined) throw new Error('no mapping');
        expect(mapping.tables[0]).toMatchObject({
            headerless: true,
            rows: [
                { kind: 'among', values: ['a', ''] },
                { kind: 'not-among', values: ['b'] },
            ],
        });
        expect(mapping.tables[0]?.fields.map(({ source }) => source)).toMatchObject([{ kind: 'joined', columns: ['1', '2'], by: '-' }, { time: true }, {}]);
        const again = compile(printVocabulary(named), printMapping(mapping, named.vocabulary));
        expect(errors(again)).toEqual([]);
        expect(withoutPlaces(again.project.mappings)).toEqual(withoutPlaces([mapping]));
    });

    test('each version beside its vocabulary gives itself back', () => {
        let pairs = 0;
        for (const policy of project.policies.map(alone)) {
            for (const named of project.vocabularies) {
                const { facts } = named.vocabulary;
                if (facts.length === 0 || !facts.every((fact) => policy.vocabulary.facts.includes(fact))) continue;
                const again = compile(printVocabulary(named), printPolicy(policy, named));
                expect(errors(again)).toEqual([]);
                expect(again.project.policies.map(withoutPlaces)).toEqual([withoutPlaces(policy)]);
                pairs += 1;
            }
        }
        expect(pairs).toBeGreaterThanOrEqual(project.policies.length);
    });

    test('printing what was printed changes nothing', () => {
        for (const policy of project.policies.map(alone)) {
            const text = printPolicy(policy);
            expect(compile(text).project.policies.map((again) => printPolicy(again))).toEqual([text]);
        }
    });

    test('vocabularies give themselves back', () => {
        for (const named of project.vocabularies) {
            expect(withoutPlaces(compile(printVocabulary(named)).project.vocabularies)).toEqual(withoutPlaces([named]));
        }
        expect(project.vocabularies.length).toBeGreaterThan(1);
    });

    test('examples give themselves back', () => {
        for (const policy of [...project.policies, ...project.variants]) {
            const examples = project.examples.filter((example) => policyOf(example) === policy).map(ofVersion);
            const again = compile(printPolicy(alone(policy)), ...examples.map((example) => printExample(example, policy.vocabulary)));
            expect(errors(again)).toEqual([]);
            expect(again.project.examples.map(withoutPlaces)).toEqual(examples.map(withoutPlaces));
        }
    });

    test('correspondances give themselves back', () => {
        for (const mapping of project.mappings) {
            const named = project.vocabularies.filter(({ name }) => name === mapping.vocabulary);
            const again = compile(...named.flatMap((used) => [printVocabulary(used), printMapping(mapping, used.vocabulary)]));
            expect(withoutPlaces(again.project.mappings)).toEqual(withoutPlaces([mapping]));
        }
        expect(project.mappings.length).toBeGreaterThan(0);
    });
});
