import type { Severity } from '../diagnostics/diagnostic.js';
import type { ProposedCode } from './proposed-codes.js';

/**
 * What is wrong in the files of a territory. No finding holds a value of a row: a column's name, a row's number, the class of the
 * value and the reason are enough to find it, and nothing personal leaks into a log (REQ-22).
 *
 * - BAR701 the manifest or the model is not JSON.
 * - BAR702 a member of it is missing, unknown, or not what is expected. `path` is `hypothèses.tours`.
 * - BAR703 a file that the manifest or the correspondance names was not given.
 * - BAR704 a file is not text in UTF-8: `nul-byte` (a program, an image…), `zip` (a workbook), `gzip`, `utf-16`, `invalid-utf8`.
 * - BAR705 a file is empty: no header.
 * - BAR706 a column that the table cannot do without is not in the file; `nearest` are columns of the file with a close name.
 * - BAR707 a column that part of a replay needs is not in the file: what rests on `role` cannot be answered.
 * - BAR708 columns that no fact reads: not kept. `hidden` counts those whose title looks like a value and is not repeated.
 * - BAR709 two columns have the same title: which one is meant cannot be known.
 * - BAR710 a column holds social-security numbers (`nir`) or e-mail addresses (`email`) in `count` cells, or identifiers that are telephone numbers
 *   or names: the file is not read.
 * - BAR711 the ids looked like « numéros uniques » and were replaced by pseudonyms.
 * - BAR712 a quotation mark is never closed: where the following rows begin cannot be known, the file is not read.
 * - BAR713 a row has not as many cells as the header: refused, as its cells may be shifted.
 * - BAR714 a row has text after a closing quotation mark: refused.
 * - BAR715 a row without id: refused.
 * - BAR716 a row repeats row `first` word for word: one is kept.
 * - BAR717 two rows say different things of the same demand on the same day, of the same vacancy, or of the same candidature: both refused.
 * - BAR718 a cell is refused for `reason`; the row is kept, the cell is `non renseigné`.
 * - BAR719 an essential cell is empty; the row is kept.
 * - BAR720 an event of a demand that the file of demands does not hold: refused.
 * - BAR721 a demand or a vacancy is named that its file does not hold; the row is kept. `target` is `demandes` or `logements`.
 * - BAR722 a file has a header and no row.
 * - BAR723 `count` more findings with that code in that file, not listed one by one.
 * - BAR724 the vocabulary gives no fact the role that the table needs.
 * - BAR725 the rows say `synthétique`, the manifest does not, or the other way round.
 * - BAR726 a fact cannot be read from a file: its type has no cell form.
 * - BAR727 dates out of order: the day of `later` comes before that of `earlier`; the row is kept.
 * - BAR728 a period of validity, of a row or of an event, ends before it begins: refused.
 * - BAR729 a demand is housed by two vacancies: rows are kept, the replay reads the first letting. `other` is a row.
 * - BAR730 a dwelling released several times is in two communes: rows are kept. `other` is a row.
 * - BAR731 a lease is signed before the demand of the household was filed; the row is kept.
 * - BAR732 a row names a dwelling that was released several times: which vacancy it speaks of cannot be known. The row is kept.
 * - BAR733 a code of a commune is written otherwise than the others of its column: a leading zero lost, or other capitals. Nothing is replaced.
 * - BAR734 a column that no fact reads has the title of one, but for capitals, accents or spaces.
 * - BAR735 a cell is larger than any text of a housing file: the file is not read.
 * - BAR736 an object of a JSON file holds a name twice. `path` is `hypothèses.tours`.
 * - BAR737 a demand wishes communes where no dwelling is released.
 * - BAR738 a row holds titles again, or a total: refused.
 * - BAR739 a household's size agrees with no count of its members in `members`, a file; rows are kept.
 * - BAR740 an event or a member repeats row `first` word for word: both are kept.
 * - BAR741 a birth lies further than a year after the last day that the files speak of; the row is kept.
 * - BAR743 the `lignes où` of a table leaves `count` rows of its file.
 */
export interface DataParams {
    readonly BAR701: Record<never, never>;
    readonly BAR702: FieldFault;
    readonly BAR703: { readonly table: string };
    readonly BAR704: { readonly reason: NotTextReason };
    readonly BAR705: Record<never, never>;
    readonly BAR706: { readonly table: string; readonly column: string; readonly nearest: readonly string[] };
    readonly BAR707: { readonly table: string; readonly column: string; readonly role: string };
    readonly BAR708: { readonly columns: readonly string[]; readonly hidden: number };
    readonly BAR709: { readonly column: string };
    readonly BAR710: { readonly column: string; readonly nature: 'nir' | 'email' | 'telephone' | 'name'; readonly count: number };
    readonly BAR711: { readonly count: number };
    readonly BAR712: Record<never, never>;
    readonly BAR713: { readonly found: number; readonly expected: number };
    readonly BAR714: Record<never, never>;
    readonly BAR715: { readonly table: string };
    readonly BAR716: { readonly first: number };
    readonly BAR717: { readonly table: string; readonly other: number };
    readonly BAR718: RefusedCellParams;
    readonly BAR719: { readonly fact: string; readonly role: string };
    readonly BAR720: Record<never, never>;
    readonly BAR721: { readonly target: string };
    readonly BAR722: { readonly table: string };
    readonly BAR723: { readonly code: string; readonly count: number };
    readonly BAR724: { readonly table: string; readonly role: string };
    readonly BAR725: { readonly manifest: boolean };
    readonly BAR726: { readonly fact: string };
    readonly BAR727: { readonly earlier: string; readonly later: string };
    readonly BAR728: Record<never, never>;
    readonly BAR729: { readonly other: number };
    readonly BAR730: { readonly other: number };
    readonly BAR731: Record<never, never>;
    readonly BAR732: Record<never, never>;
    readonly BAR733: { readonly how: 'lost-zero' | 'case' };
    readonly BAR734: { readonly column: string; readonly expected: string };
    readonly BAR735: Record<never, never>;
    readonly BAR736: { readonly path: string };
    readonly BAR737: Record<never, never>;
    readonly BAR738: Record<never, never>;
    readonly BAR739: { readonly members: string };
    readonly BAR740: { readonly first: number };
    readonly BAR741: Record<never, never>;
    readonly BAR743: { readonly table: string; readonly count: number; readonly of: number };
}

