import { describe, expect, it } from 'vitest';
import { findings, messages, policyText } from './build.js';

const grid =
    'cotation grille, cumulables { critère essentiel : 1 point si mutation  critère attente : 1 point par mois révolu depuis dépôt, plafonné à 60 points }';

const sorted = (found: readonly (readonly string[])[]): readonly string[] => found.map((each) => each.join(' ')).sort();

describe('tables', () => {
    const table = (periods: string): string => policyText(`table loyers(typologie_demandée ; personnes) : montant par mois { ${periods} }\n${grid}`);
    const rows = 'typologie_demandée | 1 | 2\n T1 | 300 | 310\n T2 | 400 | 410';

    it.each([
        [`à partir du 01/01/2024 { ${rows} }`, []],
        [`à partir du 01/01/2024 { ${rows} } à partir du 01/01/2025 { ${rows} }`, []],
        [`à partir du 01/01/2024 { ${rows}\n T1 | 500 | 510 }`, [['BAR315', 'T1 | 500 | 510']]],
        [`à partir du 01/01/2024 { ${rows} } à partir du 01/01/2024 { ${rows} }`, [['BAR316', 'à partir du 01/01/2024']]],
        [`à partir du 01/01/2024 jusqu’au 30/06/2025 { ${rows} } à partir du 01/01/2025 { ${rows} }`, [['BAR316', 'à partir du 01/01/2025']]],
        [`à partir du 01/01/2025 { ${rows} } à partir du 01/01/2024 jusqu’au 31/12/2024 { ${rows} }`, []],
        [`à partir du 01/01/2025 jusqu’au 01/01/2024 { ${rows} }`, [['BAR506', 'à partir du 01/01/2025 jusqu’au 01/01/2024']]],
        ['à partir du 01/01/2024 { typologie_demandée | 20 | 21\n T1 | 300 | 310 }', [['BAR317', '21']]],
    ])('%s', (periods, expected) => {
        expect(findings(table(periods))).toEqual(expected);
    });

    it('a territory completes a period and does not replace its rows', () => {
        const more = (row: string): string => policyText(`complète table délai { à partir du 01/01/2020 { typologie_demandée | valeur\n ${row} } }\n${grid}`);
        expect(findings(more('T3 | 40 mois'))).toEqual([]);
        expect(findings(more('T2 | 40 mois'))).toEqual([['BAR315', 'T2']]);
    });

    it('a period is completed for the days that it has', () => {
        const more = policyText(`complète table délai { à partir du 01/01/2020 jusqu’au 31/12/2024 { typologie_demandée | valeur\n T3 | 40 mois } }\n${grid}`);
        expect(findings(more)).toEqual([['BAR319', 'à partir du 01/01/2020 jusqu’au 31/12/2024']]);
    });
});

describe('what a table promises', () => {
    const table = (keys: string, promises: string, rows: string): string =>
        policyText(`table loyers(${keys}) : montant par mois ${promises} { à partir du 01/01/2024 { ${rows} } }\n${grid}`);
    const keys = 'typologie_demandée ; personnes';

    it.each([
        ['croissante avec personnes', 'typologie_demandée | 1 | 2 | 3\n T1 | 300 | 300 | 310\n T2 | 100 | 100 | 110', []],
        ['croissante avec personnes', 'typologie_demandée | 1 | 2 | 3\n T1 | 300 | 310 | 301\n T2 | 400 | 410 | 420', [['BAR345', '301']]],
        ['décroissante avec personnes', 'typologie_demandée | 1 | 2\n T1 | 300 | 290\n T2 | 400 | 410', [['BAR345', '410']]],
        ['croissante avec personnes', 'typologie_demandée | 3 | 1\n T1 | 290 | 300', [['BAR345', '290']]],
        ['croissante avec personnes', 'typologie_demandée | 1 | par personne en plus\n T1 | 300 | -10', [['BAR345', '300']]],
        ['croissante avec loyer', 'typologie_demandée | 1\n T1 | 300', [['BAR344', 'croissante avec loyer']]],
        ['croissante avec personnes décroissante avec personnes', 'typologie_demandée | 1\n T1 | 300', [['BAR332', 'décroissante avec personnes']]],
    ])('%s: %s', (promises, rows, expected) => {
        expect(findings(table(keys, promises, rows))).toEqual(expected);
    });

    it('holds for the rows that a policy adds', () => {
        const text = `complète table délai { à partir du 01/01/2020 { typologie_demandée | valeur\n T3 | 10 mois } }\n${grid}`;
        expect(findings(policyText(text))).toEqual([]);
    });
});

