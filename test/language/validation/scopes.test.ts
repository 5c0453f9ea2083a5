import { describe, expect, it } from 'vitest';
import { anomaliesOf, findings, householdIn, messages, policyText } from './build.js';

const scopes = (...each: readonly string[]): string =>
    policyText(each.map((scope, index) => `cotation grille_${index} pour les demandes ${scope} { critère essentiel : 1 point }`).join('\n'));

describe('scopes of cotations', () => {
    it.each([
        [['']],
        [['de mutation', 'sauf mutation']],
        [['avec personnes moins de 3', 'avec personnes au moins 3']],
        [['avec contrat est cdi', 'avec contrat parmi (cdd ; sans_emploi)', 'avec contrat sans objet']],
    ])('%s: one for each demand', (each) => {
        // The third case leaves a household whose size is « sans objet » aside: see below.
        const found = messages(scopes(...each)).filter((message) => !message.startsWith('BAR411'));
        expect(found).toEqual([]);
    });

    it('a demand may be in two', () => {
        const text = scopes('de mutation', 'avec personnes au moins 3', 'sauf mutation');
        expect(findings(text)).toEqual([
            ['BAR410', 'grille_1'],
            ['BAR410', 'grille_2'],
        ]);
        const [first = ''] = messages(text);
        const household = householdIn(first) ?? '';
        expect(household).toBe('mutation : oui ; personnes : 3\u00A0personnes');
        expect(anomaliesOf(text, household)).toContain('several-scorings');
    });

    it('a demand may be in none', () => {
        const text = scopes('de mutation', 'avec non mutation et personnes moins de 5');
        expect(findings(text)).toEqual([['BAR411', 'grille_0']]);
        const household = householdIn(messages(text)[0] ?? '') ?? '';
        expect(household).toBe('mutation : non ; personnes : 5\u00A0personnes');
        expect(anomaliesOf(text, household)).toContain('no-scoring');
    });

    it('a size that is « sans objet » is in neither of two intervals', () => {
        const text = scopes('avec personnes moins de 3', 'avec personnes au moins 3');
        const household = householdIn(messages(text)[0] ?? '') ?? '';
        expect(household).toBe('personnes : sans objet');
        expect(anomaliesOf(text, household)).toContain('no-scoring');
    });

    it('what nothing tells is said so', () => {
        const text = scopes('avec ancienneté plus de délai(typologie_demandée)', 'de mutation', 'avec non mutation et nombre de refus moins de 2');
        expect(findings(text)).toEqual([
            ['BAR417', 'grille_0'],
            ['BAR417', 'grille_1'],
            ['BAR417', 'grille_2'],
        ]);
    });
});
