import { readFileSync, globSync } from 'node:fs';
import { compileSources } from '@bareme/language';
import type { Policy } from '@bareme/language/ir';
import { describe, expect, it } from 'vitest';
import { fileNameFrom, isBeyondVariant, meaning, nameFrom, variantEdits, variantFile } from '../../../workbench/src/reading/variant-text.js';

const FILES = new Map(globSync('policies/{national,valmont}/**/*.bareme').map((path) => [path, readFileSync(path, 'utf8')]));
const PATH = 'policies/valmont/2024.1/politique.bareme';

const compiled = (files: ReadonlyMap<string, string>) => compileSources([...files].map(([path, text]) => ({ path, text })));
const versionOf = (files: ReadonlyMap<string, string>): Policy => compiled(files).project.policies.find(({ version }) => version === '2024.1')!;

const before = versionOf(FILES);

/** The grid, the lists and the ranking of a policy: what edits of a variant speak of. */
const spoken = ({ scorings, lists, ranking }: Policy): string => meaning({ scorings, lists, ranking });

/** Edits the version's text, writes the edits as a variant, and gives both policies. */
function asVariant(edit: (text: string) => string) {
    const edited = new Map(FILES).set(PATH, edit(FILES.get(PATH)!));
    const after = versionOf(edited);
    const edits = variantEdits(before, after, edited);
    const path = 'policies/valmont/variantes/essai.bareme';
    const { project, diagnostics } = compiled(new Map(FILES).set(path, variantFile(before, { name: 'essai', label: 'Essai', edits })));
    const variant = project.variants.find(({ variant: named }) => named?.name === 'essai');
    return { after, edits, variant, errors: diagnostics.filter(({ severity }) => severity === 'error') };
}

describe('edits of a version written as a variant', () => {
    it.each([
        [
            'points and their cap',
            '1 point par mois révolu depuis dépôt, plafonné à 60 points',
            '3 points par mois révolu depuis dépôt, plafonné à 90 points',
            'fixe attente : 3 points',
        ],
        ['flat points', '20 points si ancienneté plus de', '35 points si ancienneté plus de', 'fixe délai : 35 points'],
        ['a malus and its floor', '-10 points par refus sur les 24', '-15 points par refus sur les 24', 'fixe refus_adapté : -15 points par refus'],
        ['tiers', 'à partir de 50 %         : 15 points', 'à partir de 50 %         : 18 points', 'remplace critère effort'],
        [
            'a condition',
            '7 points si motifs contient raisons_de_santé',
            '7 points si motifs contient parmi (raisons_de_santé ; décohabitation)',
            'remplace critère santé',
        ],
        [
            'a combination',
            '"Ressources", cumulables, plafonnée à 20 points',
            '"Ressources", le plus favorable',
            'combine rubrique ressources_du_ménage : le plus favorable',
        ],
        ['a list', 'soignant ; agent_propreté', 'soignant', 'remplace liste métiers_essentiels'],
        ['the ranking', 'note déclarée ;\n  ancienneté la plus longue', 'note vérifiée ;\n  ancienneté la plus longue', 'remplace classement'],
    ])('%s: the variant means what was edited', (_what, from, to, expected) => {
        const { after, edits, variant, errors } = asVariant((text) => text.replace(from, to));
        expect(errors).toEqual([]);
        expect(edits.join('\n')).toContain(expected);
        expect(edits).toHaveLength(1);
        expect(isBeyondVariant(before, after)).toBe(false);
        expect(spoken(variant!)).toBe(spoken(after));
    });

    it('a criterion taken away, another added', () => {
        const { edits, variant, after, errors } = asVariant((text) =>
            text.replace(/ {2}critère essentiel [^\n]*\n[^\n]*\n/, '  critère famille "Famille" : 4 points si enfants_mineurs au moins 3\n'),
        );
        expect(errors).toEqual([]);
        expect(edits[0]).toBe('retire critère essentiel');
        expect(edits[1]).toContain('critère famille "Famille" : 4 points');
        const items = (policy: Policy): readonly string[] => policy.scorings[0]!.group.items.map((item) => meaning(item)).sort();
        expect(items(variant!)).toEqual(items(after));
    });

    it.each([
        ['an exclusion', 'si dépasse_plafond à la date du bail', 'si mutation à la date du bail'],
        ['the label of a rubric', '"Logement actuel", le plus favorable', '"Logement quitté", le plus favorable'],
        ['whom a cotation is for', 'pour les demandes sauf mutation, cumulables', 'pour les demandes sauf seul, cumulables'],
    ])('%s is beyond a variant', (_what, from, to) => {
        expect(isBeyondVariant(before, asVariant((text) => text.replace(from, to)).after)).toBe(true);
    });

    it('nothing edited, nothing to write', () => {
        expect(asVariant((text) => `${text}\n// une remarque\n`).edits).toEqual([]);
    });
});

describe('names made from words', () => {
    it.each([
        ["Plus d'ancienneté", 'plus_d_ancienneté', 'plus-d-anciennete'],
        ['  2e essai ! ', 'e_essai', 'e-essai'],
        ['Œuvre', 'œuvre', 'oeuvre'],
        ['!!!', 'variante', 'variante'],
    ])('%s', (words, name, file) => {
        expect([nameFrom(words), fileNameFrom(words)]).toEqual([name, file]);
    });
});
