import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLLISIONS, compileParts } from '../validation/colliding-policies.js';
import { runs, TIME_LIMIT } from './draw.js';

/** Words of the language that may be names, and names made of the letters of other words. */
const SOFT = [
    'date',
    'version',
    'points',
    'mois',
    'note',
    'source',
    'demande',
    'logement',
    'code',
    'part',
    'public',
    'bail',
    'membre',
    'grand',
    'cours',
    'avis',
];
const word = fc.oneof(
    fc.constantFrom(...SOFT),
    fc.constantFrom('oo', 'si_', 'état', 'Été', 'flux_', 'd_en', '_1', 'Code2', 'critère_', 'É'),
    fc.array(fc.constantFrom('a', 'é', 'o', 'x', '_', '1'), { minLength: 1, maxLength: 4 }).map((letters) => `n${letters.join('')}`),
);

describe('one word for everything', () => {
    test(
        'the finding underlines the one that is wrong, whatever the word',
        () => {
            fc.assert(
                fc.property(fc.constantFrom(...COLLISIONS), word, ({ policy, code }, name) => {
                    const { found, marks } = compileParts(policy(name));
                    const places = found.filter((finding) => finding.code === code).map(({ location }) => location);
                    expect(places).toEqual(marks);
                }),
                runs(150),
            );
        },
        TIME_LIMIT,
    );
});
