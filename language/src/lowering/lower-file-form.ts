import type * as ast from '../generated/ast.js';
import type { RowTest, SourceTable } from '../ir/mapping.js';
import type { Location } from '../diagnostics/diagnostic.js';
import { fail, optional, placeOf, unquote, type FileContext } from './context/context.js';

type FileForm = Pick<SourceTable, 'separator' | 'decimal' | 'thousands' | 'headerless' | 'rows'>;

/** How the file of a table is written, and which of its rows are of the table. */
export function fileForm(context: FileContext, { options }: ast.SourceTable): FileForm {
    let form: FileForm = { separator: ';' };
    for (const option of options) {
        switch (option.$type) {
            case 'SeparatorOption':
                form = { ...form, separator: markOf(context, placeOf(context, option, 'value'), option.value, 1) };
                break;
            case 'DecimalOption':
                form = { ...form, ...optional('decimal', decimalOf(context, option)) };
                break;
            case 'ThousandsOption':
                form = { ...form, thousands: markOf(context, placeOf(context, option, 'value'), option.value, 1) };
                break;
            case 'HeaderlessOption':
                form = { ...form, headerless: true };
                break;
            case 'RowsOption':
                form = { ...form, rows: option.tests.map(rowTest) };
                break;
        }
    }
    return form;
}

/** A mark that the file holds: at least a character, at most `longest`. An empty or longer one would be read otherwise than written. */
export function markOf(context: FileContext, place: Location, written: string, longest = Infinity): string {
    const mark = unquote(written) ?? '';
    if (mark.length === 0 || mark.length > longest) fail(context, 'BAR343', { expected: longest === 1 ? 'un seul caractère' : 'au moins un caractère' }, place);
    return mark;
}

function decimalOf(context: FileContext, option: ast.DecimalOption): string | undefined {
    const mark = unquote(option.value);
    if (mark === ',' || mark === '.') return mark;
    return fail(context, 'BAR343', { expected: '« , » ou « . »' }, placeOf(context, option, 'value'));
}

function rowTest(node: ast.RowTest): RowTest {
    return {
        column: unquote(node.column) ?? '',
        kind: node.kind === 'parmi' ? 'among' : 'not-among',
        values: node.values.map((value) => unquote(value) ?? ''),
    };
}
