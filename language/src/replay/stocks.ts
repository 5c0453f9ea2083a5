import { evaluateCondition } from '../engine/index.js';
import type { FactReader } from '../columns/facts.js';
import type { Day } from '../ir/value.js';
import { monthsElapsed } from '../kit/civil-date.js';
import { columnOfRole, dayAt } from './cells.js';
import type { VacancyLease } from './lease.js';
import { publicsOf, type NamedPublic } from './publics.js';
import type { ReplayContext } from './replay-context.js';
import { allInForceOn, type LoadedRuleSet } from './rule-set.js';
import type { StockCount, StockOutcome } from './stock-outcome.js';

/** A demand open on a day, with its facts of that day. */
export interface OpenDemand {
    readonly row: number;
    readonly reader: FactReader;
}

/** What a stock is counted from: who is open on a day, and the leases signed. */
export interface StockSource {
    readonly ruleSet: string;
    readonly rules: LoadedRuleSet;
    readonly openOn: (day: Day) => readonly OpenDemand[];
    readonly leases: readonly VacancyLease[];
}

/** The publics of the versions in force in the window, each counted on its first day and on its last one. */
export function measureStocks(context: ReplayContext, { ruleSet, rules, openOn, leases }: StockSource): readonly StockOutcome[] {
    const { from, to } = context.window;
    const publics = new Map<string, NamedPublic>();
    for (const { policy } of rules.terms) for (const stated of publicsOf(policy)) if (!publics.has(stated.key)) publics.set(stated.key, stated);
    const [first, last] = publics.size === 0 ? [[], []] : [openOn(from), openOn(to)];
    return [...publics.values()].map((stated): StockOutcome => {
        const [start, end] = [countOf(context, rules, stated, { day: from, open: first }), countOf(context, rules, stated, { day: to, open: last })];
        const truths = leases.filter(({ day }) => day >= from && day <= to).map((lease) => truthOf(stated, lease));
        return {
            ruleSet,
            public: stated.name,
            label: stated.label,
            reservees: stated.reservees,
            imputations: stated.imputations,
            ...(start === undefined ? {} : { start }),
            ...(end === undefined ? {} : { end }),
            leases: truths.filter((truth) => truth === 'true').length,
            unsureLeases: truths.filter((truth) => truth === 'unknown').length,
        };
    });
}

function truthOf({ condition }: NamedPublic, { demand, day, loaded }: VacancyLease): 'true' | 'false' | 'unknown' {
    return loaded === undefined ? 'false' : evaluateCondition(loaded, condition, { demand, day }).truth;
}

interface OpenOn {
    readonly day: Day;
    readonly open: readonly OpenDemand[];
}

function countOf(context: ReplayContext, rules: LoadedRuleSet, { key, condition, imputations }: NamedPublic, { day, open }: OpenOn): StockCount | undefined {
    const inForce = allInForceOn(rules, day);
    const loaded = inForce.find((policy) => publicsOf(policy).some((stated) => stated.key === key)) ?? inForce[0];
    if (loaded === undefined) return undefined;
    const column = imputations.length === 0 ? undefined : columnOfRole(context.territory.demands, 'reconnaissance');
    const months = new Map<number, number>();
    let [demands, unsure, undated] = [0, 0, 0];
    for (const { row, reader } of open) {
        const { truth } = evaluateCondition(loaded, condition, { demand: reader, day });
        if (truth === 'unknown') unsure += 1;
        if (truth !== 'true') continue;
        const recognised = dayAt(column, row);
        // The facts of a row may be known later than the days on which they hold: who is not recognised yet is not of the public.
        if (recognised !== undefined && recognised > day) continue;
        demands += 1;
        if (recognised === undefined) undated += 1;
        else months.set(monthsElapsed(recognised, day), (months.get(monthsElapsed(recognised, day)) ?? 0) + 1);
    }
    if (column === undefined) return { day, demands, unsure };
    const recognised = [...months].sort(([a], [b]) => a - b).map(([since, count]) => ({ months: since, demands: count }));
    return { day, demands, unsure, recognised, undated };
}
