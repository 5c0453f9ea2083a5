import { describe, expect, it } from 'vitest';
import { compileSources, type SourceText } from '@bareme/language';
import { underlinedText } from '@bareme/language/testing';
import { policySource, policySources } from './workspace.js';

const MINI = policySource('samples/mini.bareme');

/** Each pair: the code that its bad twin alone receives, and what is underlined, white space made single; `…` stands for the rest. */
const PAIRS: readonly (readonly [name: string, code: string, underlined: string])[] = [
    ['parentheses', 'BAR104', '('],
    ['fichier-vide', 'BAR105', ' '],
    ['accents-decomposes', 'BAR107', 'e\u0301'],
    ['version-de-la-langue', 'BAR108', '2'],
    ['date-impossible', 'BAR109', '31/02/2024'],
    ['fait-inconnu', 'BAR201', 'taux_efort'],
    ['valeur-inconnue', 'BAR202', 'sans_abris'],
    ['import-manquant', 'BAR205', 'minni'],
    ['imports-en-boucle', 'BAR206', 'commun'],
    ['logement-sans-point', 'BAR207', 'commune'],
    ['definition-en-boucle', 'BAR209', 'reste'],
    ['unites', 'BAR301', 'ressources moins de 12 000 € par an'],
    ['parametre-a-confirmer', 'BAR314', 'loyer_de_référence'],
    ['tranches-trou', 'BAR401', 'taux_effort'],
    ['tranches-recouvrement', 'BAR402', 'à partir de 33 % : 8 points'],
    ['un-seul', 'BAR403', 'hébergement'],
    ['fait-non-renseigne', 'BAR405', 'taux_effort'],
    ['classement-incomplet', 'BAR407', 'classement'],
    ['adequation-muette', 'BAR412', 'typologie'],
    ['deux-versions', 'BAR501', 'en vigueur du 01/01/2024'],
    ['sans-version', 'BAR502', 'en vigueur du 01/01/2024'],
    ['variante-sans-effet', 'BAR503', 'essai'],
    ['modification-de-rien', 'BAR507', 'atente'],
];

function findings(name: string): readonly (readonly [code: string, underlined: string])[] {
    const sources: readonly SourceText[] = [MINI, policySource(`samples/${name}.bareme`)];
    return compileSources(sources).diagnostics.map((diagnostic) => [diagnostic.code, underlinedText(sources, diagnostic).replace(/\s+/g, ' ')]);
}

/** The finding with its underlined text cut where the expected one is. */
function cutLike([code, text]: readonly [code: string, underlined: string], expected: string): readonly [code: string, underlined: string] {
    return expected.endsWith('…') ? [code, `${text.slice(0, expected.length - 1)}…`] : [code, text];
}

describe('samples', () => {
    it.each(PAIRS)('%s: the good twin has no finding', (name) => {
        expect(findings(name)).toEqual([]);
    });

    it.each(PAIRS)('%s: the bad twin has %s alone', (name, code, underlined) => {
        expect(findings(`${name}-bad`).map((finding) => cutLike(finding, underlined))).toEqual([[code, underlined]]);
    });

    it('300 parentheses leave nothing behind in the file read next', () => {
        const { project, diagnostics } = compileSources([MINI, policySource('samples/parentheses-bad.bareme'), policySource('samples/parentheses.bareme')]);
        expect(diagnostics.map(({ code, location }) => [code, location?.path])).toEqual([['BAR104', 'policies/samples/parentheses-bad.bareme']]);
        expect(project.policies.map(({ name }) => name)).toEqual(['village']);
    });

    it('every file of the folder is in the table', () => {
        const files = policySources('samples').map(({ path }) => path.replace('policies/samples/', '').replace('.bareme', ''));
        expect([...files].sort()).toEqual([...PAIRS.flatMap(([name]) => [name, `${name}-bad`]), 'mini'].sort());
    });
});
