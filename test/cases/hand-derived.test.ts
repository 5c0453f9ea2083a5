import { describe, expect, test } from 'vitest';
import { CASES_OF_BOUNDS } from './cases-of-bounds.js';
import { CASES_OF_CONSTRUCTS } from './cases-of-constructs.js';
import { CASES_OF_FACTS } from './cases-of-facts.js';
import { CASES_OF_FOLDS } from './cases-of-folds.js';
import { CASES_OF_LAPSES } from './cases-of-lapses.js';
import { CASES_OF_LIMITS } from './cases-of-limits.js';
import { CASES_OF_NOTE_RULES } from './cases-of-note-rules.js';
import { CASES_OF_OPERATIONS } from './cases-of-operations.js';
import { CASES_OF_SETS } from './cases-of-sets.js';
import { CASES_OF_TREATMENTS } from './cases-of-treatments.js';
import { CASES_OF_TIME } from './cases-of-time.js';
import { answerOf } from './run-case.js';

const CASES = [
    ...CASES_OF_FACTS,
    ...CASES_OF_TIME,
    ...CASES_OF_CONSTRUCTS,
    ...CASES_OF_OPERATIONS,
    ...CASES_OF_LIMITS,
    ...CASES_OF_SETS,
    ...CASES_OF_LAPSES,
    ...CASES_OF_TREATMENTS,
    ...CASES_OF_NOTE_RULES,
    ...CASES_OF_BOUNDS,
    ...CASES_OF_FOLDS,
];

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
