import type { Day, Fraction } from '../ir/value.js';
import type { ClauseChange, FactRead } from './changes/clause-change.js';

/** The version of this shape. */
export const TELLING_VERSION = '1.0';

/** Who reads a part: each finds theirs, in this order. `all` is the first screen, which everyone reads. */
export type Reader = 'all' | 'council' | 'conference' | 'prefecture' | 'reservees' | 'landlords' | 'applicants';

/**
 * How a statement or a cell weighs: `good` and `bad` for what a threshold says, `doubt` for what cannot be told, `alert` for what must
 * not be missed, `plain` for the rest. Never told by colour alone: the text says it.
 */
export type Severity = 'plain' | 'good' | 'bad' | 'doubt' | 'alert';

/**
 * What a comparison says, as data: the same content for the page, the paper and the screen. French is already in it; markup is not.
 * Every number is exact; `text` is what to show.
 */
export interface Telling {
    readonly tellingVersion: string;
    readonly title: string;
    /** The vacancies replayed, from one day to another. */
    readonly period: { readonly from: Day; readonly to: Day; readonly text: string };
    /** Said at the head of each page: fictitious territory, made-up data. */
    readonly warnings: readonly string[];
    /** `shareable`: counts of households are protected. `internal`: as they are. `text` says it on each page. */
    readonly edition: { readonly kind: Edition; readonly text: string };
    /** Rule sets in their order, the record last where there is one. */
    readonly sides: readonly Side[];
    /** What each variant edits, clause by clause. */
    readonly variants: readonly VariantChanges[];
    /** The first screen and the first sheet: `changes`, `movement`, `objectives`, `people`, `flux`, `trust`, in this order. */
    readonly first: readonly Block[];
    /** What stands behind the first screen, each block for its reader. */
    readonly parts: readonly Block[];
}

/** Whom a telling is for: given to anyone, or kept by those who may see every count. */
export type Edition = 'shareable' | 'internal';

/** A rule set, or the record. `place` gives its drawing: 0 is the baseline, then one per variant; −1 is the record. */
export interface Side {
    readonly id: string;
    readonly label: string;
    readonly place: number;
    readonly simulated: boolean;
}

/** The edits of one variant, those of one act together. */
export interface VariantChanges {
    readonly ruleSet: string;
    readonly label: string;
    readonly changes: readonly ClauseChange[];
    /** Facts that the rules read under the variant and not under the baseline, and the other way round. */
    readonly newlyRead: readonly FactRead[];
    readonly noLongerRead: readonly FactRead[];
}

/** A titled part: the title is the finding, in a sentence; what proves it stands under it. */
export interface Block {
    readonly id: string;
    readonly reader: Reader;
    readonly title: string;
    readonly statements: readonly Statement[];
    readonly exhibits: readonly Exhibit[];
}

/** One sentence, with the figures that it states. */
export interface Statement {
    readonly id: string;
    readonly text: string;
    readonly severity: Severity;
    readonly figures: readonly Figure[];
}

/** A figure of a sentence or of a cell. */
export interface Figure {
    readonly name: string;
    readonly unit: FigureUnit;
    readonly value: Fraction;
    /** What the figure may be: unknown leases counted from none to all, or the draws; `value` lies between them. */
    readonly interval?: Interval;
    /** Of a share: what it is made of. */
    readonly numerator?: number;
    readonly denominator?: number;
    /** The rows that give the figure back; absent where the figure is that of a table of this telling. */
    readonly source?: RowSource;
    /** Of a share: the rows that give its denominator back. */
    readonly base?: RowSource;
    /** Of an interval of unknown leases: the rows that it counts from none to all. */
    readonly doubt?: RowSource;
    readonly text: string;
}

/** What a figure counts: a share is from 0 to 1, the others are whole numbers of that thing. */
export type FigureUnit = 'share' | 'leases' | 'households' | 'demands' | 'dwellings' | 'draws';

/** From the least to the greatest, and why they differ. */
export interface Interval {
    readonly low: Fraction;
    readonly high: Fraction;
    readonly because: 'unknown-leases' | 'draws';
}

/** The rows of a file whose number is the figure's value, or the numerator of its share. */
export interface RowSource {
    readonly file: 'registre-interne.csv' | 'flux.csv';
    /** All must hold. `in`: the cell is one of these words. `year`: the cell is a day of that civil year. `filled`: the cell is not empty. */
    readonly where: readonly RowTest[];
    /** The figure is the sum of this column over those rows, not their number. */
    readonly sum?: string;
}

/** A test of one column of a row. */
export type RowTest =
    | { readonly column: string; readonly test: 'in'; readonly words: readonly string[] }
    | { readonly column: string; readonly test: 'year'; readonly year: number }
    | { readonly column: string; readonly test: 'filled' }
    /** The household is in no row of the same column under that rule set. */
    | { readonly column: string; readonly test: 'not-among'; readonly ruleSet: string };

/** What proves a block. */
export type Exhibit = Table | Chart;

/** A table: the first cell of a row names it. */
export interface Table {
    readonly kind: 'table';
    readonly id: string;
    readonly caption: string;
    readonly columns: readonly TableColumn[];
    readonly rows: readonly TableRow[];
    /** Said under the table. */
    readonly notes: readonly string[];
}

/** `number` is set to the right and sorts by `order`. */
export interface TableColumn {
    readonly title: string;
    readonly kind: 'text' | 'number' | 'verdict';
    /** May be left out where there is little room: another column, or a part behind, says it too. */
    readonly minor?: true;
}

/** A row; `quiet`: it proves nothing (an interval that contains zero) and is greyed, which its text says too. `group` titles those that follow each other under one name. */
export interface TableRow {
    readonly cells: readonly Cell[];
    readonly quiet?: true;
    readonly group?: string;
}

/** What a cell shows, and how it sorts: by `order` where it has one, else by its text. */
export interface Cell {
    readonly text: string;
    /** Where it stands, or what reads it: said under the text, smaller. */
    readonly detail?: string;
    readonly order?: number;
    readonly severity?: Severity;
    readonly figures?: readonly Figure[];
    /** The line of a chart of the same block that draws this cell, for who draws charts inside tables. */
    readonly mark?: { readonly chart: string; readonly line: number };
}

/** A chart, never alone: `table` is the id of the table of the same block that says the same. */
export type Chart = IntervalChart | StackChart;

interface ChartHead {
    readonly id: string;
    readonly title: string;
    /** The chart in one sentence, for who cannot see it. */
    readonly description: string;
    readonly table: string;
}

/** Intervals on one axis, one line each: gains and losses about zero, shares against thresholds. Thousandths of the unit where it is a share. */
export interface IntervalChart extends ChartHead {
    readonly kind: 'intervals';
    readonly axis: { readonly low: number; readonly high: number; readonly ticks: readonly Tick[] };
    readonly lines: readonly IntervalLine[];
}

/** One interval; `side` draws it, `thresholds` are marked on its line. */
export interface IntervalLine {
    readonly label: string;
    readonly side: string;
    readonly low: number;
    readonly middle: number;
    readonly high: number;
    readonly thresholds: readonly Tick[];
    readonly quiet: boolean;
    readonly text: string;
}

/** A place on an axis, and its words. */
export interface Tick {
    readonly at: number;
    readonly text: string;
}

/** Bars cut in parts that add up, one bar for each line. */
export interface StackChart extends ChartHead {
    readonly kind: 'stack';
    readonly parts: readonly { readonly id: string; readonly label: string }[];
    /** One value for each part, in their order. */
    readonly bars: readonly { readonly label: string; readonly values: readonly number[]; readonly text: string }[];
}
