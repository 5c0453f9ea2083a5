import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sandbox } from './host.js';

const place = sandbox();
afterAll(place.remove);

mkdirSync(join(place.folder, 'regles'));
const policy = (name: string, communes: string, points: number): string => `politique ${name} "Pays de ${name}" version "1"
  communes (${communes})
  en vigueur du 01/01/2020
  utilise mots
cotation grille { critère attente : ${points} points par an révolu depuis dépôt }
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note minimale }
`;
writeFileSync(
    join(place.folder, 'regles/pays.bareme'),
    `barème 1
vocabulaire mots {
  demande { identifiant : code rôle identifiant ; dépôt : date rôle dépôt ; villes : code plusieurs rôle communes_souhaitées }
}
${policy('vallée', '99001 ; 99002', 2)}${policy('plateau', '99003', 5)}`,
);
// Four whole years on 15/03/2024. d1 names both territories, d2 the plateau, d3 neither.
writeFileSync(join(place.folder, 'demandes.csv'), 'identifiant;dépôt;villes\nd1;15/03/2020;99001|99003\nd2;15/03/2020;99003\nd3;15/03/2020;99009\n');
const SCORE = ['noter', 'regles', '--demandes', 'demandes.csv', '--date', '15/03/2024'] as const;

describe('bareme noter, for several territories', () => {
    it('scores a demand in each territory that it names: 8 points in one, 20 in the other', async () => {
        const { out, err, code } = await place.bareme(...SCORE, '--nom', 'vallée', '--nom', 'plateau');
        const rows = out.trim().split('\n').slice(1);
        expect(rows.map((row) => row.split(';')).map(([id, , name, , , note]) => [id, name, note])).toEqual([
            ['d1', 'vallée 1', '8'],
            ['d1', 'plateau 1', '20'],
            ['d2', 'plateau 1', '20'],
            ['d3', '', ''],
        ]);
        expect(rows[3]?.split(';')[4]).toBe('hors des territoires demandés');
        expect([code, err]).toEqual([0, expect.stringContaining('3 demandes, 4 lignes')]);
    });

    it('says in JSON which policy gave each note', async () => {
        const { out } = await place.bareme(...SCORE, '--nom', 'vallée', '--nom', 'plateau', '--format', 'json');
        const { policy: both, results } = JSON.parse(out) as { policy: string; results: { demand: string; policy: string }[] };
        expect(both).toBe('vallée 1 + plateau 1');
        expect(results.map((result) => `${result.demand} ${result.policy}`)).toEqual(['d1 vallée 1', 'd1 plateau 1', 'd2 plateau 1', 'd3 undefined']);
    });

    it('is explained so: in each territory named, and not at all where none is', async () => {
        const explain = (id: string): ReturnType<typeof place.bareme> =>
            place.bareme('expliquer', ...SCORE.slice(1), '--nom', 'vallée', '--nom', 'plateau', '--demande', id);
        const [both, one, none] = [await explain('d1'), await explain('d2'), await explain('d3')];
        expect(both.out).toMatch(/selon vallée 1[^]*Note : 8[^]*selon plateau 1[^]*Note : 20/);
        expect(one.out).toMatch(/^Pays de plateau\nVotre demande de logement social d2[^]*Demande d2, selon plateau 1/);
        expect([none.out, none.code, none.err]).toEqual(['', 1, expect.stringContaining('BAR929')]);
    });

    it('scores every demand where one territory is asked', async () => {
        const { out } = await place.bareme(...SCORE, '--nom', 'plateau');
        expect(out.trim().split('\n')).toHaveLength(4);
    });
});
