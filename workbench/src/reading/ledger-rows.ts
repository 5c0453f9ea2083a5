import type { MoveCause } from '@bareme/language/replay';
import { approximate } from '../base/french.js';
import type { Labels } from './labels.js';
import { changeUnder, type Change, type VacancyRow } from './vacancies.js';

/** A line of the ledger: one vacancy, the baseline beside one rule set, in words ready to be searched and sorted. */
export interface LedgerLine {
    readonly vacancy: VacancyRow;
    readonly dwelling: string;
    readonly released: number;
    readonly commune: string;
    readonly typology: string;
    readonly reservee: string;
    readonly change: Change;
    /** Notes of the first candidates, to sort by; `undefined` without candidate. */
    readonly noteBefore?: number;
    readonly noteAfter?: number;
    readonly cause: string;
    /** Everything above, in small letters without accents. */
    readonly haystack: string;
}

/** A column that lines can be sorted by. */
export type LedgerColumn = 'dwelling' | 'released' | 'commune' | 'typology' | 'reservee' | 'change' | 'noteBefore' | 'noteAfter' | 'cause';

/** What moved the first candidate, in words. */
export const CAUSES: Readonly<Record<MoveCause, string>> = {
    clause: 'une clause de la grille',
    ranking: 'le classement',
    filter: 'une exclusion ou une adéquation',
    pool: 'un autre bail, avant celui-ci',
    draw: 'le tirage entre égaux',
};

const ORDER: Readonly<Record<Change, number>> = { household: 0, first: 1, none: 2 };

/** The ledger of a rule set against the baseline. */
export function ledgerLines(vacancies: readonly VacancyRow[], ruleSet: string, labels: Labels): readonly LedgerLine[] {
    return vacancies.map((vacancy) => {
        const { baseline, others } = vacancy;
        const other = others.get(ruleSet);
        const moved = other?.moved;
        const words = {
            dwelling: baseline.dwelling,
            commune: labels.value('commune', baseline.commune),
            typology: labels.value('typologie', baseline.typology),
            reservee: labels.reservee(baseline.reservee),
            cause: moved === undefined ? '' : (moved.label ?? CAUSES[moved.cause]),
        };
        return {
            vacancy,
            ...words,
            released: baseline.released,
            change: changeUnder(vacancy, ruleSet),
            noteBefore: baseline.firstNote === undefined ? undefined : approximate(baseline.firstNote),
            noteAfter: other?.firstNote === undefined ? undefined : approximate(other.firstNote),
            haystack: folded(Object.values(words).join(' ')),
        };
    });
}

/** Small letters, without accents nor ligatures: `Œuilly` is found by `oeu`. */
export function folded(text: string): string {
    return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}

/** What is looked for in the ledger. */
export interface LedgerFilter {
    readonly text: string;
    readonly change: Change | 'all' | 'changed';
}

/** The places in `lines` of those that match, sorted; equal ones keep their order. */
export function ledgerOrder(
    lines: readonly LedgerLine[],
    { text, change }: LedgerFilter,
    sort: { readonly column: LedgerColumn; readonly descending: boolean },
): Uint32Array {
    const words = folded(text).split(/\s+/).filter(Boolean);
    const places: number[] = [];
    for (const [place, line] of lines.entries()) {
        if (change === 'changed' ? line.change === 'none' : change !== 'all' && line.change !== change) continue;
        if (words.every((word) => line.haystack.includes(word))) places.push(place);
    }
    const sign = sort.descending ? -1 : 1;
    const keys = lines.map((line) => keyOf(line, sort.column));
    places.sort((a, b) => compareKeys(keys[a], keys[b], sign) || a - b);
    return Uint32Array.from(places);
}

type Key = number | string | undefined;

function keyOf(line: LedgerLine, column: LedgerColumn): Key {
    return column === 'change' ? ORDER[line.change] : line[column];
}

/** Nothing comes last, in either order; words by their letters. */
function compareKeys(a: Key, b: Key, sign: 1 | -1): number {
    if (a === b) return 0;
    if (a === undefined || a === '') return 1;
    if (b === undefined || b === '') return -1;
    return a < b ? -sign : sign;
}
