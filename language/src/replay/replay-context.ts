import type { Assumptions, Territory } from '../columns/territory.js';
import type { LoadedPolicy } from '../engine/index.js';
import type { Day } from '../ir/value.js';
import type { Uint32 } from '../kit/keyed-random.js';
import { columnOfRole } from './cells.js';
import { demandHistories } from './demand-histories.js';
import { chanceOf, type Chance } from './draws.js';
import type { SharedBounds } from './note-book.js';
import { filterNumbers, poolFilters, contingentOpenings, type FilterNumbers, type Opening, type PoolFilter } from './pool-filter.js';
import { buildPopulation, type Openness, type Population } from './population.js';
import { rankReader, type RankReader } from './rank-key.js';
import { refusalFact, rowFacts, type RefusalFact, type RowFacts } from './readers.js';
import type { ReplayRequest } from './request.js';
import { timeScope, type TimeScope } from './time-direction.js';
import { readDwellings, type Dwellings } from './tuples.js';
import { readVacancies, type DayRange, type Vacancies, type Vacancy } from './vacancies.js';
import { verdictBook, type VerdictBook } from './verdicts.js';

/** The assumptions that are drawn, ready to draw. */
export interface Chances {
    readonly acceptance: Chance;
    readonly follow: Chance;
    readonly legitimate: Chance;
    readonly monthlyExit: Chance;
}

/** Rows of histories in the order of two days. */
export interface RowOrders {
    readonly byFirstDay: Int32Array;
    readonly byLastDay: Int32Array;
}

/** What all rule sets of a replay share. Nothing in it depends on a rule set, but for what was already computed. */
export interface ReplayContext {
    readonly territory: Territory;
    readonly assumptions: Assumptions;
    readonly chances: Chances;
    readonly seed: Uint32;
    readonly window: DayRange;
    /** First and last days on which anything is evaluated. */
    readonly days: DayRange;
    readonly vacancies: Vacancies;
    readonly dwellings: Dwellings;
    readonly population: Population;
    readonly recordOrders: RowOrders;
    readonly runOrders: RowOrders;
    /** The facts of the demands as recorded, those of the candidatures where there are any. */
    readonly facts: RowFacts;
    readonly refusals: RefusalFact | undefined;
    readonly verdicts: VerdictBook;
    readonly numbers: FilterNumbers;
    readonly readings: Map<LoadedPolicy, PolicyReading>;
    readonly notEvaluatedRows: readonly ReadonlyMap<string, number>[];
}

/** What is made ready once for a policy. */
export interface PolicyReading {
    /** No refusal comes between the days looked at. */
    readonly settledScope: TimeScope;
    readonly ranks: RankReader | undefined;
    readonly filters: readonly PoolFilter[];
    /** By contingent: its public. */
    readonly openings: ReadonlyMap<string, Opening>;
    readonly shared: SharedBounds;
}

/** Reads a territory for a replay. The request was checked: its assumptions are probabilities. */
export function replayContext(request: ReplayRequest): ReplayContext {
    const { territory, seed, from, to } = request;
    const { assumptions, demands } = territory;
    const chances = chancesOf(assumptions)!;
    const vacancies = readVacancies(territory.dwellings, assumptions, { from, to });
    const dwellingFacts = rowFacts(territory.dwellings);
    const { histories, notEvaluated } = demandHistories(demands);
    const lesseesRecorded = columnOfRole(territory.dwellings, 'attributaire') !== undefined;
    const horizon = vacancies.replayed.reduce((last, vacancy) => Math.max(last, vacancy.designation), to);
    const population = buildPopulation({ rows: demands.rows, histories, vacancies, lesseesRecorded, monthlyExit: chances.monthlyExit, seed, from, horizon });
    return {
        territory,
        assumptions,
        chances,
        seed,
        window: { from, to },
        days: evaluationDays(vacancies.replayed, { from, to }),
        vacancies,
        dwellings: readDwellings(vacancies.replayed, dwellingFacts.reader),
        population,
        recordOrders: rowOrders(population, population.record),
        runOrders: rowOrders(population, population.run),
        facts: rowFacts(demands),
        refusals: refusalFact(demands),
        verdicts: verdictBook(demands.rows),
        numbers: filterNumbers(),
        readings: new Map(),
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

/** What is ready for a policy, made at the first call. */
export function readingOf(context: ReplayContext, loaded: LoadedPolicy): PolicyReading {
    const known = context.readings.get(loaded);
    if (known !== undefined) return known;
    const { vocabulary } = loaded.policy;
    const scope = timeScope(vocabulary, context.days, undefined);
    const refusalFact = context.refusals?.name;
    const filtering = { loaded, scope, refusalFact, numbers: context.numbers };
    const reading: PolicyReading = {
        settledScope: timeScope(vocabulary, context.days, refusalFact),
        ranks: rankReader(loaded, scope),
        filters: poolFilters(filtering),
        openings: contingentOpenings(filtering),
        shared: { recorded: context.facts.reader, bounds: new Map() },
    };
    context.readings.set(loaded, reading);
    return reading;
}

function evaluationDays(vacancies: readonly Vacancy[], window: DayRange): DayRange {
    let { from, to }: { from: Day; to: Day } = window;
    for (const { designation, examination, lease } of vacancies) {
        from = Math.min(from, designation, examination, lease);
        to = Math.max(to, designation, examination, lease);
    }
    return { from, to };
}

function rowOrders({ demandOf }: Population, { from, to }: Openness): RowOrders {
    const rows = Int32Array.from(demandOf.keys()).filter((row) => demandOf[row]! >= 0 && from[row]! <= to[row]!);
    return { byFirstDay: rows.slice().sort((a, b) => from[a]! - from[b]!), byLastDay: rows.slice().sort((a, b) => to[a]! - to[b]!) };
}
