import type { FactReader } from '../../columns/facts.js';
import type { Ranking, RankingKey } from '../../ir/policy.js';
import type { Day, DayRange } from '../../ir/value.js';
import type { Program } from '../program.js';
import type { DemandResult, NoteResult } from '../result.js';
import type { FactWorld } from './fact-world.js';
import type { PolicyFilters } from './policy-filters.js';
import type { RankKey } from './rank-key.js';

/** A day after all others: until then holds what holds for ever. */
export const NO_END: Day = 2_147_483_647;

/** A way of answering for many demands under a policy. All give the same answers: those of the reference interpreter. */
export interface PolicyBackend {
    /** Makes a policy ready for a territory over some days; `undefined` where it ranks nobody. */
    readonly compile: (program: Program, tables: PolicyTables, days: DayRange) => CompiledPolicy | undefined;
    /** Makes filters of policies ready for a territory. */
    readonly filters: (tables: PolicyTables) => PolicyFilters;
}

/** The rows that a policy is asked about. */
export interface PolicyTables {
    /** How many rows of demands there are. */
    readonly rows: number;
    /** The facts of a demand as recorded, by row. */
    readonly recorded: (row: number) => FactReader;
    readonly dwellings: DwellingRows;
    /** The events that worlds write into demands; none is dated between two days on which ranks are asked, unless a version tells so. */
    readonly written: WrittenEvents | undefined;
}

/** The dwellings to let, by number from 0. */
export interface DwellingRows {
    readonly count: number;
    readonly reader: (dwelling: number) => FactReader;
    /** Their classes by some of their facts (names sorted). */
    readonly classes: (facts: readonly string[]) => DwellingClasses;
}

/** Dwellings sorted into classes that some facts cannot tell apart. */
export interface DwellingClasses {
    /** By dwelling: its class, from 0. */
    readonly classOf: Int32Array;
    readonly count: number;
}

/** An events fact of the demand, and the field that dates its events. */
export interface WrittenEvents {
    readonly name: string;
    readonly date: string;
}

/** A policy made ready: what depends on no world. */
export interface CompiledPolicy {
    readonly program: Program;
    /** The note that ranks. */
    readonly which: 'declared' | 'verified';
    /** Where an incomplete note ranks. */
    readonly incomplete: Ranking['incomplete'];
    /** The dwellings that notes and ranks tell apart, and those that bounds of ranks do. */
    readonly lettings: DwellingClasses;
    readonly boundLettings: DwellingClasses;
    /** Ranks depend on the events that worlds write. */
    readonly readsWritten: boolean;
    /** The first key of the ranking under which two rank keys differ; `undefined` when they are alike. */
    readonly separatedBy: (a: RankKey, b: RankKey) => RankingKey | undefined;
    /** Ranks in a world. What is kept of them is let go with the answer. */
    readonly inWorld: (world: FactWorld, use: RankUse) => Ranks;
}

/** Whether only the first demands of pools are looked at, or whole pools are ranked: it changes how far bounds look ahead, never a rank. */
export type RankUse = 'first' | 'whole';

/** For which dwelling, on which day. Without a dwelling: for none. */
export interface RankedAt {
    readonly dwelling: number | undefined;
    readonly day: Day;
}

/**
 * The ranks of demands in a world under a policy, in batches over rows; answers are in the order of the rows. A demand that the policy
 * treats apart has no rank: the filters leave it out before, and what its keys would be is left to each backend.
 */
export interface Ranks {
    readonly policy: CompiledPolicy;
    /** Exact rank keys. */
    readonly rankKeys: (rows: readonly number[], at: RankedAt) => readonly DatedKey[];
    /** Between which keys demands rank, from that day on, for any dwelling of the same class of `boundLettings`. */
    readonly bounds: (rows: readonly number[], at: { readonly dwelling: number; readonly day: Day }) => readonly RankBounds[];
    /** The result of a demand: the interpreter's, always. Of its two notes, only the one that ranks means something. */
    readonly result: (row: number, at: RankedAt) => DemandResult;
    /** The result of a demand for any dwelling, where its note is incomplete or something of it could not be computed. */
    readonly uncertain: (row: number, day: Day) => DemandResult | undefined;
}

/** A rank key, the kind of the note that it is made of, and the last day on which it holds, the facts staying the same. */
export interface DatedKey {
    readonly key: RankKey;
    readonly kind: NoteResult['kind'];
    readonly until: Day;
}

/** Between which keys a demand ranks, whatever the day until `until`. Without `worst`, nothing is known of the worst. */
export interface RankBounds {
    readonly best: RankKey;
    readonly worst?: RankKey;
    readonly until: Day;
}
