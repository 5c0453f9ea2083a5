import type { NamedTest } from './named-tests.js';

const PLAUSIBLE = 'test/language/data/plausible-files.test.ts';
const CELLS = 'test/language/data/read-cell.test.ts';
const ROWS = 'test/language/data/refused-rows.test.ts';
const LETTER = 'test/cli/letter.test.ts';
const POSITION = 'test/language/engine/position.test.ts';
const OUTPUT = 'test/cli/output-folder.test.ts';
const END = 'test/cli/process-end.test.ts';
const NOTES = 'test/cli/notes-of-a-day.test.ts';
const CASES = 'test/cases';
const MEMBERS = 'test/cli/noter-members.test.ts';
const TRAPS = 'test/language/parser/text-traps.test.ts';

/** Each kind of fault that a user met once, and the tests that hold its right value. */
export const WITNESSES: Readonly<Record<string, readonly NamedTest[]>> = {
    'verbs agree: members beside demands are read by noter': [[MEMBERS, 'reads the members that the correspondance finds beside the demands']],
    'verbs agree: a table that notes read and that is absent is told once, first': [[MEMBERS, 'says once, before the results, which table is absent']],
    'verbs agree: the order, the territories, the day': [[NOTES, 'the notes of a day']],

    'meaning: bounds written with a type hold everywhere': [
        [`${CASES}/cases-of-bounds.ts`, 'a deduced number out of its bounds is missing, and said'],
        ['test/language/lowering/nothing-dropped.test.ts', 'together these texts use every property of the grammar in every place where it may be written'],
    ],
    'meaning: sum, least and greatest over members (60)': [[`${CASES}/cases-of-folds.ts`, 'the sum over the members']],
    'meaning: the age at filing (51)': [[`${CASES}/cases-of-lapses.ts`, 'the age on the day of filing, not the difference of two ages of today']],
    'meaning: a missing date has no bound but those that it declares (58)': [['test/language/engine/joint-bounds.test.ts', 'days that a date may be']],
    'meaning: a share rounded by the size of the base (41)': [
        ['test/language/replay/objectives.test.ts', 'a share rounded by the size of the base: nearest under ten, lower from ten on'],
    ],
    'accounts: rounded rights never exceed the flux in silence (64)': [
        ['test/language/replay/flux.test.ts', 'leaves to the landlord what rounded rights leave, below nothing when they exceed the flux'],
        ['test/language/replay/flux-exactness.test.ts', 'keep the same accounts'],
    ],
    'meaning: an unknown word may still prove to be none (g-bornes)': [
        [`${CASES}/cases-of-facts.ts`, 'every word of an enumeration gives points, and an unknown fact may still give none'],
    ],

    'accounts: a dwelling in a commune that no policy names is left out, and told (43)': [
        ['test/language/replay/territories.test.ts', 'a dwelling in the commune of none is left out and counted'],
    ],

    'the letter: the position follows the ranking': [
        [POSITION, 'follows the ranking: category, note, then tie-break'],
        [LETTER, 'says the position by the ranking of the policy'],
    ],
    'the letter: an inadmissible demand has no position': [[POSITION, 'is among admissible demands alone']],
    'the letter: retained is what caps leave': [[LETTER, 'says the note and what is left of each ground']],
    'the letter: columns exist, constants are not declared, members are spelt out': [[LETTER, 'cites the columns of the file that was read']],
    'the letter: a value is never on the other side of a threshold': [
        [LETTER, 'lies on the same side of every threshold of two decimals'],
        [LETTER, 'a ratio of %s is « %s »'],
    ],
    'the letter: what the law says is due comes first': [
        [LETTER, 'says the effects of refusals, the priority with its reserve'],
        [LETTER, 'says the waiting time by type and place'],
    ],
    'the letter: a specimen under a variant or on synthetic data': [[LETTER, 'is headed as a specimen on every page']],

    'data: days that programs write for none': [[PLAUSIBLE, 'days that programs write for none']],
    'data: ratios written as percents': [[CELLS, 'what a cell says']],
    'data: what tables cannot say together': [[PLAUSIBLE, 'what tables cannot say together']],
    'data: household size against members, members twice, births to come': [[PLAUSIBLE, 'households and their members']],
    'data: totals and titles among rows, marks that show nothing in ids': [[PLAUSIBLE, 'rows that are no data']],
    'data: declared bounds of ratios, dates and durations': [
        [PLAUSIBLE, 'bounds that a vocabulary declares'],
        ['test/language/engine/joint-bounds.test.ts', 'days that a date may be'],
        ['test/language/printing/repository-round-trip.test.ts', 'bounds of ratios, dates and durations give themselves back'],
    ],
    'data: near titles, repeated rows': [
        [PLAUSIBLE, 'a title that differs by capitals, accents or spaces is told'],
        [ROWS, 'bad rows and bad cells'],
    ],
    'data: words for yes, no and unknown are proposed': [[PLAUSIBLE, 'what people write for yes, no and unknown is proposed']],
    'data: sep=; and names of files in NFD': [[PLAUSIBLE, 'files as spreadsheets write them']],

    'safety: ambiguous numbers are refused, bounds in the unit of the column': [
        [PLAUSIBLE, 'numbers that can be read in two ways are refused'],
        [PLAUSIBLE, 'bounds are told in euros, not in cents'],
    ],
    'safety: people are not named': [
        [PLAUSIBLE, 'people'],
        [PLAUSIBLE, 'where no title is known, none is repeated'],
    ],
    'safety: files that hold people say it in their names and first key': [['test/cli/schemas.test.ts', 'rejouer']],
    'safety: outputs replace what is ours alone': [[OUTPUT, 'touches nothing beside it whose name it did not draw']],
    'safety: the end of a process, and its memory': [
        [END, 'the end of a process'],
        [END, 'memory'],
    ],
    'safety: names and texts say what one reads': [
        [TRAPS, 'characters that show nothing'],
        [TRAPS, 'letters that pass for others'],
        [PLAUSIBLE, 'a JSON object that holds a name twice'],
    ],

    'words: findings are shown by cause': [['test/cli/findings-by-cause.test.ts', 'findings are shown by cause']],
    'words: layout changes no word': [['test/language/formatting/same-meaning.test.ts', 'laid out, files say the same']],
};
