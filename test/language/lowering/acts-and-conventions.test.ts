import { describe, expect, it } from 'vitest';
import { compileSources } from '@bareme/language';
import { parseDate, type Policy } from '@bareme/language/ir';
import { withoutPlaces } from '../printing/without-places.js';

const FILE = `barème 1
vocabulaire mots {
  énumération Voie { défense ; publié ; ordinaire }
  demande { dépôt : date rôle dépôt ; prioritaire : oui/non ; métier : code }
  logement { bailleur : code rôle bailleur ; réservataire : code rôle réservataire ; voie : Voie ; commune : code rôle commune }
}
politique ville "Ville" version "2"
  épci 200099999
  délibérée le 28/09/2023, avis CIL le 12/06/2023, avis préfet le 01/09/2023, en vigueur du 01/01/2024 au 31/12/2029, bascule des notes le 10/01/2024, évaluation le 01/01/2027
  source "PPGDID, annexe 3"
  utilise mots
cotation grille { critère attente : 1 point par mois révolu depuis dépôt }
classement { catégorie (prioritaire) ; note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }

acte flux "Conventions de réservation" de ville version "2"
  signé le 20/11/2023, en vigueur du 01/01/2024
  source "conventions"
route défense "Logement réservé à la défense nationale" si voie est défense : hors flux, hors classement réf "CCH R.441-5"
route publié "Location voulue" si voie est publié : publication 8 jours
titulaire état "État" { PPRIOR : public prioritaire ; PFONCT }
titulaire ville_même { COLTER }
convention un : état × habitat, signée le 20/11/2023 {
  part : 30 % du flux (dont PFONCT : au plus 5 %), décompte : bail signé
  hors flux : défense
  droits arrondis inférieur
  solde reporté
  désignation déléguée au bailleur
}
convention deux : ville_même × habitat, au titre de garantie_emprunt {
  part : 30 droits convertis sur 200 logements du patrimoine, chacune sur son territoire, décompte : orienté
  solde remis à zéro
}
mise en commun parts "Parts mises en commun" : un ; deux
orientation selon le plus grand retard, non réservé : AUCUN
`;

const { project, diagnostics } = compileSources([{ path: 'ville.bareme', text: FILE }]);
const [policy] = project.policies as [Policy];
const on = (date: string): number => parseDate(date) ?? NaN;

describe('the acts of a territory, as written', () => {
    it('are read with remarks on open publics alone', () => {
        expect([...new Set(diagnostics.filter(({ severity }) => severity !== 'information').map(({ code }) => code))]).toEqual([]);
    });

    it('a version has the dates of its vote, of its opinions, of its force, of the switch of notes and of the evaluation', () => {
        expect(withoutPlaces(policy.dates)).toEqual({
            deliberated: on('28/09/2023'),
            opinions: [
                { body: 'CIL', day: on('12/06/2023') },
                { body: 'préfet', day: on('01/09/2023') },
            ],
            from: on('01/01/2024'),
            to: on('31/12/2029'),
            switchover: on('10/01/2024'),
            evaluation: on('01/01/2027'),
        });
    });

    it('a category comes first, and points inside it', () => {
        expect(policy.ranking?.keys.map(({ kind }) => kind)).toEqual(['category', 'note', 'appraisal']);
    });

    it('a convention has its unit, its maximum inside the share, its rounding, its true-up, its delegation', () => {
        expect(policy.conventions[0]).toMatchObject({
            share: '3/10',
            within: [{ code: 'PFONCT', atMost: '1/20' }],
            unit: 'signed',
            rounding: 'inférieur',
            carried: true,
            delegated: true,
            outside: ['défense'],
        });
    });

    it('a stock of rights is converted into its share, each commune on its own territory', () => {
        expect(policy.conventions[1]).toMatchObject({
            share: '3/20',
            converted: { rights: 30, stock: 200 },
            local: true,
            unit: 'oriented',
            carried: false,
            title: 'garantie_emprunt',
        });
    });

    it('conventions are put together, dwellings published, those in stock kept out of the flux', () => {
        expect(policy.pools).toMatchObject([{ name: 'parts', conventions: ['un', 'deux'] }]);
        expect(policy.routes).toMatchObject([
            { name: 'défense', inFlux: false, ranked: false },
            { name: 'publié', inFlux: true, ranked: true, publishedDays: 8 },
        ]);
    });
});
