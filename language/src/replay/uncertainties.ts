import type { PoolEntry } from './phase-pool.js';
import { sortedTexts } from './text-order.js';

/** Demands whose result under a rule set is uncertain or wanting, by reason code; a demand counts once for each reason. */
export type Uncertainties = Map<string, Set<number>>;

/** Notes what is uncertain of the result of a demand that comes into a pool; `which` is the note that ranks. */
export function noteEntry(
    uncertainties: Uncertainties,
    demand: number,
    { entry, which }: { readonly entry: PoolEntry; readonly which: 'declared' | 'verified' },
): void {
    if (entry.result[which].kind === 'incomplete') noteReason(uncertainties, 'incomplete-note', demand);
    for (const { kind } of entry.result.anomalies) noteReason(uncertainties, `anomaly-${kind}`, demand);
}

/** Notes one reason for a demand. */
export function noteReason(uncertainties: Uncertainties, reason: string, demand: number): void {
    const demands = uncertainties.get(reason);
    if (demands === undefined) uncertainties.set(reason, new Set([demand]));
    else demands.add(demand);
}

/** How many demands each reason holds, by reason. */
export function countUncertain(uncertainties: Uncertainties): readonly { readonly reason: string; readonly count: number }[] {
    return sortedTexts(uncertainties.keys()).map((reason) => ({ reason, count: uncertainties.get(reason)?.size ?? 0 }));
}
