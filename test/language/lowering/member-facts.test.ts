import { describe, expect, test } from 'vitest';
import { compileMarked, underlinedText } from '../../../language/src/testing/marked-sources.js';
import { printExpression } from '../../../language/src/printing/index.js';
import type { Policy } from '../../../language/src/ir/policy.js';

const FACTS = `demande { dépôt : date rôle dépôt ; personnes : entier } membre { naissance : date ; étudiant : oui/non ; revenu : montant par mois }`;
const DEDUCED = `déduit membre.à_charge : oui/non "À charge" = mineur ou (étudiant et depuis naissance moins de 25 ans)
  déduit membre.mineur : oui/non = depuis naissance moins de 18 ans
  déduit membre.âge_au_dépôt : durée = durée entre naissance et dépôt`;

function compile(words: string, condition = 'personnes = 1', item = '') {
    const compiled = compileMarked([
        { path: 'v', text: `barème 1\nvocabulaire v {\n  ${FACTS}\n  ${words}\n}` },
        {
            path: 'p',
            text: `barème 1
politique p version "1" en vigueur du 01/01/2024 utilise v
${item}
cotation c { critère k : 1 point si ${condition} }
classement { appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }`,
        },
    ]);
    return { ...compiled, findings: compiled.diagnostics.map((finding) => [finding.code, underlinedText(compiled.sources, finding)]) };
}

function meaning(condition: string, item = ''): string {
    const { project, findings } = compile(DEDUCED, condition, item);
    const policy = project.policies[0] as Policy;
    const [read] = policy.scorings[0]?.group.items ?? [];
    if (read?.kind !== 'criterion' || read.condition === undefined) throw new Error(JSON.stringify(findings));
    expect(findings).toEqual([]);
    return printExpression(read.condition, policy.vocabulary);
}

describe('a deduced fact of each member', () => {
    test('is its formula, wherever it is read, whatever the order of writing', () => {
        const minor = 'depuis naissance moins de 18 ans';
        expect(meaning('un membre avec (mineur)')).toBe(meaning(`un membre avec (${minor})`));
        expect(meaning('nombre de membres avec (à_charge) au moins 2')).toBe(
            meaning(`nombre de membres avec (${minor} ou étudiant et depuis naissance moins de 25 ans) au moins 2`),
        );
        expect(meaning('somme de (revenu) des membres avec (non mineur) plus de 1 000 € par mois')).toBe(
            meaning(`somme de (revenu) des membres avec (non ${minor}) plus de 1 000 € par mois`),
        );
        expect(meaning('(le plus petit de (âge_au_dépôt) des membres) moins de 3 ans')).toBe(
            meaning('(le plus petit de (durée entre naissance et dépôt) des membres) moins de 3 ans'),
        );
    });

    test('may be the own word of a policy, made of those of its vocabulary', () => {
        const item = 'déduit membre.jeune : oui/non = mineur ou étudiant';
        expect(meaning('un membre avec (jeune)', item)).toBe(meaning('un membre avec (depuis naissance moins de 18 ans ou étudiant)'));
    });

    test.each([
        ['reads itself through another', 'déduit membre.premier : oui/non = second\n déduit membre.second : oui/non = premier', [['BAR209', 'premier']]],
        ['bears the name of a fact of the members', 'déduit membre.étudiant : oui/non = depuis naissance moins de 25 ans', [['BAR204', 'étudiant']]],
        ['is declared twice', 'déduit membre.sien : oui/non = étudiant\n déduit membre.sien : oui/non = étudiant', [['BAR204', 'sien']]],
        ['is of another type than its formula', 'déduit membre.sien : oui/non = naissance', [['BAR303', 'naissance']]],
        [
            'has a state, a role, bounds',
            'déduit membre.sien : entier de 0 à 9 rôle profil = 3, sans objet si étudiant',
            [
                ['BAR346', 'profil'],
                ['BAR346', 'entier de 0 à 9'],
                ['BAR346', 'sans objet si étudiant'],
            ],
        ],
    ])('that %s is told once', (_, words, findings) => {
        expect(compile(words).findings).toEqual(expect.arrayContaining(findings));
        expect(compile(words).findings).toHaveLength(findings.length);
    });

    test('is no fact of the demand', () => {
        const { findings, diagnostics } = compile(DEDUCED, 'mineur');
        expect(findings).toEqual([['BAR201', 'mineur']]);
        expect(diagnostics[0]?.remedy).toBe('Chaque membre du ménage en porte un : lisez-le dans « un membre avec (mineur …) ».');
        const pattern = compile(DEDUCED, 'membres contient mineur oui');
        expect(pattern.findings).toEqual([['BAR201', 'mineur']]);
        expect(pattern.diagnostics[0]?.remedy).toBe(diagnostics[0]?.remedy);
    });

    test('and a deduced fact of the demand that read each other are a loop', () => {
        const words = 'déduit total : entier = nombre de membres avec (seul)\n déduit membre.seul : oui/non = total = 1';
        expect(compile(words).findings.map(([code]) => code)).toEqual(['BAR209']);
    });

    test('without members has nobody to be deduced of', () => {
        const { diagnostics } = compileMarked([
            { path: 'v', text: 'barème 1\nvocabulaire v { demande { combien : entier } déduit membre.seul : oui/non = combien = 1 }' },
        ]);
        expect(diagnostics.map(({ code }) => code)).toEqual(['BAR203']);
    });
});
