import { evaluateExpression, type Program } from '../../engine/index.js';
import type { Expression } from '../../ir/expression.js';
import type { Signal } from '../../ir/policy.js';
import { compare, nearestRank, rational, toFraction, ZERO, type Rational } from '../../kit/exact-number.js';
import type { CheckedLease } from './checked-lease.js';
import type { AmountSpread, SignalCount } from '../contract/checks-outcome.js';
import { visitExpression } from '../../ir/expression-parts.js';

/** The signals of the policies, each by the version in force on the day of each lease; one count for each name. */
export function countSignals(policies: readonly Program[], leases: readonly CheckedLease[]): readonly SignalCount[] {
    const signals = new Map<string, { readonly signal: Signal; readonly loaded: Program }>();
    for (const loaded of policies) for (const signal of loaded.policy.signals) if (!signals.has(signal.name)) signals.set(signal.name, { signal, loaded });
    return [...signals.values()].map(({ signal, loaded }): SignalCount => {
        const count = (truth: string): number => leases.filter(({ signals: read }) => read.get(signal.name) === truth).length;
        const measured = leases.filter(({ signals: read }) => read.has(signal.name));
        return {
            signal: signal.name,
            label: signal.label ?? signal.name,
            holds: count('true'),
            fails: count('false'),
            unknown: count('unknown'),
            amounts: amountsOf(signal).map((amount) => spreadOf(loaded, amount, measured)),
            text: signal.text,
        };
    });
}

/** A fact, given or deduced, that holds an amount. */
interface Amount {
    readonly expression: Extract<Expression, { kind: 'fact' | 'derived' }>;
    readonly type: AmountSpread['type'];
}

/** The amounts that a signal reads, as it names them: what they are deduced from is not looked at. */
function amountsOf({ condition }: Signal): readonly Amount[] {
    const amounts = new Map<string, Amount>();
    visitExpression(condition, (expression) => {
        if (expression.kind !== 'derived' && !(expression.kind === 'fact' && !expression.multiple && expression.owner !== 'event')) return;
        const { type, name } = expression;
        if (type.kind === 'money' || type.kind === 'ratio' || type.kind === 'number') amounts.set(name, { expression, type });
    });
    return [...amounts.values()];
}

function spreadOf({ policy: { vocabulary } }: Program, { expression, type }: Amount, leases: readonly CheckedLease[]): AmountSpread {
    const values = leases.flatMap(({ loaded, demand, dwelling, day }): readonly Rational[] => {
        if (loaded === undefined) return [];
        const value = evaluateExpression(loaded, expression, { demand, dwelling, day, leaseDay: day });
        return value.kind === 'number' ? [value.value] : [];
    });
    values.sort(compare);
    const declared = expression.kind === 'derived' ? vocabulary.derived : vocabulary.facts;
    const quartile = (quarters: number): string => toFraction(nearestRank(values, rational(quarters, 4)) ?? ZERO);
    return {
        fact: expression.name,
        label: declared.find(({ name }) => name === expression.name)?.label ?? expression.name,
        type,
        known: values.length,
        unknown: leases.length - values.length,
        ...(values.length === 0 ? {} : { quartiles: { q1: quartile(1), median: quartile(2), q3: quartile(3) } }),
    };
}
