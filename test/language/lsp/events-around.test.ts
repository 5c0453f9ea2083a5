import { expect, test } from 'vitest';
import { eventsAround } from '../../../language/src/lsp/completion/events-around.js';

test.each([
    ['critère x : 1 point si un membre avec (', 'membres'],
    ['critère x : 1 point si nombre de refus sur les 24 derniers mois avec (adapté et ', 'refus'],
    ['critère x : 2 points par membres avec ((âge moins de 3 ou ', 'membres'],
    ['exclusion e : si étiquettes contient (nature est ', 'étiquettes'],
    ['déduit r : montant = somme de (revenu) des membres avec (', 'membres'],
    ['déduit r : montant = somme de (', 'any'],
    ['critère x : 1 point si un membre avec (âge moins de 3) et (', undefined],
    ['critère x : 1 point si loyer plus de (', undefined],
    ['critère x : 1 point si un membre avec (âge moins de 3 }\ncritère y : 1 point si (', undefined],
])('« %s » reads the fields of %s', (before, fact) => {
    const events = eventsAround(before);
    expect(events?.kind === 'of' ? events.fact : events?.kind).toBe(fact);
});
