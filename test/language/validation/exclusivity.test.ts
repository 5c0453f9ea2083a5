import { describe, expect, it } from 'vitest';
import { anomaliesOf, compiled, criteriaText, householdIn, messages } from './build.js';

/** Two criteria of a rubrique of which one only may apply. */
const pair = (first: string, second: string): string =>
    criteriaText(`rubrique r "R", un seul {\n critère premier : 10 points ${first}\n critère second : 20 points ${second}\n}`);

describe('un seul, proved', () => {
    it.each([
        ['si personnes moins de 3', 'si personnes au moins 3'],
        ['si personnes de 1 à 2', 'si personnes au moins 3'],
        ['si personnes plus de 2', 'si personnes moins de 3'],
        ['si notes_scolaires plus de 9,9', 'si notes_scolaires moins de 10'],
        ['si taux_effort moins de 33 %', 'si taux_effort au moins 33 %'],
        ['si taux_effort de 33 % à moins de 50 %', 'si taux_effort à partir de 50 %'],
        ['si ancienneté moins de 3 ans', 'si ancienneté au moins 36 mois'],
        ['si ancienneté jusqu’à 36 mois', 'si depuis dépôt plus de 36 mois'],
        ['si dépôt avant le 01/01/2020', 'si dépôt à partir du 01/01/2020'],
        ['si contrat est cdi', 'si contrat parmi (cdd ; sans_emploi)'],
        ['si étape_expulsion moins de assignation', 'si étape_expulsion au moins assignation'],
        ['si mutation', 'si non mutation'],
        ['si mutation', 'si hors mutation'],
        ['si hébergé', 'si situations hors (chez_particulier ; chez_parents)'],
        ['si hébergé', 'si non hébergé'],
        ['si reconnu', 'si non reconnu'],
        ['si reconnu et personnes au moins 3', 'si (mutation ou non reconnu) et (personnes moins de 3 ou non mutation) et personnes au plus 2'],
        ['si situations contient sans_abri', 'si situations hors (sans_abri ; locataire)'],
        ['si loyer par an moins de 6 000 € par an', 'si loyer au moins 500 € par mois'],
        ['si ressources - loyer moins de 400 € par mois', 'si reste au moins 400 € par mois'],
        ['si loyer plus de ressources', 'si ressources au moins loyer'],
        ['si ancienneté plus de délai(typologie_demandée)', 'si ancienneté au plus délai(typologie_demandée)'],
        ['si commune_emploi est logement.commune', 'si commune_emploi n’est pas logement.commune'],
        ['si dépôt renseigné', 'si dépôt non renseigné'],
        ['si taux_effort sans objet', 'si taux_effort plus de 10 %'],
        ['si handicap justifié', 'si handicap non justifié'],
        ['si (si mutation alors personnes moins de 3 sinon personnes moins de 5)', 'si personnes au moins 5'],
        ['si commune_emploi est "75056"', 'si commune_emploi est "69123"'],
        ['si nombre de refus au moins 2', 'si nombre de refus moins de 2'],
        ['si écart moins de 0', 'si écart au moins 0'],
    ])('%s | %s', (first, second) => {
        expect(messages(pair(first, second))).toEqual([]);
    });

    it('a line of selon against a condition on the same fact', () => {
        const text = criteriaText(`rubrique r "R", un seul {
            critère premier : selon personnes { de 1 à 2 personnes : 5 points ; à partir de 3 personnes : à compléter ; non renseigné : à compléter }
            critère second : 20 points si personnes au moins 3
        }`);
        expect(messages(text)).toEqual([]);
    });

    it('no unit to count against one', () => {
        expect(
            messages(criteriaText('rubrique r, un seul {\n critère premier : -5 points par refus\n critère second : 5 points si nombre de refus = 0\n}')),
        ).toEqual([]);
    });

    it('one sets the other aside', () => {
        expect(messages(pair('si mutation', 'si handicap exclusif de critère premier'))).toEqual([]);
    });
});

