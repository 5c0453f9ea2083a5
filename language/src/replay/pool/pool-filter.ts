import { intAt } from '../../kit/at.js';
import type { FactReader } from '../../columns/facts.js';
import { evaluateCondition, type Description, type Program } from '../../engine/index.js';
import type { Expression } from '../../ir/expression.js';
import type { Day, DayRange } from '../../ir/value.js';
import { NEVER } from '../record/demand-histories.js';
import { bareJson } from '../rules/bare-json.js';
import { doubtful, IN, OUT, type Standing } from './doubts.js';
import { sortedTexts } from '../../kit/text-order.js';
import type { Dwellings, Tuples } from '../record/tuples.js';
import type { Vacancy } from '../record/vacancies.js';

/** Lets the demand into the pool, lets it in flagged, or keeps it out. */
export const PASSES = 1;
export const UNKNOWN = 2;
export const KEPT_OUT = 3;
export type Verdict = typeof PASSES | typeof UNKNOWN | typeof KEPT_OUT;

/** An exclusion, an adequacy or the public of a contingent of the policy in force, as the pool reads it. */
export interface PoolFilter {
    /** The same for filters that mean the same, whatever the policy. */
    readonly number: number;
    readonly kind: 'exclusion' | 'adequacy' | 'public';
    readonly name: string;
    readonly label?: string;
    readonly condition: Expression;
    /** The day of the vacancy on which it is read. */
    readonly readAt: 'examination' | 'lease';
    readonly demandFacts: readonly string[];
    readonly dwellingFacts: readonly string[];
    /** Days on which a table that it reads changes. Between them nothing but the facts changes its verdict, unless it is `dated`. */
    readonly cuts: readonly Day[];
    /** The days of vacancies on which it is read are not those of the record: a run may move them. */
    readonly datesMove: boolean;
    /** Its verdict may change from day to day. */
    readonly dated: boolean;
    /** Its verdict may change with the refusals of the run. */
    readonly stateful: boolean;
    readonly loaded: Program;
}

/** What a filter says of a demand for a dwelling on a day. */
export interface Filtered {
    readonly verdict: Verdict;
    /** The last day on which it says the same, the facts staying the same. */
    readonly until: Day;
    /** How the demand then stands: in, in with doubts, or out. */
    readonly standing: Standing;
}

/** What filters are made ready with. */
interface FilterContext {
    readonly loaded: Program;
    readonly description: Description;
    /** The days over which filters are read. */
    readonly days: DayRange;
    readonly refusalFact: string | undefined;
    readonly numbers: FilterNumbers;
    /** A run may have dates of its own for some vacancies. */
    readonly datesMove: boolean;
}

/** The filters of a policy, in the order written: exclusions, then adequacies. An adequacy is read at the examination. */
export function poolFilters(context: FilterContext): readonly PoolFilter[] {
    const { exclusions, adequacies } = context.loaded.policy;
    return [
        ...exclusions.map((exclusion) => poolFilter(context, { ...exclusion, kind: 'exclusion' })),
        ...adequacies.map((adequacy) => poolFilter(context, { ...adequacy, kind: 'adequacy', readAt: 'examination' })),
    ];
}

/** What a contingent changes in the pool of the vacancies held on it: a public that keeps it, adequacies that bound it no more. */
export interface ContingentRule {
    /** Tells the rules of one policy apart. */
    readonly name: string;
    readonly filter: PoolFilter | undefined;
    readonly waived: ReadonlySet<string>;
}

/** The rule of each contingent that has a public or waives adequacies, by its word: read at the examination, of the vacancies that it holds. */
export function rulesOfContingents(context: FilterContext): ReadonlyMap<string, ContingentRule> {
    const rules = new Map<string, ContingentRule>();
    for (const { name, label, contingents } of context.loaded.policy.reservees) {
        for (const { code, public: condition, waived } of contingents) {
            if (condition === undefined && waived.length === 0) continue;
            const filter = condition && poolFilter(context, { kind: 'public', name, label, condition, readAt: 'examination' });
            const waives = sortedTexts(new Set(waived));
            rules.set(code, { name: JSON.stringify([filter?.number, waives]), filter, waived: new Set(waives) });
        }
    }
    return rules;
}

