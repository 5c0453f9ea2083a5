import type { FactReader } from '../../../columns/facts.js';
import type { FactValue } from '../../../ir/value.js';

/** Names for what some facts of a row are: rows of one name cannot be told apart by these facts. */
export interface RowLikes {
    readonly byRow: Map<number, string>;
    readonly names: Set<string>;
    /** A number for each single value met: equal values of a fact are one object over all rows (`rowReader`). */
    readonly values: Map<FactValue, number>;
    /** Hardly any two rows are alike: no more names are given. */
    useless: boolean;
}

/** After so many rows, names are given up when more than half of them are of one row. */
const TRIED_ROWS = 500;

/** No row named yet. */
export function rowLikes(): RowLikes {
    return { byRow: new Map(), names: new Set(), values: new Map(), useless: false };
}

/** The name of a row by some facts, their values and their proofs; `undefined` once names are given up. */
export function likeOf(likes: RowLikes, facts: readonly string[], { row, demand }: { readonly row: number; readonly demand: FactReader }): string | undefined {
    const known = likes.byRow.get(row);
    if (known !== undefined || likes.useless) return known;
    const name = facts.map((fact) => `${nameOf(likes, demand.fact(fact))}${demand.proved(fact) ? '!' : ''}`).join(' ');
    likes.byRow.set(row, name);
    likes.names.add(name);
    likes.useless = likes.byRow.size > TRIED_ROWS && likes.names.size * 2 > likes.byRow.size;
    return name;
}

/** A list, which each row has its own of, is named by what it holds. */
function nameOf({ values }: RowLikes, value: FactValue): string | number {
    if (value.kind === 'set') return JSON.stringify(value.values);
    if (value.kind === 'events') return JSON.stringify(value.events);
    const known = values.get(value) ?? values.size;
    values.set(value, known);
    return known;
}