describe('un seul, refuted', () => {
    it.each([
        ['si personnes au plus 3', 'si personnes au moins 3', 'personnes : 3 personnes'],
        ['si situations contient sans_abri', 'si hébergé', 'situations : (sans_abri ; chez_particulier)'],
        ['si situations contient sans_abri', 'si situations contient parmi (locataire ; sans_abri)', 'situations : sans_abri'],
        ['si taux_effort au moins 33 %', 'si taux_effort plus de 33 %', undefined],
        ['si taux_effort au moins 33 %', 'si loyer moins de 100 € par mois', undefined],
        ['si ancienneté au moins 36 mois', 'si mutation', 'ancienneté : 36 mois ; mutation : oui'],
        ['si depuis entrée_hébergement plus de 12 mois', 'si personnes = 4', undefined],
        ['si ancienneté au moins 36 mois', 'si dépôt avant le 01/06/2023', undefined],
        ['si reste moins de 400 € par mois', 'si mutation', undefined],
        ['si reste moins de 400 € par mois', 'si loyer plus de 1 000 € par mois', undefined],
        ['si ressources plus de 0 € par mois et loyer / ressources plus de 33 %', 'si enfants au moins 1', undefined],
        ['si reconnu', 'si étiquettes contient nature départemental', undefined],
        ['si reconnu', 'si non (étiquettes contient nature départemental en cours)', undefined],
        ['si étape_expulsion au moins assignation', 'si étape_expulsion au plus assignation', 'étape_expulsion : assignation'],
        ['si commune_emploi est logement.commune', 'si commune_résidence est logement.commune', undefined],
        ['si commune_emploi est logement.commune', 'si commune_résidence n’est pas logement.commune', undefined],
        ['si commune_emploi est logement.commune', 'si logement.commune est "75056"', undefined],
        ['si logement.typologie au moins T3', 'si en mutation', 'mutation : oui ; logement { typologie : T3 }'],
        ['si handicap justifié', 'si handicap', 'handicap : oui ; justifiés : (handicap)'],
        ['si mutation ou personnes moins de 3', 'si personnes moins de 2', 'personnes : 1 personne ; mutation : oui'],
        ['si taux_effort sans objet', 'si situations contient sans_abri', 'situations : sans_abri'],
        ['si écart moins de 0', 'si écart plus de -3', undefined],
        ['si non mutation', 'si contrat n’est pas cdi', 'contrat : cdd ; mutation : non'],
        ['si commune_emploi n’est pas "75056"', 'si commune_emploi n’est pas "69123"', 'commune_emploi : autre'],
        ['', '', 'n’importe laquelle'],
        ['', 'si enfants non renseigné', 'enfants : sans objet'],
        ['par enfants', 'si enfants au plus 2', undefined],
        ['par mois révolu depuis dépôt', 'si mutation', undefined],
        ['par mois révolu depuis entrée_hébergement', 'si mutation', undefined],
    ])('%s | %s', (first, second, household) => {
        const text = pair(first, second);
        const [message = '', ...others] = messages(text);
        expect(others).toEqual([]);
        expect(message.slice(0, 6)).toBe('BAR403');
        const shown = householdIn(message) ?? '';
        if (household !== undefined) expect(shown.replace(/\u00A0/g, ' ')).toBe(household);
        expect(anomaliesOf(text, shown)).toContain('two-criteria-hold');
    });

    it('a rubrique inside applies when one of its criteria does', () => {
        const text = criteriaText(`rubrique r "R", un seul {
            rubrique s "S", cumulables { critère premier : 5 points si mutation  critère tiers : 5 points si contrat est cdi }
            critère second : 20 points si contrat parmi (cdi ; cdd) et non mutation
        }`);
        const [message = ''] = messages(text);
        expect(message).toContain('« r » annonce « un seul » critère, mais « s » et « second » s’appliquent tous deux à ce ménage : ');
        expect(anomaliesOf(text, householdIn(message) ?? '')).toContain('two-criteria-hold');
    });

    it('two selon that both have a line', () => {
        const text = criteriaText(`rubrique r "R", un seul {
            critère premier : selon personnes { de 1 à 2 personnes : 5 points ; sinon : 0 point ; non renseigné : à compléter }
            critère second : selon taux_effort { moins de 33 % : 0 point ; à partir de 33 % : 8 points ; non renseigné : à compléter }
        }`);
        const [message = ''] = messages(text);
        expect(anomaliesOf(text, householdIn(message) ?? '')).toContain('two-criteria-hold');
    });
});

describe('un seul, neither', () => {
    it.each([
        ['si ancienneté plus de délai(typologie_demandée)', 'si mutation'],
        ['si nombre de refus au moins 2', 'si mutation'],
        ['si ancienneté au moins 36 mois', 'si ancienneté au moins 400 jours'],
    ])('%s | %s', (first, second) => {
        expect(messages(pair(first, second))).toEqual([
            'BAR404 « r » annonce « un seul » critère, mais rien n’établit que « premier » et « second » s’excluent.',
        ]);
    });

    it('gives up on conditions made to be hard', () => {
        // Sixty yes/no facts and as many clauses of three as make nearly every draw unsatisfiable (4.3 per fact), from a fixed sequence.
        let state = 7;
        const next = (below: number): number => {
            state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
            return Math.floor(state / 65_536) % below;
        };
        const names = Array.from({ length: 60 }, (_, index) => `fait_${index}`);
        const literal = (): string => `${next(2) === 0 ? 'non ' : ''}${names[next(60)] ?? ''}`;
        const clause = (): string => `(${literal()} ou ${literal()} ou ${literal()})`;
        // Ten clauses to each of twenty-six deduced facts: no statement is longer than the parser accepts.
        const parts = Array.from({ length: 26 }, (_, index) => `déduit part_${index} : oui/non = ${Array.from({ length: 10 }, clause).join(' et ')}`);
        const condition = parts.map((_, index) => `part_${index}`).join(' et ');
        const vocabulary = `barème 1\nvocabulaire dur { demande { ${names.map((name) => `${name} : oui/non`).join(' ; ')} } ${parts.join('\n')} }`;
        const text = criteriaText(`rubrique r, un seul {\n critère premier : 1 point si ${condition}\n critère second : 2 points\n}`).replace(
            'utilise essai',
            'utilise dur',
        );
        expect(compiled(vocabulary, text).diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['BAR404']);
    });
});
