import { civilDay, isLeap } from '../kit/civil-date.js';
import type { FactValue } from '../ir/value.js';
import type { Cell } from './cell.js';
import { refused } from './cell.js';

/**
 * Days for rows that give a year and an order within it: the distinct orders of a year are spread evenly over its days, the first on
 * 1 January; equal orders fall on the same day, and a row without order on the last day of its year. An approximation, which the
 * correspondance declares. The order of the rows in the file counts for nothing.
 */
export function spreadDates(rows: readonly { readonly year: string; readonly order: string }[]): readonly Cell[] {
    const orders = new Map<string, Set<number>>();
    for (const { year, order } of rows) {
        const rank = orderOf(order);
        if (rank === undefined) continue;
        const known = orders.get(year);
        if (known === undefined) orders.set(year, new Set([rank]));
        else known.add(rank);
    }
    const places = new Map([...orders].map(([year, ranks]) => [year, placesOf(ranks)] as const));
    return rows.map(({ year, order }) => dayOf(year, order, places.get(year)));
}

function placesOf(ranks: ReadonlySet<number>): ReadonlyMap<number, number> {
    return new Map([...ranks].sort((a, b) => a - b).map((rank, place) => [rank, place]));
}

function dayOf(yearText: string, order: string, places: ReadonlyMap<number, number> | undefined): Cell {
    if (yearText === '') return { kind: 'missing' };
    const year = /^[0-9]{4}$/.test(yearText) ? Number(yearText) : undefined;
    const first = year === undefined || year < 1900 || year > 2100 ? undefined : civilDay(year, 1, 1);
    if (year === undefined || first === undefined) return refused(year === undefined ? 'not-a-date' : 'implausible-year');
    const days = isLeap(year) ? 366 : 365;
    const rank = orderOf(order);
    if (rank === undefined) return order === '' ? dateOf(first + days - 1) : refused('not-a-number');
    const place = places?.get(rank) ?? 0;
    return dateOf(first + Math.floor((place * days) / (places?.size ?? 1)));
}

function orderOf(text: string): number | undefined {
    return /^[0-9]{1,12}$/.test(text) ? Number(text) : undefined;
}

function dateOf(day: number): FactValue {
    return { kind: 'date', day };
}
