import { describe, expect, it } from 'vitest';
import { compileSources } from '@bareme/language';
import { evaluateDemand, loadPolicy } from '@bareme/language/engine';
import type { Policy } from '@bareme/language/ir';
import { NO_EVENT, reader } from '../engine/build.js';
import { shown } from '../engine/shown.js';
import { day } from '../engine/build.js';

const FILE = `barème 1
vocabulaire mots {
  demande {
    dépôt : date rôle dépôt ;
    refus : événements { date_refus : date rôle date ; adapté : oui/non rôle adapté ; légitime : oui/non rôle légitime } rôle refus ;
    points_projet : entier en points
  }
}
politique ville "Ville" version "1"
  en vigueur du 01/01/2024
  utilise mots
cotation grille, cumulables {
  critère attente : 1 point par mois révolu depuis dépôt
  critère projet "Projet" : appréciation de -5 à 10 points selon points_projet
}
effet du refus "Refus d’un logement adapté" avec (adapté et non légitime) : ancienneté suspendue 12 mois réf "CCH R.441-2-10"
classement { note déclarée ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }
variante remise de ville version "1" { retire effets du refus ajoute effet du refus avec (adapté) : ancienneté remise à zéro }
`;

const { project, diagnostics } = compileSources([{ path: 'ville.bareme', text: FILE }]);
const [inForce] = project.policies as [Policy];
const [variant] = project.variants as [Policy];

describe('effects of refusals and points of a commission, as written', () => {
    it('are read without a remark', () => {
        expect(diagnostics).toEqual([]);
        expect(inForce.refusalEffects).toMatchObject([
            { label: 'Refus d’un logement adapté', source: 'refus', effect: { kind: 'suspension', amount: 12, unit: 'mois' } },
        ]);
        expect(variant.refusalEffects).toMatchObject([{ source: 'refus', effect: { kind: 'reset' } }]);
    });

    // Filed on 01/02/2021; on 15/03/2024, 37 whole months. Refused on 01/06/2023: 28 months as suspended, 9 as begun again.
    const refus = [{ date_refus: '01/06/2023', adapté: 'oui', légitime: 'non' }];
    it.each([
        ['what the commission gave is added: 28 + 7', inForce, 7, '35'],
        ['what it took: 28 - 5', inForce, -5, '23'],
        ['nothing yet: between -5 and 10 more', inForce, '?', '[23, 38] sans points_projet'],
        ['beyond what it may give: as if nothing yet', inForce, 11, '[23, 38] sans points_projet'],
        ['a variant begins seniority again: 9 + 7', variant, 7, '16'],
    ] as const)('%s', (_, policy, given, note) => {
        const demand = reader({ dépôt: '01/02/2021', refus, points_projet: given });
        expect(shown(evaluateDemand(loadPolicy(policy), { demand, day: day('15/03/2024') }).declared)).toBe(note);
    });

    it('points beyond the bounds are told', () => {
        const demand = reader({ dépôt: '01/02/2021', refus: NO_EVENT, points_projet: 11 });
        expect(evaluateDemand(loadPolicy(inForce), { demand, day: day('15/03/2024') }).anomalies).toMatchObject([
            { kind: 'out-of-bounds', name: 'points_projet' },
        ]);
    });
});
