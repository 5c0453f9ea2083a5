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

/** Every case derived by hand from the page of the language. */
export const CASES = [
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
