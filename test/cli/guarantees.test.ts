import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sandbox } from './host.js';

const place = sandbox();
afterAll(place.remove);

mkdirSync(join(place.folder, 'regles'));
writeFileSync(
    join(place.folder, 'regles/ville.bareme'),
    `barème 1
vocabulaire mots {
  demande {
    identifiant : code rôle identifiant ;
    dépôt : date rôle dépôt ;
    mutation : oui/non ;
    enfants : entier de 0 à 9 enfants
  }
  déduit ancienneté : durée = depuis dépôt
}
politique ville "Ville" version "1"
  en vigueur du 01/01/2020
  utilise mots
cotation grille {
  critère attente : 1 point par mois révolu depuis dépôt
  critère mutation_devant : 24 points si mutation
  critère jeune_demande : 30 points si ancienneté moins de 6 mois
  critère familles : 5 points si enfants au moins 2
}
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée à sa note minimale }
garantie mutations "Les mutations devant" : une demande avec (mutation) précède toute demande sans mutation
garantie attente "Attendre ne fait rien perdre" : note jamais décroissante avec ancienneté
`,
);
// On 15/03/2024: d1 12 + 24 points; d2 36, as much; d3 3 + 30 points, then 6 at six months, 12 at nine; d4 24 + 24, or 5 more.
writeFileSync(
    join(place.folder, 'demandes.csv'),
    'identifiant;dépôt;mutation;enfants\nd1;15/03/2023;oui;0\nd2;15/03/2021;non;1\nd3;15/12/2023;non;0\nd4;15/03/2022;oui;\n',
);

describe('bareme verifier, with demands', () => {
    it('tries each guarantee on all of them, and counts those that it fails', async () => {
        const { out, code } = await place.bareme('verifier', 'regles', '--demandes', 'demandes.csv', '--date', '15/03/2024');
        expect(out).toContain('BAR486 Garantie non tenue');
        // d1 ties with d2; d4, at 48, is before both.
        expect(out).toContain('« Les mutations devant » n’est pas tenue pour 1 des 2 demandes vérifiées.');
        expect(out).toContain('« Attendre ne fait rien perdre » n’est pas tenue pour 1 des 4 demandes vérifiées.');
        expect(out).toContain('Garantie « Les mutations devant » : tenue pour 1 demande sur 2.');
        expect(code).toBe(1);
    });

    it('says of which it cannot tell', async () => {
        // d5, filed 27 months before d1’s rival: 33 + 24 = 57 without children, 62 with them; d6: 60 points. Only the children tell.
        writeFileSync(join(place.folder, 'incertaines.csv'), 'identifiant;dépôt;mutation;enfants\nd5;15/06/2021;oui;\nd6;15/03/2019;non;0\n');
        const { out } = await place.bareme('verifier', 'regles', '--demandes', 'incertaines.csv', '--date', '15/03/2024');
        expect(out).toContain('BAR487 Garantie incertaine');
        expect(out).toContain('« Les mutations devant » : on ne sait pas pour 1 des 1 demandes vérifiées');
    });

    it('asks for a date', async () => {
        const { err, code } = await place.bareme('verifier', 'regles', '--demandes', 'demandes.csv');
        expect(err).toContain('BAR904');
        expect(code).toBe(2);
    });
});
