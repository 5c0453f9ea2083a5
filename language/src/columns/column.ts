import type { FactDeclaration } from '../ir/value-type.js';

/** State of a cell that holds a value. */
export const CELL_VALUE = 0;
/** State of a cell that is `non renseigné`. */
export const CELL_MISSING = 1;
/** State of a cell that is `sans objet`. */
export const CELL_NOT_APPLICABLE = 2;

/** One fact over all rows of a table. Cells whose state is not `CELL_VALUE` hold 0 or an empty range in `data`. */
export interface Column {
    readonly fact: FactDeclaration;
    readonly states: Uint8Array;
    /** 1 where the fact was proved (source column `<fait>.justifié`); absent: nothing is known to be proved. */
    readonly proved?: Uint8Array;
    readonly data: ColumnData;
}

/** How the values of a column are stored, by the kind that its fact's type asks for. */
export type ColumnData =
    /** Exact integers within ±(2^53 − 1): days, cents, or numbers times 10^`scale`. */
    | { readonly kind: 'integers'; readonly values: Float64Array; readonly scale: number }
    | { readonly kind: 'booleans'; readonly values: Uint8Array }
    /** Enumeration values, codes and texts, by index in the dictionary. */
    | { readonly kind: 'words'; readonly dictionary: readonly string[]; readonly values: Uint32Array }
    /** Several words a row: row r holds `values[offsets[r] .. offsets[r + 1])`. */
    | { readonly kind: 'sets'; readonly dictionary: readonly string[]; readonly offsets: Uint32Array; readonly values: Uint32Array }
    /** Several events a row, each a row of `events`. */
    | { readonly kind: 'events'; readonly offsets: Uint32Array; readonly events: Table };

/** Rows of one kind, by fact name. Every column has `rows` cells. */
export interface Table {
    readonly rows: number;
    readonly columns: ReadonlyMap<string, Column>;
}
