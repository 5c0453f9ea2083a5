import type { Expression } from '../../ir/expression.js';
import type { Day, DayRange } from '../../ir/value.js';
import type { Program } from '../program.js';
import type { FactWorld } from './fact-world.js';
import type { FilterKind, Standing } from './standing.js';

/** A condition of a policy that keeps demands from dwellings, or lets them in. */
export interface WrittenFilter {
    readonly kind: FilterKind;
    readonly condition: Expression;
}

/** The filters of all policies of a replay: those that mean the same share what is read. */
export interface PolicyFilters {
    /** Makes a filter ready for the days on which it is read. */
    readonly compile: (program: Program, filter: WrittenFilter, days: DayRange) => CompiledFilter;
    /** What filters say in a world. What is kept of that world's own facts is let go with the answer. */
    readonly inWorld: (world: FactWorld) => Standings;
}

/** A filter made ready: what depends on no world. */
export interface CompiledFilter extends WrittenFilter {
    readonly program: Program;
    /** The same for filters that mean the same, whatever the policy. */
    readonly number: number;
    /** Neither a day nor a world changes what it says of a demand and a class of dwellings. */
    readonly steady: boolean;
    /** It reads the events that worlds write. */
    readonly readsWritten: boolean;
    /** What it reads of the demand; names sorted. */
    readonly demandFacts: readonly string[];
    /** On a day of reading: a number for all that the filter reads of a dwelling, by day of a table. Less than `classes`. */
    readonly classAt: (dwelling: number, day: Day) => number;
    readonly classes: number;
    /** The class of a dwelling changes with the day. */
    readonly classesMove: boolean;
}

/** For which dwelling, on which day of reading. */
export interface FilteredAt {
    readonly dwelling: number;
    readonly day: Day;
}

/** How demands stand by filters in a world. */
export interface Standings {
    /** Over rows: `out` holds as many, in their order. */
    readonly standings: (filter: CompiledFilter, rows: ArrayLike<number>, at: FilteredAt, out: Uint16Array) => void;
    /** For rows that are not known beforehand: how one stands. */
    readonly reader: (filter: CompiledFilter, at: FilteredAt) => (row: number) => Standing;
}
