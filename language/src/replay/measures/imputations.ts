import { evaluateCondition, type Program } from '../../engine/index.js';
import type { Imputation } from '../../ir/flux.js';
import type { ImputationOutcome } from '../contract/imputation-outcome.js';
import type { Lease } from './lease.js';

/** On whose rights a lease weighs, where it does; `reservee` absent: no line tells, or one is in doubt. */
export type Taken = 'outside' | 'unsure' | { readonly reservee: string | undefined };

/** A lease with what each imputation of its version makes of it. */
type ImputedLease = Lease & { readonly taken: ReadonlyMap<string, Taken> };

/** Measures leases with the imputations of the versions in force on their days; one outcome for each name. */
export function measureImputations(ruleSet: string, policies: readonly Program[], leases: readonly ImputedLease[]): readonly ImputationOutcome[] {
    const known = new Map<string, Imputation>();
    for (const { policy } of policies) for (const imputation of policy.imputations) if (!known.has(imputation.name)) known.set(imputation.name, imputation);
    const labels = new Map(policies.flatMap(({ policy }) => policy.reservees.map(({ name, label = name }) => [name, label] as const)));
    return [...known.values()].map((imputation) => outcomeOf(ruleSet, imputation, { leases, labels }));
}

interface Imputing {
    readonly leases: readonly ImputedLease[];
    /** Of reservees, by name. */
    readonly labels: ReadonlyMap<string, string>;
}

function outcomeOf(ruleSet: string, { name, label, lines, text, references }: Imputation, { leases, labels }: Imputing): ImputationOutcome {
    const counts = new Map(lines.map(({ reservee }) => [reservee, { imputed: 0, own: 0 }]));
    let [all, unsure, untold] = [0, 0, 0];
    for (const lease of leases) {
        const taken = lease.taken.get(name) ?? 'outside';
        if (taken === 'outside') continue;
        if (taken === 'unsure') {
            unsure += 1;
            continue;
        }
        all += 1;
        const count = taken.reservee === undefined ? undefined : counts.get(taken.reservee);
        if (count === undefined) untold += 1;
        else {
            count.imputed += 1;
            if (lease.heldBy === taken.reservee) count.own += 1;
        }
    }
    return {
        ruleSet,
        imputation: name,
        label: label ?? name,
        leases: all,
        unsure,
        lines: [...counts].map(([reservee, count]) => ({ reservee, label: labels.get(reservee) ?? reservee, ...count })),
        untold,
        text,
        references: references.map((reference) => reference.text),
    };
}

/** On whose rights a lease weighs, by the imputation of that name of the version in force; a line in doubt leaves it untold. */
export function takenBy(name: string, { demand, dwelling, day, loaded }: Lease): Taken {
    const imputation = loaded?.policy.imputations.find((candidate) => candidate.name === name);
    if (loaded === undefined || imputation === undefined) return 'outside';
    const subject = { demand, dwelling, day, leaseDay: day };
    const { truth } = evaluateCondition(loaded, imputation.condition, subject);
    if (truth !== 'true') return truth === 'unknown' ? 'unsure' : 'outside';
    for (const { reservee, condition } of imputation.lines) {
        const holds = condition === undefined ? 'true' : evaluateCondition(loaded, condition, subject).truth;
        if (holds === 'true') return { reservee };
        if (holds === 'unknown') return { reservee: undefined };
    }
    return { reservee: undefined };
}