describe('versions', () => {
    const ranking = 'classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }';
    const version = (name: string, headers: string): string => `politique p "P" version "${name}"\n ${headers}\n utilise essai\n ${grid}\n${ranking}\n`;
    const two = (first: string, second: string): string => `barème 1\n${version('1', first)}${version('2', second)}`;

    it('one version written twice is one finding', () => {
        const written = version('1', 'en vigueur du 01/01/2022');
        expect(findings(`barème 1\n${written}${written}`).map(([code]) => code)).toEqual(['BAR204']);
    });

    it.each([
        ['en vigueur du 01/01/2022', 'en vigueur du 01/01/2024', []],
        ['en vigueur du 01/01/2022', 'en vigueur du 01/01/2024 succède à version "1"', []],
        ['en vigueur du 01/01/2022 au 31/12/2023', 'en vigueur du 01/01/2024', []],
        ['en vigueur du 01/01/2022 au 31/01/2024', 'en vigueur du 01/01/2024', [['BAR501', 'en vigueur du 01/01/2024']]],
        ['en vigueur du 01/01/2022', 'en vigueur du 01/01/2022', [['BAR501', 'en vigueur du 01/01/2022']]],
        ['en vigueur du 01/01/2022 au 30/12/2023', 'en vigueur du 1er janvier 2024', [['BAR502', 'en vigueur du 1er janvier 2024']]],
        ['en vigueur du 01/01/2025 succède à version "2"', 'en vigueur du 01/01/2024', []],
        ['en vigueur du 01/01/2022 succède à version "2"', 'en vigueur du 01/01/2024', [['BAR505', '"2"']]],
        [
            'en vigueur du 01/01/2022',
            'en vigueur du 01/01/2024 succède à version "0"',
            [
                ['BAR210', '"0"'],
                ['BAR501', 'en vigueur du 01/01/2024'],
            ],
        ],
        [
            'en vigueur du 01/01/2022 au 01/01/2021',
            'en vigueur du 02/01/2022',
            [
                ['BAR506', 'en vigueur du 01/01/2022 au 01/01/2021'],
                ['BAR502', 'en vigueur du 02/01/2022'],
            ],
        ],
        ['délibérée le 01/02/2022, en vigueur du 01/01/2022', 'en vigueur du 01/01/2024', [['BAR506', 'délibérée le 01/02/2022']]],
    ])('%s, then %s', (first, second, expected) => {
        expect(sorted(findings(two(first, second)))).toEqual(sorted(expected));
    });
});

describe('variants', () => {
    const variant = (edits: string): string => `${policyText(grid)}\nvariante essai_de_variante de p version "1" { ${edits} }`;

    it.each([
        ['fixe attente : 2 points par mois révolu depuis dépôt', []],
        ['fixe attente : 1 point par mois révolu depuis dépôt, plafonné à 60 points', [['BAR503', 'essai_de_variante']]],
        ['fixe essentiel : 1 point', [['BAR503', 'essai_de_variante']]],
        ['', [['BAR503', 'essai_de_variante']]],
        ['remplace critère essentiel par critère essentiel "Autre libellé" : 1 point si mutation', [['BAR503', 'essai_de_variante']]],
        ['remplace critère essentiel par critère essentiel : 1 point si non mutation', []],
        ['fixe attent : 2 points', [['BAR507', 'attent']]],
        ['ajoute à cotation grille : critère nouveau : 3 points si personnes plus de 20', [['BAR416', 'personnes plus de 20']]],
    ])('%s', (edits, expected) => {
        expect(findings(variant(edits))).toEqual(expected);
    });

    it('what a variant shares with its version is said once', () => {
        const text = `${policyText('cotation grille, cumulables { critère essentiel : selon personnes { de 1 à 3 : 1 point ; non renseigné : à compléter } }')}
            variante essai_de_variante de p version "1" { ajoute à cotation grille : critère nouveau : 3 points si mutation }`;
        expect(findings(text)).toEqual([['BAR401', 'personnes']]);
    });
});

describe('examples', () => {
    const example = (fields: string, expected = 'note 1'): string =>
        `${policyText(grid)}\nexemple "Essai" de p version "1" { ${fields} ; date d’examen : 01/02/2024 ; attendu : ${expected} }`;

    it.each([
        ['personnes : 20', 'note 1 dont essentiel 1', []],
        ['personnes : 21', 'note 1', [['BAR313', '21']]],
        ['personnes : 0 personnes ; mutation : oui', 'note 1', [['BAR313', '0 personnes']]],
        ['ressources : -5 € par mois', 'note 1', [['BAR313', '-5 € par mois']]],
        ['logement { étage : 41 ; qpv : oui }', 'note 1', [['BAR313', '41']]],
        ['mutation : oui', 'note 1 dont esentiel 1', [['BAR605', 'esentiel']]],
        ['mutation : oui', 'incomplète manque (dépot)', [['BAR201', 'dépot']]],
        ['mutation : oui', 'inéligible inconnue', [['BAR203', 'inconnue']]],
    ])('%s, %s', (fields, expected, found) => {
        expect(findings(example(fields, expected))).toEqual(found);
    });

    it('says the bounds in the units of the fact', () => {
        expect(messages(example('ressources : -5 € par mois'))).toEqual([
            'BAR313 « ressources » va de 0\u00A0€ par mois à 100\u202F000\u00A0€ par mois : -5\u00A0€ par mois est impossible.',
        ]);
    });
});
