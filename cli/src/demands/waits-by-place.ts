import { cellValue, type Column, type Table } from '@bareme/language/columns';
import { addMonths, compareIdentifiers, monthsElapsed, type Day } from '@bareme/language/ir';
import { demandsOn, type DemandOn } from './demands-on.js';

/** The waiting time seen for dwellings of one type in one place, in whole months from the first demand to the lease. */
export interface WaitEntry {
    readonly type: string;
    readonly place: string;
    readonly housed: number;
    /** Absent when fewer than 11 households were housed so: too few to say anything of them. */
    readonly months?: { readonly q1: number; readonly median: number; readonly q3: number };
}

/** Fewer households than this are never told of. */
export const FEWEST_HOUSED = 11;

/** Months before the day that are looked at. */
export const MONTHS_LOOKED_AT = 12;

/**
 * The waiting times by type and place of the leases of the last twelve months, for the places that the demand wishes (CCH R.441-2-17);
 * all places where its wishes are not known. By type, then place.
 */
export function waitsByPlace(
    { demands, dwellings }: { readonly demands: Table; readonly dwellings?: Table },
    { facts }: DemandOn,
    day: Day,
): readonly WaitEntry[] {
    if (dwellings === undefined) return [];
    const filed = filingDays(demands, day);
    const column = (role: string): Column | undefined => [...dwellings.columns.values()].find(({ fact }) => fact.role === role);
    const [lessee, lease, type, place] = ['attributaire', 'bail', 'typologie', 'commune'].map(column);
    const [wishedTypes, wishedPlaces] = [wishes(demands, facts, 'typologies_souhaitées'), wishes(demands, facts, 'communes_souhaitées')];
    const groups = new Map<string, { readonly type: string; readonly place: string; readonly months: number[] }>();
    for (let row = 0; row < dwellings.rows; row += 1) {
        const [signed, of, where] = [dayAt(lease, row), wordAt(type, row), wordAt(place, row)];
        const from = filed.get(wordAt(lessee, row) ?? '');
        if (signed === undefined || from === undefined || of === undefined || where === undefined) continue;
        if (signed > day || signed <= addMonths(day, -MONTHS_LOOKED_AT) || signed < from) continue;
        if (wishedTypes?.includes(of) === false || wishedPlaces?.includes(where) === false) continue;
        const key = JSON.stringify([of, where]);
        const group = groups.get(key) ?? { type: of, place: where, months: [] };
        group.months.push(monthsElapsed(from, signed));
        groups.set(key, group);
    }
    return [...groups.values()].map(entryOf).sort((a, b) => compareIdentifiers(a.type, b.type) || compareIdentifiers(a.place, b.place));
}

function entryOf({ type, place, months }: { readonly type: string; readonly place: string; readonly months: number[] }): WaitEntry {
    const housed = months.length;
    return housed < FEWEST_HOUSED ? { type, place, housed } : { type, place, housed, months: quartilesOf(months) };
}

/** Nearest-rank quartiles of whole numbers, of which there is one at least. */
export function quartilesOf(values: readonly number[]): { readonly q1: number; readonly median: number; readonly q3: number } {
    const sorted = [...values].sort((a, b) => a - b);
    const at = (quarter: number): number => sorted[Math.max(Math.ceil((quarter * sorted.length) / 4), 1) - 1] ?? 0;
    return { q1: at(1), median: at(2), q3: at(3) };
}

function filingDays(demands: Table, day: Day): ReadonlyMap<string, Day> {
    const filed = [...demands.columns.values()].find(({ fact }) => fact.role === 'dépôt')?.fact.name ?? '';
    return new Map(
        demandsOn(demands, day).flatMap(({ id, facts }) => {
            const value = facts?.fact(filed);
            return value?.kind === 'date' ? [[id, value.day] as const] : [];
        }),
    );
}

function wishes(demands: Table, facts: DemandOn['facts'], role: string): readonly string[] | undefined {
    const wished = [...demands.columns.values()].find(({ fact }) => fact.role === role);
    const value = wished === undefined ? undefined : facts?.fact(wished.fact.name);
    if (value?.kind === 'set') return value.values;
    return value?.kind === 'word' ? [value.value] : undefined;
}

function wordAt(column: Column | undefined, row: number): string | undefined {
    const value = column === undefined ? undefined : cellValue(column, row);
    return value?.kind === 'word' ? value.value : undefined;
}

function dayAt(column: Column | undefined, row: number): Day | undefined {
    const value = column === undefined ? undefined : cellValue(column, row);
    return value?.kind === 'date' ? value.day : undefined;
}
