/** Where a meaning, a step or a trap is tested: a file, and words of the title of a test there. */
export type NamedTest = readonly [file: string, title: string];

const ENGINE = 'test/language/engine';
const REPLAY = 'test/language/replay';
const LOWERING = 'test/language/lowering';
const CASES = 'test/cases';
const POLICIES = 'test/policies';

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

const READERS = 'test/cli/html-report/readers.test.ts';
const CIL = 'test/cli/html-report/cil-sections.test.ts';

/** replay.md, « What comes out », in its order; the wording is that page's. */
export const OUTPUTS: Readonly<Record<string, readonly NamedTest[]>> = {
    'who each rule set puts first, with how many points': [[`${REPLAY}/pool-exactness.test.ts`, 'gives the same first, the same size, the same answers']],
    'which clause moved it, tie or draw': [[`${REPLAY}/move-cause.test.ts`, 'what puts another household first']],
    'objectives and quotas, numerator, denominator, threshold, leases still due': [
        [`${REPLAY}/objectives.test.ts`, 'objectives, measured by hand'],
        ['test/language/telling/truths.test.ts', 'unknown leases stay in the denominator: a share goes from none of them to all'],
        ['test/language/telling/truths.test.ts', 'both thresholds are shown: the trajectory’s and that of the law'],
    ],
    'trajectories by year and by landlord': [
        [`${REPLAY}/objectives.test.ts`, 'a trajectory gives the number of its year'],
        [`${REPLAY}/objectives.test.ts`, 'each has its own base, the dwellings that do not say stand apart'],
    ],
    'missing resources are a class of their own': [[`${REPLAY}/breakdowns.test.ts`, 'amounts are sorted by quarters of those seen']],
    'flux per convention: due, oriented, proposed, allotted, signed, balance': [
        [`${REPLAY}/flux.test.ts`, 'the accounts of a convention'],
        [READERS, 'say flux, due, received and balance once where all rule sets agree, then the record'],
    ],
    'in the breakdowns of R.441-5-1': [
        [`${REPLAY}/flux.test.ts`, 'are told by the facts that the policy names (CCH R.441-5-1)'],
        ['test/cli/html-report/flux-breakdown.test.ts', 'the yearly record of each convention'],
    ],
    'forecast against record': [[`${REPLAY}/flux.test.ts`, 'subtract what the landlord announced, no more']],
    'who is affected, as probabilities over replications': [
        [`${REPLAY}/breakdowns.test.ts`, 'say who is housed under one rule set only, and who sooner or later'],
        [`${REPLAY}/replications.test.ts`, 'over their demands they are probabilities'],
    ],
    'traits that no rule may use (fairness audit)': [
        ['test/language/telling/truths.test.ts', 'every class has its chances before and after, and whether a rule reads it'],
    ],
    'cells under 11 households suppressed, with secondary suppression': [
        ['test/cli/html-report/suppression.test.ts', 'small counts are kept back'],
        [CIL, 'are put together where one of them has too few of something'],
    ],
    'cumulative incidence of housing by seniority': [
        [`${REPLAY}/waiting.test.ts`, 'the cumulative incidence of housing by seniority (Aalen and Johansen)'],
        ['test/cli/html-report/html-report.test.ts', 'stops a waiting curve when fewer than 11 demands are left'],
    ],
    'share beyond the abnormal delay by typology': [
        [`${REPLAY}/cil-figures.test.ts`, 'those who wait beyond the delay that the rules call abnormal'],
        [CIL, 'those who wait beyond the delay, on the page'],
    ],
    'demands per vacancy by typology × commune × profile': [
        [`${REPLAY}/cil-figures.test.ts`, 'are counted by type, commune and profile'],
        [CIL, 'are means by type, commune and profile'],
    ],
    'households at the top without any compatible dwelling': [
        [`${REPLAY}/cil-figures.test.ts`, 'the demands ranked first'],
        [CIL, 'the demands ranked first, on the page'],
    ],
    'mutations that solve over- or under-occupation; effort rates and reste à vivre': [
        [`${REPLAY}/lease-checks.test.ts`, 'counts each signal of the policy'],
        [`${REPLAY}/lease-checks.test.ts`, 'gives the quartiles of the amounts that a signal reads'],
        [READERS, 'what the policy signals, for the CIL'],
    ],
    'refusals by reason and stage': [
        [`${REPLAY}/recorded-answers.test.ts`, 'is counted by decision, answer and reason'],
        [READERS, 'are told by decision, answer and reason'],
    ],
    'entrants against occupants where known': [
        [`${REPLAY}/entrants.test.ts`, 'those who enter beside those who occupy'],
        ['test/cli/html-report/entrants.test.ts', 'those who enter, those who occupy'],
    ],
    'DALO stock and beyond 3/6 months': [
        [`${REPLAY}/stocks.test.ts`, 'by whole months since they were recognised'],
        [READERS, 'are told at the start and at the end, by months since they were recognised'],
    ],
    'State share outside QPV and per commune, agents’ 5 %': [[READERS, 'gives the share of the flux that each holder received']],
    'vacancy days, rounds and candidates per lease, departures from the ranking to justify': [
        [READERS, 'counts leases, those outside the ranking, and departures from it'],
        [READERS, 'gives the vacancy days of the record, and the departures from the ranking'],
    ],
    'documents to verify': [[`${REPLAY}/lease-checks.test.ts`, 'names the facts whose proof is asked and not given']],
    'the three parts of a cotation owed to the demandeur': [
        ['test/cli/standing.test.ts', 'what a demandeur is told beside the note'],
        [READERS, 'is the waiting seen and the notes, by type and by commune'],
    ],
    'the recomputed note against the recorded one': [[`${REPLAY}/recorded-notes.test.ts`, 'are compared with those recomputed on the day of designation']],
    'recorded candidates in the pool; the rank given to the commission’s first': [
        [`${REPLAY}/pool-exactness.test.ts`, "gives the same rank to the commission's first in the pool as recorded"],
    ],
    'sensitivity to acceptance, attrition and follow-rate': [[`${REPLAY}/sensitivity.test.ts`, 'a probability stays one, and what does not move is not tried']],
    'a variant that changes nothing is called out': [['test/cli/html-report/html-report.test.ts', 'calls out a variant that changes nothing']],
    'receipt: same receipt, same bytes': [['test/cli/determinism.test.ts', 'the receipt']],
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
    8: [
        [`${REPLAY}/steps.test.ts`, 'step 8: the supply is that of the record'],
        [`${REPLAY}/steps.test.ts`, 'step 8, chains: a mutation of the run frees the dwelling that it leaves'],
    ],
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
    T30: [[`${REPLAY}/conventions.test.ts`, '(T30)']],
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
    T31: 'a convention says its share and its perimeter; nothing is supposed in its place',
};

