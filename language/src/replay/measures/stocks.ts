import { evaluateCondition } from '../../engine/index.js';
import type { FactReader } from '../../columns/facts.js';
import type { Day } from '../../ir/value.js';
import { monthsElapsed } from '../../kit/civil-date.js';
import { columnOfRole, dayAt } from '../record/cells.js';
import type { VacancyLease } from './lease.js';
import { publicsOf, type NamedPublic } from '../rules/publics.js';
import type { ReplayContext } from '../pool/replay-context.js';
import type { LoadedRuleSet, Term } from '../rules/rule-set.js';
import type { StockCount, StockOutcome } from '../contract/stock-outcome.js';

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

/** The publics of the versions of each territory, each counted on the window's first day and on its last one. */
export function measureStocks(context: ReplayContext, { ruleSet, rules, openOn, leases }: StockSource): readonly StockOutcome[] {
    const { from, to } = context.window;
    const territories = [...new Set(rules.terms.map(({ policy }) => policy.policy.name))].map((name): TerritoryPublics => {
        const terms = rules.terms.filter(({ policy }) => policy.policy.name === name);
        return { name, terms, publics: publicsIn(terms) };
    });
    const [first, last] = territories.every(({ publics }) => publics.length === 0) ? [[], []] : [openOn(from), openOn(to)];
    return territories.flatMap(({ name, terms, publics }) =>
        publics.map((stated): StockOutcome => {
            const [start, end] = [countOf(context, terms, stated, { day: from, open: first }), countOf(context, terms, stated, { day: to, open: last })];
            const own = leases.filter(({ day, loaded }) => day >= from && day <= to && loaded?.policy.name === name);
            const truths = own.map((lease) => truthOf(stated, lease));
            return {
                ruleSet,
                public: territories.length === 1 ? stated.name : `${name}.${stated.name}`,
                label: territories.length === 1 ? stated.label : `${terms[0]?.policy.policy.label ?? name} : ${stated.label}`,
                reservees: stated.reservees,
                imputations: stated.imputations,
                ...(start === undefined ? {} : { start }),
                ...(end === undefined ? {} : { end }),
                leases: truths.filter((truth) => truth === 'true').length,
                unsureLeases: truths.filter((truth) => truth === 'unknown').length,
            };
        }),
    );
}

/** The versions of one territory, and the publics that they name. */
interface TerritoryPublics {
    readonly name: string;
    readonly terms: readonly Term[];
    readonly publics: readonly NamedPublic[];
}

function publicsIn(terms: readonly Term[]): readonly NamedPublic[] {
    const publics = new Map<string, NamedPublic>();
    for (const { policy } of terms) for (const stated of publicsOf(policy)) if (!publics.has(stated.key)) publics.set(stated.key, stated);
    return [...publics.values()];
}

function truthOf({ condition }: NamedPublic, { demand, day, loaded }: VacancyLease): 'true' | 'false' | 'unknown' {
    return loaded === undefined ? 'false' : evaluateCondition(loaded, condition, { demand, day }).truth;
}

interface OpenOn {
    readonly day: Day;
    readonly open: readonly OpenDemand[];
}

function countOf(context: ReplayContext, terms: readonly Term[], { condition, imputations }: NamedPublic, { day, open }: OpenOn): StockCount | undefined {
    const loaded = terms.find(({ from, to }) => from <= day && day <= to)?.policy;
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
