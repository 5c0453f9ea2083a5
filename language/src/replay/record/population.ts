import { at, intAt } from '../../kit/at.js';
import type { Day } from '../../ir/value.js';
import { addMonths } from '../../kit/civil-date.js';
import type { Uint32 } from '../../kit/keyed-random.js';
import { NEVER, type DemandHistory } from './demand-histories.js';
import { leavesInMonth, type Chance } from './draws.js';
import { tally, type Tally } from './tally.js';
import type { Vacancies, Vacancy } from './vacancies.js';

/** By row of `demandes`: the first and last days on which the demand is open with that row's facts; none when first > last. */
export interface Openness {
    readonly from: Int32Array;
    readonly to: Int32Array;
}

/** The demands of a territory and when each of them may be in a pool. */
export interface Population {
    /** By id. */
    readonly histories: readonly DemandHistory[];
    readonly byId: ReadonlyMap<string, number>;
    /** By row: the demand's place in `histories`, −1 for a row left out. */
    readonly demandOf: Int32Array;
    /** As the record has it: until the recorded exit. */
    readonly record: Openness;
    /** In a run: a recorded letting of the window binds no more, and a drawn exit follows it. */
    readonly run: Openness;
    /** By demand: the day of the recorded letting that a run may not reproduce, `NEVER` where there is none. */
    readonly letting: Int32Array;
    /** By demand: the last day open in a run that does not house it. */
    readonly runEnd: Int32Array;
    readonly notEvaluated: Tally;
}

/** What a population is built from: `from` is the window's first day, `horizon` the last day on which anyone looks at a pool. */
interface PopulationRequest {
    readonly rows: number;
    readonly histories: readonly DemandHistory[];
    readonly vacancies: Vacancies;
    /** Whether the file of vacancies tells who was housed. */
    readonly lesseesRecorded: boolean;
    readonly monthlyExit: Chance;
    readonly seed: Uint32;
    readonly from: Day;
    readonly horizon: Day;
}

/**
 * Exits (step 7). Recorded exits other than a letting: as recorded. A recorded letting of one of the vacancies replayed (where the
 * file of vacancies names no lessee, any recorded letting): the demand stays open past it, and leaves in each later month with the
 * declared probability, by draws that no rule set changes. A letting elsewhere: as recorded. The lessee of an earlier vacancy is out
 * from its designation on.
 */
export function buildPopulation(request: PopulationRequest): Population {
    const { histories, rows } = request;
    const byId = new Map(histories.map(({ id }, index) => [id, index]));
    const notEvaluated: Tally = new Map();
    const lettings = recordedLettings(request, byId, notEvaluated);
    const committed = commitments(request.vacancies.earlier, byId);
    const demandOf = new Int32Array(rows).fill(-1);
    const [record, run] = [closed(rows), closed(rows)];
    const letting = new Int32Array(histories.length).fill(NEVER);
    const runEnd = new Int32Array(histories.length);
    for (const [index, history] of histories.entries()) {
        for (const { row } of history.rows) demandOf[row] = index;
        const recordEnd = Math.min(history.exit ?? NEVER, committed.get(index) ?? NEVER);
        open(record, history, recordEnd);
        const housed = lettings.get(index);
        if (housed !== undefined && housed <= recordEnd) {
            letting[index] = housed;
            const end = imputedEnd(request, history, housed);
            runEnd[index] = end;
            open(run, { ...history, rows: extended(history, housed) }, end);
        } else {
            runEnd[index] = recordEnd;
            open(run, history, recordEnd);
        }
    }
    return { histories, byId, demandOf, record, run, letting, runEnd, notEvaluated };
}

/** A demand by its place. */
export function demandAt({ histories }: Pick<Population, 'histories'>, demand: number): DemandHistory {
    return at(histories, demand);
}

/** The row whose facts a demand has on a day, the last known by then. */
export function rowOn(population: Population, demand: number, day: Day): number {
    return factsRow(demandAt(population, demand), day);
}

/** Whether a row's spell covers a day. */
export function isOpen({ from, to }: Openness, row: number, day: Day): boolean {
    return intAt(from, row) <= day && day <= intAt(to, row);
}

/** The row of a demand whose spell covers a day. */
export function openRow(openness: Openness, { rows }: DemandHistory, day: Day): number | undefined {
    return rows.find(({ row }) => isOpen(openness, row, day))?.row;
}

/** The row whose facts are the last known on a day: that which began last by then, else the first of all. */
export function factsRow({ rows }: DemandHistory, day: Day): number {
    let known = at(rows, 0);
    for (const row of rows) if (row.from <= day) known = row;
    return known.row;
}

function closed(rows: number): Openness {
    return { from: new Int32Array(rows), to: new Int32Array(rows).fill(-1) };
}

function open(openness: Openness, { entry, rows }: DemandHistory, end: Day): void {
    for (const { row, from, to } of rows) {
        openness.from[row] = Math.max(entry, from);
        openness.to[row] = Math.min(end, to);
    }
}

/**
 * By demand: the day of its recorded letting, where a run may not reproduce it. A demand whose file says in so many words that its exit
 * is no letting leaves as recorded, lessee or not: so is a pool kept to its lower bound.
 */
function recordedLettings(request: PopulationRequest, byId: ReadonlyMap<string, number>, notEvaluated: Tally): ReadonlyMap<number, Day> {
    const { histories, vacancies, lesseesRecorded, from } = request;
    const lettings = new Map<number, Day>();
    for (const vacancy of vacancies.replayed) {
        const index = vacancy.lessee === undefined ? undefined : byId.get(vacancy.lessee);
        const history = index === undefined ? undefined : histories[index];
        if (index !== undefined && history !== undefined && !lettings.has(index) && history.exitByLetting !== false)
            lettings.set(index, history.exit ?? vacancy.recordedLease ?? vacancy.lease);
        if (vacancy.lessee !== undefined && index === undefined) tally(notEvaluated, 'lessee-unknown');
    }
    if (lesseesRecorded) return lettings;
    for (const [index, { exit, exitByLetting }] of histories.entries()) {
        if (exitByLetting === true && exit !== undefined && exit >= from) lettings.set(index, exit);
    }
    return lettings;
}

/** By demand: the eve of the designation of the earlier vacancy that housed it. */
function commitments(earlier: readonly Vacancy[], byId: ReadonlyMap<string, number>): ReadonlyMap<number, Day> {
    const ends = new Map<number, Day>();
    for (const { lessee, designation } of earlier) {
        const index = lessee === undefined ? undefined : byId.get(lessee);
        if (index !== undefined) ends.set(index, Math.min(designation - 1, ends.get(index) ?? NEVER));
    }
    return ends;
}

/** Past its recorded letting a demand keeps the facts last recorded. */
function extended({ rows }: DemandHistory, letting: Day): DemandHistory['rows'] {
    const known = rows.filter(({ from }) => from <= letting);
    return known.map((row, place) => (place === known.length - 1 ? { ...row, to: NEVER } : row));
}

function imputedEnd({ monthlyExit, seed, horizon }: PopulationRequest, { word }: DemandHistory, letting: Day): Day {
    for (let month = 1; ; month += 1) {
        const day = addMonths(letting, month);
        if (day > horizon) return NEVER;
        if (leavesInMonth(seed, monthlyExit, word, month)) return day;
    }
}
