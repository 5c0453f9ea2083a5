import type { Diagnostic, Location } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { Span } from '../ir/span.js';
import type { Table, TablePeriod, TableRow } from '../ir/vocabulary.js';
import { formatFrenchDate } from '../kit/civil-date.js';
import { compare } from '../kit/exact-number.js';
import { place } from './checking.js';
import { describeNumber } from './describe-value.js';
import { boundsFinding } from './quantities/bounds-finding.js';
import { exact, type Model } from './model.js';
import { brokenPromises } from './table-promises.js';

/** Dated tables: one value per key and day, keys that the facts may have. */
export function validateTable(model: Model, table: Table): readonly Diagnostic[] {
    return [
        ...meetingPeriods(table),
        ...(table.list === true ? holesInTime(table) : []),
        ...table.periods.flatMap((period) => doubleRows(table, period)),
        ...table.periods.flatMap((period) => impossibleKeys(model, table, period)),
        ...table.periods.flatMap((period) => impossibleValues(table, period)),
        ...brokenPromises(model, table),
    ];
}

/** A period without end runs until the next one; one with an end must not reach it. */
function meetingPeriods(table: Table): readonly Diagnostic[] {
    const sorted = [...table.periods].sort((a, b) => a.start - b.start);
    return sorted.flatMap((period, index) => {
        const before = sorted.slice(0, index).find((earlier) => earlier.start === period.start || (earlier.end !== undefined && earlier.end >= period.start));
        if (period.end !== undefined && period.end < period.start) return [reversedPeriod(period, period.end)];
        if (before === undefined) return [];
        const related = [{ message: 'Période encore en cours', location: headOf(before) }];
        return [report('BAR316', { table: table.name, day: formatFrenchDate(period.start) }, headOf(period), { related })];
    });
}

/** Days between two lists of one name of which neither is in force; before the first and after the last, nothing is said. */
function holesInTime(table: Table): readonly Diagnostic[] {
    const sorted = [...table.periods].sort((a, b) => a.start - b.start);
    return sorted.flatMap((period, index) => {
        const before = sorted[index - 1];
        if (before?.end === undefined || before.end >= period.start - 1) return [];
        const params = { list: table.name, first: formatFrenchDate(before.end + 1), last: formatFrenchDate(period.start - 1) };
        return [report('BAR321', params, headOf(period))];
    });
}

function reversedPeriod(period: TablePeriod, end: number): Diagnostic {
    return report('BAR506', { first: formatFrenchDate(period.start), second: formatFrenchDate(end) }, headOf(period));
}

/** The words that open a period: `à partir du 01/01/2024`. */
function headOf({ at, places }: TablePeriod): Location {
    return place(places?.start ?? at);
}

/** A value given twice for one key; a line that repeats several is said once. */
function doubleRows(table: Table, period: TablePeriod): readonly Diagnostic[] {
    const seen = new Set<string>();
    const said = new Set<number>();
    return period.rows.flatMap((row) => {
        const key = JSON.stringify(row.keys);
        const double = seen.has(key);
        seen.add(key);
        const location = place(row.places?.line ?? period.at);
        if (!double || said.has(location.start)) return [];
        said.add(location.start);
        return [report('BAR315', { table: table.name, keys: keysText(table, row) }, location)];
    });
}

function keysText(table: Table, row: TableRow): string {
    return row.keys.map((key, index) => `« ${table.keys[index]?.name ?? ''} » ${key ?? 'sinon'}`).join(', ');
}

/** Values stay within the bounds of the table; a cell that several rows carry is said once. */
function impossibleValues({ name, type, bounds }: Table, { rows, at }: TablePeriod): readonly Diagnostic[] {
    return rows.flatMap(({ value, places }) => boundsFinding({ name, type, ...(bounds === undefined ? {} : { bounds }) }, value, place(places?.value ?? at)));
}

/** Whole numbers as keys stay within the bounds written with the key, or those of the fact that names it. */
function impossibleKeys(model: Model, table: Table, period: TablePeriod): readonly Diagnostic[] {
    return table.keys.flatMap(({ name, type, bounds: own }, index) => {
        const bounds = own ?? (model.facts.get(`demande.${name}`) ?? model.facts.get(`logement.${name}`) ?? model.derived.get(name))?.bounds;
        if (type.kind !== 'number' || bounds === undefined) return [];
        const isOutside = (key: string): boolean => compare(exact(key), exact(bounds.low)) < 0 || compare(exact(key), exact(bounds.high)) > 0;
        return [...keysWritten(period, index)].flatMap(([value, span]) => {
            if (!isOutside(value)) return [];
            const [low, high] = [describeNumber(exact(bounds.low), type), describeNumber(exact(bounds.high), type)];
            return [report('BAR317', { table: table.name, key: name, value, low, high }, place(span))];
        });
    });
}

/** The values of a key, each with the place where it is first written. */
function keysWritten(period: TablePeriod, index: number): ReadonlyMap<string, Span> {
    const written = new Map<string, Span>();
    for (const { keys, places } of period.rows) {
        const key = keys[index] ?? undefined;
        if (key !== undefined && !written.has(key)) written.set(key, places?.keys?.[index] ?? period.at);
    }
    return written;
}
