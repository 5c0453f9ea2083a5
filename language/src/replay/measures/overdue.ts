import { at } from '../../kit/at.js';
import { evaluateExpression, type Program } from '../../engine/index.js';
import type { DerivedFact } from '../../ir/vocabulary.js';
import type { Day } from '../../ir/value.js';
import type { OverdueCount, OverdueOutcome } from '../contract/overdue-outcome.js';
import type { ReplayContext } from '../pool/replay-context.js';
import type { Term } from '../rules/rule-set.js';
import type { OpenDemand, StockSource } from './stocks.js';
import { wishedTypes } from './wished-types.js';

/** Those who wait too long on the window's first and last days, all then by type wanted; nothing where no version deduces it. */
export function measureOverdue({ window }: ReplayContext, { ruleSet, rules, openOn }: StockSource): readonly OverdueOutcome[] {
    const names = [...new Set(rules.terms.map(({ policy }) => policy.policy.name))];
    return names.flatMap((name): readonly OverdueOutcome[] => {
        const terms = rules.terms.filter(({ policy }) => policy.policy.name === name);
        const { label = name, vocabulary } = at(terms, 0).policy.policy;
        const [start, end] = [window.from, window.to].map((day) => countsOn(terms, day, openOn)) as [OverdueCounts | undefined, OverdueCounts | undefined];
        if (start === undefined && end === undefined) return [];
        const whose = { ruleSet, ...(names.length === 1 ? {} : { territory: label }) };
        const types = wishedTypes(vocabulary);
        const wanted = [...new Set([...(start?.byType.keys() ?? []), ...(end?.byType.keys() ?? [])])].sort((a, b) => types.order(a) - types.order(b));
        return [
            { ...whose, ...told(start?.all, end?.all) },
            ...wanted.map((typology) => ({
                ...whose,
                typology,
                typologyLabel: types.label(typology),
                ...told(start && (start.byType.get(typology) ?? nobody(window.from)), end && (end.byType.get(typology) ?? nobody(window.to))),
            })),
        ];
    });
}

/** Beyond the delay: the version in force has a fact that says so. */
function overdueFact({ policy }: Program): DerivedFact | undefined {
    return policy.vocabulary.derived.find(({ role }) => role === 'délai_dépassé');
}

type OverdueTally = { -readonly [Key in keyof OverdueCount]: OverdueCount[Key] };

interface OverdueCounts {
    readonly all: OverdueTally;
    readonly byType: ReadonlyMap<string, OverdueTally>;
}

function nobody(day: Day): OverdueTally {
    return { day, demands: 0, overdue: 0, unknown: 0 };
}

function told(start: OverdueCount | undefined, end: OverdueCount | undefined): Pick<OverdueOutcome, 'start' | 'end'> {
    return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

function countsOn(terms: readonly Term[], day: Day, openOn: (day: Day) => readonly OpenDemand[]): OverdueCounts | undefined {
    const loaded = terms.find(({ from, to }) => from <= day && day <= to)?.policy;
    const fact = loaded && overdueFact(loaded);
    if (loaded === undefined || fact === undefined) return undefined;
    const types = wishedTypes(loaded.policy.vocabulary);
    const all = nobody(day);
    const byType = new Map<string, OverdueTally>();
    const { name, type, at } = fact;
    for (const { reader: demand } of openOn(day)) {
        const value = evaluateExpression(loaded, { kind: 'derived', name, type, at }, { demand, day });
        const into = (count: OverdueTally): void => {
            count.demands += 1;
            if (value.kind === 'missing') count.unknown += 1;
            if (value.kind === 'boolean' && value.value) count.overdue += 1;
        };
        into(all);
        for (const wished of types.of(demand)) {
            const count = byType.get(wished) ?? nobody(day);
            byType.set(wished, count);
            into(count);
        }
    }
    return { all, byType };
}
