import { describe, expect, test } from 'vitest';
import { compileSources } from '@bareme/language';
import { explainDemand, loadPolicy } from '@bareme/language/engine';
import { withGivenDerived, type FactValue } from '@bareme/language/ir';
import { POLICY, VARIANT, VOCABULARY } from './language-page.js';

const SOURCES = [
    { path: 'national.bareme', text: VOCABULARY },
    { path: 'valmont.bareme', text: POLICY },
    { path: 'variante.bareme', text: VARIANT },
];

/** The same text as an author without accents on the keyboard would type the words of the language. */
const PLAIN_KEYWORDS: readonly (readonly [string, string])[] = [
    ['barème 1', 'bareme 1'],
    ['critère ', 'critere '],
    ['délibérée le', 'deliberee le'],
    ['plafonnée à', 'plafonnee a'],
    ['plafonné à', 'plafonne a'],
    ['à partir de', 'a partir de'],
    ['mois révolu depuis', 'mois revolu depuis'],
    ['non renseigné ', 'non renseigne '],
    ["d'examen", 'd’examen'],
    ['déduit ', 'deduit '],
    ['énumération ', 'enumeration '],
];

function errorsOf(sources: typeof SOURCES): readonly string[] {
    return compileSources(sources)
        .diagnostics.filter(({ severity }) => severity === 'error')
        .map(({ code, message }) => `${code} ${message}`);
}

describe('the examples of the language page', () => {
    test('compile as they stand', () => {
        const { project } = compileSources(SOURCES);
        expect(errorsOf(SOURCES)).toEqual([]);
        expect(project.policies.map(({ version }) => version)).toEqual(['2021.2', '2024.1']);
        expect(project.variants.map(({ variant }) => variant?.name)).toEqual(['attente_renforcée']);
        expect(project.policies[1]?.scorings[0]?.group.items).toHaveLength(8);
    });

    test('compile without accents on the words of the language', () => {
        const plain = SOURCES.map(({ path, text }) => ({ path, text: PLAIN_KEYWORDS.reduce((all, [from, to]) => all.replaceAll(from, to), text) }));
        expect(plain.map(({ text }) => text)).not.toEqual(SOURCES.map(({ text }) => text));
        expect(errorsOf(plain)).toEqual([]);
        expect(compileSources(plain).project.policies[1]?.scorings).toHaveLength(2);
    });

    test('give the household of the page 77 points: 20 + 37 + 20', () => {
        // Hosted by a private person: 20. From 01/02/2021 to 15/03/2024, 37 whole months (01/03/2024 is the 37th): 37. More than the
        // 36 months of département 99 for a T3, whose 36th anniversary is 01/02/2024: 20. 1 500 € / 1.6 is 937.50 €, not under 400 €.
        const { project } = compileSources(SOURCES);
        const [example] = project.examples;
        const policy = project.policies[1];
        if (example === undefined || policy === undefined) throw new Error('the page no longer compiles');
        const facts = new Map<string, FactValue>(example.demand);
        const demand = { fact: (name: string): FactValue => facts.get(name) ?? { kind: 'missing' }, proved: () => false };
        const { result, traces } = explainDemand(loadPolicy(withGivenDerived(policy, example.demand)), { demand, day: example.day });
        const given = traces.declared?.lines.filter(({ kind, kept }) => kind === 'criterion' && kept.kind === 'exact' && kept.points.n !== 0n);
        expect(given?.map(({ name, kept }) => [name, kept.kind === 'exact' ? kept.points.n : undefined])).toEqual([
            ['hébergé', 20n],
            ['attente', 37n],
            ['délai', 20n],
        ]);
        expect(result.declared).toMatchObject({ kind: 'note', note: { n: 77n, d: 1n } });
    });
});
