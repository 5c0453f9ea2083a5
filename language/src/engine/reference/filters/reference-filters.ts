import { intAt } from '../../../kit/at.js';
import { bareJson } from '../../../ir/bare-json.js';
import type { Day, DayRange } from '../../../ir/value.js';
import type { CompiledFilter, FilteredAt, PolicyFilters, Standings, WrittenFilter } from '../../backend/policy-filters.js';
import type { FactWorld } from '../../backend/fact-world.js';
import type { PolicyTables } from '../../backend/policy-backend.js';
import type { Standing } from '../../backend/standing.js';
import { describe } from '../../description/describe.js';
import type { Program } from '../../program.js';
import type { Subject } from '../../subject.js';
import { loadedOf } from '../policy/loaded-policy.js';
import { heldStanding, keepStanding, standingBook, standingTable, type StandingBook, type StandingTable } from './kept-standings.js';
import { readFilter, type DatedStanding } from './read-filter.js';
import { likeOf } from './row-likes.js';

/** The interpreter's filters: each row is read by itself, once for all rows alike where facts alone change what is said. */
export function referenceFilters(tables: PolicyTables): PolicyFilters {
    const shared = standingBook(tables.rows);
    const numbers = filterNumbers();
    return {
        compile: (program, filter, days) => compileFilter(tables, { program, filter, days, number: numbers(program, filter) }),
        inWorld: (world) => standingsIn({ tables, world, shared, own: standingBook(tables.rows) }),
    };
}

interface FilterRequest {
    readonly program: Program;
    readonly filter: WrittenFilter;
    readonly days: DayRange;
    readonly number: number;
}

function compileFilter({ dwellings, written }: PolicyTables, { program, filter: { kind, condition }, days, number }: FilterRequest): CompiledFilter {
    const description = describe(program);
    const { demand, dwelling } = description.readsOf([condition]);
    const { cuts, daily } = description.changesOf(condition, days);
    const { classOf, count } = dwellings.classes(dwelling);
    const readsWritten = written !== undefined && demand.includes(written.name);
    const cutsBefore = (day: Day): number => cuts.filter((cut) => cut <= day).length;
    return {
        kind,
        condition,
        program,
        number,
        steady: !daily && !readsWritten,
        readsWritten,
        demandFacts: demand,
        classAt: (place, day) => (cuts.length === 0 ? intAt(classOf, place) : intAt(classOf, place) * (cuts.length + 1) + cutsBefore(day)),
        classes: count * (cuts.length + 1),
        classesMove: cuts.length > 0,
    };
}

/** Numbers filters by what they mean: the condition and all that it may read, places and words for people apart. */
function filterNumbers(): (program: Program, filter: WrittenFilter) => number {
    const vocabularies = new Map<string, number>();
    const byProgram = new Map<Program, number>();
    const filters = new Map<string, number>();
    const vocabularyOf = (program: Program): number => {
        const known = byProgram.get(program) ?? numbered(vocabularies, bareJson(program.policy.vocabulary));
        byProgram.set(program, known);
        return known;
    };
    return (program, { kind, condition }) => numbered(filters, `${kind} ${vocabularyOf(program)} ${bareJson(condition)}`);
}

function numbered(numbers: Map<string, number>, text: string): number {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
}

interface WorldStandings {
    readonly tables: PolicyTables;
    readonly world: FactWorld;
    readonly shared: StandingBook;
    readonly own: StandingBook;
}

function standingsIn(kept: WorldStandings): Standings {
    const reader: Standings['reader'] = (filter, at) => standingReader(kept, filter, at);
    return {
        reader,
        standings: (filter, rows, at, out) => {
            const read = reader(filter, at);
            for (let place = 0; place < rows.length; place += 1) out[place] = read(rows[place]!);
        },
    };
}

function standingReader({ tables, world, shared, own }: WorldStandings, filter: CompiledFilter, at: FilteredAt): (row: number) => Standing {
    const table = standingTable(filter.readsWritten ? own : shared, filter, filter.classAt(at.dwelling, at.day));
    const dwelling = tables.dwellings.reader(at.dwelling);
    const loaded = loadedOf(filter.program);
    const read = (row: number): DatedStanding => readFilter(loaded, filter, { demand: world.reader(row), dwelling, day: at.day });
    if (table === undefined) return (row) => read(row).standing;
    return (row) => {
        const moment = { day: at.day, version: filter.readsWritten ? world.version(row) : 0 };
        const known = heldStanding(table, row, moment);
        if (known !== undefined) return known;
        const found = filter.steady ? readAlike(filter, table, { row, demand: world.reader(row), read }) : read(row);
        keepStanding(table, row, { ...found, ...moment });
        return found.standing;
    };
}

interface Reading {
    readonly row: number;
    readonly demand: Subject['demand'];
    readonly read: (row: number) => DatedStanding;
}

/** Rows with the same facts stand the same: one is read. */
function readAlike({ demandFacts }: CompiledFilter, { read: alike, likes }: StandingTable, { row, demand, read }: Reading): DatedStanding {
    const like = likeOf(likes, demandFacts, { row, demand });
    const known = like === undefined ? undefined : alike.get(like);
    if (known !== undefined) return known;
    const found = read(row);
    if (like !== undefined) alike.set(like, found);
    return found;
}
