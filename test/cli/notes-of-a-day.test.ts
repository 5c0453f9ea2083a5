import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sandbox } from './host.js';

const place = sandbox();
afterAll(place.remove);

mkdirSync(join(place.folder, 'regles/territoire'), { recursive: true });
const grid = (points: number): string =>
    `cotation grille { critère attente : ${points} points par an révolu depuis dépôt }
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note minimale }`;
writeFileSync(
    join(place.folder, 'regles/village.bareme'),
    `barème 1
vocabulaire mots {
  demande { identifiant : code rôle identifiant ; dépôt : date rôle dépôt ; entrée : date rôle entrée ; sortie : date rôle sortie ; personnes : entier de 1 à 20 personnes }
  logement { identifiant : code rôle identifiant ; libération : date rôle libération ; pièces : entier de 1 à 9 }
}
politique village version "1" en vigueur du 01/01/2020 utilise mots
${grid(1)}
politique village version "2"
  en vigueur du 01/04/2024, bascule des notes le 01/06/2024, succède à version "1"
  utilise mots
${grid(2)}
exclusion nombreuse : si personnes plus de 8, motif "Ménage trop grand" réf "délibération"
adéquation taille : personnes au plus logement.pièces
`,
);
const table = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
writeFileSync(
    join(place.folder, 'demandes.csv'),
    table(
        'identifiant;dépôt;entrée;sortie;personnes',
        // Ten years on 15/05/2024, five, five, then one that has left, and one that is kept out.
        'D10;01/05/2014;01/05/2014;;2',
        'D2;01/05/2019;01/05/2019;;5',
        'D1;01/05/2019;01/05/2019;;1',
        'D3;01/05/2010;01/05/2010;01/05/2024;1',
        'D4;01/05/2000;01/05/2000;;9',
    ),
);
const on = (day: string, ...more: readonly string[]): readonly string[] => [
    'noter',
    'regles',
    '--demandes',
    'demandes.csv',
    '--date',
    day,
    '--silencieux',
    ...more,
];
const rows = (out: string): readonly (readonly string[])[] =>
    out
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((row) => row.split(';'));

describe('the notes of a day', () => {
    it('are those of the former version until the switch of notes, and say so', async () => {
        const noted = async (day: string): Promise<readonly string[]> => {
            const [first = []] = rows((await place.bareme(...on(day))).out);
            return [first[2] ?? '', first[5] ?? ''];
        };
        // D1: four years and eleven months on 31/03 and 01/04, five from 01/05 on.
        expect(await noted('31/03/2024')).toEqual(['village 1', '4']);
        expect(await noted('01/04/2024')).toEqual(['village 1', '4']);
        expect(await noted('31/05/2024')).toEqual(['village 1', '5']);
        expect(await noted('01/06/2024')).toEqual(['village 2', '10']);
    });

    it('are explained so, with what the version in force excludes', async () => {
        const { out } = await place.bareme('expliquer', 'regles', '--demandes', 'demandes.csv', '--date', '15/05/2024', '--demande', 'D4');
        expect(out).toContain('Demande D4, selon village 1');
        expect(out).toContain('Les notes sont encore celles de cette version ; le reste suit village 2, en vigueur.');
        expect(out).toContain('Éligibilité, sans logement désigné : inéligible (nombreuse)');
    });

    it('come by identifier, as people count them', async () => {
        expect(rows((await place.bareme(...on('15/05/2024'))).out).map(([id]) => id)).toEqual(['D1', 'D2', 'D3', 'D4', 'D10']);
    });

    it('say who is open, who is kept out, and the rank of the others', async () => {
        const told = rows((await place.bareme(...on('15/05/2024'))).out).map((row) => [row[0], row[1], row[15], row[17], row[18]]);
        expect(told).toEqual([
            ['D1', 'oui', 'éligible', '2', '1'],
            ['D2', 'oui', 'éligible', '2', '1'],
            ['D3', 'non', 'éligible', '', ''],
            ['D4', 'oui', 'inéligible : nombreuse', '', ''],
            ['D10', 'oui', 'éligible', '1', '0'],
        ]);
    });

    it('do not say « éligible » where no rule excludes anybody', async () => {
        const told = rows((await place.bareme(...on('31/03/2024'))).out).map((row) => row[15]);
        expect(new Set(told)).toEqual(new Set(['']));
    });

    it('come in the order of the ranking when asked, first to last', async () => {
        expect(rows((await place.bareme(...on('15/05/2024', '--classement'))).out).map(([id]) => id)).toEqual(['D10', 'D1', 'D2', 'D3', 'D4']);
    });
});
