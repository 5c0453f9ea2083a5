import { finding, type DataFinding } from '../finding.js';
import { dayOf, daysOfRole, fieldOfRole, placeOf, wordsOfRole } from '../kept-rows.js';
import type { FactField, FactRows } from '../fact-rows.js';
import type { ReadTable } from '../read-table.js';

/** What tables say together that cannot be, or that is doubtful: rows are kept as they are, each with its finding. */
export function incoherences(read: ReadonlyMap<string, ReadTable>): readonly DataFinding[] {
    const [demands, dwellings, candidatures] = ['demandes', 'logements', 'candidatures'].map((table) => read.get(table)?.source);
    return [
        ...leasesBeforeFiling(dwellings, demands),
        ...ambiguousDwellings(candidatures, dwellings),
        ...doubtfulCodes(dwellings, 'commune'),
        ...doubtfulCodes(demands, 'communes_souhaitées'),
        ...wishesWithoutDwelling(demands, dwellings),
    ];
}

/** A lease signed before its household filed a demand: one of the two days, or the household, is another. */
function leasesBeforeFiling(dwellings: FactRows | undefined, demands: FactRows | undefined): readonly DataFinding[] {
    if (dwellings === undefined || demands === undefined) return [];
    const filed = new Map<string, number>();
    const [idOf, filedOn] = [wordsOfRole(demands, 'identifiant'), daysOfRole(demands, 'dépôt')];
    for (let row = 0; row < demands.rows; row += 1) {
        const [id, day] = [idOf(row), filedOn(row)];
        if (id !== undefined && day !== undefined) filed.set(id, Math.min(day, filed.get(id) ?? day));
    }
    const [lesseeOf, lease] = [wordsOfRole(dwellings, 'attributaire'), fieldOfRole(dwellings, 'bail')];
    return rowsOf(dwellings)
        .filter((row) => (dayOf(lease?.value(row)) ?? Infinity) < (filed.get(lesseeOf(row) ?? '') ?? -Infinity))
        .map((row) => finding('BAR731', { ...placeOf(dwellings, row), ...columnOf(lease) }, {}));
}

/** A candidature names a dwelling by its id alone: when that dwelling is released twice, the vacancy cannot be known. */
function ambiguousDwellings(candidatures: FactRows | undefined, dwellings: FactRows | undefined): readonly DataFinding[] {
    if (candidatures === undefined || dwellings === undefined) return [];
    const [idOf, releasedOn] = [wordsOfRole(dwellings, 'identifiant'), daysOfRole(dwellings, 'libération')];
    const released = new Map<string, number | undefined>();
    const twice = new Set<string>();
    for (const row of rowsOf(dwellings)) {
        const id = idOf(row);
        if (id === undefined) continue;
        if (released.has(id) && released.get(id) !== releasedOn(row)) twice.add(id);
        else released.set(id, releasedOn(row));
    }
    const named = fieldOfRole(candidatures, 'logement');
    const nameOf = wordsOfRole(candidatures, 'logement');
    return rowsOf(candidatures)
        .filter((row) => twice.has(nameOf(row) ?? ''))
        .map((row) => finding('BAR732', { ...placeOf(candidatures, row), ...columnOf(named) }, {}));
}

/** Codes of a column that a spreadsheet shortened by their leading zero, or that differ from another by capitals alone. */
function doubtfulCodes(source: FactRows | undefined, role: string): readonly DataFinding[] {
    const field = source === undefined ? undefined : fieldOfRole(source, role);
    if (source === undefined || field === undefined) return [];
    const known = new Set(rowsOf(source).flatMap((row) => wordsAt(field, row)));
    const isShort = (code: string): boolean => /^[0-9]{4}$/.test(code);
    const hasLong = [...known].some((code) => /^[0-9]{5}$/.test(code));
    const isOtherCase = (code: string): boolean => code !== code.toUpperCase() && known.has(code.toUpperCase());
    const tell = (how: 'lost-zero' | 'case', test: (code: string) => boolean): readonly DataFinding[] =>
        rowsOf(source)
            .filter((row) => wordsAt(field, row).some(test))
            .map((row) => finding('BAR733', { ...placeOf(source, row), ...columnOf(field) }, { how }));
    return [...(hasLong ? tell('lost-zero', isShort) : []), ...tell('case', isOtherCase)];
}

/** Communes that demands wish and where no dwelling is released: none there, another code for the same commune, or a slip. */
function wishesWithoutDwelling(demands: FactRows | undefined, dwellings: FactRows | undefined): readonly DataFinding[] {
    const wished = demands === undefined ? undefined : fieldOfRole(demands, 'communes_souhaitées');
    const commune = dwellings === undefined ? undefined : fieldOfRole(dwellings, 'commune');
    if (demands === undefined || dwellings === undefined || wished === undefined || commune === undefined) return [];
    const released = new Set(rowsOf(dwellings).flatMap((row) => wordsAt(commune, row)));
    return rowsOf(demands)
        .filter((row) => wordsAt(wished, row).length > 0 && !wordsAt(wished, row).some((code) => released.has(code)))
        .map((row) => finding('BAR737', { ...placeOf(demands, row), ...columnOf(wished) }, {}));
}

function rowsOf({ rows }: FactRows): readonly number[] {
    return Array.from({ length: rows }, (_, row) => row);
}

function wordsAt({ value }: FactField, row: number): readonly string[] {
    const cell = value(row);
    return cell.kind === 'word' ? [cell.value] : cell.kind === 'set' ? cell.values : [];
}

function columnOf(field: FactField | undefined): { readonly column?: string } {
    return field?.column === undefined ? {} : { column: field.column };
}
