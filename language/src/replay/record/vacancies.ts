import type { RowReason } from '../contract/report-codes.js';
import type { Column, Table } from '../../columns/column.js';
import type { Assumptions } from '../../columns/territory.js';
import type { Day, DayRange } from '../../ir/value.js';
import { columnOfRole, dayAt, integerAt, wordAt } from './cells.js';
import { drawWord, type DrawWord } from './draws.js';
import { tally, type Tally } from './tally.js';
import { compareText } from '../../kit/text-order.js';

/** One vacancy spell of a dwelling, with the days of its steps. */
export interface Vacancy {
    readonly id: string;
    readonly word: DrawWord;
    readonly row: number;
    readonly released: Day;
    /** Days on which candidates are designated, examined, and the lease is signed in a run. */
    readonly designation: Day;
    readonly examination: Day;
    readonly lease: Day;
    /** What the record says: the demand housed and the day its lease was signed. */
    readonly lessee?: string;
    readonly recordedLease?: Day;
    /** The demand whose household left it by a mutation, in the record. */
    readonly leftBy?: string;
    readonly commune: string;
    readonly typology: string;
    readonly reservee: string;
    readonly landlord?: string;
}

/** The vacancies of a territory, in the order in which they are filled. */
export interface Vacancies {
    /** Released in the window. */
    readonly replayed: readonly Vacancy[];
    /** Released before it: their lessees are no longer to house. */
    readonly earlier: readonly Vacancy[];
    /** All that are not replayed. */
    readonly others: readonly Vacancy[];
    readonly notEvaluated: Tally;
}

/**
 * Reads `logements`. A vacancy belongs to the window by its day of release. Order: day of designation, `ordre` (vacancies without one
 * come after), id. Left out and counted: rows without id or release, rows that repeat the id and the release of another.
 */
export function readVacancies(table: Table, assumptions: Assumptions, window: DayRange): Vacancies {
    const notEvaluated: Tally = new Map();
    const columns = vacancyColumns(table);
    const read: Ordered[] = [];
    for (let row = 0; row < table.rows; row += 1) {
        const vacancy = vacancyAt(columns, row, assumptions);
        if (typeof vacancy === 'string') tally(notEvaluated, vacancy);
        else read.push(vacancy);
    }
    const spells = new Map<string, number>();
    for (const { vacancy } of read) spells.set(spellKey(vacancy), (spells.get(spellKey(vacancy)) ?? 0) + 1);
    const distinct = read.filter(({ vacancy }) => spells.get(spellKey(vacancy)) === 1);
    tally(notEvaluated, 'vacancy-repeated', read.length - distinct.length);
    const vacancies = distinct.sort(compareOrdered).map(({ vacancy }) => vacancy);
    const isReplayed = ({ released }: Vacancy): boolean => released >= window.from && released <= window.to;
    return {
        replayed: vacancies.filter(isReplayed),
        others: vacancies.filter((vacancy) => !isReplayed(vacancy)),
        earlier: vacancies.filter(({ released }) => released < window.from),
        notEvaluated,
    };
}

interface Ordered {
    readonly vacancy: Vacancy;
    readonly order: number;
}

function compareOrdered(a: Ordered, b: Ordered): number {
    return a.vacancy.designation - b.vacancy.designation || a.order - b.order || compareText(a.vacancy.id, b.vacancy.id);
}

/** One dwelling is released once a day: digits cannot run into an id. */
function spellKey({ id, released }: Vacancy): string {
    return `${released} ${id}`;
}

type VacancyColumns = ReturnType<typeof vacancyColumns>;

function vacancyColumns(table: Table) {
    return {
        id: columnOfRole(table, 'identifiant'),
        released: columnOfRole(table, 'libération'),
        order: columnOfRole(table, 'ordre'),
        examination: columnOfRole(table, 'examen'),
        lease: columnOfRole(table, 'bail'),
        lessee: columnOfRole(table, 'attributaire'),
        leftBy: columnOfRole(table, 'libéré_par'),
        commune: columnOfRole(table, 'commune'),
        typology: columnOfRole(table, 'typologie'),
        reservee: columnOfRole(table, 'réservataire'),
        landlord: columnOfRole(table, 'bailleur'),
    };
}

function vacancyAt(columns: VacancyColumns, row: number, assumptions: Assumptions): Ordered | RowReason {
    const id = wordAt(columns.id, row);
    const released = dayAt(columns.released, row);
    if (id === undefined) return 'vacancy-without-id';
    if (released === undefined) return 'vacancy-without-release';
    const vacancy: Vacancy = {
        id,
        word: drawWord(id),
        row,
        released,
        designation: released + assumptions.designationDelay,
        examination: examinationDay(columns.examination, row, released + assumptions.examinationDelay),
        lease: released + assumptions.leaseDelay,
        lessee: wordAt(columns.lessee, row),
        recordedLease: dayAt(columns.lease, row),
        leftBy: wordAt(columns.leftBy, row),
        commune: wordAt(columns.commune, row) ?? '',
        typology: wordAt(columns.typology, row) ?? '',
        reservee: wordAt(columns.reservee, row) ?? '',
        landlord: wordAt(columns.landlord, row),
    };
    return { vacancy, order: integerAt(columns.order, row) ?? Number.MAX_SAFE_INTEGER };
}

/** The day recorded (role `examen`), else the declared delay after the release. */
function examinationDay(column: Column | undefined, row: number, assumed: Day): Day {
    return dayAt(column, row) ?? assumed;
}
