import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, LONGEST_WORD, nearestNames } from '../../../language/src/kit/nearest-name.js';

const FACTS = [
    'dépôt',
    'situations',
    'personnes',
    'loyer',
    'ressources',
    'revenu_fiscal_n2',
    'étiquettes',
    'refus',
    'dalo',
    'ancienneté',
    'taux_effort',
    'cœur',
];

describe('nearestNames', () => {
    it.each([
        // One letter dropped, added, changed, swapped.
        ['loyr', ['loyer']],
        ['loyeurs', ['loyer']],
        // Six letters: two may differ, and « loyeur » is also « coeur » with its l changed and its y dropped.
        ['loyeur', ['loyer', 'cœur']],
        ['loyar', ['loyer']],
        ['loeyr', ['loyer']],
        // Capitals, accents and ligatures count for nothing.
        ['depot', ['dépôt']],
        ['DÉPÔT', ['dépôt']],
        ['etiquettes', ['étiquettes']],
        ['anciennete', ['ancienneté']],
        ['coeur', ['cœur']],
        ['e\u0301tiquettes', ['étiquettes']],
        // Three letters of ten may differ, not four.
        ['resources', ['ressources']],
        ['ressXXXces', ['ressources']],
        ['resXXXXces', []],
        ['situation', ['situations']],
        // Four letters: one may differ.
        ['dlao', ['dalo']],
        ['dola', []],
        ['x', []],
        ['', []],
        ['tout_autre_chose', []],
    ])('of « %s » are %j', (word, expected) => {
        expect(nearestNames(word, FACTS)).toEqual(expected);
    });

    it('puts the closest first, then follows the code units, at most three unless told', () => {
        const names = ['note4', 'note2', 'note', 'notes', 'note3', 'Note'];
        expect(nearestNames('note', names)).toEqual(['Note', 'note', 'note2']);
        expect(nearestNames('note', names, 10)).toEqual(['Note', 'note', 'note2', 'note3', 'note4', 'notes']);
        expect(nearestNames('note', names, 1)).toEqual(['Note']);
        expect(nearestNames('note', names, 0)).toEqual([]);
    });

    it('gives the same answer in whatever order, and however often, the candidates come', () => {
        const lists = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'E', '_'), maxLength: 6 }), { maxLength: 12 });
        fc.assert(
            fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'e'), maxLength: 6 }), lists, (word, names) => {
                const nearest = nearestNames(word, names);
                expect(nearestNames(word, [...names].reverse())).toEqual(nearest);
                expect(nearestNames(word, [...names, ...names])).toEqual(nearest);
                expect(nearest.length).toBeLessThanOrEqual(3);
                for (const name of nearest) expect(names).toContain(name);
            }),
        );
    });

    it('gives up on words that no slip explains, without comparing them', () => {
        const long = 'x'.repeat(LONGEST_WORD + 1);
        expect(nearestNames(long, [long])).toEqual([]);
        expect(nearestNames('x'.repeat(LONGEST_WORD), ['x'.repeat(LONGEST_WORD)])).toHaveLength(1);
        expect(nearestNames('loyer', ['x'.repeat(5_000_000), 'loyers'])).toEqual(['loyers']);
    });
});

describe('editDistance', () => {
    it.each([
        ['', '', 0],
        ['abc', '', 3],
        ['', 'abc', 3],
        ['abc', 'abc', 0],
        ['abc', 'acb', 1],
        ['abcd', 'badc', 2],
        ['kitten', 'sitting', 3],
        // Swapped letters are not edited again: « ca » → « abc » costs 3, not 2.
        ['ca', 'abc', 3],
    ])('from « %s » to « %s » is %i', (a, b, distance) => {
        expect(editDistance([...a], [...b])).toBe(distance);
    });

    it('agrees with the definition by recursion, and is the same both ways', () => {
        const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
        fc.assert(
            fc.property(short, short, (a, b) => {
                expect(editDistance([...a], [...b])).toBe(byDefinition(a, b));
                expect(editDistance([...b], [...a])).toBe(byDefinition(a, b));
            }),
            { numRuns: 500 },
        );
    });
});

function byDefinition(a: string, b: string): number {
    if (a === '' || b === '') return a.length + b.length;
    const changed = byDefinition(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1);
    const best = Math.min(changed, byDefinition(a.slice(0, -1), b) + 1, byDefinition(a, b.slice(0, -1)) + 1);
    const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
    return swapped ? Math.min(best, byDefinition(a.slice(0, -2), b.slice(0, -2)) + 1) : best;
}
