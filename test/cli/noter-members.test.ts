import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sandbox } from './host.js';

const place = sandbox();
afterAll(place.remove);

const write = (name: string, text: string): void => writeFileSync(join(place.folder, name), text);

write(
    'p.bareme',
    `barème 1
vocabulaire v {
  demande { identifiant : code rôle identifiant ; dépôt : date rôle dépôt }
  logement { identifiant : code rôle identifiant ; libération : date rôle libération }
  membre { naissance : date }
  déduit membre.petit : oui/non = nombre de ans révolus depuis naissance moins de 7
}
politique p "P" version "1" en vigueur du 01/01/2025 utilise v
cotation g { critère enfants : 6 points par membres avec (petit) }
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note maximale }
correspondance c "C" pour v {
  table demandes depuis "demandes.csv" séparateur "," { identifiant : colonne "id" ; dépôt : constante 01/02/2025 }
  table membres depuis "membres.csv" séparateur "," { identifiant : colonne "applicant" ; naissance : colonne "birth" }
}
`,
);
write('demandes.csv', 'id\nA\nB\n');

const noted = async (...more: readonly string[]) =>
    place.bareme('noter', 'p.bareme', '--demandes', 'demandes.csv', '--date', '01/03/2025', '--silencieux', ...more);
const results = (csv: string): readonly string[] =>
    csv
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(';').slice(0, 6).join(';'));

describe('bareme noter on a file of demands', () => {
    it('reads the members that the correspondance finds beside the demands', async () => {
        write('membres.csv', 'applicant,birth\nA,2022-01-01\nA,1990-01-01\nB,1950-01-01\n');
        const { out, err } = await noted('--correspondance', 'c');
        // A has one child under 7; B has none, which is known.
        expect(results(out)).toEqual(['A;oui;p 1;g;note;6', 'B;oui;p 1;g;note;0']);
        expect(err).not.toContain('BAR742');
    });

    it('says once, before the results, which table is absent, how many demands it leaves incomplete, and how to give it', async () => {
        rmSync(join(place.folder, 'membres.csv'));
        const { out, err } = await noted('--correspondance', 'c');
        expect(results(out).map((line) => line.split(';')[4])).toEqual(['incomplète', 'incomplète']);
        expect(err.match(/BAR742 Table/g)).toHaveLength(1);
        expect(err.trimStart()).toMatch(/^avertissement BAR742[^]*« membres »[^]*2 des 2 demandes[^]*--territoire/);
    });
});

describe('bareme expliquer on a file of demands', () => {
    it('says what a name of the members means, with the operations', async () => {
        write('membres.csv', 'applicant,birth\nA,2022-01-01\n');
        const { out } = await place.bareme(
            'expliquer',
            'p.bareme',
            '--demandes',
            'demandes.csv',
            '--date',
            '01/03/2025',
            '--demande',
            'A',
            '--correspondance',
            'c',
        );
        expect(out).toMatch(/4° Opérations effectuées\n +déduit membre\.petit : oui\/non = nombre de ans révolus depuis naissance moins de 7\n/);
    });
});
