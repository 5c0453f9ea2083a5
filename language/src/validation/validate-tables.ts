import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Table, TablePeriod, TableRow } from '../ir/vocabulary.js';
import { formatFrenchDate } from '../kit/civil-date.js';
import { compare } from '../kit/exact-number.js';
import { place, placeOfWord, type Checking } from './checking.js';
import { describeNumber } from './describe-value.js';
import { exact, type Model } from './model.js';

/** Dated tables: one value per key and day, keys that the facts may have. */
export function validateTable(checking: Checking, model: Model, table: Table): readonly Diagnostic[] {
    return [
        ...meetingPeriods(checking, table),
        ...(table.list === true ? holesInTime(checking, table) : []),
        ...table.periods.flatMap((period) => doubleRows(checking, table, period)),
        ...table.periods.flatMap((period) => impossibleKeys(checking, model, table, period)),
    ];
}

/** A period without end runs until the next one; one with an end must not reach it. */
function meetingPeriods(checking: Checking, table: Table): readonly Diagnostic[] {
    const sorted = [...table.periods].sort((a, b) => a.start - b.start);
    return sorted.flatMap((period, index) => {
        const before = sorted.slice(0, index).find((earlier) => earlier.start === period.start || (earlier.end !== undefined && earlier.end >= period.start));
        if (period.end !== undefined && period.end < period.start) return [reversedPeriod(checking, period, period.end)];
        if (before === undefined) return [];
        const related = [{ message: 'Période encore en cours', location: headOf(checking, before) }];
        return [report('BAR316', { table: table.name, day: formatFrenchDate(period.start) }, headOf(checking, period), { related })];
    });
}

/** Days between two lists of one name of which neither is in force; before the first and after the last, nothing is said. */
function holesInTime(checking: Checking, table: Table): readonly Diagnostic[] {
    const sorted = [...table.periods].sort((a, b) => a.start - b.start);
    return sorted.flatMap((period, index) => {
        const before = sorted[index - 1];
        if (before?.end === undefined || before.end >= period.start - 1) return [];
        const params = { list: table.name, first: formatFrenchDate(before.end + 1), last: formatFrenchDate(period.start - 1) };
        return [report('BAR321', params, headOf(checking, period))];
    });
}

function reversedPeriod(checking: Checking, period: TablePeriod, end: number): Diagnostic {
    return report('BAR506', { first: formatFrenchDate(period.start), second: formatFrenchDate(end) }, headOf(checking, period));
}

/** The words before the brace: `à partir du 01/01/2024`. */
function headOf(checking: Checking, { at }: TablePeriod): ReturnType<typeof place> {
    const [file, start, end] = at;
    const head = /^[^{]*[^{\s]/.exec((checking.sources[file]?.text ?? '').slice(start, end))?.[0].length ?? end - start;
    return place(checking, [file, start, start + head]);
}

/** A value given twice for one key; a line that repeats several is said once. */
function doubleRows(checking: Checking, table: Table, period: TablePeriod): readonly Diagnostic[] {
    const seen = new Set<string>();
    const said = new Set<number>();
    return period.rows.flatMap((row) => {
        const key = JSON.stringify(row.keys);
        const double = seen.has(key);
        seen.add(key);
        const location = double ? rowPlace(checking, period, row) : undefined;
        if (location === undefined || said.has(location.start)) return [];
        said.add(location.start);
        return [report('BAR315', { table: table.name, keys: keysText(table, row) }, location)];
    });
}

function keysText(table: Table, row: TableRow): string {
    return row.keys.map((key, index) => `« ${table.keys[index]?.name ?? ''} » ${key ?? 'sinon'}`).join(', ');
}

/** The row as written, found by its first key: rows carry no place of their own. */
function rowPlace(checking: Checking, period: TablePeriod, row: TableRow): ReturnType<typeof place> {
    const [file, start, end] = period.at;
    const text = (checking.sources[file]?.text ?? '').slice(start, end);
    const last = lastRowOf(text, row.keys[0] ?? 'sinon');
    return last === undefined ? headOf(checking, period) : place(checking, [file, start + last.start, start + last.end]);
}

/** The last line of a period that begins with a key. */
function lastRowOf(text: string, key: string): { readonly start: number; readonly end: number } | undefined {
    const lines = [...text.matchAll(/[^\n;{}]+/g)].filter((line) => (line[0].split('|')[0] ?? '').trim().replace(/^"|"$/g, '') === key);
    const line = lines.at(-1);
    if (line === undefined) return undefined;
    const indent = line[0].length - line[0].trimStart().length;
    return { start: line.index + indent, end: line.index + line[0].trimEnd().length };
}

/** Whole numbers as keys stay within the bounds of the fact that names the key. */
function impossibleKeys(checking: Checking, model: Model, table: Table, period: TablePeriod): readonly Diagnostic[] {
    return table.keys.flatMap(({ name, type }, index) => {
        const bounds = (model.facts.get(`demande.${name}`) ?? model.facts.get(`logement.${name}`))?.bounds;
        if (type.kind !== 'number' || bounds === undefined) return [];
        const written = new Set(period.rows.flatMap((row) => row.keys[index] ?? []));
        const outside = [...written].filter((key) => compare(exact(key), exact(bounds.low)) < 0 || compare(exact(key), exact(bounds.high)) > 0);
        return outside.map((value) => {
            const [low, high] = [describeNumber(exact(bounds.low), type), describeNumber(exact(bounds.high), type)];
            return report('BAR317', { table: table.name, key: name, value, low, high }, placeOfWord(checking, period.at, value));
        });
    });
}