/** Those of some filters that bound the candidates under the rule of a contingent, and its own public. */
export function filtersUnder(filters: readonly PoolFilter[], rule: ContingentRule | undefined): readonly PoolFilter[] {
    return rule === undefined ? filters : [...filters.filter((filter) => !isWaived(filter, rule)), ...(rule.filter === undefined ? [] : [rule.filter])];
}

/** Whether the rule of a contingent lifts a filter. */
function isWaived({ kind, name }: PoolFilter, rule: ContingentRule | undefined): boolean {
    return kind === 'adequacy' && rule !== undefined && rule.waived.has(name);
}

type Written = Pick<PoolFilter, 'kind' | 'name' | 'label' | 'condition' | 'readAt'>;

function poolFilter(
    { loaded, description, days, refusalFact, numbers, datesMove }: FilterContext,
    { kind, name, label, condition, readAt }: Written,
): PoolFilter {
    const reads = description.readsOf([condition]);
    const { cuts, daily } = description.changesOf(condition, days);
    return {
        number: numbers({ kind, condition, readAt, loaded }),
        kind,
        name,
        label,
        condition,
        readAt,
        demandFacts: reads.demand,
        dwellingFacts: reads.dwelling,
        cuts,
        dated: daily,
        datesMove,
        stateful: refusalFact !== undefined && reads.demand.includes(refusalFact),
        loaded,
    };
}

/** The class of a vacancy for a filter: the facts of the dwelling that it reads, and between which changes of tables it reads them. */
export function filterTuples(dwellings: Dwellings, filter: PoolFilter): Tuples {
    const { classOf, count } = dwellings.tuples(filter.dwellingFacts);
    if (filter.cuts.length === 0) return { classOf, count };
    const classAt = (vacancy: number): number => {
        const day = readingDay(filter, dwellings.vacancy(vacancy));
        return intAt(classOf, vacancy) * (filter.cuts.length + 1) + filter.cuts.filter((cut) => cut <= day).length;
    };
    const split = classOf.map((_, vacancy) => classAt(vacancy));
    const tuples = { classOf: split, count: new Set(split).size };
    return filter.datesMove ? { ...tuples, now: classAt } : tuples;
}

/** The day on which a filter is read for a vacancy. */
export function readingDay(filter: PoolFilter, vacancy: Vacancy): Day {
    return filter.readAt === 'lease' ? vacancy.lease : vacancy.examination;
}

/** Reads a filter. An unknown condition lets the demand in, flagged. */
export function readFilter(
    { kind, loaded, condition }: PoolFilter,
    subject: { readonly demand: FactReader; readonly dwelling: FactReader; readonly day: Day },
): Filtered {
    const { truth, validUntil, anomalies } = evaluateCondition(loaded, condition, subject);
    const verdict = truth === 'unknown' ? UNKNOWN : (truth === 'true') === (kind === 'exclusion') ? KEPT_OUT : PASSES;
    const standing = verdict === UNKNOWN ? doubtful({ kind }, anomalies) : verdict === PASSES ? IN : OUT;
    return { verdict, until: validUntil ?? NEVER, standing };
}

/** Numbers filters by what they mean: the condition and all that it may read, places and words for people apart. */
export type FilterNumbers = (filter: Pick<PoolFilter, 'kind' | 'condition' | 'readAt' | 'loaded'>) => number;

/** A numbering that remembers what it has met. */
export function filterNumbers(): FilterNumbers {
    const vocabularies = new Map<string, number>();
    const byPolicy = new Map<Program, number>();
    const filters = new Map<string, number>();
    const vocabularyOf = (loaded: Program): number => {
        const known = byPolicy.get(loaded) ?? numbered(vocabularies, bareJson(loaded.policy.vocabulary));
        byPolicy.set(loaded, known);
        return known;
    };
    return ({ kind, condition, readAt, loaded }) => numbered(filters, `${kind} ${readAt} ${vocabularyOf(loaded)} ${bareJson(condition)}`);
}

function numbered(numbers: Map<string, number>, text: string): number {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
}
