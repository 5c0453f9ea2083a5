import { KIND_WORDS } from '../diagnostics/kind-words.js';
import { formatFrenchDate } from '../kit/civil-date.js';
import type * as ast from '../generated/ast.js';
import type { Table, TablePeriod, TableRow } from '../ir/vocabulary.js';
import type { Scope } from '../references/scope.js';
import { fail, headSpan, lowerReferences, nameIn, optional, placeOf, spanOf, unquote, type FileContext } from './context/context.js';
import { BOOLEAN } from './expressions/expression-context.js';
import { lowerDate } from './expressions/lower-literal.js';

/** A list that begins on a day. */
export type DatedList = ast.NamedList & { readonly start: string };

export function isDated(node: ast.NamedList): node is DatedList {
    return node.start !== undefined;
}

/** The words of a list, as written: a number without spaces, a day as 01/02/2024. */
export function wordsOfList(context: FileContext, { values }: Pick<ast.NamedList, 'values'>): readonly string[] {
    return values.flatMap((value) => wordOfList(context, value) ?? []);
}

function wordOfList(context: FileContext, node: ast.ListValue): string | undefined {
    switch (node.$type) {
        case 'LiteralNumber':
            return node.value.replace(/\s/g, '');
        case 'LiteralDate': {
            const day = lowerDate(context, node, node.value);
            return day === undefined ? undefined : formatFrenchDate(day);
        }
        default:
            return unquote(node.value) ?? '';
    }
}

/**
 * Adds a dated list to the table of its name: one period, in which its words are in and all others out. The table is that of the policy,
 * read at the date that each rule names, as any dated table is.
 */
export function addDatedList(context: FileContext, scope: Scope, node: DatedList, tables: Table[]): void {
    const known = tables.findIndex(({ name }) => name === node.name);
    if (scope.lists.has(node.name) || (known < 0 && scope.tables.has(node.name))) {
        fail(context, 'BAR204', { name: node.name, kind: scope.lists.has(node.name) ? KIND_WORDS.list : KIND_WORDS.table }, placeOf(context, node, 'name'));
        return;
    }
    const period = lowerListPeriod(context, node);
    if (period === undefined) return;
    const before = tables[known];
    const label = unquote(node.label);
    // The lists of one name are one list, which has one label.
    if (before?.label !== undefined && label !== undefined && label !== before.label)
        fail(context, 'BAR332', { first: before.label, second: label }, placeOf(context, node, 'label'));
    const table: Table =
        before === undefined ? tableOf(context, node, period) : { ...optional('label', label), ...before, periods: [...before.periods, period] };
    if (before === undefined) tables.push(table);
    else tables[known] = table;
    const words = [...(scope.tables.get(node.name)?.words ?? []), ...wordsOfList(context, node)];
    scope.tables.set(node.name, { keys: table.keys, type: table.type, words });
}

function tableOf(context: FileContext, node: DatedList, period: TablePeriod): Table {
    return {
        name: node.name,
        ...optional('label', unquote(node.label)),
        keys: [{ name: 'valeur', type: { kind: 'code' } }],
        type: BOOLEAN,
        periods: [period],
        list: true,
        references: [],
        at: spanOf(context, node),
        ...nameIn(context, node),
    };
}

/** One period of a dated list. */
export function lowerListPeriod(context: FileContext, node: DatedList): TablePeriod | undefined {
    const start = lowerDate(context, placeOf(context, node, 'start'), node.start);
    const end = node.end === undefined ? undefined : lowerDate(context, placeOf(context, node, 'end'), node.end);
    if (start === undefined || (node.end !== undefined && end === undefined)) return undefined;
    const inside = [...new Set(wordsOfList(context, node))].map((word): TableRow => ({ keys: [word], value: { kind: 'boolean', value: true } }));
    const others: TableRow = { keys: [null], value: { kind: 'boolean', value: false } };
    return {
        start,
        ...optional('end', end),
        rows: [...inside, others],
        references: lowerReferences(context, node.references),
        at: spanOf(context, node),
        places: { start: headSpan(context, node, ['start', 'end']) },
    };
}
