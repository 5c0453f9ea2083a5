import type { NotEvaluatedReason } from '../contract/report-codes.js';
import { intAt } from '../../kit/at.js';
import type { Assumptions, Territory } from '../../columns/territory.js';
import type { Day, DayRange } from '../../ir/value.js';
import type { Uint32 } from '../../kit/keyed-random.js';
import { columnOfRole } from './cells.js';
import { demandHistories } from './demand-histories.js';
import { chanceOf, type Chance } from './draws.js';
import { buildPopulation, type Openness, type Population } from './population.js';
import { refusalFact, rowFacts, type RefusalFact, type RowFacts } from './readers.js';
import type { ReplayRequest } from '../contract/request.js';
import { readDwellings, type Dwellings } from './dwellings.js';
import { readVacancies, type Vacancies, type Vacancy } from './vacancies.js';

/** The assumptions that are drawn, ready to draw. */
interface Chances {
    readonly acceptance: Chance;
    readonly follow: Chance;
    readonly legitimate: Chance;
    readonly monthlyExit: Chance;
}

/** Rows of histories in the order of two days. */
interface RowOrders {
    readonly byFirstDay: Int32Array;
    readonly byLastDay: Int32Array;
}

/**
 * What the tables of a territory say over the days of a request, the same for every rule set: nothing in it is ever written after. What is
 * computed once for all runs is `ReplayContext`'s, what a run has done is its `RunWorld`'s and its calendar's.
 */
export interface ReplayRecord {
    readonly territory: Territory;
    readonly assumptions: Assumptions;
    readonly chances: Chances;
    readonly seed: Uint32;
    readonly window: DayRange;
    /** First and last days on which anything is evaluated. */
    readonly days: DayRange;
    /** A run may have dates of its own for some vacancies. */
    readonly datesMove: boolean;
    readonly vacancies: Vacancies;
    readonly dwellings: Dwellings;
    readonly population: Population;
    readonly recordOrders: RowOrders;
    readonly runOrders: RowOrders;
    /** The facts of the demands as recorded, those of the candidatures where there are any. */
    readonly facts: RowFacts;
    readonly refusals: RefusalFact | undefined;
    readonly notEvaluatedRows: readonly ReadonlyMap<NotEvaluatedReason, number>[];
}

/** The record as a run reads it: vacancies are asked of `dwellings`, which tells their dates of now. */
export type RunRecord = Omit<ReplayRecord, 'vacancies'>;

/** Reads a territory for a replay. The request was checked: its assumptions are probabilities. */
export function replayRecord(request: ReplayRequest): ReplayRecord {
    const { territory, seed, from, to } = request;
    const { assumptions, demands } = territory;
    const chances = chancesOf(assumptions);
    if (chances === undefined) throw new RangeError('an assumption is no probability: the request was not checked');
    const vacancies = readVacancies(territory.dwellings, assumptions, { from, to });
    const dwellingFacts = rowFacts(territory.dwellings);
    const { histories, notEvaluated } = demandHistories(demands);
    const lesseesRecorded = columnOfRole(territory.dwellings, 'attributaire') !== undefined;
    const latest = longestReturn(request.ruleSets) + (assumptions.supply === 'chaînes' ? to - from : 0);
    const horizon = vacancies.replayed.reduce((last, vacancy) => Math.max(last, vacancy.designation + latest), to);
    const population = buildPopulation({ rows: demands.rows, histories, vacancies, lesseesRecorded, monthlyExit: chances.monthlyExit, seed, from, horizon });
    return {
        territory,
        assumptions,
        chances,
        seed,
        window: { from, to },
        days: evaluationDays(vacancies.replayed, { from, to }, latest),
        datesMove: latest > 0,
        vacancies,
        dwellings: readDwellings(vacancies.replayed, dwellingFacts.reader),
        population,
        recordOrders: rowOrders(population, population.record),
        runOrders: rowOrders(population, population.run),
        facts: rowFacts(demands),
        refusals: refusalFact(demands),
        notEvaluatedRows: [notEvaluated, vacancies.notEvaluated, population.notEvaluated],
    };
}

/** The assumptions to draw; `undefined` when one of them is no probability. */
export function chancesOf(assumptions: Pick<Assumptions, 'acceptance' | 'followRate' | 'legitimateRefusal' | 'monthlyExit'>): Chances | undefined {
    const acceptance = chanceOf(assumptions.acceptance);
    const follow = chanceOf(assumptions.followRate);
    const legitimate = chanceOf(assumptions.legitimateRefusal);
    const monthlyExit = chanceOf(assumptions.monthlyExit);
    return acceptance && follow && legitimate && monthlyExit && { acceptance, follow, legitimate, monthlyExit };
}

/** The longest delay after which a convention gives a dwelling back, in days. */
function longestReturn(ruleSets: ReplayRequest['ruleSets']): number {
    const policies = ruleSets.flatMap(({ versions, variant }) => [...versions, ...(variant === undefined ? [] : [variant])]);
    const delays = policies.flatMap(({ conventions }) => conventions.flatMap(({ returned }) => returned ?? []));
    return Math.max(0, ...delays.map(({ amount, unit }) => (unit === 'jours' ? amount : amount * LONGEST_MONTH)));
}

const LONGEST_MONTH = 31;

/** Some vacancies may come `latest` days later than recorded. */
function evaluationDays(vacancies: readonly Vacancy[], window: DayRange, latest: number): DayRange {
    let { from, to }: { from: Day; to: Day } = window;
    for (const { designation, examination, lease } of vacancies) {
        from = Math.min(from, designation, examination, lease);
        to = Math.max(to, designation + latest, examination + latest, lease + latest);
    }
    return { from, to };
}

function rowOrders({ demandOf }: Population, { from, to }: Openness): RowOrders {
    const rows = Int32Array.from(demandOf.keys()).filter((row) => intAt(demandOf, row) >= 0 && intAt(from, row) <= intAt(to, row));
    const sortedBy = (days: Int32Array): Int32Array => rows.slice().sort((a, b) => intAt(days, a) - intAt(days, b));
    return { byFirstDay: sortedBy(from), byLastDay: sortedBy(to) };
}
