import { describe, expect, it } from 'vitest';
import { criteriaText, findings, messages } from './build.js';

/** The values in the messages about a `selon`, plain spaces for those that do not break. */
function said(subject: string, lines: string): readonly string[] {
    return messages(criteriaText(`critère essentiel : selon ${subject} { ${lines} ; non renseigné : à compléter }`)).map((message) =>
        message.replace(/[\u00A0\u202F]/g, ' ').replace(/ vaut (.*), (aucune|deux) .*$/, ' → $1 $2'),
    );
}

describe('complete and exclusive lines', () => {
    it.each([
        ['personnes', 'de 1 à 3 : 1 point ; de 4 à 20 : 2 points'],
        ['personnes', 'moins de 4 personnes : 1 point ; à partir de 4 personnes : 2 points'],
        ['personnes', '1 : 1 point ; 2 : 2 points ; plus de 2 : 3 points'],
        ['notes_scolaires', 'jusqu’à 9,9 : 1 point ; à partir de 10 : 2 points'],
        ['écart', 'moins de 0 : 1 point ; à partir de 0 : 2 points'],
        ['ressources', 'de 0 € par mois à 399,99 € par mois : 1 point ; à partir de 400 € par mois : 2 points'],
        ['ressources par an', 'moins de 6 000 € par an : 1 point ; à partir de 6 000 € par an : 2 points'],
        ['reste', 'moins de 400 € par mois : 1 point ; au moins 400 € par mois : 2 points'],
        ['taux_effort', 'moins de 33 % : 1 point ; de 33 % à moins de 50 % : 2 points ; à partir de 50 % : 3 points'],
        ['ancienneté', 'moins de 1 an : 1 point ; de 12 mois à moins de 3 ans : 2 points ; à partir de 36 mois : 3 points'],
        ['ancienneté', 'jusqu’à 36 mois : 1 point ; plus de 36 mois : 2 points'],
        ['ancienneté', 'moins de 90 jours : 1 point ; à partir de 90 jours : 2 points'],
        ['ancienneté', 'moins de 10 jours : 1 point ; de 10 jours à moins de 20 jours : 2 points ; à partir de 20 jours : 3 points'],
        ['nombre de mois révolus depuis dépôt', 'de 0 à 11 : 1 point ; à partir de 12 : 2 points'],
        ['nombre de refus', '0 : 0 point ; 1 : -5 points ; au moins 2 : -10 points'],
        ['dépôt', 'avant le 01/01/2020 : 1 point ; à partir du 01/01/2020 : 2 points'],
        ['étape_expulsion', 'jusqu’à assignation : 1 point ; plus de assignation : 2 points'],
        ['étape_expulsion', 'commandement : 1 point ; au moins assignation : 2 points'],
        ['contrat', 'cdi : 1 point ; parmi (cdd ; sans_emploi) : 2 points'],
        ['contrat', 'cdi : 1 point ; sinon : 2 points'],
        ['mutation', 'oui : 1 point ; non : 2 points'],
        ['commune_emploi', '"75056" : 1 point ; sinon : 2 points'],
        ['situations', 'sans_abri : 1 point ; sinon : 0 point'],
        ['personnes', 'de 1 à 3 : 1 point ; sinon : 2 points ; sans objet : 3 points'],
        ['personnes + personnes', 'de 2 à 5 : 1 point ; à partir de 6 : 2 points'],
        ['2 * personnes', 'de 2 à 5 : 1 point ; à partir de 6 : 2 points'],
        ['arrondi inférieur (personnes / 2)', 'de 0 à 3 : 1 point ; à partir de 4 : 2 points'],
    ])('%s { %s }', (subject, lines) => {
        expect(said(subject, lines)).toEqual([]);
    });
});

describe('holes, by a value in the author’s units', () => {
    it.each([
        ['personnes', 'de 1 à 3 : 1 point ; de 5 à 20 : 2 points', '4 personnes'],
        ['personnes', 'de 2 à 20 : 1 point', '1 personne'],
        ['personnes', 'de 1 à 6 : 1 point', '7 personnes'],
        ['notes_scolaires', 'moins de 9,9 : 1 point ; à partir de 10 : 2 points', '9,9'],
        ['notes_scolaires / 2', 'jusqu’à 4,9 : 1 point ; à partir de 5 : 2 points', '4,95'],
        ['ressources', 'moins de 400 € par mois : 1 point ; plus de 400 € par mois : 2 points', '400 € par mois'],
        ['ressources / 2', 'jusqu’à 399,99 € par mois : 1 point ; à partir de 400 € par mois : 2 points', '399,995 € par mois'],
        ['reste', 'de 0 € par mois à moins de 400 € par mois : 1 point ; au moins 400 € par mois : 2 points', '-10 000 € par mois'],
        ['taux_effort', 'moins de 33 % : 1 point ; plus de 33 % : 2 points', '33 %'],
        ['taux_effort', 'jusqu’à 33 % : 1 point ; à partir de 34 % : 2 points', '33,5 %'],
        ['taux_effort', 'à partir de 10 % : 2 points', '0 %'],
        ['ancienneté', 'moins de 36 mois : 1 point ; plus de 36 mois : 2 points', '36 mois'],
        ['ancienneté', 'jusqu’à 36 mois : 1 point ; à partir de 37 mois : 2 points', '36 mois et 1 jour'],
        ['ancienneté', 'moins de 1 an : 1 point ; à partir de 2 ans : 2 points', '12 mois'],
        ['ancienneté', 'jusqu’à 90 jours : 1 point ; à partir de 92 jours : 2 points', '91 jours'],
        ['dépôt', 'avant le 01/01/2020 : 1 point ; après le 01/01/2020 : 2 points', 'le 01/01/2020'],
        ['étape_expulsion', 'moins de assignation : 1 point ; plus de assignation : 2 points', 'assignation'],
        ['contrat', 'cdi : 1 point ; cdd : 2 points', 'sans_emploi'],
        ['mutation', 'oui : 1 point', 'non'],
        ['commune_emploi', '"75056" : 1 point', 'autre chose'],
        ['situations', 'sans_abri : 1 point', 'chez_particulier'],
        ['nombre de refus', '1 : -5 points ; au moins 2 : -10 points', '0'],
    ])('%s { %s }: %s', (subject, lines, value) => {
        expect(said(subject, lines)).toEqual([`BAR401 Quand « ${subject} » → ${value} aucune`]);
    });
});

