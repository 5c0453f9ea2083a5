import type { Expression } from '../../../ir/expression.js';
import type { Table, TablePeriod, TableRow } from '../../../ir/vocabulary.js';
import { addDays } from '../../../kit/civil-date.js';
import { add, fromFraction, integer, mul } from '../../../kit/exact-number.js';
import { limit, note, type Context } from './context.js';
import { isInside } from './declared-bounds.js';
import { exact } from '../values/exact.js';
import { literalValue } from '../policy/loaded-policy.js';
import { joinGaps, missingBecause, NO_GAP, NOT_APPLICABLE, numberValue, wordOf, type Absence, type Evaluated, type Gap, type Known } from '../values/value.js';

type LookupExpression = Extract<Expression, { kind: 'lookup' }>;

/**
 * The cell of a table at the evaluation date. A key that no row carries, a date that no period covers, or a value out of the
 * bounds declared is an anomaly and gives a missing value: never zero. A row's own key goes before `sinon`; a last key beyond the last column adds so much for each unit more.
 */
export function lookupValue(context: Context, expression: LookupExpression): Evaluated {
    const table = context.loaded.tables.get(expression.table);
    if (table === undefined) return missingBecause({ facts: [expression.table], absent: [] });
    const keys = keyWords(context, expression);
    if ('kind' in keys) return keys;
    const period = periodAt(context, table);
    if (period === undefined) return anomaly(context, expression, 'table-without-period');
    const cell = cellOf(context, period, keys.words);
    if (cell === undefined) return anomaly(context, expression, 'table-without-row');
    return isInside(context, table.bounds, cell) ? cell : anomaly(context, expression, 'out-of-bounds');
}

function anomaly(context: Context, expression: LookupExpression, kind: 'table-without-row' | 'table-without-period' | 'out-of-bounds'): Evaluated {
    note(context, kind, expression.table, expression.at);
    return missingBecause({ facts: [expression.table], absent: [] });
}

function keyWords(context: Context, expression: LookupExpression): { readonly words: readonly string[] } | Absence {
    const words: string[] = [];
    let gap: Gap = NO_GAP;
    let missing = false;
    let applicable = true;
    for (const key of expression.keys) {
        const value = context.interpreter.value(context, key);
        if (value.kind === 'not-applicable') applicable = false;
        else if (value.kind === 'missing') {
            missing = true;
            gap = joinGaps(gap, value.gap);
        } else words.push(wordOf(value) ?? '');
    }
    if (!applicable) return NOT_APPLICABLE;
    return missing ? missingBecause(gap) : { words };
}

/** The period that began last, unless it has ended. */
function periodAt(context: Context, table: Table): TablePeriod | undefined {
    let found: TablePeriod | undefined;
    for (const period of table.periods) {
        if (period.start > context.day) limit(context, addDays(period.start, -1));
        else if (found === undefined || period.start >= found.start) found = period;
    }
    if (found?.end === undefined) return found;
    if (found.end < context.day) return undefined;
    limit(context, found.end);
    return found;
}

function cellOf(context: Context, period: TablePeriod, words: readonly string[]): Known | undefined {
    const row = bestRow(period.rows, words);
    const beyond = row === undefined || row.keys.at(-1) === null ? beyondLast(period.rows, words) : undefined;
    if (beyond !== undefined) return beyond;
    return row === undefined ? undefined : literalValue(context.loaded, row.value);
}

/** The first row whose keys match, the one with the most own keys where `sinon` matches too. */
function bestRow(rows: readonly TableRow[], words: readonly string[]): TableRow | undefined {
    let best: TableRow | undefined;
    for (const row of rows) if (matches(row.keys, words) && (best === undefined || ownKeys(row) > ownKeys(best))) best = row;
    return best;
}

function matches(keys: readonly (string | null)[], words: readonly string[]): boolean {
    return keys.length === words.length && keys.every((key, index) => key === null || key === words[index]);
}

function ownKeys(row: TableRow): number {
    return row.keys.filter((key) => key !== null).length;
}

function beyondLast(rows: readonly TableRow[], words: readonly string[]): Known | undefined {
    const last = fromFraction(words.at(-1) ?? '');
    if (last === undefined || last.d !== 1n) return undefined;
    const others = words.slice(0, -1);
    const open = rows.filter((row) => row.perExtra !== undefined && matches(row.keys.slice(0, -1), others));
    const row = open.reduce<TableRow | undefined>(
        (best, candidate) => (best === undefined || ownKeys(candidate) > ownKeys(best) ? candidate : best),
        undefined,
    );
    if (row?.perExtra === undefined || row.value.kind !== 'number') return undefined;
    const extra = last.n - BigInt(row.perExtra.last);
    return extra <= 0n ? undefined : numberValue(add(exact(row.value.value), mul(exact(row.perExtra.amount), integer(extra))));
}
