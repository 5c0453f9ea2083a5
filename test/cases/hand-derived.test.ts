import { describe, expect, test } from 'vitest';
import { CASES } from './all-cases.js';
import { answerOf } from './run-case.js';

describe('cases derived by hand from the page of the language', () => {
    test.each(CASES.map((each) => [each.meaning, each.name, each] as const))('meaning %i: %s', (_meaning, _name, each) => {
        expect(answerOf(each)).toMatchObject(each.expected);
    });

    test('each case expects something and says how it was found', () => {
        expect(CASES.filter(({ expected, derivation }) => Object.keys(expected).length === 0 || derivation === '')).toEqual([]);
        expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
    });

    test('there are at least two hundred', () => {
        expect(CASES.length).toBeGreaterThanOrEqual(200);
    });
});
