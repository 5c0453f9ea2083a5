import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factText } from '../../cli/src/demands/fact-words.js';
import { compare, fromFraction, rational, toFraction, type Rational } from '@bareme/language/ir';
import { sandbox } from './host.js';

const place = sandbox();
afterAll(place.remove);

const POLICY = `barème 1
vocabulaire v {
  demande {
    identifiant : code rôle identifiant ; dépôt : date rôle dépôt ; n : entier de 0 à 100 "Points reçus" ; bonus : entier de 0 à 10 ; dalo : oui/non ;
    refus : événements { date : date rôle date } rôle refus
  }
  membre { naissance : date ; lien : code }
  logement { identifiant : code rôle identifiant ; libération : date rôle libération ; typologie : code rôle typologie ; commune : code rôle commune ; bail : date rôle bail ; attributaire : code rôle attributaire }
}
politique p "Pays fictif" version "1" en vigueur du 01/01/2020 utilise v
cotation g, cumulables, plafonnée à 30 points {
  critère c "Points du dossier" : 1 point par n
  critère d "Bonus" : 1 point par bonus
  critère e "Prioritaire et à loger d’urgence" : 5 points si dalo réf "CCH L.441-2-3"
  critère m "Mineurs" : 2 points par membres avec (nombre de ans révolus depuis naissance moins de 18)
  critère f "Refus" : -3 points par refus, plancher -9 points
}
exclusion trop : si n au moins 90, motif "trop de points"
classement { catégorie (dalo) ; note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }
déduit déposée : oui/non = dépôt renseigné
demandes analogues "Toutes" : déposée
variante w de p version "1" { fixe d : 2 points par bonus }
correspondance c "C" pour v {
  table demandes depuis "demandes.csv" séparateur ";" {
    identifiant : colonne "id" ; dépôt : colonne "jour" ; n : colonne "total_final" ; bonus : constante 3 approximation "Le fichier ne dit pas le bonus." ; dalo : colonne "dalo"
  }
  table membres depuis "membres.csv" séparateur ";" { identifiant : colonne "de" ; naissance : colonne "né_le" ; lien : constante non renseigné }
  table refus depuis "refus.csv" séparateur ";" { identifiant : colonne "de" ; date : colonne "le" }
  table logements depuis "logements.csv" séparateur ";" {
    identifiant : colonne "id" ; libération : colonne "le" ; typologie : colonne "t" ; commune : colonne "c" ; bail : colonne "b" ; attributaire : colonne "a"
  }
}
`;

const ASSUMPTIONS = {
    acceptation: '1',
    refus_légitimes: '0',
    sortie_mensuelle: '0',
    suivi: '1',
    candidats_par_tour: 1,
    tours: 1,
    délai_désignation: 0,
    délai_examen: 0,
    délai_bail: 0,
    offre: 'figée',
    orientation: 'enregistré',
};

beforeAll(() => {
    const write = (name: string, text: string): void => writeFileSync(join(place.folder, name), text);
    mkdirSync(join(place.folder, 't'));
    write('p.bareme', POLICY);
    write(
        't/territoire.json',
        JSON.stringify({
            format: 'bareme.territoire',
            version: 1,
            nom: 'Essai',
            synthétique: false,
            avertissements: [],
            période: { du: '2023-01-01', au: '2024-12-31' },
            fichiers: {},
            hypothèses: ASSUMPTIONS,
        }),
    );
    const housed = Array.from({ length: 11 }, (_, rank) => `H${rank};2023-0${1 + (rank % 3)}-01;10;non`);
    write('t/demandes.csv', ['id;jour;total_final;dalo', 'A;2022-01-01;25;oui', 'B;2022-01-01;40;non', 'C;2022-01-01;95;non', ...housed, ''].join('\n'));
    write('t/membres.csv', 'de;né_le\nA;2015-05-05\nA;1980-01-01\n');
    write('t/refus.csv', 'de;le\nA;2023-02-02\n');
    const leases = housed.map((_, rank) => `L${rank};2024-01-01;T2;99001;2024-02-01;H${rank}`);
    write('t/logements.csv', ['id;le;t;c;b;a', ...leases, 'M;2024-01-01;T3;99002;2024-02-02;B', ''].join('\n'));
});

const letter = async (demand: string, ...more: readonly string[]): Promise<string> =>
    (await place.bareme('expliquer', 'p.bareme', '--territoire', 't', '--correspondance', 'c', '--date', '15/03/2024', '--demande', demand, ...more)).out;

