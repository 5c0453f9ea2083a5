import type { CompiledFilter, FilterKind, PolicyFilters, Program } from '../../engine/index.js';
import type { Expression } from '../../ir/expression.js';
import type { Day, DayRange } from '../../ir/value.js';
import { sortedTexts } from '../../kit/text-order.js';
import type { Dwellings } from '../record/dwellings.js';
import type { Vacancy } from '../record/vacancies.js';

/** An exclusion, an adequacy or the public of a contingent of the policy in force, or what the policy that ranks treats apart, as the pool reads it. */
export interface PoolFilter {
    readonly kind: FilterKind;
    readonly name: string;
    readonly label?: string;
    /** The day of the vacancy on which it is read. */
    readonly readAt: 'designation' | 'examination' | 'lease';
    readonly compiled: CompiledFilter;
}

/** What filters are made ready with. */
interface FilterContext {
    readonly program: Program;
    readonly filters: PolicyFilters;
    /** The days over which filters are read. */
    readonly days: DayRange;
}

/** The filters of a policy, in the order written: exclusions, then adequacies. An adequacy is read at the examination. */
export function poolFilters(context: FilterContext): readonly PoolFilter[] {
    const { exclusions, adequacies } = context.program.policy;
    return [
        ...exclusions.map((exclusion) => poolFilter(context, { ...exclusion, kind: 'exclusion' })),
        ...adequacies.map((adequacy) => poolFilter(context, { ...adequacy, kind: 'adequacy', readAt: 'examination' })),
    ];
}

/** The clauses of a policy that treat demands apart: filters of the pools that its notes rank. */
export function apartFilters(context: FilterContext): readonly PoolFilter[] {
    return (context.program.policy.unscored ?? []).map((clause) => poolFilter(context, { ...clause, kind: 'unscored', readAt: 'designation' }));
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
    for (const { name, label, contingents } of context.program.policy.reservees) {
        for (const { code, public: condition, waived } of contingents) {
            if (condition === undefined && waived.length === 0) continue;
            const filter = condition && poolFilter(context, { kind: 'public', name, label, condition, readAt: 'examination' });
            const waives = sortedTexts(new Set(waived));
            rules.set(code, { name: JSON.stringify([filter?.compiled.number, waives]), filter, waived: new Set(waives) });
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

type Written = Omit<PoolFilter, 'compiled'> & { readonly condition: Expression };

function poolFilter({ program, filters, days }: FilterContext, { kind, name, label, condition, readAt }: Written): PoolFilter {
    return { kind, name, label, readAt, compiled: filters.compile(program, { kind, condition }, days) };
}

/** The day on which a filter is read for a vacancy. */
export function readingDay({ readAt }: PoolFilter, vacancy: Vacancy): Day {
    return vacancy[readAt];
}

/** The class of a vacancy for a filter: what it reads of the dwelling, on the day that it is read by the vacancy's dates of now. */
export function filterClass({ vacancy }: Dwellings, filter: PoolFilter, place: number): number {
    return filter.compiled.classAt(place, readingDay(filter, vacancy(place)));
}