/** language.md, « Must be expressible », item by item: a construct and the tests of each of its forms. */
export const CONSTRUCTS: Readonly<Record<string, readonly NamedTest[]>> = {
    'points for a fact': [[`${CASES}/cases-of-facts.ts`, 'a fact that holds gives its points']],
    'tiers on a number, a ratio, a duration, an ordered enumeration': [
        [`${CASES}/cases-of-limits.ts`, 'a count by tiers: 4'],
        [`${CASES}/cases-of-limits.ts`, 'a ratio by tiers, one third'],
        [`${CASES}/cases-of-limits.ts`, 'a duration by tiers, filed on 15/03/2021'],
        [`${CASES}/cases-of-limits.ts`, 'an ordered enumeration by tiers: jugement'],
    ],
    'points per month or year with a cap': [
        [`${CASES}/cases-of-time.ts`, 'a wait is capped'],
        ['policies/valmont/2021.2/exemples.bareme', "Sept ans d'attente, plafonnés à six"],
    ],
    'a step when a delay set elsewhere is passed': [
        [`${CASES}/cases-of-limits.ts`, 'the delay of a table, the day after'],
        [`${CASES}/cases-of-limits.ts`, 'the first day of the next'],
    ],
    'best of a family, one per family, first that applies, sum with a cap per family and in all': [
        [`${CASES}/cases-of-time.ts`, 'le plus favorable keeps the best'],
        [`${CASES}/cases-of-time.ts`, 'un seul gives the one that applies'],
        [`${CASES}/cases-of-time.ts`, "dans l'ordre keeps the first that applies"],
        [`${CASES}/cases-of-time.ts`, 'a cap binds the family'],
        [`${CASES}/cases-of-facts.ts`, 'the cap of the total comes last'],
    ],
    'malus with a floor': [[`${CASES}/cases-of-facts.ts`, 'a malus stops at its floor']],
    'events counted in a window': [[`${ENGINE}/time.test.ts`, 'events counted in a window']],
    'over- and under-occupation from persons, rooms, surface': [[`${POLICIES}/deduced-facts.test.ts`, 'over-occupied, under-occupied']],
    'effort rate, reste à vivre, resources per unité de consommation': [
        [`${POLICIES}/deduced-facts.test.ts`, 'effort rate and what is left of'],
        [`${CASES}/cases-of-constructs.ts`, 'what is left to live on, by unit of consumption'],
        [`${CASES}/cases-of-constructs.ts`, 'resources by unit of consumption, a cent below'],
    ],
    'coefficients and percentages on a rubrique, rounding written': [
        [`${CASES}/cases-of-operations.ts`, 'the inner rounding comes before the outer majoration'],
        [`${CASES}/cases-of-facts.ts`, 'the majoration is rounded to the nearest'],
    ],
    'exclusif de critère across rubriques': [[`${CASES}/cases-of-operations.ts`, 'exclusif across two rubriques']],
    'effects of a refusal other than points': [
        [`${ENGINE}/refusal-effects.test.ts`, '12 months from 01/06/2023: 28 months'],
        [`${ENGINE}/refusal-effects.test.ts`, 'begun again: 9 months'],
    ],
    'duration of a situation': [[`${CASES}/cases-of-constructs.ts`, 'points by month of a situation, with a cap']],
    'facts of members': [
        [`${CASES}/cases-of-constructs.ts`, 'a member meets a condition on its own facts'],
        [`${CASES}/cases-of-constructs.ts`, 'a number of members in a condition'],
    ],
    'labels with issuer, date and expiry': [
        [`${CASES}/cases-of-constructs.ts`, 'a label of that issuer, on its last day'],
        [`${POLICIES}/deduced-facts.test.ts`, 'DALO %s'],
        ['policies/valmont/variantes/exemples-accords.bareme', 'Accord collectif, le lendemain de sa fin'],
        ['policies/valmont/variantes/exemples-accords.bareme', "Étiquette d'un autre plan"],
    ],
    'proof asked, third-party validation': [
        [`${CASES}/cases-of-facts.ts`, 'an unproved bonus counts in the declared note alone'],
        [`${CASES}/cases-of-constructs.ts`, 'what a third party has validated counts'],
    ],
    'local link at commune and EPCI level, by home or work, as a weight only': [
        [`${CASES}/cases-of-constructs.ts`, 'lives elsewhere: a lower note, neither excluded nor set aside'],
        [`${CASES}/cases-of-constructs.ts`, 'works in a commune of the territory'],
        [`${POLICIES}/valmont.test.ts`, 'nobody is left out for want of a link with the commune (T12)'],
    ],
    'named lists of communes, jobs, residences; dated perimeters; fragility classes of residences': [
        [`${CASES}/cases-of-constructs.ts`, 'a residence of the list, resources too low'],
        [`${LOWERING}/dated-lists.test.ts`, 'a perimeter that changes in time'],
        [`${POLICIES}/valmont.test.ts`, 'in the base outside QPV %s, in that of QPV %s'],
        [`${CASES}/cases-of-constructs.ts`, 'points by the class of fragility of a residence'],
    ],
    'a category first and points inside it': [
        [`${ENGINE}/policy-parts.test.ts`, 'a category before none, whatever the note'],
        [`${LOWERING}/acts-and-conventions.test.ts`, 'a category comes first, and points inside it'],
    ],
    'letting-dependent criteria': [
        [`${CASES}/cases-of-facts.ts`, 'without a dwelling: the fixed part and its interval'],
        [`${ENGINE}/demand.test.ts`, 'with and without a dwelling'],
    ],
    'two grids': [[`${CASES}/cases-of-constructs.ts`, 'a transfer is scored by its own grid']],
    'points given by a commission within bounds': [
        [`${LOWERING}/refusal-effects.test.ts`, 'what the commission gave is added: 28 + 7'],
        [`${CASES}/cases-of-constructs.ts`, 'more than it may give'],
    ],
    'a grid shared or inherited between EPCI': [
        [`${LOWERING}/borrowed.test.ts`, 'has them as its own: 37 + 5'],
        [`${LOWERING}/borrowed.test.ts`, 'takes only the kinds that it names'],
    ],
    'one demand scored by each territory it names': [
        ['test/cli/territories.test.ts', 'scores a demand in each territory that it names: 8 points in one, 20 in the other'],
        [`${REPLAY}/territories.test.ts`, 'each dwelling follows the policy of its commune; who is housed in one leaves the pools of the other'],
    ],
    'what « demandes analogues » means for the position owed to the demandeur': [
        [`${ENGINE}/position.test.ts`, 'the position among analogous demands'],
        ['test/cli/standing.test.ts', 'the position is that of the notes of all demands, read one by one'],
    ],
    'routes as a matrix': [
        [`${REPLAY}/routes.test.ts`, 'is the first whose condition holds; one that is unknown takes nobody and is told'],
        [`${POLICIES}/valmont.test.ts`, 'a dwelling let by %s takes %s'],
    ],
    'priority public of a holder with « à défaut », imputation of DALO on rights, public of each reservee': [
        [`${REPLAY}/flux.test.ts`, 'tells the target from those by default, and is in doubt only when both may be'],
        [`${REPLAY}/flux.test.ts`, 'imputation on rights, apart from quotas'],
        [`${REPLAY}/flux.test.ts`, 'the public of a contingent'],
    ],
    'objectives as a share or a number, with trajectory, per landlord, reservee, commune or sector, per year or rolling twelve months': [
        [`${REPLAY}/objectives.test.ts`, 'all together: 1 of the 6 known leases outside QPV'],
        [`${REPLAY}/objectives.test.ts`, 'a number of leases needs no denominator'],
        [`${REPLAY}/objectives.test.ts`, 'a trajectory gives the number of its year'],
        [`${REPLAY}/objectives.test.ts`, 'by %s: each has its own base, the dwellings that do not say stand apart'],
        [`${REPLAY}/objectives.test.ts`, 'each civil year has its own figure, whatever is counted: leases of two years are never mixed'],
        [`${REPLAY}/objectives.test.ts`, 'rolling months end with the replay'],
    ],
    'conventions: unit of count, rounding, true-up, forecast and record, new programmes, stock, pooled shares, delegation, conversion': [
        [`${REPLAY}/flux.test.ts`, 'count in their own unit: what is not signed remains due (T33)'],
        [`${REPLAY}/flux.test.ts`, 'round the rights of a year, and carry what remains into the next (T35)'],
        [`${REPLAY}/conventions.test.ts`, 'lets what remains lapse, unless the convention carries it'],
        [`${REPLAY}/flux.test.ts`, 'subtract what the landlord announced, no more; beyond, the dwelling is in the flux (T29)'],
        [`${REPLAY}/flux.test.ts`, 'keep aside new programmes, which are neither flux nor subtraction (T34)'],
        [`${REPLAY}/conventions.test.ts`, 'of defence, security or health, are let to the household of the record and leave the flux'],
        [`${REPLAY}/flux.test.ts`, 'have one delay, and the dwelling goes to the one of them to whom most is due'],
        [`${REPLAY}/conventions.test.ts`, 'changes neither the public nor the accounts, and is told'],
        [`${REPLAY}/conventions.test.ts`, 'is its exact share: 30 of 200 are 15 %'],
        [`${LOWERING}/acts-and-conventions.test.ts`, 'a convention has its unit'],
    ],
    'location voulue': [[`${REPLAY}/flux.test.ts`, 'goes to the best ranked of those who applied']],
    'dates of opinions, votes, entry in force, switch of notes, evaluation': [
        [
            `${LOWERING}/acts-and-conventions.test.ts`,
            'a version has the dates of its vote, of its opinions, of its force, of the switch of notes and of the evaluation',
        ],
        [`${REPLAY}/steps.test.ts`, 'released on %s, notes switched on %s: %s is housed'],
    ],
};
