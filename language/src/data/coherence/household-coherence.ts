import type { Day } from '../../ir/value.js';
import { fromFraction, isInteger } from '../../kit/exact-number.js';
import type { FactField, FactRows } from '../fact-rows.js';
import { finding, type DataFinding } from '../finding.js';
import { contentOf, dayOf, daysOfRole, fieldOfRole, placeOf, wordsOfRole } from '../kept-rows.js';
import type { ReadTable } from '../read-table.js';

/** What a household and the file of its members cannot say together, and what that file says twice. Rows are kept as they are. */
export function householdIncoherences(read: ReadonlyMap<string, ReadTable>): readonly DataFinding[] {
    const demands = read.get('demandes')?.source;
    const latest = latestDay(read);
    return [...read.values()].flatMap(({ table, source }) => {
        if (table.events === undefined) return birthsToCome(source, latest);
        const sizes = table.events.name === 'membres' && demands !== undefined ? sizesAgainstMembers(demands, source) : [];
        return [...repeatedEvents(source), ...birthsToCome(source, latest), ...sizes];
    });
}

/** Events or members written twice, word for word: two of a kind, such as twins, or the same one. */
function repeatedEvents(source: FactRows): readonly DataFinding[] {
    const first = new Map<string, number>();
    return rowsOf(source).flatMap((row) => {
        const content = contentOf(source, row);
        const same = first.get(content);
        if (same === undefined) first.set(content, row);
        return same === undefined ? [] : [finding('BAR740', placeOf(source, row), { first: source.rowNumbers[same]! })];
    });
}

/** A child may be expected: a birth is told when it lies further than a year after the last day that the files speak of. */
const EXPECTED_DAYS = 366;

function birthsToCome(source: FactRows, latest: Day | undefined): readonly DataFinding[] {
    const born = fieldOfRole(source, 'naissance');
    if (born === undefined || latest === undefined) return [];
    return rowsOf(source)
        .filter((row) => (dayOf(born.value(row)) ?? -Infinity) > latest + EXPECTED_DAYS)
        .map((row) => finding('BAR741', { ...placeOf(source, row), ...(born.column === undefined ? {} : { column: born.column }) }, {}));
}

/** Roles of the days on which something happened, by which the day of the extraction is known. */
const PAST_ROLES = ['dépôt', 'entrée', 'sortie', 'valide_du', 'libération', 'examen', 'bail'];

function latestDay(read: ReadonlyMap<string, ReadTable>): Day | undefined {
    let latest: Day | undefined;
    for (const { source } of read.values()) {
        for (const role of PAST_ROLES) {
            const dayAt = daysOfRole(source, role);
            for (const row of rowsOf(source)) latest = Math.max(dayAt(row) ?? -Infinity, latest ?? -Infinity);
        }
    }
    return latest === -Infinity ? undefined : latest;
}

/** Adults who file together, at most: they may or may not be rows of their own. */
const APPLICANTS = 2;

/** Households whose size agrees with none of the counts that their members allow: whoever files, alone or as a couple, may be a row or not. */
function sizesAgainstMembers(demands: FactRows, members: FactRows): readonly DataFinding[] {
    const size = fieldOfRole(demands, 'taille_du_ménage');
    if (size === undefined) return [];
    const counts = new Map<string, number>();
    const [namedBy, idOf] = [wordsOfRole(members, 'identifiant'), wordsOfRole(demands, 'identifiant')];
    for (const row of rowsOf(members)) counts.set(namedBy(row) ?? '', (counts.get(namedBy(row) ?? '') ?? 0) + 1);
    return rowsOf(demands).flatMap((row) => {
        const [persons, known] = [wholeAt(size, row), counts.get(idOf(row) ?? '') ?? 0];
        if (persons === undefined || (known <= persons && known >= persons - APPLICANTS)) return [];
        const column = size.column === undefined ? {} : { column: size.column };
        return [finding('BAR739', { ...placeOf(demands, row), ...column }, { members: members.file })];
    });
}

function wholeAt({ value }: FactField, row: number): number | undefined {
    const cell = value(row);
    const number = cell.kind === 'number' ? fromFraction(cell.value) : undefined;
    return number === undefined || !isInteger(number) ? undefined : Number(number.n);
}

function rowsOf({ rows }: FactRows): readonly number[] {
    return Array.from({ length: rows }, (_, row) => row);
}
