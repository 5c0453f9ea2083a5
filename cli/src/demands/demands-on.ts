import { cellValue, rowReader, type Column, type FactReader, type Table } from '@bareme/language/columns';
import { compareIdentifiers, type Day } from '@bareme/language/ir';

/** A demand as a day knows it. */
export interface DemandOn {
    readonly id: string;
    /** Entered, and not yet left, that day. */
    readonly open: boolean;
    /** Its facts of that day; absent when no row speaks of it by then. */
    readonly facts?: FactReader;
}

/**
 * Every demand of a table on a day, by id as people count them: one result per demand, whatever the number of its rows. The facts are those of the row valid
 * that day, else of the last one that began by then.
 */
export function demandsOn(table: Table, day: Day): readonly DemandOn[] {
    const columns = columnsOf(table);
    const rows = new Map<string, number[]>();
    for (let row = 0; row < table.rows; row += 1) {
        const id = wordAt(columns.id, row);
        if (id === undefined) continue;
        const known = rows.get(id);
        if (known === undefined) rows.set(id, [row]);
        else known.push(row);
    }
    const ids = [...rows.keys()].sort(compareIdentifiers);
    return ids.map((id) => demandOn(table, columns, { id, rows: rows.get(id) ?? [], day }));
}

type DemandColumns = ReturnType<typeof columnsOf>;

function columnsOf(table: Table) {
    const role = (name: string) => [...table.columns.values()].find(({ fact }) => fact.role === name);
    return { id: role('identifiant'), from: role('valide_du'), to: role('valide_au'), filed: role('dépôt'), entered: role('entrée'), left: role('sortie') };
}

interface Lookup {
    readonly id: string;
    readonly rows: readonly number[];
    readonly day: Day;
}

function demandOn(table: Table, columns: DemandColumns, { id, rows, day }: Lookup): DemandOn {
    const begun = rows.map((row) => ({ row, from: dayAt(columns.from, row) ?? -Infinity })).filter(({ from }) => from <= day);
    const last = begun.reduce<(typeof begun)[number] | undefined>((best, item) => (best === undefined || item.from >= best.from ? item : best), undefined);
    if (last === undefined) return { id, open: false };
    const entered = dayAt(columns.entered, last.row) ?? dayAt(columns.filed, last.row) ?? -Infinity;
    const left = dayAt(columns.left, last.row) ?? Infinity;
    const until = dayAt(columns.to, last.row) ?? Infinity;
    return { id, open: entered <= day && day < left && day <= until, facts: rowReader(table, last.row) };
}

/** The row of a dwelling by its id, the last one released by a day; with its facts. */
export function dwellingOn(table: Table, id: string, day: Day): FactReader | undefined {
    const role = (name: string) => [...table.columns.values()].find(({ fact }) => fact.role === name);
    const [ids, released] = [role('identifiant'), role('libération')];
    let best: { readonly row: number; readonly released: number } | undefined;
    for (let row = 0; row < table.rows; row += 1) {
        if (wordAt(ids, row) !== id) continue;
        const since = dayAt(released, row) ?? -Infinity;
        if (best === undefined || (since <= day && (since >= best.released || best.released > day))) best = { row, released: since };
    }
    return best === undefined ? undefined : rowReader(table, best.row);
}

function wordAt(column: Column | undefined, row: number): string | undefined {
    const value = column === undefined ? undefined : cellValue(column, row);
    return value?.kind === 'word' || value?.kind === 'number' ? value.value : undefined;
}

function dayAt(column: Column | undefined, row: number): Day | undefined {
    const value = column === undefined ? undefined : cellValue(column, row);
    return value?.kind === 'date' ? value.day : undefined;
}