describe('overlaps, by a value', () => {
    it.each([
        ['personnes', 'de 1 à 3 : 1 point ; de 3 à 20 : 2 points', '3 personnes'],
        ['personnes', 'de 1 à 20 : 1 point ; 4 : 2 points', '4 personnes'],
        ['taux_effort', 'jusqu’à 33 % : 1 point ; à partir de 33 % : 2 points', '33 %'],
        ['ressources', 'au plus 400 € par mois : 1 point ; au moins 399 € par mois : 2 points', '399 € par mois'],
        ['ancienneté', 'jusqu’à 3 ans : 1 point ; à partir de 36 mois : 2 points', '36 mois'],
        ['étape_expulsion', 'au plus assignation : 1 point ; au moins assignation : 2 points', 'assignation'],
        ['contrat', 'parmi (cdi ; cdd) : 1 point ; parmi (cdd ; sans_emploi) : 2 points', 'cdd'],
        ['situations', 'sans_abri : 1 point ; locataire : 2 points ; sinon : 0 point', 'à la fois sans_abri et locataire'],
        ['personnes', 'de 1 à 3 : 1 point ; sinon : 2 points ; sinon : 3 points', 'toute autre valeur'],
        ['personnes', 'au moins 1 : 1 point ; non renseigné : 0 point', '« non renseigné »'],
    ])('%s { %s }: %s', (subject, lines, value) => {
        expect(said(subject, lines)).toEqual([`BAR402 Quand « ${subject} » → ${value} deux`]);
    });

    it('months against days overlap in February and leave a hole in January', () => {
        const lines = 'moins de 30 jours : 1 point ; à partir de 1 mois : 2 points';
        const found = messages(criteriaText(`critère essentiel : selon ancienneté { ${lines} }`)).map((message) => message.replace(/\u00A0/g, ' '));
        expect(found).toEqual([
            'BAR401 Quand « ancienneté » vaut 30 jours, aucune ligne de ce « selon » ne s’applique : la règle ne dit rien.',
            'BAR402 Quand « ancienneté » vaut 1 mois, deux lignes de ce « selon » s’appliquent à la fois.',
        ]);
    });
});

describe('where it is said', () => {
    it('a hole at the subject, an overlap at the second line, a dead line at itself', () => {
        const text = criteriaText(
            'critère essentiel : selon personnes {\n moins de 3 : 1 point ;\n de 2 à 4 : 2 points ;\n de 6 à 5 : 3 points ;\n plus de 30 : 4 points ;\n non renseigné : à compléter\n}',
        );
        expect(findings(text)).toEqual([
            ['BAR401', 'personnes'],
            ['BAR402', 'de 2 à 4 : 2 points'],
            ['BAR415', 'de 6 à 5 : 3 points'],
            ['BAR415', 'plus de 30 : 4 points'],
        ]);
    });

    it('in the formula of a deduced fact, and in a condition', () => {
        const text = criteriaText('critère essentiel : 1 point si (selon personnes { de 1 à 3 : 1 ; de 5 à 20 : 2 }) = 1').replace(
            'cotation',
            'déduit part : entier = selon enfants { 0 : 1 ; au moins 2 : 2 }\ncotation',
        );
        expect(findings(text)).toEqual([
            ['BAR401', 'enfants'],
            ['BAR401', 'personnes'],
        ]);
    });
});

describe('a missing subject', () => {
    it.each([
        ['personnes', 'de 1 à 20 : 1 point', true],
        ['taux_effort', 'moins de 33 % : 1 point ; à partir de 33 % : 2 points', true],
        ['ancienneté', 'moins de 1 an : 1 point ; à partir de 1 an : 2 points', false],
        ['nombre de refus', '0 : 0 point ; au moins 1 : 1 point', true],
    ])('%s', (subject, lines, asked) => {
        const found = findings(criteriaText(`critère essentiel : selon ${subject} { ${lines} }`));
        expect(found).toEqual(asked ? [['BAR405', subject]] : []);
    });
});