/** Why a cell is refused, further: the bounds that it passes, in the unit of its column; what a correspondance could say of its column. */
export interface RefusedCellParams {
    readonly fact: string;
    /** Without that cell the row names nothing: it is refused with it. */
    readonly rowLost?: true;
    readonly low?: string;
    readonly high?: string;
    /** Codes that people write, of a list of ours, and what they mean: `O` for `oui`. */
    readonly codes?: readonly ProposedCode[];
}

/** What is wrong with a member of a JSON file. */
export interface FieldFault {
    readonly path: string;
    readonly problem: 'missing' | 'unknown' | 'wrong-type' | 'wrong-value';
    /** What should stand there: `choice` comes with `allowed`, `integer` with its bounds. */
    readonly expected: 'object' | 'list' | 'text' | 'boolean' | 'integer' | 'fraction' | 'date' | 'file-name' | 'choice' | 'nothing';
    readonly allowed?: readonly string[];
    readonly low?: number;
    readonly high?: number;
    /** Known members with a close name, for an unknown one. */
    readonly nearest: readonly string[];
}

/** The codes of findings about data. */
export type DataCode = keyof DataParams;

/** Why a file is no text in UTF-8. */
export type NotTextReason = 'nul-byte' | 'zip' | 'gzip' | 'utf-16' | 'invalid-utf8';

/** Why a cell is refused. */
export type CellReason =
    | 'not-a-date'
    | 'impossible-date'
    | 'implausible-year'
    | 'not-a-number'
    | 'other-decimal-mark'
    | 'not-an-integer'
    | 'too-many-decimals'
    | 'negative-amount'
    | 'below-minimum'
    | 'above-maximum'
    | 'scientific-notation'
    | 'not-yes-no'
    | 'unknown-value'
    | 'several-values'
    | 'control-characters'
    | 'too-long'
    | 'sentinel-date'
    | 'ambiguous-thousands'
    | 'ratio-or-percent'
    | 'date-with-time'
    | 'time-zone'
    | 'joint-inside'
    | 'incomplete-parts';

/** What kind of text a refused cell held: all that a finding tells of it. */
export type ValueClass = 'number' | 'negative-number' | 'date' | 'scientific' | 'yes-no' | 'text';

/** One finding about the files of a territory. `row` counts data rows from 1, the header apart; `reason` and `valueClass` go with BAR718. */
export type DataFinding = { readonly [Code in DataCode]: FindingOf<Code> }[DataCode];

interface FindingOf<Code extends DataCode> {
    readonly code: Code;
    readonly severity: Severity;
    readonly file: string;
    readonly row?: number;
    readonly column?: string;
    readonly valueClass?: ValueClass;
    readonly reason?: CellReason;
    readonly params: DataParams[Code];
}

/** `warning`: the run goes on and something cannot be answered; `information`: nothing to mend. All others are errors. */
const SEVERITIES: ReadonlyMap<DataCode, Severity> = new Map([
    ['BAR707', 'warning'],
    ['BAR708', 'information'],
    ['BAR711', 'information'],
    ['BAR716', 'warning'],
    ['BAR721', 'warning'],
    ['BAR722', 'warning'],
    ['BAR727', 'warning'],
    ['BAR729', 'warning'],
    ['BAR730', 'warning'],
    ['BAR731', 'warning'],
    ['BAR733', 'warning'],
    ['BAR734', 'warning'],
    ['BAR737', 'information'],
    ['BAR739', 'warning'],
    ['BAR740', 'warning'],
    ['BAR741', 'warning'],
]);

/** Where a finding is: everything of it but its code and parameters. */
export interface FindingPlace {
    readonly file: string;
    readonly row?: number;
    readonly column?: string;
    readonly valueClass?: ValueClass;
    readonly reason?: CellReason;
}

/** The finding of a code, with its severity. */
export function finding<Code extends DataCode>(code: Code, place: FindingPlace, params: DataParams[Code]): DataFinding {
    const made: FindingOf<Code> = { code, severity: SEVERITIES.get(code) ?? 'error', ...place, params };
    return made as DataFinding;
}

/** Findings of one code that are listed for one file, or for one column; the rest is counted. */
export const LISTED_FINDINGS = 10_000;

/** Adds findings to a list, however many they are. */
export function addFindings(list: DataFinding[], more: readonly DataFinding[]): void {
    for (const item of more) list.push(item);
}
