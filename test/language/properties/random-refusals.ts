import type { RefusalEffect } from '../../../language/src/ir/refusal-effect.js';
import type { Draw } from './draw.js';
import { insideOf, type Reading } from './random-expression.js';
import { maybeLabel, NOWHERE, randomReferences } from './random-names.js';

/** Effects of refusals on seniority, where the vocabulary says what a refusal and the filing are. */
export function randomRefusalEffects(draw: Draw, reading: Reading): readonly RefusalEffect[] {
    const { facts } = reading.vocabulary;
    const refusals = facts.find(({ role }) => role === 'refus');
    if (refusals === undefined || !facts.some(({ role }) => role === 'dépôt')) return [];
    const inside = { ...insideOf(reading, refusals), owners: ['demande'] as const };
    return draw.list(0, 2, () => ({
        ...maybeLabel(draw),
        source: refusals.name,
        ...(draw.chance(60) ? { filter: reading.condition(draw, inside, 1) } : {}),
        effect: draw.chance(70)
            ? ({ kind: 'suspension', amount: draw.int(1, 24), unit: draw.pick(['mois', 'ans', 'jours'] as const) } as const)
            : ({ kind: 'reset' } as const),
        references: randomReferences(draw),
        text: '',
        at: NOWHERE,
    }));
}