describe('the letter owed to the person', () => {
    it('says the note and what is left of each ground once the cap has taken its part, which adds up to it', async () => {
        const text = await letter('A');
        // 25 + 3 + 5 + 2 - 3 = 32, capped at 30: the last grounds written give back 2.
        expect(text).toContain('  30 points.\n');
        expect(text).toContain('    – Points du dossier : 25 points\n    – Bonus : 3 points\n    – Prioritaire et à loger d’urgence : 5 points\n');
        expect(text).toContain('    – Mineurs : 0 point (2 points avant les plafonds');
        const { lines } = JSON.parse(await letter('A', '--format', 'json')) as {
            readonly lines: readonly { readonly kind: string; readonly retained: { readonly exact: string } }[];
        };
        const sum = lines.filter(({ kind }) => kind === 'criterion').reduce((total, { retained }) => total + Number(retained.exact), 0);
        expect([sum, lines.at(-1)?.retained.exact]).toEqual([30, '30']);
    });

    it('says the position by the ranking of the policy, as a local practice, and none for whom a rule keeps out', async () => {
        // A is in the category, B has a higher note.
        expect(await letter('A')).toMatch(/Position : 1re sur 13 demandes analogues ouvertes et admissibles ce jour\n {2}Cette position suit le classement/);
        expect(await letter('B')).toContain('Position : 2e sur 13 demandes analogues');
        const kept = await letter('C');
        expect(kept).toContain('Votre demande ne peut pas être admise (trop) : elle n’a pas de position.');
        expect(kept).not.toContain('Position :');
    });

    it('says the waiting time by type and place, and nothing of too few households', async () => {
        const text = await letter('A');
        expect(text).toContain('– T2 à 99001 : la moitié en 12 mois au plus (11 logements attribués)');
        expect(text).toContain('Pour 1 autre type et lieu');
        expect(text).not.toContain('99002');
    });

    it('says the effects of refusals, the priority with its reserve, what is declared, how to correct, and the mention of the CRPA', async () => {
        const text = await letter('A');
        for (const words of [
            '    – Refus : -3 points par refus, plancher -9 points',
            '    – Prioritaire et à loger d’urgence (CCH L.441-2-3)',
            'dans la catégorie : dalo.',
            'sous réserve de la vérification',
            'repose sur ce que vous avez déclaré',
            'une aide à la décision',
            'corrigez votre demande',
            'CRPA L.311-3-1',
            'CADA',
        ]) {
            expect(text).toContain(words);
        }
        expect(text.indexOf('Vos droits')).toBeLessThan(text.indexOf('Annexe : le calcul, clause par clause'));
    });

    it('cites the columns of the file that was read, never calls a constant declared, and spells members out', async () => {
        const text = await letter('A');
        expect(text).toContain('Points reçus : 25 (colonne total_final, déclaré)');
        expect(text).toContain(
            'bonus : 3 (constante écrite dans la correspondance, la même pour toutes les demandes ; approximation : Le fichier ne dit pas le bonus.)',
        );
        expect(text).toContain('membres : (naissance 05/05/2015) ; (naissance 01/01/1980) (fichier membres.csv, déclaré)');
        expect(text).not.toMatch(/colonne (?:n|bonus)\b|événements?/);
    });

    it('is headed as a specimen on every page under a variant, and only there', async () => {
        expect(await letter('A')).not.toContain('SPÉCIMEN');
        const pages = (await letter('A', '--variante', 'w')).split('Annexe : le calcul');
        expect(pages.map((page) => page.includes('SPÉCIMEN, SANS VALEUR'))).toEqual([true, false]);
        expect(
            (await letter('A', '--variante', 'w')).match(/SPÉCIMEN, SANS VALEUR : ces règles sont celles d’une variante[^\n]*\n\n(?:Pays|Annexe)/g),
        ).toHaveLength(2);
    });
});

describe('a value shown beside a threshold', () => {
    const shown = (value: string): string =>
        factText(
            { kind: 'number', value },
            { kind: 'number', places: 9 },
            { facts: [], derived: [], memberFacts: [], parameters: [], tables: [], enumerations: [] },
        );
    const numberIn = (text: string): Rational => {
        const [whole = '', decimals = ''] = text.replace(/\s/g, '').split(',');
        return rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
    };
    /** What a reader understands: a number, or a side of one. */
    const understood = (text: string): { readonly side: -1 | 0 | 1; readonly number: Rational } => {
        const side = text.startsWith('un peu moins') ? -1 : text.startsWith('un peu plus') ? 1 : 0;
        return { side, number: numberIn(text.replace(/^un peu (?:moins|plus) de /, '')) };
    };

    it.each([
        ['8249/25000', '32,996 %'],
        ['16666/50505', 'un peu moins de 33 %'],
        ['1/3', 'un peu plus de 33,33 %'],
        ['33/100', '33 %'],
    ])('a ratio of %s is « %s »', (value, expected) => {
        expect(
            factText(
                { kind: 'number', value },
                { kind: 'ratio' },
                { facts: [], derived: [], memberFacts: [], parameters: [], tables: [], enumerations: [] },
            ).replace(/\u00A0/g, ' '),
        ).toBe(expected);
    });

    it('lies on the same side of every threshold of two decimals as the value itself', () => {
        fc.assert(
            fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 999 }), fc.integer({ min: -300, max: 300 }), (n, d, near) => {
                const value = rational(BigInt(n), BigInt(d));
                const threshold = rational((value.n * 100n) / value.d + BigInt(near), 100n);
                const { side, number } = understood(shown(toFraction(value)));
                const read = side === 0 || compare(number, threshold) !== 0 ? compare(number, threshold) : side;
                expect(Math.sign(read)).toBe(Math.sign(compare(fromFraction(toFraction(value)) ?? value, threshold)));
            }),
        );
    });
});
