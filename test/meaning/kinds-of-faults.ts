import type { NamedTest } from './named-tests.js';

const CASES = 'test/cases/cases-of-sets.ts';
const LOWERING = 'test/language/lowering';
const ENGINE = 'test/language/engine';

/** Faults of rules-as-code tools, by kind, and the tests that hold each: what users of this field have met elsewhere must not happen here. */
export const KINDS_OF_FAULTS: Readonly<Record<string, readonly NamedTest[]>> = {
    'a clause that cannot be lowered vanishes without a word': [
        [`${LOWERING}/nothing-dropped.test.ts`, 'in a file that uses every construct: taken away or changed, each part is heard'],
        [`${LOWERING}/nothing-dropped.test.ts`, 'in the blocks of the pages and of the reference'],
        [`${LOWERING}/nothing-dropped.test.ts`, 'in the policies of the repository'],
        [`${LOWERING}/nothing-dropped.test.ts`, 'in random policies'],
        [`${LOWERING}/nothing-dropped.test.ts`, 'together these texts use every property of the grammar'],
    ],
    'a set of numbers, amounts, dates, ratios, durations or yes/no is not looked into': [
        [CASES, 'a number among those written'],
        [CASES, 'an amount among those written'],
        [CASES, 'a ratio among those written, exactly'],
        [CASES, 'a date among those written'],
        [CASES, 'a duration among those written is that of an anniversary'],
        [CASES, 'a decimal among those written'],
        [CASES, 'yes and no among those written'],
        [CASES, 'a number in a list by its name'],
        [CASES, 'a date in a dated list, written as a date or as a text'],
        [CASES, 'a line of a scale for several numbers'],
    ],
    'an exclusion or an adequacy on such a set is lost': [
        [CASES, 'an exclusion on a number among those written is kept'],
        [CASES, 'a size of household among those of a line of adequacy'],
        [CASES, 'a line of adequacy for a yes/no fact of the dwelling'],
    ],
    'two clauses contradict each other and one wins in silence': [
        [`${LOWERING}/said-once.test.ts`, '%s: an error, both places underlined'],
        [`${LOWERING}/said-once.test.ts`, 'two combinations'],
        [`${LOWERING}/said-once.test.ts`, 'two entries into force'],
        [`${LOWERING}/said-once.test.ts`, 'two treatments of an incomplete note'],
        [`${LOWERING}/said-once.test.ts`, 'every clause that the grammar lets repeat has its rule: none can be forgotten'],
    ],
    'a cap stands below its floor': [[`${LOWERING}/said-once.test.ts`, 'a cap below its floor']],
    'acts are dated out of order': [
        ['test/language/validation/dates-of-acts.test.ts', 'an opinion after the vote'],
        ['test/language/validation/dates-of-acts.test.ts', 'a signature after the entry into force'],
        ['test/language/validation/dates-of-acts.test.ts', 'an evaluation before the entry into force'],
    ],
    'an example is dated before its version': [['test/language/validation/dates-of-acts.test.ts', 'an example dated before its version']],
    'the age on another day than that of the rule cannot be written': [
        ['test/cases/cases-of-lapses.ts', 'the age on the day of filing, not the difference of two ages of today'],
        ['test/cases/cases-of-lapses.ts', 'a duration between two dates does not grow with the day of the rule'],
    ],
    'bounds of an incomplete note that no household reaches': [
        [CASES, 'a number that is missing is one or the other'],
        [`${ENGINE}/properties.test.ts`, 'bounds hold for every completion of the missing facts'],
    ],
};
