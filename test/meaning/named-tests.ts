/** Where a meaning, a step or a trap is tested: a file, and words of the title of a test there. */
export type NamedTest = readonly [file: string, title: string];

const ENGINE = 'test/language/engine';
const REPLAY = 'test/language/replay';

/** language.md, « Meaning, fixed », 1 to 11. */
export const MEANINGS: Readonly<Record<string, readonly NamedTest[]>> = {
    1: [
        [`${ENGINE}/policy-parts.test.ts`, 'eligibility'],
        ['test/policies/valmont.test.ts', 'has a fixed part and the interval of the local link'],
    ],
    2: [
        [`${ENGINE}/points.test.ts`, 'points of a criterion'],
        [`${ENGINE}/properties.test.ts`, 'bounds hold for every completion of the missing facts'],
    ],
    3: [[`${ENGINE}/combinations.test.ts`, 'order of operations']],
    4: [['test/language/validation/tiers.test.ts', 'complete and exclusive lines']],
    5: [[`${ENGINE}/time.test.ts`, 'durations are counted by anniversaries']],
    6: [
        [`${ENGINE}/combinations.test.ts`, 'combinations'],
        [`${ENGINE}/properties.test.ts`, 'adding a criterion never changes what another gives'],
    ],
    7: [[`${ENGINE}/demand.test.ts`, 'says which dwelling facts each part reads, through derived facts']],
    8: [[`${ENGINE}/policy-parts.test.ts`, 'ranking keys']],
    9: [[`${REPLAY}/steps.test.ts`, 'step 4: the version in force that day']],
    10: [[`${REPLAY}/flux.test.ts`, 'orientation by the largest delay']],
    11: [['test/cli/bad-input.test.ts', 'a demand without household size is told, and still scored']],
};

/** replay.md, « One vacancy, step by step », 1 to 9. */
export const STEPS: Readonly<Record<string, readonly NamedTest[]>> = {
    1: [[`${REPLAY}/routes.test.ts`, 'a route of the matrix (replay.md, step 1)']],
    2: [[`${REPLAY}/flux.test.ts`, 'orientation by the largest delay (replay.md, step 2)']],
    3: [[`${REPLAY}/pool-exactness.test.ts`, 'the pool against a full scan']],
    4: [[`${REPLAY}/steps.test.ts`, 'step 4: the version in force that day']],
    5: [[`${REPLAY}/steps.test.ts`, 'steps 5 and 6: commission and answers']],
    6: [[`${REPLAY}/steps.test.ts`, 'steps 5 and 6: commission and answers']],
    7: [[`${REPLAY}/steps.test.ts`, 'step 7: a household housed leaves']],
    8: [['test/cli/words.test.ts', 'steps']],
    9: [
        [`${REPLAY}/objectives.test.ts`, 'objectives, measured by hand'],
        [`${REPLAY}/flux.test.ts`, 'the accounts of a convention'],
        [`${REPLAY}/flux.test.ts`, 'imputation on rights, apart from quotas'],
    ],
};

/** law.md, 10: the traps that a test holds. */
export const TRAPS: Readonly<Record<string, readonly NamedTest[]>> = {
    T1: [['test/meaning/named-tests.test.ts', 'no rule is keyed on the number of an alinéa (T1, T2)']],
    T2: [['test/meaning/named-tests.test.ts', 'no rule is keyed on the number of an alinéa (T1, T2)']],
    T3: [['test/policies', 'are fourteen, g bis included (T3)']],
    T4: [[`${REPLAY}/flux.test.ts`, 'à défaut (T4)']],
    T5: [[`${REPLAY}/steps.test.ts`, 'step 4: the version in force that day']],
    T6: [['test/cli/html-report/html-report.test.ts', 'never says attributed, and repeats who decides']],
    T7: [['test/policies/valmont.test.ts', '(T7, T8)']],
    T8: [['test/policies/valmont.test.ts', '(T7, T8)']],
    T9: [[`${REPLAY}/territories.test.ts`, '(T9)']],
    T10: [['test/language/columns', 'every value of every type, both absences and the proofs, row by row']],
    T11: [['test/policies/valmont.test.ts', '(T11)']],
    T12: [['test/policies/valmont.test.ts', '(T12)']],
    T13: [['test/policies/deduced-facts.test.ts', '(T13)']],
    T14: [['test/policies/deduced-facts.test.ts', '(T14)']],
    T15: [[`${ENGINE}/time.test.ts`, 'durations are counted by anniversaries']],
    T16: [['test/language/diagnostics/pages.test.ts', 'pages and codes']],
    T17: [['test/policies/valmont.test.ts', '(T17)']],
    T18: [[`${REPLAY}/routes.test.ts`, '(T18)']],
    T19: [['test/policies/valmont.test.ts', '(T19)']],
    T20: [['test/policies/valmont.test.ts', '(T20, T44)']],
    T21: [['test/policies/deduced-facts.test.ts', 'are monthly resources times twelve, divided by the units, in cents']],
    T23: [['test/policies/deduced-facts.test.ts', '(T23)']],
    T24: [[`${REPLAY}/steps.test.ts`, '(T24)']],
    T27: [[`${REPLAY}/flux.test.ts`, '(T27)']],
    T28: [[`${REPLAY}/flux.test.ts`, '(T28)']],
    T29: [[`${REPLAY}/flux.test.ts`, '(T29)']],
    T32: [[`${REPLAY}/flux.test.ts`, 'looks at the holders entitled there alone']],
    T33: [[`${REPLAY}/flux.test.ts`, '(T33)']],
    T34: [[`${REPLAY}/flux.test.ts`, '(T34)']],
    T35: [[`${REPLAY}/flux.test.ts`, '(T35)']],
    T36: [[`${REPLAY}/steps.test.ts`, '(T36)']],
    T37: [[`${REPLAY}/steps.test.ts`, '(decision d, T37)']],
    T38: [[`${REPLAY}/steps.test.ts`, '(decision c, T38)']],
    T39: [['test/policies/valmont.test.ts', '(T39)']],
    T40: [['test/policies/deduced-facts.test.ts', '(T40)']],
    T41: [['test/policies/tables.test.ts', '(T41)']],
    T42: [['test/policies/deduced-facts.test.ts', '(T42)']],
    T43: [['test/policies/tables.test.ts', '(T43)']],
    T44: [['test/policies/valmont.test.ts', '(T20, T44)']],
};

/** Traps of which neither engine, replay nor checker decides anything: what the author writes answers them. */
export const TRAPS_OF_AUTHORS: Readonly<Record<string, string>> = {
    T22: 'the threshold of the first quartile is a table that the policy completes by EPCI',
    T25: 'which territories the quotas bind is for the arrêté; a policy says its own objectives',
    T26: 'a share is of the flux by its own words: « % du flux »',
    T30: 'the dwellings of defence, security and health are routes that a convention subtracts',
    T31: 'a convention says its share and its perimeter; nothing is supposed in its place',
};

/** Traps that the replay does not hold yet: what is not simulated is said in the report, step by step. */
export const TRAPS_TO_COME: Readonly<Record<string, string>> = {};
