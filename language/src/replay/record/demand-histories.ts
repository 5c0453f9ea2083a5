import type { RowReason } from '../contract/report-codes.js';
import type { Table } from '../../columns/column.js';
import type { Day } from '../../ir/value.js';
import { booleanAt, columnOfRole, dayAt, wordAt } from './cells.js';
import { drawWord, type DrawWord } from './draws.js';
import { compareText } from '../../kit/text-order.js';
import { tally, type Tally } from './tally.js';

/** Later than any day of any file: an end that did not come. It fits a 32-bit column. */
export const NEVER: Day = 2_147_483_647;
const ALWAYS: Day = -2_147_483_648;

/** What the record says of one demand, over all its rows. */
export interface DemandHistory {
    readonly id: string;
    readonly word: DrawWord;
    /** Day of the first demand, from which seniority runs. */
    readonly deposit?: Day;
    /** First day open. */
    readonly entry: Day;
    /** Day it left, itself a day on which it is still open. */
    readonly exit?: Day;
    /** It left because it was housed; `undefined` where the file does not say. */
    readonly exitByLetting?: boolean;
    /** Its rows by time, each with the days on which its facts hold; they do not overlap. */
    readonly rows: readonly ValidRow[];
}

/** One row and the first and last days on which its facts hold. */
interface ValidRow {
    readonly row: number;
    readonly from: Day;
    readonly to: Day;
}

/** The histories by id, and the rows left out of them, by reason code. */
interface DemandHistories {
    readonly histories: readonly DemandHistory[];
    readonly notEvaluated: Tally;
}

/**
 * Groups the rows of `demandes` by id. A row holds from its `valide_du` to its `valide_au`; without the first, from always; without
 * the second, until the next row of the demand. Left out and counted: rows without id, demands without any date of entry, demands
 * two rows of which hold on one day, since nothing says which of them is true.
 */
export function demandHistories(table: Table): DemandHistories {
    const notEvaluated: Tally = new Map();
    const groups = rowsById(table, notEvaluated);
    const columns = demandColumns(table);
    const histories: DemandHistory[] = [];
    for (const [id, rows] of groups) {
        const history = historyOf(id, rows, columns);
        if (typeof history === 'string') tally(notEvaluated, history);
        else histories.push(history);
    }
    histories.sort((a, b) => compareText(a.id, b.id));
    return { histories, notEvaluated };
}

function demandColumns(table: Table) {
    return {
        deposit: columnOfRole(table, 'dépôt'),
        entry: columnOfRole(table, 'entrée'),
        exit: columnOfRole(table, 'sortie'),
        byLetting: columnOfRole(table, 'sortie_attribution'),
        from: columnOfRole(table, 'valide_du'),
        to: columnOfRole(table, 'valide_au'),
    };
}

function rowsById(table: Table, notEvaluated: Tally): ReadonlyMap<string, number[]> {
    const ids = columnOfRole(table, 'identifiant');
    const groups = new Map<string, number[]>();
    for (let row = 0; row < table.rows; row += 1) {
        const id = wordAt(ids, row);
        const group = id === undefined ? undefined : groups.get(id);
        if (id === undefined) tally(notEvaluated, 'demand-without-id');
        else if (group === undefined) groups.set(id, [row]);
        else group.push(row);
    }
    return groups;
}

/** The history of one demand, or the reason why it has none. */
function historyOf(id: string, rows: readonly number[], columns: ReturnType<typeof demandColumns>): DemandHistory | RowReason {
    const starts = rows.map((row) => ({ row, from: dayAt(columns.from, row) ?? ALWAYS, to: dayAt(columns.to, row) }));
    starts.sort((a, b) => a.from - b.from);
    const valid = starts.map(({ row, from, to }, place): ValidRow => ({ row, from, to: to ?? (starts[place + 1]?.from ?? NEVER + 1) - 1 }));
    if (valid.some(({ from }, place) => from <= (valid[place - 1]?.to ?? ALWAYS - 1)) || valid.some(({ from, to }) => to < from)) return 'demand-rows-overlap';
    const deposit = first(valid, ({ row }) => dayAt(columns.deposit, row));
    const entry = first(valid, ({ row }) => dayAt(columns.entry, row)) ?? deposit;
    if (entry === undefined) return 'demand-without-entry';
    const backwards = [...valid].reverse();
    const exit = first(backwards, ({ row }) => dayAt(columns.exit, row));
    const exitByLetting = first(backwards, ({ row }) => booleanAt(columns.byLetting, row));
    return { id, word: drawWord(id), deposit, entry, exit, exitByLetting, rows: valid };
}

function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
    for (const item of items) {
        const found = find(item);
        if (found !== undefined) return found;
    }
    return undefined;
}
